"""What reading one file comes to: its sheets, or one failure."""

from dataclasses import dataclass
from pathlib import Path

from loaders.readers.failures import ReadFailure
from loaders.readers.file_names import readable
from loaders.readers.sheet import Sheet


@dataclass(frozen=True)
class ReadResult:
    """One file, read or not.

    Attributes:
        path: the file as it was given.
        sheets: its sheets in the file's own order, also those that are hidden or have no cells; none after a failure.
        failure: why it could not be read, or None.
        source: the SHA-256 of the file, 64 hexadecimal digits; empty if it could not even be opened.
        encoding_used: how the bytes of a CSV or JSON file were read; None for workbooks.
    """

    path: Path
    sheets: tuple[Sheet, ...]
    failure: ReadFailure | None
    source: str
    encoding_used: str | None = None

    @property
    def name(self) -> str:
        """The file's name without folders, fit to be shown and stored whatever its bytes are."""
        return readable(self.path.name)
