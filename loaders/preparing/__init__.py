"""All stages in order: files read, placed in time, resolved and built, ready to be published or only reported."""
