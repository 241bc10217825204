"""What exists in grid governance: node and relationship types, identifiers, dates, vocabularies, pseudonyms."""
