"""How much of a file, and for how long, a reader is willing to look at."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds that an honest workbook of an office keeps by far, and a file made to hurt does not.

    Attributes:
        file_bytes: size of the file on the disk.
        expanded_bytes: size of a compressed workbook once all its parts are unpacked.
        ratio: unpacked size over packed size; looked at only above `ratio_from_bytes`, since a small table of equal
            cells compresses well in all honesty.
        ratio_from_bytes: unpacked size up to which the ratio does not matter.
        cells: rows times columns of the used range of a file's sheets, added up.
        columns: columns of one sheet.
        seconds: time for one file.
        memory_bytes: address space of the process that opens workbooks (not enforced on Windows and macOS).
        trusted_bytes: size up to which a CSV or JSON file is read in the calling process.
    """

    file_bytes: int = 200 * MEBIBYTE
    expanded_bytes: int = 200 * MEBIBYTE
    ratio: float = 200
    ratio_from_bytes: int = 10 * MEBIBYTE
    cells: int = 30_000_000
    columns: int = 2_000
    seconds: float = 120
    memory_bytes: int = 3072 * MEBIBYTE
    trusted_bytes: int = 32 * MEBIBYTE
