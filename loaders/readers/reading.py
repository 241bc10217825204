"""One file to its sheets, in this process: dispatch by content; every refusal becomes one failure."""

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from loaders.readers.content import check_content
from loaders.readers.csv_files import parse_csv
from loaders.readers.encodings import decode
from loaders.readers.failures import ReadFailure, Unreadable, failure, unreadable
from loaders.readers.file_names import readable
from loaders.readers.file_types import file_type
from loaders.readers.json_files import JsonTable, parse_json
from loaders.readers.limits import MEBIBYTE, Limits
from loaders.readers.results import ReadResult
from loaders.readers.sheet import Sheet


def read_here(path: Path, encoding: str | None, limits: Limits) -> ReadResult:
    """Read a file in this very process.

    Args:
        path: the file.
        encoding: the encoding of a CSV or JSON file, where the user names it.
        limits: what the file must keep.

    Returns:
        Its sheets, or the failure; no exception of a malformed file gets out, only those that end the program.
    """
    source = ""
    try:
        data = read_bytes(path, limits)
        source = hashlib.sha256(data).hexdigest()
        sheets, used = _sheets(path, source, data, encoding, limits)
        check_content(sheets, limits)
    except Unreadable as error:
        return ReadResult(path, (), error.failure, source)
    except MemoryError:
        return ReadResult(path, (), failure("reader_memory", limit=limits.memory_bytes // MEBIBYTE), source)
    return ReadResult(path, sheets, None, source, used)


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The content of a file that is one, is not empty and not too large.

    Args:
        path: the file.
        limits: `file_bytes` bounds its size.

    Returns:
        All its bytes.

    Raises:
        Unreadable: with the reason why there is nothing to read.
    """
    problem = file_problem(path, limits)
    if problem:
        raise Unreadable(problem)
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(_of_system(path, error)) from error


def file_problem(path: Path, limits: Limits) -> ReadFailure | None:
    """Why a path cannot be read, told without reading it: absent, a folder, a device, empty or too large."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        return _of_system(path, error)
    if stat.S_ISDIR(status.st_mode):
        return failure("is_a_folder", path=readable(path))
    if not stat.S_ISREG(status.st_mode):
        return failure("not_a_file", path=readable(path))
    if status.st_size == 0:
        return failure("empty_file")
    if status.st_size > limits.file_bytes:
        return failure("file_too_large", size=status.st_size, limit=limits.file_bytes)
    return None


def _of_system(path: Path, error: Exception) -> ReadFailure:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return failure("file_not_found", path=readable(path))
    if isinstance(error, PermissionError):
        return failure("permission_denied", path=readable(path))
    detail = getattr(error, "strerror", None) or str(error)
    return failure("unreadable_file", path=readable(path), detail=detail)


def _sheets(
    path: Path, source: str, data: bytes, encoding: str | None, limits: Limits
) -> tuple[tuple[Sheet, ...], str | None]:
    kind = file_type(path.name, data)
    if kind in ("package", "compound"):
        # imported here, for a process that reads only text has no use for a workbook library
        from loaders.readers.workbooks import compound_sheets, package_sheets  # noqa: PLC0415 - see the line above

        read = package_sheets if kind == "package" else compound_sheets
        return read(readable(path.name), source, data, limits), None
    if kind == "web_page":
        from loaders.readers.web_pages import web_page_sheets  # noqa: PLC0415 - only a web page needs the parser

        return web_page_sheets((readable(path.name), source), data, encoding, limits)
    if kind == "xml":
        from loaders.readers.xml_spreadsheets import xml_sheets  # noqa: PLC0415 - only XML Spreadsheet needs the parser

        return xml_sheets((readable(path.name), source), data, limits), None
    text, used = decode(data, encoding)
    if not text.strip():
        raise unreadable("empty_file")
    name, stem = readable(path.name), readable(path.stem)
    if kind == "json":
        return tuple(_of_objects(table, (name, source, stem)) for table in parse_json(text, limits)), used
    return (Sheet(name, source, stem, parse_csv(text, limits), untyped=True),), used


def _of_objects(table: JsonTable, file: tuple[str, str, str]) -> Sheet:
    """The sheet of a list in a JSON file: the registry bears the file's name, a list within it that of its path."""
    name, source, stem = file
    title = f"$.{stem}" if table.name == stem else table.name or stem
    sheet = Sheet(name, source, title, table.rows, kind="objects", record=table.record)
    return replace(sheet, error_cells=table.error_cells, around_lists=table.around_lists)
