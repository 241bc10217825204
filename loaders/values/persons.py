"""A row's person becomes keyed pseudonyms; the plain values end here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph_model import pseudonyms
from graph_model.names import normal_text
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.private_numbers import is_identity_number, is_telephone

_VACANT = frozenset({"空缺", "(空缺)", "缺", "缺额", "暂缺", "空岗", "待补", "待补选", "待配备", "未配备", "vacant"})

PRIVATE_FIELDS = ("person", "person_name", "identity_number", "telephone")


class Place(NamedTuple):
    """Where a row stands, for somebody who has no key but the row."""

    source: str
    sheet: str
    row: int


@dataclass(frozen=True)
class PersonKeys:
    """The pseudonyms of the person of each row.

    Args:
        keys: for each row all keys that it has, strongest first, which is also their order as texts: "i:<hex>" of an
            identity number and "n:<hex>" of a person number (strong), "t:<hex>" of name and telephone (medium),
            "x:<hex>" of the row alone, "v:<hex>" of a row that says that nobody holds the post.
        malformed: (index of the row, field, code of the fault) of numbers that are not used.
        dropped: how many plain values were dropped.
    """

    keys: list[list[str]]
    malformed: list[tuple[int, str, str]]
    dropped: int


def person_keys(
    columns: dict[str, Sequence[Cell]], places: Sequence[Place], *, namespace: str, key: bytes
) -> PersonKeys:
    """Turn the private columns of a table into pseudonyms.

    Args:
        columns: private field -> its cells; fields that the table lacks are absent.
        places: where each row stands.
        namespace: within which a person number is unique.
        key: the secret key.

    Returns:
        The keys of each row: identity number and person number are strong, name with telephone is medium; a row with
        none of these stands alone and never joins on its name. Where 空缺 or 无 stands for the name there is no person.
    """
    texts = {f: [None if is_missing(c) else cell_text(c) for c in cells] for f, cells in columns.items()}
    malformed = [
        *_malformed(texts, "identity_number", is_identity_number, "invalid_identity_number"),
        *_malformed(texts, "telephone", is_telephone, "invalid_telephone"),
    ]
    bad = {(index, field) for index, field, _ in malformed}
    nothing: list[str | None] = [None] * len(places)
    found = []
    for index, place in enumerate(places):
        number, name, identity, telephone = (
            None if (index, f) in bad else texts.get(f, nothing)[index] for f in PRIVATE_FIELDS
        )
        keys = []
        if identity:
            keys.append("i:" + pseudonyms.by_identity_number(key, identity))
        if number:
            keys.append("n:" + pseudonyms.by_person_number(key, namespace, number))
        if name and telephone:
            keys.append("t:" + pseudonyms.by_name_and_telephone(key, name, telephone))
        said = columns["person_name"][index] if "person_name" in columns else None
        found.append(keys or [("v:" if _is_vacant(said) else "x:") + pseudonyms.by_row(key, *place)])
    dropped = sum(value is not None for values in texts.values() for value in values)
    return PersonKeys(found, malformed, dropped)


def _is_vacant(name: Cell) -> bool:
    """Whether it is written that there is nobody; a name that was left blank may be withheld."""
    return isinstance(name, str) and bool(name.strip()) and (is_missing(name) or normal_text(name) in _VACANT)


def _malformed(
    texts: dict[str, list[str | None]], field: str, well_formed: Callable[[str], bool], code: str
) -> list[tuple[int, str, str]]:
    values = enumerate(texts.get(field, []))
    return [(index, field, code) for index, value in values if value and not well_formed(value)]
