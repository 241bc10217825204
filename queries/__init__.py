"""Questions: the Cypher catalogue, published figures, overlapping roles."""
