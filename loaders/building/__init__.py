"""Records to a graph: nodes and ties as a pure function of the records, the decisions and the key."""
