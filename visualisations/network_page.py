"""The network map of any result. The only place that knows pyvis: its network, its options, its bundled library.

The library sets styles through the object model, which a strict policy allows, and adds no style sheet and no code
from text: a browser test asserts that the page says nothing in the console under `default-src 'none'`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from visualisations.district.reading import PERSONAL
from visualisations.errors import EmptyNetwork, TooManyNodes
from visualisations.layouts.network import network_layout, place_around
from visualisations.looks import looks
from visualisations.network_data import LinkLike, NodeLike, Subgraph, complete
from visualisations.network_islands import network_island
from visualisations.page import Page
from visualisations.page_writing import render
from visualisations.palette import Style, style_of
from visualisations.source_rows import SourceRows, file_names
from visualisations.wording import NETWORK, SHARED

MOST_NODES = 800
"""Above so many nodes a drawing of nodes and lines answers no question."""

_SCRIPTS = (
    "dom.js", "theme.js", "address.js", "search.js", "picture.js", "table.js", "legend.js", "paths.js", "card.js",
    "network_model.js", "network_draw.js", "network_card.js", "network.js",
)  # fmt: skip
_STYLES = ("page.css", "drawing.css", "network.css", "print.css")
_LIBRARY = ("lib", "vis-9.1.2", "vis-network.min.js")
_SHAPES = {"triangle_down": "triangleDown"}
_SIZE = 9.0
_MOST_BEND = 0.6


def network(
    nodes: Iterable[NodeLike],
    links: Iterable[LinkLike],
    *,
    title: str,
    language: str = "zh",
    synthetic: bool = False,
    further: Subgraph | None = None,
    sources: Iterable[Any] = (),
    note: str = "",
) -> Page:
    """Return a map of nodes and relationships: those of a query's result, of a script's, or around a node.

    Args:
        nodes: what stands on it; ends of relationships that are missing are made up of their uids.
        links: the relationships; parallel ones are all kept, and curved apart.
        title: headline of the page: the question asked.
        language: "zh" or "en"; the page can be switched.
        synthetic: whether the data is invented: the page and all that is exported from it then say so.
        further: neighbours that the page carries unseen, and shows when a node is expanded.
        sources: the snapshot's source files (`sha256`, `name`), by which rows are named.
        note: what stands in the footer, such as the snapshot's day and hash.

    Returns:
        the page.

    Raises:
        EmptyNetwork: if there is no node.
        TooManyNodes: if there are over 800; `network_data.aggregate` gives something that can be drawn.
    """
    shown = complete(nodes, links)
    _check_size(shown.nodes)
    hidden = further or Subgraph((), ())
    places = _places(shown, hidden)
    drawing = _pyvis_network(shown, hidden, places)
    rows = SourceRows(file_names(sources))
    about = {"title": {"zh": title, "en": title}, "language": language, "synthetic": synthetic, "note": note}
    islands = {
        "about": about | {"kind": "network", "shown": len(shown.nodes), "persons": _has_persons(shown, hidden)},
        "looks": looks(),
        "texts": {**SHARED, **NETWORK},
        "data": network_island(shown, hidden, rows),
        "drawing": drawing,
    }
    html = render(
        "network.html.jinja",
        styles=_STYLES,
        scripts=_SCRIPTS,
        islands=islands,
        library=_library(),
        language=language,
        title=title,
    )
    return Page(title, html)


def _has_persons(*parts: Subgraph) -> bool:
    return any(label in PERSONAL for part in parts for node in part.nodes for label in node.labels)


def _check_size(nodes: Sequence[NodeLike]) -> None:
    if not nodes:
        raise EmptyNetwork
    if len(nodes) > MOST_NODES:
        raise TooManyNodes(len(nodes), MOST_NODES, Counter(n.labels[0] for n in nodes if n.labels).most_common(3))


def _places(shown: Subgraph, hidden: Subgraph) -> Mapping[str, tuple[float, float]]:
    fixed = network_layout((n.uid for n in shown.nodes), ((t.start, t.end) for t in shown.links))
    return fixed | place_around(fixed, ((t.start, t.end) for t in hidden.links))


def _pyvis_network(
    shown: Subgraph, hidden: Subgraph, places: Mapping[str, tuple[float, float]]
) -> dict[str, list[dict[str, Any]]]:
    """Return nodes and edges as pyvis makes them for the library. Ids are numbers: no text of the data is an id.

    Labels are left out: the page draws its own, none upon another.
    """
    drawing = Network(directed=True)  # undirected, it would drop parallel edges
    everything = [*shown.nodes, *hidden.nodes]
    number = {node.uid: i for i, node in enumerate(everything)}
    for node in everything:
        x, y = places.get(node.uid, (0.0, 0.0))
        style = node_style(node)
        drawing.add_node(
            number[node.uid],
            label=" ",
            shape=_SHAPES.get(style.shape, style.shape),
            size=_node_size(node, style),
            x=x,
            y=y,
            physics=False,
            hidden=number[node.uid] >= len(shown.nodes),
        )
    ties = [t for t in (*shown.links, *hidden.links) if t.start in number and t.end in number]
    for i, (tie, bend) in enumerate(zip(ties, _bends(ties), strict=True)):
        drawing.add_edge(number[tie.start], number[tie.end], id=i, smooth=_smooth(bend))
    for node_options in drawing.nodes:
        del node_options["label"]
    return {"nodes": drawing.nodes, "edges": drawing.edges}


def node_style(node: NodeLike) -> Style:
    """Return the looks of a node by its concrete label; committees by their kind."""
    kind = node.properties.get("kind")
    return style_of(node.labels[0] if node.labels else "", kind if isinstance(kind, str) else None)


def _node_size(node: NodeLike, style: Style) -> float:
    """Return the size of a node; in an aggregate it grows with the root of its count, so that area tells it."""
    count = node.properties.get("count")
    grown = 1 + min(3.0, float(count) ** 0.5 / 12) if isinstance(count, int) else 1.0
    return round(_SIZE * min(style.scale, 1.3) * grown, 1)


def _bends(ties: Sequence[LinkLike]) -> list[float]:
    """Return how far each tie is bent to its right: ties between the same two nodes are fanned out."""
    total = Counter(frozenset((t.start, t.end)) for t in ties)
    seen: Counter[frozenset[str]] = Counter()
    bends = []
    for tie in ties:
        pair = frozenset((tie.start, tie.end))
        place = seen[pair] - (total[pair] - 1) / 2
        seen[pair] += 1
        step = min(0.22, 2 * _MOST_BEND / max(1, total[pair] - 1))
        bends.append(place * step * (1 if tie.start <= tie.end else -1))
    return bends


def _smooth(bend: float) -> dict[str, Any] | bool:
    if bend == 0:
        return False
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": round(abs(bend), 3)}


def _library() -> str:
    """Return the drawing library that pyvis brings along, without the line that points to a file that is not there."""
    text = files("pyvis").joinpath(*_LIBRARY).read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))
