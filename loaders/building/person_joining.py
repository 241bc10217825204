"""Rows that share a key are one person; a row without a key stands alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_model.pseudonyms import short_code
from graph_model.uids import person_uid

_STRENGTH = {"s": 0, "m": 1, "r": 2}
_IDENTITY = {"s": "strong", "m": "medium", "r": "alone"}


@dataclass(frozen=True)
class JoinedPersons:
    """The persons of all rows.

    Args:
        uid_of: key -> uid of the person.
        name_of: uid -> the short code under which the person is shown.
    """

    uid_of: Mapping[str, str]
    name_of: Mapping[str, str]


def identity_of(keys: list[str]) -> str:
    """Return how surely a row's person is known: strong, medium or alone."""
    return _IDENTITY[keys[0][0]]


def join_persons(rows: Iterable[list[str]]) -> JoinedPersons:
    """Join rows that share a key.

    Args:
        rows: the keys of each row, "s:…", "m:…" or "r:…".

    Returns:
        For each key its person, named by the strongest key that any of the person's rows has.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for keys in rows:
        first = root(keys[0])
        for key in keys[1:]:
            other = root(key)
            if other != first:
                stronger, weaker = sorted((first, other), key=_rank)
                parent[weaker] = first = stronger
    uid_of = {key: person_uid(root(key)[2:]) for key in parent}
    name_of = {person_uid(root(key)[2:]): short_code(root(key)[2:]) for key in parent}
    return JoinedPersons(uid_of, name_of)


def _rank(key: str) -> tuple[int, str]:
    return (_STRENGTH[key[0]], key)
