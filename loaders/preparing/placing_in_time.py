"""Each table gets its day; a panel of snapshots is folded into spells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from graph_model.errors import UsageError
from loaders.faults import Fault, kind_of_fault
from loaders.preparing.options import LoadOptions
from loaders.preparing.reading_files import ReadTables
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.records.combined_records import SIZE
from loaders.records.gathered_rows import ERROR, TABLE
from loaders.records.implausible_days import with_implausible_days_unknown
from loaders.records.source_days import TableDay, table_day
from loaders.records.spells import SpellsResult, fold
from loaders.records.typed_tables import SOURCE_LENGTH, TypedTable
from loaders.values.plausible_dates import PLAUSIBLE_YEARS
from loaders.values.private_numbers import scrubbed

Parts = dict[str, list[pl.DataFrame]]
"""Record type -> rows with the columns of the record type, TABLE, ERROR and SIZE."""


def place_in_time(found: ReadTables, options: LoadOptions) -> Parts:
    """Give every row its day, and fold the panels of the mapping file into spells.

    Args:
        found: what was read; gets the days of its sources, and further faults; its rows are taken.
        options: what the user says.

    Returns:
        The rows that have a day.
    """
    _check_said_days(found, options)
    panels = _panels(found.tables)
    in_panels = {number for numbers in panels.values() for number in numbers}
    known = [table.said for table in found.tables if table.said]
    days: list[date | None] = []
    asked: list[tuple[str, Fault]] = []
    for number, table in enumerate(found.tables):
        placed = TableDay(None) if number in in_panels else table_day(table, known)
        asked += [(table.table.sheet.source, fault) for fault in placed.faults]
        days.append(placed.day)
        _note_source_day(found, table, placed.day)
    found.faults += _once_a_file(asked)
    parts: Parts = {}
    alike = _of_tables(found.tables, days)
    for record, rows in found.rows.take():
        of_rows = [column.gather(rows[TABLE]) for column in alike]
        complete = rows.with_columns(*of_rows, pl.lit(1, pl.Int64).alias(SIZE))
        is_panel = pl.col(TABLE).is_in(sorted(in_panels))
        parts[record] = [_dated(found, record, complete.filter(~is_panel) if in_panels else complete)]
        for numbers in panels.values():
            if found.tables[numbers[0]].table.record == record:
                panel = complete.filter(pl.col(TABLE).is_in(numbers))
                parts[record].append(_folded(found, panel, numbers, options))
    return parts


def _once_a_file(asked: Sequence[tuple[str, Fault]]) -> Iterator[Fault]:
    """Ask for the day once a file; of several tables none in particular is meant."""
    of_files: dict[tuple[str, str, str], list[Fault]] = {}
    for source, fault in asked:
        of_files.setdefault((source, fault.code, fault.blanks["day"]), []).append(fault)
    for faults in of_files.values():
        yield faults[0] if len(faults) == 1 else replace(faults[0], sheet=None)


def _panels(tables: Sequence[TypedTable]) -> Mapping[int, list[int]]:
    """The tables that are snapshots of one panel: number of the table in the mapping file -> their positions."""
    panels: dict[int, list[int]] = {}
    for number, typed in enumerate(tables):
        options = typed.table.options
        if options.spells is not None and options.table is not None:
            panels.setdefault(options.table, []).append(number)
    return panels


def _of_tables(tables: Sequence[TypedTable], days: Sequence[date | None]) -> Sequence[pl.Series]:
    """The columns in which all rows of a table are alike, one value a table."""
    options = [typed.table.options for typed in tables]
    return (
        pl.Series("source", [typed.table.sheet.source[:SOURCE_LENGTH] for typed in tables], pl.String),
        pl.Series("sheet", [scrubbed(typed.table.sheet.name) for typed in tables], pl.String),
        pl.Series("day", [o.day or day for o, day in zip(options, days, strict=True)], pl.Date),
        pl.Series("end_inclusive", [o.end_inclusive for o in options], pl.Boolean),
        pl.Series("mapped", [o.repeats for o in options], pl.Boolean),
    )


def _dated(found: ReadTables, record: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows that have a day, without dates that lie too far after it; each of those is a fault."""
    placed = rows.filter(pl.col("day").is_not_null())
    found.rejected += len(rows) - len(placed)
    if placed.is_empty():
        return placed
    plausible, faults = with_implausible_days_unknown(placed, record, found.tables)
    found.faults += faults
    return plausible


