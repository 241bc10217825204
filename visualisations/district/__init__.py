"""A district as maps see it: things, ties between them, and where each thing belongs."""
