"""The bytes of one stream of an OLE container, gathered from its sectors."""

import struct
from array import array
from collections.abc import Sequence

HEADER_SECTORS = 109  # numbers of table sectors that the header itself holds
LAST_USED = 0xFFFFFFFA  # from here on a sector number means an end, a gap or a table


def stream_at(data: bytes, start: int, size: int) -> bytes:
    """The stream that begins in a sector.

    Args:
        data: the container.
        start: the number of the stream's first sector.
        size: the stream's length in bytes, as the directory says.

    Returns:
        Its bytes, fewer than `size` if the container is cut off.

    Raises:
        struct.error: if the header or a table is cut off.
    """
    shift = min(struct.unpack_from("<H", data, 30)[0], 16)
    table = _sector_table(data, 1 << shift)
    pieces, sector = [], start
    for _ in range((size >> shift) + 1):  # a chain that runs in a circle ends here
        if sector >= len(table):
            break
        place = (sector + 1) << shift
        pieces.append(data[place : place + (1 << shift)])
        sector = table[sector]
    return b"".join(pieces)[:size]


def _sector_table(data: bytes, sector_size: int) -> Sequence[int]:
    """For each sector the next one of the same stream."""
    table: array[int] = array("I")
    for sector in _table_sectors(data, sector_size):
        place = (sector + 1) * sector_size
        table.extend(struct.unpack_from(f"<{sector_size // 4}I", data, place))
    return table


def _table_sectors(data: bytes, sector_size: int) -> list[int]:
    found = [*struct.unpack_from(f"<{HEADER_SECTORS}I", data, 76)]
    (following,) = struct.unpack_from("<I", data, 68)
    while following < LAST_USED and len(found) < len(data) // sector_size:
        *more, following = struct.unpack_from(f"<{sector_size // 4}I", data, (following + 1) * sector_size)
        found.extend(more)
    return [sector for sector in found if sector < LAST_USED]
