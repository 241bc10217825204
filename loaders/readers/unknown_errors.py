"""Errors of formulas that the reading library does not know: newer programs show more of them than it has heard of."""

import io
import re
import zipfile

from loaders.readers.package import Package

_KNOWN = frozenset(
    {b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!", b"#DATA!", b"#GETTING_DATA"}
)
_ERROR_CELL = re.compile(
    rb"(<(?:\w+:)?c\b[^>]*\bt=[\"']e[\"'][^>]*>(?:<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>))?<(?:\w+:)?v[^>]*>)"
    rb"([^<]*)(?=</)"
)


def with_known_errors(data: bytes, package: Package) -> bytes:
    """Return an xlsx file in which each unknown error, such as `#SPILL!`, stands as `#VALUE!`.

    Args:
        data: the file.
        package: its parts; what the cell really shows is taken from them.

    Returns:
        The file itself where it has no such error, else a copy.
    """
    changed = {}
    for name, part in package.parts.items() if package.kind == "xlsx" else ():
        if {match[2] for match in _ERROR_CELL.finditer(part)} - _KNOWN:
            changed[name] = _ERROR_CELL.sub(_known, part)
    return _rewritten(data, changed) if changed else data


def _known(match: re.Match[bytes]) -> bytes:
    return match[1] + (match[2] if match[2] in _KNOWN else b"#VALUE!")


def _rewritten(data: bytes, changed: dict[str, bytes]) -> bytes:
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as target:
        for member in archive.infolist():
            part = changed.get(member.filename)
            target.writestr(member.filename, archive.read(member) if part is None else part)
    return copy.getvalue()
