"""What goes back to an office: its own workbook with marks, and a blank one."""
