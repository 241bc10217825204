"""Forms recognised: the labels of each are matched as the headings of a table with one row would be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from loaders.faults import Fault, kind_of_fault
from loaders.plan import IN_BRACES, Region, TablePlan
from loaders.plans.cutting import cut
from loaders.plans.form_blocks import FormBlock, form_blocks
from loaders.plans.form_rows import Pair, Token, says_nothing
from loaders.plans.form_tables import as_table, indexes_of
from loaders.plans.forms import FormCells
from loaders.plans.further_records import further_records, within_superior
from loaders.plans.heading_rows import headings_at
from loaders.plans.headings import heading_key
from loaders.plans.inner_tables import inner_tables
from loaders.plans.problems import ProblemList
from loaders.plans.table_finding import FoundTable, table_at
from loaders.readers.sheet import Sheet, column_letters, column_number
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.values.private_numbers import scrubbed

_HAS_WORDS: Final = re.compile(r"[^\W\d_]")
_LONGEST_SHOWN: Final = 60
_HEADING_ROW: Final = 2
_UNIT: Final = "co_building_unit"
_TIE_OF_UNIT: Final = "co_building"


@dataclass(frozen=True)
class RecognisedForms:
    """What the forms of a sheet are.

    Args:
        plans: their plans, in order.
        faults: what is to be said of their labels.
    """

    plans: tuple[TablePlan, ...]
    faults: tuple[Fault, ...]


def recognise_forms(sheet: Sheet) -> RecognisedForms | None:
    """Recognise the forms of a sheet.

    Args:
        sheet: the sheet, whole.

    Returns:
        Their plans, and what is to be asked; None if the sheet is none of forms.
    """
    blocks = form_blocks(sheet)
    if not blocks:
        return None
    found = [_Form(sheet, block, alone=len(blocks) == 1) for block in blocks]
    plans = tuple(plan for form in found for plan in form.plans())
    return RecognisedForms(plans, tuple(fault for form in found for fault in form.faults()))


class _Form:
    """One form: a table of one row, whose plans are turned into those of a form."""

    def __init__(self, sheet: Sheet, block: FormBlock, *, alone: bool) -> None:
        self._sheet, self._block = sheet, block
        self._pairs = block.pairs
        self._region = None if alone else _region(sheet, block)
        self._table = as_table(sheet, block.titles, [p.label for p in self._pairs], [[_said(p) for p in self._pairs]])
        self._rows = headings_at(self._table, (_HEADING_ROW,))
        self._found = self._plans_found()

    def plans(self) -> tuple[TablePlan, ...]:
        """The plans of the form and of the tables within it."""
        own = tuple(self._as_form(plan) for plan in self._found.plans)
        if not own:
            return ()
        return (*own, *(plan for found in self._inner(own[0]) for plan in found.plans))

    def faults(self) -> Iterator[Fault]:
        """What is to be said of labels and of what stands beside none."""
        for fault in self._found.faults:
            yield self._placed(fault)
        for token in self._block.left:
            kind = kind_of_fault("cell_without_heading").severity
            where = self._sheet.file, self._sheet.name, token.row, column_letters(token.column), None
            yield Fault("cell_without_heading", kind, *where, scrubbed(token.text), source=self._sheet.source)
        own = tuple(self._as_form(plan) for plan in self._found.plans)
        for found in self._inner(own[0]) if own else ():
            yield from found.faults
        if not own and not any(f.severity == "error" for f in self._found.faults):
            yield self._unrecognised()

    def _inner(self, own: TablePlan) -> Iterator[FoundTable]:
        region = self._region or _region(self._sheet, self._block)
        yield from inner_tables(self._sheet, self._block, own, region)

    def _plans_found(self) -> FoundTable:
        if not any(map(_said, self._pairs)):
            return FoundTable(None)
        table = table_at(self._table, _HEADING_ROW - 1)
        if table.plan and table.plan.record == _TIE_OF_UNIT:  # a form is of a thing, whose ties stand beside it
            table = table_at(self._table, _HEADING_ROW - 1, _UNIT)
        found = within_superior(self._table, self._rows, table)
        further = further_records(self._table, self._rows, found)
        plans = (*found.plans, *filter(self._says_what_it_needs, further.plans))
        if not plans or not all(map(self._names_something, plans)):
            return FoundTable(None, found.faults)
        return FoundTable(plans[0], further.faults, plans[1:])

    def _names_something(self, plan: TablePlan) -> bool:
        """Whether what a record cannot do without is said in words: under 小区 a number is a count."""
        fields = columns(RECORD_TYPES[plan.record])
        needed = [f for f in required_fields(RECORD_TYPES[plan.record]) if fields[f].kind in {"text", "reference"}]
        return all(_HAS_WORDS.search(value.text) for value in self._values(plan, needed) if value)

    def _says_what_it_needs(self, plan: TablePlan) -> bool:
        """Whether nothing that a record cannot do without is blank: beside 物业企业 that says that there is none."""
        return all(self._values(plan, required_fields(RECORD_TYPES[plan.record])))

    def _values(self, plan: TablePlan, fields: Sequence[str]) -> list[Token | None]:
        return [_said(self._pairs[self._index(plan.columns[f])]) for f in fields if f in plan.columns]

    def _as_form(self, plan: TablePlan) -> TablePlan:
        """The plan of the table of one row, said of the form."""
        each = plan.each
        if each is not None:
            names = [self._name(i) for wanted in each.columns for i in self._indexes(wanted)]
            each = replace(each, columns=tuple(names))
        period = replace(plan.period, column=self._named(plan.period.column)) if plan.period else None
        return replace(
            plan,
            region=self._region,
            header="auto",
            form="below" if self._block.below else "right",
            columns={field: self._named(name) for field, name in plan.columns.items()},
            composed={field: self._named_within(text) for field, text in plan.composed.items()},
            period=period,
            each=each,
            fill_down=(),
            where={self._named(name): condition for name, condition in plan.where.items()},
        )

    def _named_within(self, text: str) -> str:
        return IN_BRACES.sub(lambda match: f"{{{self._named(match[1])}}}", text)

    def _named(self, name: str) -> str:
        return self._name(self._index(name))

    def _name(self, index: int) -> str:
        """What names the value of a label in a plan: the label, or the value's own address."""
        pair, form = self._pairs[index], self._form
        places = form.labels.get(heading_key(pair.label.text), [])
        source = form.source(("", ""), pair.label.text) if len(places) == 1 else None
        if source is not None and (pair.value is None or (source.row, source.column) == pair.value.place):
            return pair.label.text
        row, column = pair.value.place if pair.value else pair.label.place
        return f"{column_letters(column if pair.value else pair.label.end + 1)}{row}"

    @cached_property
    def _form(self) -> FormCells:
        direction: Literal["right", "below"] = "below" if self._block.below else "right"
        plan = TablePlan(0, "", "", form=direction)
        return FormCells(plan, cut(self._sheet, _region(self._sheet, self._block)), ProblemList(""), direction)

    def _index(self, name: str) -> int:
        return next(self._indexes(name))

    def _indexes(self, name: str) -> Iterator[int]:
        yield from indexes_of(self._table, self._rows, name)

    def _placed(self, fault: Fault) -> Fault:
        """A fault of the table of one row, at the value that it is about: with its label it is not read."""
        if fault.column is None:
            return replace(fault, row=self._pairs[0].label.row)
        pair = self._pairs[column_number(fault.column) - 1]
        token = pair.value or pair.label
        return replace(fault, row=token.row, column=column_letters(token.column))

    def _unrecognised(self) -> Fault:
        shown = "、".join(pair.label.text for pair in self._block.pairs)[:_LONGEST_SHOWN]
        row = self._block.pairs[0].label.row
        severity = kind_of_fault("unrecognised_sheet").severity
        where = self._sheet.file, self._sheet.name, row
        blanks: Mapping[str, str] = {"looks_like": scrubbed(shown)}
        return Fault("unrecognised_sheet", severity, *where, blanks=blanks, source=self._sheet.source)


def _said(pair: Pair) -> Token | None:
    """The value of a label; None where nothing is written, or only how it is to be filled in."""
    return pair.value if pair.value and not says_nothing(pair.value.cell) else None


def _region(sheet: Sheet, block: FormBlock) -> Region:
    last = sheet.first_column + sheet.width - 1
    return Region(block.first, sheet.first_column, last, block.last)
