"""A mapping file held against the files given: the tables that come of it, and what does not fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from loaders.plan import MappingFile, MappingTable
from loaders.plans.file_matching import matches_file, matching_sheets
from loaders.plans.heading_rows import SEARCHED_ROWS, HeadingRows, choose_heading_rows, titles_above
from loaders.plans.named_columns import NamedColumns
from loaders.plans.problems import MappingProblem, ProblemList, at_sheet
from loaders.plans.sections import meant
from loaders.plans.tables import ColumnSource, RawTable, TableOptions
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
    """

    tables: tuple[RawTable, ...]
    claimed: frozenset[tuple[str, str]]
    problems: tuple[MappingProblem, ...]


def apply_mapping(mapping: MappingFile, results: Iterable[ReadResult]) -> AppliedMapping:
    """Apply a mapping file to all files of a load.

    Args:
        mapping: the mapping file.
        results: the files, read; one that could not be read is passed over.

    Returns:
        Their tables; a table of the mapping that fits no file is a problem.
    """
    paths, parts = [], []
    for result in results:
        paths.append(result.path)
        parts.append(apply_to_file(mapping, result))
    return AppliedMapping(
        tuple(table for part in parts for table in part.tables),
        frozenset().union(*(part.claimed for part in parts)),
        (*unmatched_tables(mapping, paths), *(problem for part in parts for problem in part.problems)),
    )


def unmatched_tables(mapping: MappingFile, paths: Iterable[Path]) -> tuple[MappingProblem, ...]:
    """Return a problem for each table of a mapping that fits none of the files given."""
    files = list(paths)
    problems = ProblemList(mapping.name, mapping.lines)
    for table in mapping.tables:
        if not any(matches_file(table.file, path) for path in files):
            near_zh, near_en = meant(nearest(table.file, [path.name for path in files]))
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
            made = _table_of(table, sheet, misfits)
            tables += [made] if made else []
            problems += [at_sheet(problem, sheet.file, sheet.name) for problem in misfits.found]
    return AppliedMapping(tuple(tables), frozenset(claimed), tuple(problems))


def _note_sheets(problems: ProblemList, table: MappingTable, sheets: Iterable[Sheet]) -> None:
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


def _table_of(table: MappingTable, sheet: Sheet, problems: ProblemList) -> RawTable | None:
    rows = choose_heading_rows(sheet, table.header, [*table.columns.values(), *table.where])
    if rows is None:
        _note_no_headings(problems, table, sheet)
        return None
    found = _raw_table(table, sheet, rows, NamedColumns(table, sheet, rows, problems))
    return None if problems.found else found


def _note_no_headings(problems: ProblemList, table: MappingTable, sheet: Sheet) -> None:
    path = ("table", table.number, "header")
    if table.header == "auto":
        zh = f'前 {SEARCHED_ROWS} 行里没有 columns 写的任何表头；没有表头的表请写 header = "none"，各列写字母'
        en = f"none of the first {SEARCHED_ROWS} rows holds any heading that columns names"
        problems.add(path, zh, f'{en}; where there are none, write header = "none" and the letters of the columns')
    else:
        last = sheet.first_row + len(sheet.rows) - 1
        zh = f"工作表只有第 {sheet.first_row} 到第 {last} 行"
        problems.add(path, zh, f"the sheet has the rows {sheet.first_row} to {last} alone")


def _raw_table(table: MappingTable, sheet: Sheet, rows: HeadingRows, named: NamedColumns) -> RawTable:
    constants = {field: ColumnSource(None, constant=value) for field, value in table.values.items()}
    heading_row = rows.rows[-1] if rows.rows else None
    return RawTable(
        table.record,
        sheet,
        {**dict(named.sources()), **constants},
        first_row=sheet.first_row if heading_row is None else heading_row + 1,
        heading_row=heading_row,
        title=titles_above(sheet, rows),
        options=TableOptions(
            table=table.number,
            day=table.as_of,
            end_inclusive=table.end_inclusive,
            namespace=table.namespace,
            dates=table.dates,
            translate=table.translate,
            split=table.split,
            where=dict(named.filters()),
            spells=table.spells,
        ),
    )
