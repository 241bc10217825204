"""A network's data as its page keeps it."""

from typing import Any

from visualisations.fact_table import FactTable
from visualisations.network_data import LinkLike, NodeLike, Subgraph
from visualisations.palette import STYLES, style_of
from visualisations.searching import search_text
from visualisations.source_rows import SourceRows
from visualisations.wording import label_name, tie_name

_NOT_FACTS = frozenset({"uid", "name", "sources", "defined", "valid_from_latest", "valid_to_earliest"})


def network_island(shown: Subgraph, hidden: Subgraph, rows: SourceRows) -> dict[str, Any]:
    """Return everything a network's page knows, fit for JSON.

    Args:
        shown: what is drawn at first.
        hidden: what a reader can expand.
        rows: numbers the source rows.
    """
    return _Encoder(rows).island([*shown.nodes, *hidden.nodes], [*shown.links, *hidden.links])


class _Encoder:
    def __init__(self, rows: SourceRows) -> None:
        self._rows = rows
        self._facts = FactTable()

    def island(self, nodes: list[NodeLike], links: list[LinkLike]) -> dict[str, Any]:
        labels = sorted({_label(node) for node in nodes})
        number = {node.uid: i for i, node in enumerate(nodes)}
        ties = [link for link in links if link.start in number and link.end in number]
        types = sorted({tie.type for tie in ties})
        encoded_nodes = [self._node(node, labels) for node in nodes]
        encoded_links = [
            [types.index(t.type), number[t.start], number[t.end], self._properties(t.type, t), self._sources(t)]
            for t in ties
        ]
        return {
            "labels": [label_name(label) | {"key": label} for label in labels],
            "types": [tie_name(t) | {"key": t} for t in types],
            "nodes": encoded_nodes,
            "links": encoded_links,
            "facts": self._facts.island(),
            "sources": self._rows.island(),
        }

    def _node(self, node: NodeLike, labels: list[str]) -> dict[str, Any]:
        name = str(node.properties.get("name") or node.uid)
        kind = node.properties.get("kind")
        style = style_of(_label(node), kind if isinstance(kind, str) else None)
        return {
            "uid": node.uid,
            "name": name,
            "pinyin": search_text(name),
            "label": labels.index(_label(node)),
            "style": STYLES.index(style),
            "facts": self._properties(_label(node), node),
            "sources": self._sources(node),
        }

    def _properties(self, owner: str, thing: NodeLike | LinkLike) -> list[int]:
        kept = {name: value for name, value in thing.properties.items() if name not in _NOT_FACTS}
        return self._facts.numbers(owner, kept)

    def _sources(self, thing: NodeLike | LinkLike) -> int | list[int]:
        sources = thing.properties.get("sources")
        return self._rows.numbers([str(s) for s in sources]) if isinstance(sources, list | tuple) else []


def _label(node: NodeLike) -> str:
    return node.labels[0] if node.labels else ""
