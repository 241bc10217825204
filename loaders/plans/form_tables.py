"""Labels with their values as a table of rows, which is matched as any other, and whose plan is said of the form."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.plans.form_rows import Token
from loaders.plans.heading_rows import HeadingRows, column_by_letters, columns_between
from loaders.readers.sheet import Cell, Sheet


def as_table(
    sheet: Sheet, titles: Sequence[str], headings: Sequence[Token], rows: Sequence[Sequence[Token | None]]
) -> Sheet:
    """Return labels and their values as a table of rows, its title in the first row and its headings in the second.

    Args:
        sheet: the sheet in which they stand.
        titles: the texts above.
        headings: the labels.
        rows: the values of each row, as many as labels.
    """
    width = max(len(headings), 1)
    title: list[Cell] = [" ".join(titles) or None, *[None] * (width - 1)]
    cells: list[list[Cell]] = [[value.cell if value else None for value in row] for row in rows]
    found: list[list[Cell]] = [title, [token.text for token in headings], *cells]
    bare = replace(sheet, rows=found, first_row=1, first_column=1, merged=(), hidden_rows=frozenset())
    return replace(bare, struck_rows=frozenset(), no_value=frozenset(), error_cells={}, shown={})


def indexes_of(table: Sheet, rows: HeadingRows, name: str) -> Iterator[int]:
    """Go through the columns, from 0, that a name means: a heading, letters, or letters from and to.

    Args:
        table: the table.
        rows: its headings.
        name: as a plan names them.
    """
    found = [heading.column for heading in rows.columns_of(name)]
    if len(found) == 1:
        yield found[0]
        return
    number = column_by_letters(table, name)
    yield from [number - 1] if number else [n - 1 for n in columns_between(table, name) or ()]
