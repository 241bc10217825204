"""From an office's workbooks to records and a snapshot."""

import os

# Polars gives what it no longer needs back to the system at once, which matters where a load takes most of a machine;
# its allocator is told before Polars is loaded, or not at all
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:0,muzzy_decay_ms:0")
