"""Tables of rows within a form: its members, each in a post of the body that the form is of; its estates, its units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_model.vocabularies import vocabulary
from loaders.faults import Fault
from loaders.plan import IN_BRACES, Region, TablePlan
from loaders.plans.cutting import cut
from loaders.plans.form_blocks import FormBlock, InnerTable
from loaders.plans.form_rows import Token
from loaders.plans.form_tables import as_table, indexes_of
from loaders.plans.heading_rows import headings_at, name_of
from loaders.plans.headings import Heading, heading_key, known_headings, match_headings
from loaders.plans.table_finding import FoundTable, table_at
from loaders.readers.json_lists import AROUND
from loaders.readers.sheet import Sheet, column_letters, column_number
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_HEADING_ROW: Final = 2
_TENURE: Final = "tenure"


@dataclass(frozen=True)
class _Given:
    """A value of the form that holds for the rows of a table within it.

    Args:
        heading: the heading of the field that it gives.
        cell: what it says.
        name: how a plan names it; empty: it is a constant.
        composed: what it is put together of, where it is.
    """

    heading: str
    cell: str
    name: str = ""
    composed: str = ""


def inner_tables(sheet: Sheet, block: FormBlock, own: TablePlan, region: Region) -> Iterator[FoundTable]:
    """Go through the tables within a form, with their plans and what is to be asked of their headings.

    Args:
        sheet: the sheet, whole.
        block: the form.
        own: the plan of the form itself.
        region: where the form lies.
    """
    for table in block.tables:
        if table.rows:
            yield _Inner(sheet, block, own, table).found(region)


class _Inner:
    """One table within a form, with what the form says of its rows beside their own cells."""

    def __init__(self, sheet: Sheet, block: FormBlock, own: TablePlan, table: InnerTable) -> None:
        self._sheet, self._inner = sheet, table
        self._tokens = table.heading.tokens
        headings = tuple(Heading(i, t.text, (t.text,)) for i, t in enumerate(self._tokens))
        self._persons = "person_name" in match_headings(headings, _TENURE).fields
        known = {heading_key(token.text) for token in self._tokens}
        given = _body(block, own) if self._persons else _places(block, own)
        self._given = [g for g in given if not _is_among(g.heading, known)]

    def found(self, region: Region) -> FoundTable:
        """Return the plan of the table, and what is to be asked."""
        beside = [Token(0, 0, 0, given.cell) for given in self._given]
        heads = [*self._tokens, *(Token(0, 0, 0, given.heading) for given in self._given)]
        table = as_table(self._sheet, self._inner.captions, heads, [[*self._cells(r), *beside] for r in self._rows()])
        found = table_at(table, _HEADING_ROW - 1, _TENURE if self._persons else None)
        faults = tuple(self._placed(fault) for fault in found.faults)
        return FoundTable(None, faults, tuple(self._within(plan, table, region) for plan in found.plans))

    def _rows(self) -> Iterator[Sequence[Token]]:
        return (row.tokens for row in self._inner.rows)

    def _cells(self, tokens: Sequence[Token]) -> list[Token | None]:
        by_column = {token.column: token for token in tokens}
        return [by_column.get(head.column) for head in self._tokens]

    def _within(self, plan: TablePlan, table: Sheet, region: Region) -> TablePlan:
        """The plan of the rows, said of the sheet; what the form gives is named as what is around."""
        rows = headings_at(table, (_HEADING_ROW,))
        number = self._inner.heading.number
        own = headings_at(cut(self._sheet, region), (number,))
        names: dict[str, str] = {}
        composed: dict[str, str] = {}
        values = dict(plan.values)
        for field, wanted in plan.columns.items():
            index = next(indexes_of(table, rows, wanted))
            given = self._given[index - len(self._tokens)] if index >= len(self._tokens) else None
            if given is None:
                names[field] = self._own_name(own.headings, index, region)
            elif given.composed:
                composed[field] = given.composed
            elif given.name:
                names[field] = given.name
            else:
                values[field] = given.cell
        return replace(
            plan,
            region=region,
            header=(number,),
            last_row=self._inner.rows[-1].number,
            columns=names,
            composed={**plan.composed, **composed},
            values=values,
        )

    def _own_name(self, headings: Sequence[Heading], index: int, region: Region) -> str:
        part, column = cut(self._sheet, region), self._tokens[index].column
        rows = headings_at(part, (self._inner.heading.number,))
        heading = next(h for h in headings if h.column + part.first_column == column)
        return name_of(part, rows, heading)

    def _placed(self, fault: Fault) -> Fault:
        """A fault of the table at its place in the sheet."""
        index = column_number(fault.column) - 1 if fault.column else None
        row = self._inner.heading.number
        if index is None or index >= len(self._tokens):
            return replace(fault, row=row, column=None)
        return replace(fault, row=row, column=column_letters(self._tokens[index].column))


def _is_among(heading: str, keys: set[str]) -> bool:
    """Whether a table has a column of its own for what a heading says."""
    field = known_headings(_TENURE).get(heading_key(heading))
    return any(known_headings(_TENURE).get(key) == field for key in keys) if field else heading_key(heading) in keys


def _body(block: FormBlock, own: TablePlan) -> Iterator[_Given]:
    """The body that a form is of, in which persons hold their posts."""
    fields, kinds = columns(RECORD_TYPES[_TENURE]), {t.code: t.zh for t in vocabulary("organisation_kind").terms}
    if own.record not in kinds:
        return
    organisation = fields["organisation"].heading
    if "name" in own.columns:
        yield _Given(organisation, _cell(block, own.columns["name"]), _around(block, own.columns["name"]))
    elif "name" in own.composed:
        text = IN_BRACES.sub(lambda m: f"{{{_around(block, m[1])}}}", own.composed["name"])
        yield _Given(organisation, own.composed["name"], composed=text)
    else:
        return
    yield _Given(fields["organisation_kind"].heading, kinds[own.record])
    if "community" in own.columns and "community" not in own.translate:
        place = own.columns["community"]
        yield _Given(fields["community"].heading, _cell(block, place), _around(block, place))


def _places(block: FormBlock, own: TablePlan) -> Iterator[_Given]:
    """Where the thing lies that a form is of: what is listed in it lies there, too."""
    for field in ("subdistrict", "community"):
        if field in own.columns and field not in own.translate:
            heading = columns(RECORD_TYPES[own.record])[field].heading
            yield _Given(heading, _cell(block, own.columns[field]), _around(block, own.columns[field]))
    if own.record == "estate" and "name" in own.columns:
        yield _Given("所属小区", _cell(block, own.columns["name"]), _around(block, own.columns["name"]))


def _cell(block: FormBlock, name: str) -> str:
    return next((p.value.text for p in block.pairs if p.value and _means(p.label, p.value, name)), "")


def _around(block: FormBlock, name: str) -> str:
    """How a table within a form names a value of it: below its label, by its address."""
    if block.below:
        found = next((p.value for p in block.pairs if p.value and _means(p.label, p.value, name)), None)
        return f"{AROUND}{_address(found)}" if found else f"{AROUND}{name}"
    return f"{AROUND}{name}"


def _means(label: Token, value: Token, name: str) -> bool:
    return heading_key(label.text) == heading_key(name) or _address(value) == name


def _address(token: Token) -> str:
    return f"{column_letters(token.column)}{token.row}"
