"""Workbooks handed back to the office, each bad cell marked in the language of whoever reads them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.file_naming import FileNames
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


def write_marked_workbooks(report: "CheckReport", directory: Path, language: Language) -> list[Path]:
    """Write each file with faults back as an .xlsx workbook that shows them.

    Args:
        report: what was found.
        directory: where the workbooks go; made if it is not there.
        language: of the comments and the list of faults.

    Returns:
        The workbooks written, in the order of the files' names.
    """
    from loaders.returning.marked_workbooks import write_marked
    from loaders.returning.marked_workbooks.targets import Targets

    names = FileNames.in_report(report)
    of_files: dict[Path, list[Fault]] = {}
    for fault in report.faults:
        if (file := names.path(fault)) is not None:
            of_files.setdefault(file, []).append(fault)
    directory.mkdir(parents=True, exist_ok=True)
    targets = Targets(directory, [*report.paths.values(), *of_files])
    written: list[Path] = []
    for file, found in of_files.items():
        sheets = [sheet for sheet in report.sheets if report.paths.get(sheet.source) == file]
        spoken = [_spoken(fault, names, language) for fault in found]
        target = targets.choose(names.of_path(file))
        written.append(write_marked(file, sheets, spoken, target, language=language))
    return written


def _spoken(fault: "Fault", names: FileNames, language: str) -> SpokenFault:
    texts = fault.reason(language), fault.suggestion(language)
    where = names.of(fault), fault.sheet, fault.row, fault.column, fault.heading
    return SpokenFault(*where, fault.code, fault.severity, fault.value, *texts)
