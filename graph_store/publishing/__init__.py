"""A snapshot published to a Neo4j server: what differs is found, written in one transaction, and verified."""
