"""NetworkX on the same files: a node a row that names something, an edge a reference."""

import sys
from pathlib import Path

import networkx as nx

from benchmarks.joins import LIST_SEPARATOR, NAMES, REFERENCES
from benchmarks.plain_csv import read


def main(folder: Path) -> None:
    """Build the graph, and print the number of rows and of edges."""
    rows = read(folder)
    graph: nx.MultiDiGraph[tuple[str, str]] = nx.MultiDiGraph()
    places: dict[str, set[str]] = {}
    for record, heading in NAMES.items():
        for row in rows[record]:
            graph.add_node((record, row[heading]), **row)
            places.setdefault(row[heading], set()).add(record)
    for record, heading, targets in REFERENCES:
        own = NAMES.get(record)
        for number, row in enumerate(rows[record]):
            for cell in row[heading].split(LIST_SEPARATOR):
                for target in places.get(cell, set()) & set(targets) if cell else ():
                    graph.add_edge((record, row[own] if own else str(number)), (target, cell), **row)
    print(sum(map(len, rows.values())), graph.number_of_edges())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
