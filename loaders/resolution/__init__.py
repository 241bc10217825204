"""Names to things: what the rows define, and what their references mean."""
