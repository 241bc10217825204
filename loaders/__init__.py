"""From an office's workbooks to records and a snapshot."""
