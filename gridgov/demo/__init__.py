"""The story of `gridgov demo`: from workbooks with faults to a map."""
