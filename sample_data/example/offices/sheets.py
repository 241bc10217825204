"""A registry laid out as a sheet: title, heading, rows, total, notes; the same for every format."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sample_data.example.offices.layouts import LAYOUTS, Layout
from sample_data.example.offices.styles import Style, Written, full_width
from sample_data.example.offices.terms import word
from sample_data.example.truth.entities import Row, Value
from sample_data.example.truth.when import When

SYNTHETIC = "示例数据（合成），非真实"
"""What every file says of itself."""

DAY = "截至2024年9月3日"
"""The day of which every table speaks."""


@dataclass
class Sheet:
    """A sheet, cell by cell.

    Args:
        name: name of the sheet.
        record: the record type of its rows.
        rows: the cells.
        merged: (first row, first column, last row, last column), counted from 1.
        heading_rows: the rows of the heading, counted from 1.
    """

    name: str
    record: str
    rows: list[list[Written]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    heading_rows: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """The number of its columns."""
        return max(len(row) for row in self.rows)


def fields_of(record: str, style: Style, rows: Sequence[Row]) -> list[str]:
    """Return the fields for which a table has columns: those that an office keeps, notes if any row has one."""
    used = {name for row in rows for name in row}
    return [f for f in LAYOUTS[record].columns if f not in style.left_out and (f in used or f == "note")]


_QUESTIONS = ("有无", "是否")
"""In a column whose heading asks so 无 is an answer, no blank: an office leaves the cell empty."""


def heading(layout: Layout, style: Style, name: str) -> str:
    """Return the heading that an office uses for a field."""
    headings = layout.columns[name]
    return headings[style.variant % len(headings)]


def cell(style: Style, record: str, name: str, row: Row, title: str) -> Written:
    """Return what an office writes for one value of a row.

    Args:
        style: the habits of the office.
        record: record type.
        name: the field.
        row: the row.
        title: the heading, which decides how yes and no are written.
    """
    value = row.get(name)
    if value is None:
        is_open = name == "valid_to" and row.get("state", "current") == "current" and "valid_from" in row
        asks = any(word in title for word in _QUESTIONS)
        return (style.open_end if is_open else "" if asks else style.missing) or None
    return _written(style, record, name, value, row=row, title=title)


def _written(style: Style, record: str, name: str, value: Value, *, row: Row, title: str) -> Written:
    if isinstance(value, bool):
        yes, no = ("有", "无") if "有无" in title else ("是", "否")
        return yes if value else no
    if isinstance(value, int):
        if name in style.unit_after:
            return f"{value}{style.unit_after[name]}"
        return full_width(str(value)) if style.wide_digits else value
    if isinstance(value, When):
        return style.write_date(value)
    if isinstance(value, tuple):
        return style.separator.join(word(style, record, name, str(v), row) for v in value)
    return word(style, record, name, str(value), row)


def lay_out(record: str, style: Style, office: str, rows: Sequence[Row]) -> Sheet:
    """Return a registry as a sheet in the style of an office.

    Args:
        record: record type.
        style: the habits of the office.
        office: its name.
        rows: the rows; those of one community stand together.
    """
    layout = LAYOUTS[record]
    sheet = Sheet(layout.sheet, record)
    fields = fields_of(record, style, rows)
    titles = [heading(layout, style, f) for f in fields]
    offset = 1 if style.serial else 0
    width = len(fields) + offset
    _title(sheet, f"{office}{layout.title}（{DAY}）", width)
    if style.unit_row:
        _title(sheet, f"填报单位：{office}　　{SYNTHETIC}", width)
    _heading(sheet, style, fields, titles, offset)
    for order, row in enumerate(rows):
        cells = [cell(style, record, f, row, t) for f, t in zip(fields, titles, strict=True)]
        sheet.rows.append([order + 1, *cells] if style.serial else cells)
    if style.merge:
        _merge(sheet, fields, rows, offset)
    if style.total and layout.total in fields:
        _total(sheet, style, fields, rows, summed=str(layout.total), offset=offset)
    for note in (*style.notes, *(() if style.unit_row else (SYNTHETIC,))):
        sheet.rows.append([f"注：{note}", *[None] * (width - 1)])
    return sheet


def _title(sheet: Sheet, text: str, width: int) -> None:
    sheet.rows.append([text, *[None] * (width - 1)])
    sheet.merged.append((len(sheet.rows), 1, len(sheet.rows), width))


def _heading(sheet: Sheet, style: Style, fields: list[str], titles: list[str], offset: int) -> None:
    first: list[Written] = [*(["序号"] * offset), *titles]
    at = len(sheet.rows) + 1
    parent = style.two_rows.get(sheet.record)
    if parent is None or "valid_from" not in fields or "valid_to" not in fields:
        sheet.rows.append(first)
        sheet.heading_rows = (at,)
        return
    second: list[Written] = [None] * len(first)
    start = fields.index("valid_from") + offset
    first[start : start + 2] = [parent, None]
    second[start : start + 2] = ["起", "止"]
    sheet.rows += [first, second]
    sheet.heading_rows = (at, at + 1)
    sheet.merged.append((at, start + 1, at, start + 2))
    sheet.merged += [(at, c + 1, at + 1, c + 1) for c in range(len(first)) if c not in {start, start + 1}]


def _merge(sheet: Sheet, fields: list[str], rows: Sequence[Row], offset: int) -> None:
    first = sheet.heading_rows[-1] + 1
    for name in ("subdistrict", "community"):
        if name not in fields:
            continue
        column = fields.index(name) + offset
        at = first
        for value, members in groupby(rows, key=lambda row, name=name: row.get(name)):  # type: ignore[misc] # the name is bound at once
            number = len(list(members))
            if number > 1 and value is not None:
                sheet.merged.append((at, column + 1, at + number - 1, column + 1))
                for place in range(at, at + number - 1):
                    sheet.rows[place][column] = None
            at += number


def _total(sheet: Sheet, style: Style, fields: list[str], rows: Sequence[Row], *, summed: str, offset: int) -> None:
    cells: list[Written] = [None] * (len(fields) + offset)
    total = sum(int(str(row[summed])) for row in rows if summed in row)
    cells[0] = style.total
    column = fields.index(summed) + offset
    cells[column] = full_width(str(total)) if style.wide_digits else total
    sheet.rows.append(cells)
