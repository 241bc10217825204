"""Sheets become tables: where one begins and ends, and which of its rows are records."""
