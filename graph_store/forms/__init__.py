"""A snapshot in the forms that analysts and other programs take."""
