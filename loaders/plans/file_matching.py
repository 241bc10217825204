"""Which of the files given, and which of their sheets, a mapping table speaks of."""

import unicodedata
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from graph_model.names import normal_text
from loaders.plan import MappingFile, TablePlan
from loaders.readers.sheet import Sheet
from loaders.values.cell_reading import is_missing


def matches_file(pattern: str, path: Path) -> bool:
    """Tell whether a glob fits a file: its name, or as many of the last parts of its path as the glob has.

    Args:
        pattern: the glob; its parts are separated by slashes of either kind, and capitals do not count.
        path: the file as it was given.
    """
    wanted = [part for part in _plain(pattern).replace("\\", "/").split("/") if part != "."]
    parts = [_plain(part) for part in path.parts][-len(wanted) :]
    pairs = list(zip(wanted, parts, strict=False))
    return len(parts) == len(wanted) and all(part == glob or fnmatchcase(part, glob) for glob, part in pairs)


def _plain(text: str) -> str:
    # some systems hand out file names whose letters and accents are apart
    return unicodedata.normalize("NFC", text).casefold()


def encodings(mapping: MappingFile, paths: Iterable[Path]) -> dict[Path, str]:
    """Return the encoding of each file whose encoding a mapping names, as `read_files` takes it.

    Args:
        mapping: the mapping file.
        paths: the files given.
    """
    found = {}
    for path in paths:
        named = (t.encoding for t in mapping.tables if t.encoding and matches_file(t.file, path))
        encoding = next(named, None)
        if encoding:
            found[path] = encoding
    return found


def matching_sheets(table: TablePlan, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets of a file that a table speaks of.

    Args:
        table: the table of the mapping file.
        sheets: the sheets of a file that its glob fits.

    Returns:
        Without a name the visible sheets that hold anything: the caller refuses more than one; of a JSON file the
        registry itself, whatever lists are within it. With a name that sheet, or those that a glob fits, hidden or
        not, but for empty ones. With a position that one.
    """
    if table.sheet is None:
        found = [s for s in sheets if not s.hidden and _holds_anything(s)]
        return [s for s in found if _is_registry(s)] or found
    if isinstance(table.sheet, int):
        return list(sheets[table.sheet - 1 : table.sheet])
    name = normal_text(table.sheet)
    same = [s for s in sheets if s.name == table.sheet] or [s for s in sheets if normal_text(s.name) == name]
    fitting = [s for s in sheets if fnmatchcase(normal_text(s.name), name)]
    return same or [s for s in fitting if _holds_anything(s)] or fitting


def _is_registry(sheet: Sheet) -> bool:
    return sheet.kind == "objects" and sheet.name == PurePath(sheet.file).stem


def _holds_anything(sheet: Sheet) -> bool:
    return any(not is_missing(cell) for row in sheet.rows for cell in row)
