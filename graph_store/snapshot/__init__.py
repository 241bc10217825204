"""Snapshots: folders of Parquet tables with a manifest, which are the truth; and what two of them differ in."""
