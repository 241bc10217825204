"""Tables become typed records: rows of a record type with their places, days and keys."""
