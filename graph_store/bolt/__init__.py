"""Neo4j, or any server that speaks Bolt: address, credentials, driver, store."""
