"""The OLE container of xls files: what it holds, and whether it is encrypted, told without opening it."""

import struct

from loaders.readers.failures import unreadable

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # the stream in which Office keeps an encrypted workbook
STREAMS = tuple(name.encode("utf-16-le") + b"\0\0" for name in ("Workbook", "WORKBOOK", "Book", "BOOK"))
ENTRY = 128  # bytes of an entry of the container's directory, and what the entries are aligned to
START_AND_SIZE = struct.Struct("<II")
SECTOR_SHIFT = struct.Struct("<H")
RECORD = struct.Struct("<HH")
FILEPASS = 0x002F
LEAST_IN_SECTORS = 4096  # bytes; smaller streams lie elsewhere in the container
LARGEST_SECTOR = 4096  # the last one may be cut short by whoever wrote the file
BEFORE_FILEPASS = (0x0809, 0x0086)  # the beginning of a workbook, and its write protection


def check_compound(data: bytes) -> None:
    """Refuse what is encrypted and what is no Excel workbook.

    Args:
        data: the whole file.

    Raises:
        Unreadable: `password_protected`, `unknown_file_type` or `unreadable_workbook`.
    """
    if ENCRYPTED_PACKAGE in data:
        raise unreadable("password_protected")
    entries = [position for name in STREAMS if (position := _entry(data, name)) >= 0]
    if not entries:
        zh, en = "旧版 Office 文件，但不是 Excel 工作簿", "an Office file of the old kind, but no Excel workbook"
        raise unreadable("unknown_file_type", detail_zh=zh, detail_en=en)
    try:
        encrypted = any(_has_password(data, entry) for entry in entries)
    except struct.error as error:
        raise unreadable("unreadable_workbook", detail="OLE") from error
    if encrypted:
        raise unreadable("password_protected")


def workbook_entry(data: bytes) -> tuple[int, int]:
    """The first sector and the size of the stream that holds the workbook, in a container that was checked."""
    entry = next(position for name in STREAMS if (position := _entry(data, name)) >= 0)
    start, size = START_AND_SIZE.unpack_from(data, entry + 116)
    return start, size


def check_whole(data: bytes, stream: bytes) -> None:
    """Refuse a container that lacks sectors of its workbook: what is left would be taken for an empty one.

    Args:
        data: the whole file.
        stream: the workbook's stream, as far as it could be gathered.

    Raises:
        Unreadable: `unreadable_workbook`.
    """
    _, size = workbook_entry(data)
    if size >= LEAST_IN_SECTORS and len(stream) + LARGEST_SECTOR < size:
        raise unreadable("unreadable_workbook", detail=f"OLE: {len(stream)} / {size}")


def _entry(data: bytes, name: bytes) -> int:
    position = data.find(name)
    while position >= 0 and position % ENTRY:
        position = data.find(name, position + 1)
    return position


def _has_password(data: bytes, entry: int) -> bool:
    """Whether the workbook's first records say so; calamine reads the older of the two kinds as if it were plain."""
    sector = 1 << min(SECTOR_SHIFT.unpack_from(data, 30)[0], 16)
    start, _ = START_AND_SIZE.unpack_from(data, entry + 116)
    place = (start + 1) * sector
    kind, length = RECORD.unpack_from(data, place)
    while kind in BEFORE_FILEPASS:
        place += RECORD.size + length
        kind, length = RECORD.unpack_from(data, place)
    return bool(kind == FILEPASS)
