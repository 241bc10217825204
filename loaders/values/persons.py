"""A row's person becomes keyed pseudonyms; the plain values end here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph_model import pseudonyms
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.holders import Holder, comparable_name, is_ditto, read_holder
from loaders.values.key_numbers import is_local_line, number_problem, telephones

_NUMBERS = ("person", "identity_number", "telephone")
_FIELDS = ("person_name", *_NUMBERS)


class Place(NamedTuple):
    """Where a person is named, for somebody who has no key but the place.

    Args:
        source: hash of the file.
        sheet: name of the sheet.
        row: the row.
        cell: what tells the persons of one row apart: the letters of the column that names the person, with whatever
            tells several persons of one cell apart.
    """

    source: str
    sheet: str
    row: int
    cell: str = ""


@dataclass(frozen=True)
class PersonKeys:
    """The pseudonyms of the person of each row.

    Args:
        keys: for each row all keys that it has, strongest first, which is also their order as texts: "i:<hex>" of an
            identity number and "n:<hex>" of a person number (strong), "t:<hex>" of name and telephone (medium),
            "x:<hex>" of the place alone, "v:<hex>" of a row that says that nobody holds the post. After them stand
            the marks "z:<key>=<hex>" of the name under which the row bears a strong key: they join nothing.
        faults: (index of the row, field, code of the fault) of cells that are no key and no name.
        dropped: how many plain values were dropped.
    """

    keys: list[list[str]]
    faults: list[tuple[int, str, str]]
    dropped: int


@dataclass(frozen=True)
class _Said:
    """What the row above says, for a row that is as it."""

    place: Place
    holder: Holder
    numbers: Mapping[str, Cell]
    keys: list[str]


def person_keys(
    columns: Mapping[str, Sequence[Cell]], places: Sequence[Place], *, namespace: str, key: bytes
) -> PersonKeys:
    """Turn the private columns of a table into pseudonyms.

    Args:
        columns: private field -> its cells; fields that the table lacks are absent.
        places: where each row stands.
        namespace: within which a person number is unique.
        key: the secret key.

    Returns:
        The keys of each row: identity number and person number are strong, name with telephone is medium; a row with
        none of these stands alone and never joins on its name. Where 空缺 or 无 stands for the name there is no
        person; where 同上 does it is the one of the row above; where it is unclear who it is (书记兼任, a candidate),
        there is a fault and no person.
    """
    keyed = _Keyed(namespace, key)
    nothing: Sequence[Cell] = [None] * len(places)
    cells = [columns.get(field, nothing) for field in _FIELDS]
    above: _Said | None = None
    for index, (place, *of_row) in enumerate(zip(places, *cells, strict=True)):
        if above is not None and (*above.place[:2], above.place.row + 1) != place[:3]:
            above = None
        above = keyed.row(index, place, dict(zip(_FIELDS, of_row, strict=True)), above)
    dropped = sum(not is_missing(cell) for column in columns.values() for cell in column)
    return PersonKeys(keyed.keys, keyed.faults, dropped)


class _Keyed:
    """Collects the keys and the faults of rows.

    Args:
        namespace: within which a person number is unique.
        key: the secret key.
    """

    def __init__(self, namespace: str, key: bytes) -> None:
        self.keys: list[list[str]] = []
        self.faults: list[tuple[int, str, str]] = []
        self._namespace, self._key = namespace, key

    def row(self, index: int, place: Place, cells: Mapping[str, Cell], above: _Said | None) -> _Said:
        """Read the private cells of a row; return what they say for the row below."""
        holder = self._holder(index, read_holder(cells["person_name"]), above)
        same = above if is_ditto(cells["person_name"]) else None
        numbers: dict[str, Cell] = {}
        for field in _NUMBERS:
            known = any(number is not None for number in numbers.values())
            numbers[field] = self._number(index, field, cells[field], same, known=known)
        found = self._of_numbers(numbers, holder.name)
        own = any(numbers[field] is not None and not is_ditto(cells[field]) for field in _NUMBERS)
        if holder.kind in {"vacant", "unclear"}:
            if holder.kind == "vacant" and numbers["identity_number"] is not None:
                self.faults.append((index, "person_name", "unclear_holder"))
            found = ["v:" + pseudonyms.by_row(self._key, *place)]
        elif holder.kind == "several":
            found = []
        elif is_ditto(cells["person_name"]) and above is not None and not own:
            found = above.keys
        found = found or ["x:" + pseudonyms.by_row(self._key, *place)]
        self.keys.append(found)
        return _Said(place, holder, numbers, found)

    def _holder(self, index: int, holder: Holder, above: _Said | None) -> Holder:
        """Who is named, the person of the row above in place of 同上; what is unclear is noted."""
        if holder.kind == "above":
            holder = above.holder if above is not None and above.holder.kind != "blank" else Holder("unclear")
        if holder.kind in {"unclear", "several"}:
            code = "unclear_holder" if holder.kind == "unclear" else "several_persons"
            self.faults.append((index, "person_name", code))
        return holder

    def _number(self, index: int, field: str, cell: Cell, same: _Said | None, *, known: bool) -> Cell:
        """A number that may be a key, or None; what is none is noted: 同上 beside a name of its own is none.

        Nothing is said of a line without area code where another number tells who it is.
        """
        if is_ditto(cell) and same is not None:
            return same.numbers[field]
        if is_missing(cell):
            return None
        problem = number_problem(field, cell)
        if problem and not (known and field == "telephone" and is_local_line(cell)):
            self.faults.append((index, field, problem))
        return None if problem else cell

    def _of_numbers(self, numbers: Mapping[str, Cell], name: str | None) -> list[str]:
        key, texts = self._key, {f: cell_text(c) for f, c in numbers.items() if c is not None}
        strong = []
        if "identity_number" in texts:
            strong.append("i:" + pseudonyms.by_identity_number(key, texts["identity_number"]))
        if "person" in texts:
            strong.append("n:" + pseudonyms.by_person_number(key, self._namespace, texts["person"]))
        found, compared = list(strong), comparable_name(name) if name else None
        if name:
            given = telephones(texts.get("telephone", ""))
            found += sorted("t:" + pseudonyms.by_name_and_telephone(key, name, number) for number in given)
        if compared:
            found += [f"z:{number}={pseudonyms.of_name_under_number(key, number, compared)}" for number in strong]
        return found
