"""Strict OOXML into the usual form: the names of its namespaces differ, and openpyxl knows the usual ones alone."""

import io
import re
import zipfile

from loaders.readers.package import Package

STRICT = b"http://purl.oclc.org/ooxml/"
USUAL = b"http://schemas.openxmlformats.org/"
NAMES = re.compile(re.escape(STRICT) + rb"([A-Za-z]+)/([A-Za-z/]+)")
RENAMED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


def is_strict(package: Package) -> bool:
    """Whether a workbook was saved as “Strict Open XML Spreadsheet”."""
    return STRICT in package.part("xl/workbook.xml")


def in_usual_form(data: bytes, package: Package) -> bytes:
    """Return a strict workbook with the usual namespaces.

    Args:
        data: the file.
        package: its XML parts, unpacked.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as usual:
        for name in dict.fromkeys(archive.namelist()):
            part = package.parts.get(name)
            usual.writestr(name, archive.read(name) if part is None else NAMES.sub(_usual, part))
    return out.getvalue()


def _usual(match: re.Match[bytes]) -> bytes:
    room, (*within, name) = match[1], match[2].split(b"/")
    return USUAL + b"/".join((room, b"2006", *within, RENAMED.get(name, name)))
