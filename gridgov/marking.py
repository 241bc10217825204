"""Workbooks handed back to the office, each bad cell marked in the language of whoever reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.words import Language

if TYPE_CHECKING:
    from loaders.check import CheckReport
    from loaders.faults import Fault


@dataclass(frozen=True)
class SpokenFault:
    """A fault whose texts are in one language already."""

    file: str
    sheet: str | None
    row: int | None
    column: str | None
    heading: str | None
    code: str
    severity: str
    value: object
    reason: str
    suggestion: str


def write_marked_workbooks(
    files: Sequence[Path], report: "CheckReport", directory: Path, language: Language
) -> list[Path]:
    """Write each file with faults back as an .xlsx workbook that shows them.

    Args:
        files: the files that were checked.
        report: what was found.
        directory: where the workbooks go; made if it is not there.
        language: of the comments and the list of faults.

    Returns:
        The workbooks written, in the order of the files.
    """
    from loaders.returning.marked_workbooks import write_marked

    directory.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for file in files:
        faults = [_spoken(fault, language) for fault in report.faults if fault.file == file.name]
        if faults:
            sheets = [sheet for sheet in report.sheets if sheet.file == file.name]
            target = _target(directory, file, written)
            written.append(write_marked(file, sheets, faults, target, language=language))
    return written


def _target(directory: Path, file: Path, taken: Sequence[Path]) -> Path:
    """Return where a marked workbook goes: two files may differ in nothing but their ending."""
    plain = directory / f"{file.stem}.xlsx"
    return directory / f"{file.stem}_{file.suffix.removeprefix('.')}.xlsx" if plain in taken else plain


def _spoken(fault: "Fault", language: str) -> SpokenFault:
    texts = fault.reason(language), fault.suggestion(language)
    where = fault.file, fault.sheet, fault.row, fault.column, fault.heading
    return SpokenFault(*where, fault.code, fault.severity, fault.value, *texts)
