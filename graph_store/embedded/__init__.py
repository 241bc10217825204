"""The embedded Cypher engine: an index that is built from a snapshot at any time."""
