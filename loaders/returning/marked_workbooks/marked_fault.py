"""What a fault must tell so that it can be shown in a workbook."""

from typing import Literal, Protocol, TypeAlias

Language: TypeAlias = Literal["zh", "en"]


class MarkedFault(Protocol):
    """One fault of one file; reason and suggestion are in the language of the reader already."""

    @property
    def file(self) -> str:
        """The file's name."""

    @property
    def sheet(self) -> str | None:
        """The sheet's name, or None for a fault of the whole file."""

    @property
    def row(self) -> int | None:
        """Excel's number of the row, or None."""

    @property
    def column(self) -> str | None:
        """The letters of the column, or None for a fault of a whole row."""

    @property
    def heading(self) -> str | None:
        """The heading of the column, as the file has it."""

    @property
    def code(self) -> str:
        """The fault's code."""

    @property
    def severity(self) -> str:
        """`error` or `warning`."""

    @property
    def value(self) -> object:
        """The value of the cell; None where it is private."""

    @property
    def reason(self) -> str:
        """What is wrong."""

    @property
    def suggestion(self) -> str:
        """What to do about it."""
