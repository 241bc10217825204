"""Error values that are newer than calamine, which gives up the whole workbook over one of them."""

import io
import re
import zipfile

from loaders.readers.package import Package

ERROR = (b't="e"', b"t='e'")
KNOWN = frozenset(
    {b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"}  # those of Excel 2007
)
ERROR_VALUE = re.compile(
    rb"(<(?:\w+:)?c\b[^>]*\bt=[\"']e[\"'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v\b[^>]*>)([^<]*)", re.DOTALL
)


def with_known_errors(data: bytes, package: Package) -> bytes:
    """The workbook, each error value that Excel has learnt since 2007, such as `#SPILL!`, written as `#N/A`.

    Args:
        data: the whole file.
        package: its parts.

    Returns:
        The file itself where it has none of them, as nearly all; what its cells truly show is told by the marks.
    """
    changed = {}
    for name, part in package.parts.items():
        if any(mark in part for mark in ERROR):
            known = ERROR_VALUE.sub(_known, part)
            if known != part:
                changed[name] = known
    return _with_parts(data, changed) if changed else data


def _known(found: re.Match[bytes]) -> bytes:
    return found[0] if found[2] in KNOWN else found[1] + b"#N/A"


def _with_parts(data: bytes, changed: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in dict.fromkeys(old.namelist()):
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return target.getvalue()
