"""Facts as a page keeps them: each name, value and set of facts once, small numbers in their place."""

from collections.abc import Callable, Mapping
from typing import Any

from visualisations.wording import fact_name, fact_value

COUNTED_ONLY = frozenset({"party_member", "in_service"})
"""Membership of the Party leaves only as a count, never by person."""

NO_ROW = -1


class FactTable:
    """Numbers the names and values of facts.

    Args:
        node_number: the number of a node by its uid, for values that name one; None if the page has no such node.
    """

    def __init__(self, node_number: Callable[[str], int | None] | None = None) -> None:
        self._node_number = node_number
        self._names: dict[str, int] = {}
        self._values: dict[object, int] = {}
        self._sets: dict[tuple[int, ...], int] = {}

    def numbers(self, owner: str, facts: Mapping[str, Any], row_of: Callable[[str], int] | None = None) -> list[int]:
        """Return facts as triples in one list: name, value, source row.

        Args:
            owner: label or relationship type that has them.
            facts: property -> value.
            row_of: the number of the row that gave a property, or `NO_ROW`; by default none is known.
        """
        found: list[int] = []
        for name, value in facts.items():
            if name not in COUNTED_ONLY and value is not None and value != []:
                key = self._names.setdefault(name, len(self._names))
                found += (key, self._value(owner, name, value), row_of(name) if row_of else NO_ROW)
        return found

    def set_number(self, owner: str, facts: Mapping[str, Any]) -> int:
        """Return the number of a set of facts; relationships share few sets among many."""
        numbers = tuple(self.numbers(owner, facts))
        return self._sets.setdefault(numbers, len(self._sets))

    def island(self) -> dict[str, Any]:
        """Return what the page looks numbers up in; a value is a text, two texts, or the number of a node."""
        return {
            "names": [fact_name(name) | {"key": name} for name in self._names],
            "values": [{"node": v[1]} if isinstance(v, tuple) and v[0] == "node" else v for v in self._values],
            "sets": list(self._sets),
        }

    def _value(self, owner: str, name: str, value: object) -> int:
        node = None
        if self._node_number and name == "registered_community" and isinstance(value, str):
            node = self._node_number(value)
        text = fact_value(owner, name, value)
        entry: object = text["zh"] if text["zh"] == text["en"] else (text["zh"], text["en"])
        return self._values.setdefault(entry if node is None else ("node", node), len(self._values))
