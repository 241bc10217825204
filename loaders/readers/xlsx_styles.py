"""Which cell styles of an xlsx file are struck through or may hold part of a code; which shared texts are struck."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from loaders.readers.number_formats import may_hold_text
from loaders.readers.package import Package
from loaders.readers.xlsx_parts import local_name

STRIKE = b"strike"
OFF = ("0", "false", "off")


def struck_styles(package: Package) -> frozenset[str]:
    """The numbers, as cells refer to them, of styles whose font is struck through."""
    data = package.part("xl/styles.xml")
    if STRIKE not in data:
        return frozenset()
    root = ET.fromstring(data)
    fonts = [_is_struck(font) for font in _children(root, "fonts")]
    struck = {str(number) for number, is_struck in enumerate(fonts) if is_struck}
    formats = _children(root, "cellXfs")
    return frozenset(str(style) for style, entry in enumerate(formats) if entry.get("fontId") in struck)


def code_formats(package: Package) -> dict[str, str]:
    """The number formats that may hold part of a code, by the numbers of the cell styles that have them."""
    data = package.part("xl/styles.xml")
    if b"formatCode" not in data:
        return {}
    root = ET.fromstring(data)
    codes = {entry.get("numFmtId"): entry.get("formatCode", "") for entry in _children(root, "numFmts")}
    styles = enumerate(codes.get(entry.get("numFmtId"), "") for entry in _children(root, "cellXfs"))
    return {str(style): code for style, code in styles if code and may_hold_text(code)}


def struck_strings(package: Package) -> frozenset[str]:
    """The numbers of shared texts whose every piece is struck through: part of a cell was selected, and it was all."""
    data = package.part("xl/sharedStrings.xml")
    if STRIKE not in data:
        return frozenset()
    items = (element for element in ET.fromstring(data) if local_name(element.tag) == "si")
    return frozenset(str(number) for number, item in enumerate(items) if _all_struck(item))


def _all_struck(item: ET.Element) -> bool:
    runs = [child for child in item if local_name(child.tag) == "r"]
    return bool(runs) and all(_is_struck(run) for run in runs)


def _is_struck(element: ET.Element) -> bool:
    return any(local_name(part.tag) == "strike" and part.get("val", "1").lower() not in OFF for part in element.iter())


def _children(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (child for group in root if local_name(group.tag) == name for child in group)
