"""Forms: each value stands beside its label, to the right or below; a cell may be named by its address, too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from graph_model.names import normal_text
from loaders.plan import IN_BRACES, TablePlan
from loaders.plans.headings import heading_key
from loaders.plans.problems import ProblemList
from loaders.plans.sections import meant
from loaders.plans.tables import ColumnSource
from loaders.readers.sheet import Box, Cell, Position, Sheet, column_number
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.nearest import nearest

_ADDRESS: Final = re.compile(r"([A-Za-z]{1,3})([1-9]\d*)")


@dataclass(frozen=True)
class FormCells:
    """The cells of one form, by the labels that a plan names.

    Args:
        plan: the plan.
        sheet: the sheet, or the part of it, that holds the form.
        problems: where labels are noted that do not stand there, or stand there more than once.
        direction: where a value stands beside its label.
        without: the first and the last row of a table within the form, whose cells are no labels.
    """

    plan: TablePlan
    sheet: Sheet
    problems: ProblemList
    direction: Literal["right", "below"]
    without: tuple[int, int] | None = None

    @cached_property
    def labels(self) -> dict[str, list[Position]]:
        """Where each text of the form stands."""
        found: dict[str, list[Position]] = {}
        for number, row in enumerate(self.sheet.rows, start=self.sheet.first_row):
            if self.without and self.without[0] <= number <= self.without[1]:
                continue
            for column, cell in enumerate(row, start=self.sheet.first_column):
                if isinstance(cell, str) and not is_missing(cell):
                    found.setdefault(heading_key(cell_text(cell)), []).append((number, column))
        return found

    @cached_property
    def _named(self) -> frozenset[Position]:
        plan = self.plan
        each = plan.each.columns if plan.each else ()
        wanted = [*plan.columns.values(), *each, *(IN_BRACES.findall(" ".join(plan.composed.values())))]
        wanted += [plan.period.column] if plan.period else []
        return frozenset(place for name in wanted for place in self.labels.get(heading_key(name), []))

    def columns(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the fields that a label gives."""
        for field, wanted in self.plan.columns.items():
            source = self.source(("columns", field), wanted)
            if source is not None:
                yield field, source

    def composed(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the fields that are put together; one of whose cells is blank is blank itself."""
        for field, text in self.plan.composed.items():
            parts = []
            for position, piece in enumerate(IN_BRACES.split(text)):
                source = self.source(("composed", field), piece) if position % 2 else None
                parts.append(piece if source is None else cell_text(self.cell(source)))
            whole = all(parts[1::2]) and not any(is_missing(part) for part in parts[1::2])
            yield field, ColumnSource(None, text, "".join(parts) if whole else None)

    def period(self) -> Iterator[tuple[str, ColumnSource]]:
        """Go through the two fields that a period gives."""
        period = self.plan.period
        source = self.source(("period", "column"), period.column) if period else None
        if period and source:
            for field, end in ((period.start, "start"), (period.end, "end")):
                ends: Literal["start", "end"] = "start" if end == "start" else "end"
                yield field, ColumnSource(source.column, source.heading, end_of=ends, row=source.row)

    def each(self) -> Iterator[ColumnSource]:
        """Go through the labels of which each makes a record."""
        for wanted in self.plan.each.columns if self.plan.each else ():
            source = self.source(("each", "columns"), wanted)
            if source is not None:
                yield source

    def is_selected(self) -> bool:
        """Tell whether the form is one that `where` lets pass."""
        found = [(self.source(("where", wanted), wanted), c) for wanted, c in self.plan.where.items()]
        cells = [(self.cell(source), condition) for source, condition in found if source is not None]
        return all(c.passes("" if is_missing(cell) else normal_text(cell_text(cell))) for cell, c in cells)

    def cell(self, source: ColumnSource) -> Cell:
        """Return the cell that a source means."""
        if source.row is None or source.column is None:
            return source.constant
        return self.sheet.rows[source.row - self.sheet.first_row][source.column - self.sheet.first_column]

    def source(self, key: tuple[str, str], wanted: str) -> ColumnSource | None:
        """Return where the value of a label stands; None, with a problem, if the label is not one.

        Args:
            key: where the plan names it.
            wanted: the label, or the address of the value itself.
        """
        places = self.labels.get(heading_key(wanted), [])
        if len(places) == 1:
            found = self._value_of(places[0])
            if found is None or found in self._named:  # the next label, or nothing, is beside it
                return ColumnSource(None, wanted)
            return ColumnSource(found[1], wanted, row=found[0])
        address = None if places else self._address(wanted)
        if address is None:
            self._note(key, wanted, stands=bool(places))
            return None
        return ColumnSource(address[1], wanted, row=address[0])

    def _address(self, wanted: str) -> Position | None:
        match = _ADDRESS.fullmatch(wanted)
        place = (int(match[2]), column_number(match[1])) if match else None
        return place if place and self._is_inside(place) else None

    def _value_of(self, label: Position) -> Position | None:
        """The cell next to a label, None outside the sheet; a merged label ends where its range ends."""
        box: Box = next((m for m in self.sheet.merged if m[:2] == label), (*label, *label))
        place = (box[2] + 1, box[1]) if self.direction == "below" else (box[0], box[3] + 1)
        return place if self._is_inside(place) else None

    def _is_inside(self, place: Position) -> bool:
        row, column = place[0] - self.sheet.first_row, place[1] - self.sheet.first_column
        return 0 <= row < len(self.sheet.rows) and 0 <= column < self.sheet.width

    def _note(self, key: tuple[str, str], wanted: str, *, stands: bool) -> None:
        near_zh, near_en = meant(nearest(wanted, self.labels))
        often_zh, often_en = ("有几处", "stands in several places") if stands else ("没有", "does not stand there")
        zh = f"表里的“{wanted}”{often_zh}{near_zh}；一张表几份时用 region 分开，或写值的单元格，如 B3"
        en = f'the label "{wanted}" {often_en}{near_en}; part several forms of a sheet by region, or name the cell: B3'
        self.problems.add(("table", self.plan.number, *key), zh, en)
