"""The verbs, one a file; each file has `command`."""
