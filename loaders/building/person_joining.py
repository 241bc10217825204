"""Rows that share a key are one person; a row without a key stands alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph_model.pseudonyms import short_code
from graph_model.uids import key_of, person_uid

VACANT = "v:"
"""Begins the key of a row that says that nobody holds the post."""

MARK = "z:"
"""Begins the mark "z:<key>=<hex>" of the name under which a row bears a strong key."""

_IDENTITY = {"i": "strong", "n": "strong", "t": "medium", "x": "alone", "v": "alone"}


@dataclass(frozen=True)
class JoinedPersons:
    """The persons of all rows.

    Args:
        strongest: key -> the strongest key of its person, for the keys of rows that share one with another row; the
            person of any other row is named by the row's own first key.
    """

    strongest: Mapping[str, str]

    def uid(self, key: str | None) -> str | None:
        """Return the uid of the person of a row; None for a vacant post.

        Args:
            key: the first of the row's keys, which is its strongest; None: it has none.
        """
        if key is None or key.startswith(VACANT):
            return None
        return person_uid(self.strongest.get(key, key)[2:])


def shown_name(uid: str) -> str:
    """Return the short code under which a person is shown."""
    return short_code(key_of(uid))


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


def numbers_under_two_names(keys: pl.Series) -> frozenset[str]:
    """Return the strong keys that rows bear under more than one name.

    Args:
        keys: the keys of each row.
    """
    marks = keys.alias("mark").to_frame().explode("mark").filter(pl.col("mark").str.starts_with(MARK))
    parts = marks.select(pl.col("mark").str.strip_prefix(MARK).str.split_exact("=", 1)).unnest("mark")
    names = parts.group_by("field_0").agg(pl.col("field_1").n_unique())
    return frozenset(names.filter(pl.col("field_1") > 1)["field_0"].to_list())


def join_persons(keys: pl.Series) -> JoinedPersons:
    """Join rows that share a key.

    Args:
        keys: the keys of each row, strongest first.

    Returns:
        The persons, each named by the strongest key that any of its rows has; none for a vacant post. Most rows share
        no key and are nobody else's: only the others are looked at one by one.
    """
    rows = keys.alias("keys").to_frame().with_row_index("row")
    each = rows.explode("keys").filter(~pl.col("keys").str.starts_with(MARK))
    shared = each.filter(pl.col("keys").is_duplicated()).select("row").unique()
    return JoinedPersons(joined_keys(rows.join(shared, on="row", how="semi", maintain_order="left")["keys"].to_list()))
