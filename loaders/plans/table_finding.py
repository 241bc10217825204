"""Tables in sheets that no mapping file speaks of: the heading row, one or two rows high, and what it says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_model.names import normal_text
from loaders.faults import Fault, kind_of_fault
from loaders.plans.headings import (
    Heading,
    HeadingMatch,
    best_matches,
    is_ignored,
    is_known,
    known_headings,
    match_headings,
    most_fields,
)
from loaders.plans.tables import ColumnSource, RawTable
from loaders.readers.sheet import Cell, Sheet, column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.nearest import nearest

_SEARCHED_ROWS = 40
_LONGEST_HEADING = 40
_UNMISTAKABLE = 3


@dataclass(frozen=True)
class FoundTable:
    """What became of a sheet: a table, or none, with the faults of its headings.

    Args:
        table: the table, or None.
        faults: what is to be said of the sheet and its headings.
        rows: number of rows in a sheet that could not be read for its headings.
    """

    table: RawTable | None
    faults: tuple[Fault, ...] = ()


def find_table(sheet: Sheet) -> FoundTable:
    """Find the table in a sheet by its headings.

    Args:
        sheet: a sheet.

    Returns:
        The table, or none for a sheet without one (a cover, an empty sheet) or with headings that must be asked about.
    """
    rows = _filled_across(sheet)
    first = next(_heading_candidates(rows), None)
    if sheet.record in RECORD_TYPES and first:
        return _table(sheet, rows, first, [match_headings(first.headings, str(sheet.record))])
    best = _best_candidate(rows)
    if best is None:
        looks_like_table = sum(sum(not is_missing(c) for c in row) > 1 for row in rows) > 1
        return FoundTable(None, (_fault("unrecognised_sheet", sheet),) if looks_like_table else ())
    hint = normal_text(" ".join([sheet.name, sheet.file, *_titles(rows, best.row)]))
    return _table(sheet, rows, best, best_matches(best.headings, hint, sheet.name))


@dataclass(frozen=True)
class _Candidate:
    row: int
    height: int
    headings: tuple[Heading, ...]


def _best_candidate(rows: Sequence[Sequence[Cell]]) -> _Candidate | None:
    """Return the row, or two, with most known headings; where a row holds nothing else, none below it is looked at."""
    best, most, last = None, 0, len(rows)
    for candidate in _heading_candidates(rows):
        if candidate.row > last:
            break
        known = most_fields(candidate.headings)
        if known > most or (best and known == most and (candidate.height, candidate.row) < (best.height, best.row)):
            best, most = candidate, known
        if candidate.height == 1 and known >= _UNMISTAKABLE and known == _wanted(candidate):
            last = candidate.row
    return best


def _wanted(candidate: _Candidate) -> int:
    return sum(not is_ignored(h.shown) for h in candidate.headings)


def _filled_across(sheet: Sheet) -> list[list[Cell]]:
    """Return the first rows with headings that are merged across columns or down rows repeated in each cell."""
    rows = [list(row) for row in sheet.rows[:_SEARCHED_ROWS]]
    for first_row, first_column, last_row, last_column in sheet.merged:
        top, left = first_row - sheet.first_row, first_column - sheet.first_column
        if not (0 <= top < len(rows) and 0 <= left < len(rows[top])):
            continue
        for r in range(top, min(last_row - sheet.first_row + 1, len(rows), top + 2)):
            for c in range(left, min(last_column - sheet.first_column + 1, len(rows[r]))):
                rows[r][c] = rows[top][left]
    return rows


def _heading_text(cell: Cell) -> str:
    text = " ".join(cell.split()) if isinstance(cell, str) else ""
    return text if len(text) <= _LONGEST_HEADING else ""


def _heading_candidates(rows: Sequence[Sequence[Cell]]) -> Iterator[_Candidate]:
    for index, row in enumerate(rows):
        texts = [_heading_text(c) for c in row]
        single = tuple(Heading(i, t, (t,)) for i, t in enumerate(texts) if t)
        if (single and len({t for t in texts if t}) > 1) or sum(map(bool, texts)) == 1:
            yield _Candidate(index, 1, single)
        if index + 1 < len(rows):
            below = [_heading_text(c) for c in rows[index + 1]]
            yield _Candidate(index, 2, joined_headings(texts, below))


def joined_headings(parents: Sequence[str], children: Sequence[str]) -> tuple[Heading, ...]:
    """Join two rows of headings: a merged parent (任期) and its children (起, 止) are one heading each.

    Args:
        parents: texts of the upper row, a merged one repeated in each of its columns.
        children: texts of the lower row.

    Returns:
        The headings, each with the writings by which it may be known.
    """
    found = []
    for column, (parent, child) in enumerate(zip(parents, children, strict=False)):
        writings = tuple(dict.fromkeys(w for w in (parent + child if parent != child else child, child or parent) if w))
        if writings:
            found.append(Heading(column, writings[0], writings))
    return tuple(found)


def _titles(rows: Sequence[Sequence[Cell]], heading_row: int) -> tuple[str, ...]:
    texts = (cell_text(c) for row in rows[:heading_row] for c in row if not is_missing(c))
    return tuple(dict.fromkeys(texts))


def _fault(
    code: str,
    sheet: Sheet,
    heading: Heading | None = None,
    row: int | None = None,
    blanks: Mapping[str, str] | None = None,
) -> Fault:
    letters = column_letters(heading.column + sheet.first_column) if heading else None
    shown = heading.shown if heading else None
    severity = kind_of_fault(code).severity
    where = sheet.file, sheet.name, row, letters, shown
    return Fault(code, severity, *where, shown, blanks or {}, source=sheet.source)


def _table(
    sheet: Sheet, rows: Sequence[Sequence[Cell]], candidate: _Candidate, matches: Sequence[HeadingMatch]
) -> FoundTable:
    if not matches or len(matches[0].fields) < min(2, len(candidate.headings)):
        return FoundTable(None, (_fault("unrecognised_sheet", sheet),))
    heading_row = candidate.row + candidate.height - 1 + sheet.first_row
    if len(matches) > 1:
        names = {
            "candidates_zh": "、".join(RECORD_TYPES[m.record].zh for m in matches),
            "candidates_en": ", ".join(m.record for m in matches),
        }
        return FoundTable(None, (_fault("ambiguous_table", sheet, row=heading_row, blanks=names),))
    match = matches[0]
    sources = {field: ColumnSource(h.column + sheet.first_column, h.shown) for field, h in match.fields.items()}
    sources |= {field: ColumnSource(None, constant=term) for field, term in match.stated.items()}
    table = RawTable(
        match.record,
        sheet,
        sources,
        first_row=heading_row + 1,
        heading_row=heading_row,
        title=_titles(rows, candidate.row),
    )
    return FoundTable(table, tuple(_heading_faults(sheet, match, heading_row)))


def _heading_faults(sheet: Sheet, match: HeadingMatch, row: int) -> Iterator[Fault]:
    fields = columns(RECORD_TYPES[match.record])
    for heading, other in match.doubled:
        yield _fault("duplicate_column", sheet, heading, row, {"other": other.shown})
    for heading in match.unknown:
        if not is_ignored(heading.shown):
            yield _fault("unmatched_heading", sheet, heading, row, _suggestion(match.record, heading.shown))
    for field in match.missing:
        names = {"missing_zh": fields[field].heading, "missing_en": fields[field].english}
        yield _fault("missing_column", sheet, None, row, names)


def _suggestion(record: str, heading: str) -> Mapping[str, str]:
    found = nearest(heading, [c.heading for c in columns(RECORD_TYPES[record]).values()])
    if found is None or (is_known(heading) and heading in known_headings(record)):
        return {}
    return {"nearest_zh": f"最接近的是“{found}”。", "nearest_en": f"The nearest is “{found}”. "}
