"""The front door: command line and notebook API."""
