"""One load as `gridgov load` does it, of the files that a list names."""

import sys
from pathlib import Path

from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions


def main(listed: Path) -> None:
    """Load, and print rows read, rows rejected, nodes and relationships."""
    files = [Path(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    report = load(files, Workspace.find(), LoadOptions(fresh=True))
    counts = report.snapshot.manifest.counts if report.snapshot else None
    nodes, ties = (sum(counts.nodes.values()), sum(counts.relationships.values())) if counts else (0, 0)
    print(report.read, report.rejected, nodes, ties)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
