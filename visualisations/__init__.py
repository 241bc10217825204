"""Maps: self-contained pages that open by double click, offline, and show a snapshot or the result of a query."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from visualisations.board_page import board
    from visualisations.errors import EmptyNetwork, NothingToPartition, PageNotWritten, TooManyNodes
    from visualisations.network_data import NetworkLink, NetworkNode, Subgraph, aggregate, subgraph_of
    from visualisations.network_page import network
    from visualisations.page import Page
    from visualisations.surroundings import around, neighbourhood

__all__ = [
    "EmptyNetwork",
    "NetworkLink",
    "NetworkNode",
    "NothingToPartition",
    "Page",
    "PageNotWritten",
    "Subgraph",
    "TooManyNodes",
    "aggregate",
    "around",
    "board",
    "neighbourhood",
    "network",
    "subgraph_of",
]

_HOMES = {
    "board": "board_page",
    "network": "network_page",
    "Page": "page",
    **dict.fromkeys(("around", "neighbourhood"), "surroundings"),
    **dict.fromkeys(("NetworkLink", "NetworkNode", "Subgraph", "aggregate", "subgraph_of"), "network_data"),
    **dict.fromkeys(("EmptyNetwork", "NothingToPartition", "PageNotWritten", "TooManyNodes"), "errors"),
}


def __getattr__(name: str) -> Any:
    """Import a part when it is first asked for: who draws a board need not wait for the network's library."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
