"""Forms within a sheet, one or several under each other: their titles, their labels, and the tables within them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.plans.form_rows import FormRow, Pair, Token, form_rows, is_label, is_role
from loaders.plans.headings import heading_key, is_known
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import is_missing

_FEWEST = 2
_LONGEST = 2_000
_PERSON = "姓名"


@dataclass(frozen=True)
class InnerTable:
    """A table of rows within a form.

    Args:
        heading: its row of headings.
        rows: its rows.
        captions: the texts directly above it.
    """

    heading: FormRow
    rows: tuple[FormRow, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True)
class FormBlock:
    """One form.

    Args:
        first: its first row, as Excel counts, that of its title.
        last: its last row.
        titles: the texts above its labels.
        pairs: its labels with their values.
        below: whether values stand below their labels.
        tables: the tables within it.
        left: cells that are neither.
    """

    first: int
    last: int
    titles: tuple[str, ...]
    pairs: tuple[Pair, ...]
    below: bool
    tables: tuple[InnerTable, ...]
    left: tuple[Token, ...]


_BEGINS_AGAIN: Final = 20
_HAS_BEGUN_AGAIN: Final = 60
"""Rows between which a sheet of several forms has a label at the beginning of a row."""


def form_blocks(sheet: Sheet) -> tuple[FormBlock, ...]:
    """Return the forms that a sheet holds; none if it is no sheet of forms.

    Args:
        sheet: the sheet, whole.
    """
    if sheet.kind == "objects" or sheet.record is not None or len(sheet.rows) > _LONGEST:
        return ()
    further = sheet.rows[_BEGINS_AGAIN:_HAS_BEGUN_AGAIN] if len(sheet.rows) > _HAS_BEGUN_AGAIN else sheet.rows[1:]
    if not any(map(_begins_with_label, further)):
        return ()  # a table of plain rows, seen to be one at once
    rows = list(form_rows(sheet))
    first = next((row for row in rows if row.kind not in {"blank", "title"}), None)
    if first is None or first.kind not in {"pairs", "heading"}:
        return ()
    blocks = tuple(_block(part) for part in _parts(rows))
    return blocks if blocks and all(map(_is_form, blocks)) else ()


def _begins_with_label(row: Sequence[Cell]) -> bool:
    first = next((cell for cell in row if not is_missing(cell)), None)
    return first is not None and is_label(first)


def _parts(rows: Sequence[FormRow]) -> Iterator[list[FormRow]]:
    """The rows of each form: the next begins at the title above the label with which the first began."""
    begins = next((r for r in rows if r.kind in {"pairs", "heading"}), rows[0])
    key = [heading_key(t.text) for t in begins.tokens[:1]]
    starts = [
        _title_of(rows, i) for i, r in enumerate(rows) if r.kind == begins.kind and _first_key(r) == key and r != begins
    ]
    for start, end in zip([0, *starts], [*starts, len(rows)], strict=True):
        yield list(rows[start:end])


def _first_key(row: FormRow) -> list[str]:
    return [heading_key(t.text) for t in row.tokens[:1]]


def _title_of(rows: Sequence[FormRow], index: int) -> int:
    while index and rows[index - 1].kind == "title":
        index -= 1
    return index


def _block(rows: list[FormRow]) -> FormBlock:
    titles: list[str] = []
    pairs: list[Pair] = []
    tables: list[InnerTable] = []
    left: list[Token] = []
    captions: list[str] = []
    below = 0
    index = 0
    while index < len(rows):
        row = rows[index]
        index += 1
        if row.kind == "pairs":
            pairs += row.pairs
        elif row.kind == "title":
            (captions if pairs else titles).append(row.tokens[0].text)
            continue
        elif row.kind == "heading":
            under = list(_rows_under(row, rows[index:]))
            if len(under) == 1 and not _is_of_persons(row):
                pairs += _pairs_below(row, under[0])
                below += 1
            else:
                tables.append(InnerTable(row, tuple(under), tuple(captions)))
            index += len(under)
        elif row.kind == "other":
            left += row.tokens
        captions = []
    said = [row for row in rows if row.kind != "blank"] or rows
    across = any(row.kind == "pairs" for row in rows)
    return FormBlock(
        rows[0].number,
        said[-1].number,
        tuple(titles),
        tuple(pairs),
        bool(below) and not across,
        tuple(tables),
        tuple(left),
    )


def _rows_under(heading: FormRow, rows: Sequence[FormRow]) -> Iterator[FormRow]:
    """The rows of a table within a form: until a label of the form, or a value as wide as several columns."""
    wide = {token.column for token in heading.tokens if token.end > token.column}
    numbered = False
    for row in rows:
        first = row.tokens[0] if row.tokens else None
        if first is None or row.kind in {"title", "foot", "heading"}:
            return
        if row.kind == "pairs" and not is_role(first.cell) and is_known(first.text):
            return
        if any(token.end > token.column and token.column not in wide for token in row.tokens):
            return
        if numbered and not _is_number(first):
            return
        numbered = _is_number(first)
        yield row


def _is_number(token: Token) -> bool:
    return token.text.strip().rstrip(".、").isdigit()


def _is_of_persons(row: FormRow) -> bool:
    return any(_PERSON in token.text for token in row.tokens)


def _pairs_below(heading: FormRow, values: FormRow) -> Iterator[Pair]:
    by_column = {token.column: token for token in values.tokens}
    for label in heading.tokens:
        yield Pair(label, by_column.get(label.column))


def _is_form(block: FormBlock) -> bool:
    """Whether a block is a form: two rows of labels that are known, or one above a table of persons."""
    if any(not table.rows and not _is_of_persons(table.heading) for table in block.tables):
        return False  # labels under headings are the first column of a table
    if block.below and block.last - block.pairs[0].label.row >= 2 * len({p.label.row for p in block.pairs}):
        return False  # a blank row or a title between parts two tables of one row each
    known = {heading_key(p.label.text) for p in block.pairs if is_known(p.label.text)}
    rows = {p.label.row for p in block.pairs if is_known(p.label.text)}
    numbers = sum(isinstance(p.value.cell, int | float) for p in block.pairs if p.value)
    if len(known) < _FEWEST or numbers * 2 > len(block.pairs) or len(block.left) > len(block.pairs):
        return False
    persons = any(_is_of_persons(table.heading) for table in block.tables)
    return len(rows) >= _FEWEST or (persons and len(rows) == 1)
