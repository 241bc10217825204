"""Where things stand on a page: pure functions from counts to positions, the same today and tomorrow."""
