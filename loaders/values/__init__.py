"""Cells become values: dates, numbers, terms, texts and persons, with what is wrong beside them."""
