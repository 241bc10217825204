"""What openpyxl does not carry over from a workbook, counted part by part."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from openpyxl import Workbook

from loaders.readers.package import Package
from loaders.readers.xlsx_parts import sheet_parts
from loaders.returning.marked_workbooks.notes import Note

PARTS: Mapping[str, re.Pattern[str]] = {
    "macros": re.compile(r".*vbaproject\.bin"),
    "cell_pictures": re.compile(r"xl/cellimages\.xml|xl/richdata/.*rel\.xml"),
    "slicers": re.compile(r"xl/(slicers|timelines)/[^/]+\.xml"),
    "controls": re.compile(r"xl/(ctrlprops|activex)/[^/]+\.xml"),
    "embedded": re.compile(r"xl/embeddings/[^/]+"),
    "threads": re.compile(r"xl/threadedcomments/[^/]+\.xml"),
    "queries": re.compile(r"xl/connections\.xml|xl/querytables/[^/]+\.xml"),
    "dynamic_arrays": re.compile(r"xl/metadata\.xml"),
}
"""Kind of note -> names of parts, in small letters, of which none comes back."""

CHARTS = re.compile(r"xl/charts/chart(ex)?\d*\.xml")
PIVOTS = re.compile(r"xl/pivottables/[^/]+\.xml")
COMMENTS = re.compile(r"xl/(?:[^/]+/)?comments[^/]*\.xml")
DRAWINGS = re.compile(r"xl/drawings/drawing\d*\.xml")
PICTURE, SHAPE = re.compile(rb"<(?:\w+:)?pic[ >/]"), re.compile(rb"<(?:\w+:)?(?:sp|cxnSp)[ >/]")
COMMENT = re.compile(rb"<(?:\w+:)?comment[ >]")
EXTENSIONS = {
    "validations": re.compile(rb"<x14:dataValidation[ >]"),
    "formats": re.compile(rb"<x14:conditionalFormatting[ >]"),
    "sparklines": re.compile(rb"<x14:sparklineGroup[ >/]"),
}


def dropped(names: Sequence[str], package: Package, workbook: Workbook) -> Iterator[Note]:
    """Yield what a workbook had and what openpyxl made of it has not.

    Args:
        names: all parts of the file.
        package: its XML parts.
        workbook: what openpyxl read.
    """
    for kind, pattern in PARTS.items():
        yield from _lost(kind, sum(pattern.fullmatch(name.lower()) is not None for name in names))
    charts = sum(len(sheet._charts) for sheet in [*workbook.worksheets, *workbook.chartsheets])
    yield from _lost("charts", sum(CHARTS.fullmatch(name.lower()) is not None for name in names) - charts)
    yield from _lost("redrawn_charts", charts)
    pivots = sum(len(sheet._pivots) for sheet in workbook.worksheets)
    yield from _lost("pivots", sum(PIVOTS.fullmatch(name.lower()) is not None for name in names) - pivots)
    pictures = sum(len(sheet._images) for sheet in workbook.worksheets)
    yield from _lost("pictures", _within(package, DRAWINGS.fullmatch, PICTURE) - pictures)
    yield from _lost("shapes", _within(package, DRAWINGS.fullmatch, SHAPE))
    if comments := _within(package, COMMENTS.fullmatch, COMMENT):
        yield from _lost("comments", comments - _comments(workbook))
    parts = sheet_parts(package)
    for kind, pattern_in_sheet in EXTENSIONS.items():
        yield from _lost(kind, sum(len(pattern_in_sheet.findall(part)) for part in parts.values()))


def _lost(kind: str, count: int) -> Iterator[Note]:
    if count > 0:
        yield Note(kind, count)


def _within(package: Package, is_one: Callable[[str], object], pattern: re.Pattern[bytes]) -> int:
    return sum(len(pattern.findall(part)) for name, part in package.parts.items() if is_one(name.lower()))


def _comments(workbook: Workbook) -> int:
    return sum(cell.comment is not None for sheet in workbook.worksheets for cell in sheet._cells.values())
