"""Rows that share a key are one person; a row without a key stands alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_model.pseudonyms import short_code
from graph_model.uids import person_uid

MARK = "z:"
"""Begins the mark "z:<key>=<hex>" of the name under which a row bears a strong key."""

_IDENTITY = {"i": "strong", "n": "strong", "t": "medium", "x": "alone", "v": "alone"}


@dataclass(frozen=True)
class JoinedPersons:
    """The persons of all rows.

    Args:
        uid_of: key -> uid of the person.
        name_of: uid -> the short code under which the person is shown.
    """

    uid_of: Mapping[str, str]
    name_of: Mapping[str, str]


def identity_of(keys: Sequence[str]) -> str:
    """Return how surely a row's person is known: strong, medium or alone."""
    return _IDENTITY[keys[0][0]]


def joined_keys(rows: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Join the keys that rows share.

    Args:
        rows: the keys of each row, as `loaders.values.persons` writes them; a row may have none.

    Returns:
        For each key the strongest key of its person: of two that are equally strong the smaller, so that the order of
        the rows changes nothing.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for keys in rows:
        if keys:
            parent.setdefault(keys[0], keys[0])
        for key in keys[1:]:
            if key.startswith(MARK):
                continue  # the same name is no reason to be the same person
            first, other = sorted((root(keys[0]), root(key)))
            parent[other] = first
    return {key: root(key) for key in parent}


def separated(rows: Sequence[Sequence[str] | None]) -> tuple[list[Sequence[str] | None], dict[int, str]]:
    """Keep apart whom one number would join under two names.

    Args:
        rows: the keys of each row, in the order in which the first name counts.

    Returns:
        The keys, in which a number under another name than its first row's is only good for that name; and for each
        such row the number's key.
    """
    first: dict[str, str] = {}
    found, doubtful = list(rows), {}
    for index, keys in enumerate(rows):
        for mark in keys or ():
            if mark.startswith(MARK):
                number, _, name = mark.removeprefix(MARK).partition("=")
                if first.setdefault(number, name) != name:
                    others = (key for key in found[index] or () if key not in {number, mark})
                    found[index] = sorted([f"t:{name}", *others])
                    doubtful[index] = number
    return found, doubtful


def join_persons(rows: Iterable[Sequence[str]]) -> JoinedPersons:
    """Join rows that share a key.

    Args:
        rows: the keys of each row.

    Returns:
        For each key its person, named by the strongest key that any of the person's rows has; none for a vacant post.
    """
    strongest = {key: best[2:] for key, best in joined_keys(rows).items() if not key.startswith("v:")}
    uid_of = {key: person_uid(pseudonym) for key, pseudonym in strongest.items()}
    return JoinedPersons(uid_of, {person_uid(p): short_code(p) for p in strongest.values()})
