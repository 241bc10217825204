"""Offices and their files: who sends which registry, in which format, in which style."""
