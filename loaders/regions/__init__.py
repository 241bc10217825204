"""The rows of a table: which of them are records, and the cells of a field, record by record."""
