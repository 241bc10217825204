"""Faults in the data: one TOML file a code, with its severity, its text in two languages, a bad and a good cell."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class FaultKind:
    """What all faults of one code have in common.

    Args:
        code: the code, which is never renamed.
        severity: an error rejects its row, a warning rejects nothing.
        reason: language -> sentence with blanks.
        suggestion: language -> what to do, with blanks.
        example: record, field, and a bad and a good cell.
    """

    code: str
    severity: Severity
    reason: Mapping[str, str]
    suggestion: Mapping[str, str]
    example: Mapping[str, object]


@cache
def fault_kinds() -> Mapping[str, FaultKind]:
    """Return every kind of fault by its code, sorted."""
    found = {}
    for file in sorted(files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            raw = tomllib.loads(file.read_text(encoding="utf-8"))
            code = file.name.removesuffix(".toml")
            found[code] = FaultKind(code, raw["severity"], raw["reason"], raw["suggestion"], raw["example"])
    return MappingProxyType(found)


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place in a file: a value in a report, never an exception.

    Args:
        code: its code.
        severity: "error" or "warning".
        file: the file's name.
        sheet: the sheet's name; None: the file as a whole.
        row: the row as Excel counts; None: the sheet as a whole.
        column: the column's letters; None: the row as a whole.
        heading: the column's heading as written.
        value: the cell as written; None in private columns.
        blanks: what fills the blanks of the texts.
        texts: language -> (reason, suggestion), where the fault brings its own.
        source: SHA-256 of the file, of a file of an earlier load its first 12 digits; None: it could not be opened.
        path: the file as it was given, where it could not be read.
        record: the record type as which its table was read; None: it was read as none.
    """

    code: str
    severity: Severity
    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    heading: str | None = None
    value: str | None = None
    blanks: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    source: str | None = None
    path: Path | None = None
    record: str | None = None

    @property
    def of_file(self) -> tuple[str | None, Path | None, str]:
        """What tells its file from all others, those of the same name too; to be compared and never shown."""
        return (self.source, self.path, self.file)

    def _fill(self, template: str) -> str:
        blanks = {"value": self.value or "", "heading": self.heading or "", **self.blanks}
        return template.format_map(_Blanks(blanks))

    def reason(self, language: str) -> str:
        """Return what is wrong, in a language."""
        if self.texts:
            return self.texts[language][0]
        return self._fill(fault_kinds()[self.code].reason[language])

    def suggestion(self, language: str) -> str:
        """Return what to do about it, in a language."""
        if self.texts:
            return self.texts[language][1]
        return self._fill(fault_kinds()[self.code].suggestion[language])


class _Blanks(dict[str, str]):
    """Blanks to fill in; one that nothing fills is left out."""

    def __missing__(self, key: str) -> str:
        return ""


def kind_of_fault(code: str) -> FaultKind:
    """Return what all faults of a code have in common.

    Raises:
        KeyError: if there is no such code.
    """
    return fault_kinds()[code]


_OF_REJECTED_ROWS = frozenset({"missing_column", "nothing_defined", "nothing_taken", "as_of_missing"})
_OF_HEADINGS = frozenset({"ambiguous_table", "duplicate_column", "statistical_table", "unrecognised_sheet"})


def is_beyond_rows(fault: Fault) -> bool:
    """Tell whether a fault is an error of a file, a sheet or a heading for which no row is rejected."""
    if fault.severity != "error" or fault.code in _OF_REJECTED_ROWS:
        return False
    return fault.row is None or bool(fault.texts) or fault.code in _OF_HEADINGS
