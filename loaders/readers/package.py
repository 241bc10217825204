"""The zip container of xlsx, xlsb and ods: looked through before any workbook library sees it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from loaders.readers.failures import brief, unreadable
from loaders.readers.limits import Limits

PackageKind: TypeAlias = Literal["xlsx", "xlsb", "ods"]

XML_ENDINGS = (".xml", ".rels", ".vml")
DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY", "<!doctype", "<!entity")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
DECLARATION_STARTS = (b"<!", b"<\0!")  # in any of the encodings; most parts have none, and are passed over fast
ENCRYPTED = 1  # bit 0 of a member's flags


@dataclass(frozen=True)
class Package:
    """A container whose size, encryption and XML have been looked at, and found harmless.

    Attributes:
        kind: which workbook format its parts make it.
        parts: the XML parts by name, unpacked.
    """

    kind: PackageKind
    parts: dict[str, bytes]

    def part(self, name: str) -> bytes:
        """An XML part by its name in any case, empty if it is not there."""
        return next((data for part, data in self.parts.items() if part.lower() == name.lower()), b"")


def open_package(data: bytes, limits: Limits) -> Package:
    """The XML parts of a workbook's container.

    Args:
        data: the whole file.
        limits: bounds of the unpacked size and the ratio.

    Returns:
        The container, safe to be handed on.

    Raises:
        Unreadable: `compression_ratio`, `password_protected`, `forbidden_xml`, `unknown_file_type` or
            `unreadable_workbook`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members, len(data), limits)
            kind = _kind({member.filename.lower() for member in members})
            parts = dict(_xml_parts(archive, members))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError) as error:
        raise unreadable("unreadable_workbook", detail=brief(error)) from error
    _check_declarations(parts)
    package = Package(kind, parts)
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise unreadable("password_protected")
    return package


def _check_sizes(members: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise unreadable("password_protected")
    expanded = sum(member.file_size for member in members)
    ratio = expanded / size
    if expanded > limits.expanded_bytes or (expanded > limits.ratio_from_bytes and ratio > limits.ratio):
        raise unreadable("compression_ratio", expanded=expanded, ratio=round(ratio))


def _kind(names: set[str]) -> PackageKind:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "content.xml" in names and not any(name.startswith(("word/", "ppt/")) for name in names):
        return "ods"
    zh, en = _other_kind(names)
    raise unreadable("unknown_file_type", detail_zh=zh, detail_en=en)


def _other_kind(names: set[str]) -> tuple[str, str]:
    if any(name.startswith("word/") for name in names):
        return "这是 Word 文档", "this is a Word document"
    if any(name.startswith("ppt/") for name in names):
        return "这是演示文稿", "this is a presentation"
    return "这是 zip 压缩包，请先解压", "this is a zip archive: unpack it first"


def _xml_parts(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    for member in members:
        if member.filename.lower().endswith(XML_ENDINGS):
            # reads no more than the size that was added up above, and compares the checksum
            yield member.filename, archive.read(member)


def _check_declarations(parts: dict[str, bytes]) -> None:
    for name, data in parts.items():
        starts_one = any(start in data for start in DECLARATION_STARTS)
        if starts_one and any(declaration in data for declaration in DECLARATIONS):
            raise unreadable("forbidden_xml", part=name)