def _note_source_day(found: ReadTables, typed: TypedTable, day: date | None) -> None:
    if day is not None:
        source = typed.table.sheet.source
        name, known = found.sources[source]
        found.sources[source] = (name, max(day, known or day))


def _check_said_days(found: ReadTables, options: LoadOptions) -> None:
    """Refuse a day of which no source can speak: 9999-12-31 has no day after it."""
    said = [options.as_of, *(t.table.options.day for t in found.tables)]
    for day in said:
        if day is not None and day.year not in PLAUSIBLE_YEARS:
            first, last = PLAUSIBLE_YEARS[0], PLAUSIBLE_YEARS[-1]
            raise UsageError(
                f"数据的截至日期应在 {first} 年至 {last} 年之间，而不是 {day.isoformat()}",
                f"the day as of which files speak lies between {first} and {last}, not {day.isoformat()}",
            )


def _folded(found: ReadTables, panel: pl.DataFrame, numbers: Sequence[int], options: LoadOptions) -> pl.DataFrame:
    tables = [found.tables[n] for n in numbers]
    raw = tables[0].table
    spells = raw.options.spells
    assert spells is not None  # only tables with spells are panels
    good = panel.filter(~pl.col(ERROR))
    found.rejected += len(panel) - len(good)
    folded = fold(good.drop(SIZE), spells, columns(RECORD_TYPES[raw.record]))
    _note_missing_steps(found, tables[0], folded.missing_steps)
    told = folded.unplaced.select(TABLE, "row", spells.on, f"{spells.on}_written")
    for number, row, day_of_row, written in told.iter_rows():
        _note_unplaced(found, found.tables[number], row, day_of_row, written)
    day = _panel_day(tables, folded, options)
    if day is None:
        found.rejected += len(folded.frame)
        return panel.clear()
    for typed in tables:
        _note_source_day(found, typed, day)
    sizes = pl.Series(SIZE, folded.sizes, dtype=pl.Int64)
    return folded.frame.with_columns(pl.col("day").fill_null(day), sizes)


def _panel_day(tables: Sequence[TypedTable], folded: SpellsResult, options: LoadOptions) -> date | None:
    """The day of a panel as a whole: what is said of it, else the newest that its files state, else its last step."""
    said = [t.table.options.day for t in tables if t.table.options.day]
    if said or options.as_of:
        return max(said, default=options.as_of)
    return max((day for day in (*(t.said for t in tables), folded.last_step) if day), default=None)


def _note_missing_steps(found: ReadTables, table: TypedTable, steps: Sequence[date]) -> None:
    severity, sheet = kind_of_fault("missing_step").severity, table.table.sheet
    for step in steps:
        shown = step.isoformat()[:7]
        found.faults.append(Fault("missing_step", severity, sheet.file, sheet.name, value=shown, source=sheet.source))


def _note_unplaced(found: ReadTables, table: TypedTable, row: int, day: str | None, written: str | None) -> None:
    """A row of a panel without a day that fixes its step is rejected: blank, open or unknown, or with two readings."""
    raw = table.table
    spells = raw.options.spells
    assert spells is not None  # only rows of panels are unplaced
    found.rejected += 1
    origin, sheet = raw.columns[spells.on], raw.sheet
    if day is not None and "/" in day:
        place = ("ambiguous_month", sheet.source, sheet.name, row, origin.letters)
        found.faults = [
            replace(f, severity="error") if (f.code, f.source, f.sheet, f.row, f.column) == place else f
            for f in found.faults
        ]
        return
    code = "missing_value" if day is None else "invalid_date"
    shown = None if day is None else written
    where = sheet.file, sheet.name, row, origin.letters, origin.heading
    found.faults.append(Fault(code, "error", *where, shown, source=sheet.source))
