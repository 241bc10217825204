"""A mapping file held against the files given: the tables that come of it, and what does not fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from loaders.faults import Fault
from loaders.plan import MappingFile, TablePlan
from loaders.plans.completing import CompletedPlan, complete
from loaders.plans.file_matching import matches_file, matching_sheets
from loaders.plans.interpreting import interpret
from loaders.plans.problems import MappingProblem, ProblemList, at_sheet
from loaders.plans.sections import meant
from loaders.plans.tables import RawTable
from loaders.readers.results import ReadResult
from loaders.readers.sheet import Sheet
from loaders.values.nearest import nearest


@dataclass(frozen=True)
class AppliedMapping:
    """What a mapping file makes of files.

    Args:
        tables: the tables, in the order of the files and of the mapping.
        claimed: (hash of the file, name of the sheet) of each sheet that a table of the mapping speaks of, also where
            it does not fit; all others are left to be recognised by their headings.
        problems: what of the mapping does not fit the files.
        faults: what is to be said of headings that recognition was to fill in.
    """

    tables: tuple[RawTable, ...]
    claimed: frozenset[tuple[str, str]]
    problems: tuple[MappingProblem, ...]
    faults: tuple[Fault, ...] = ()


NOTHING_APPLIED = AppliedMapping((), frozenset(), ())
"""What comes of no mapping file."""


def unmatched_tables(mapping: MappingFile, paths: Iterable[Path]) -> tuple[TablePlan, ...]:
    """Return the tables of a mapping that fit none of the files given."""
    files = list(paths)
    return tuple(t for t in mapping.tables if not any(matches_file(t.file, path) for path in files))


def unmatched_problems(
    mapping: MappingFile, tables: Iterable[TablePlan], paths: Iterable[Path]
) -> tuple[MappingProblem, ...]:
    """Return a problem for each of the tables of a mapping that fit none of the files given, with the nearest file."""
    names = [path.name for path in paths]
    problems = ProblemList(mapping.name, mapping.lines)
    for table in tables:
        near_zh, near_en = meant(nearest(table.file, names))
        zh = f"没有与“{table.file}”相符的文件{near_zh}"
        problems.add(("table", table.number, "file"), zh, f'no file fits "{table.file}"{near_en}')
    return tuple(problems.found)


def apply_to_file(mapping: MappingFile, result: ReadResult) -> AppliedMapping:
    """Apply a mapping file to one file.

    Args:
        mapping: the mapping file.
        result: the file, read.

    Returns:
        Its tables; nothing at all for a file of which the mapping does not speak, or that could not be read.
    """
    tables: list[RawTable] = []
    problems: list[MappingProblem] = []
    claimed: set[tuple[str, str]] = set()
    faults: list[Fault] = []
    for table in mapping.tables:
        if result.failure is not None or not matches_file(table.file, result.path):
            continue
        sheets = matching_sheets(table, result.sheets)
        claimed.update((sheet.source, sheet.name) for sheet in sheets)
        if not sheets or (table.sheet is None and len(sheets) > 1):
            misfits = ProblemList(mapping.name, mapping.lines)
            _note_sheets(misfits, table, result.sheets)
            problems += [at_sheet(problem, result.path.name) for problem in misfits.found]
            continue
        for sheet in sheets:
            misfits = ProblemList(mapping.name, mapping.lines)
            completed = complete(table, sheet, misfits) if table.recognise else CompletedPlan(table, ())
            tables += interpret(completed.plan, sheet, misfits) if completed else []
            faults += completed.faults if completed else ()
            problems += [at_sheet(problem, sheet.file, sheet.name) for problem in misfits.found]
    return AppliedMapping(tuple(tables), frozenset(claimed), tuple(problems), tuple(faults))


def _note_sheets(problems: ProblemList, table: TablePlan, sheets: Iterable[Sheet]) -> None:
    names = [sheet.name for sheet in sheets]
    near_zh, near_en = meant(nearest(table.sheet, names) if isinstance(table.sheet, str) else None)
    listed_zh, listed_en = "、".join(names), ", ".join(names)
    if table.sheet is None:
        zh = f"没有内容，或有几个工作表，请用 sheet 指明：{listed_zh}"
        en = f"it holds nothing, or several sheets of which sheet must name one: {listed_en}"
    else:
        zh = f"没有工作表“{table.sheet}”{near_zh}；有：{listed_zh}"
        en = f'there is no sheet "{table.sheet}"{near_en}; there are {listed_en}'
    problems.add(("table", table.number, "sheet"), zh, en)
