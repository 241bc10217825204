"""What recognition could not decide: asked in one breath at a terminal, elsewhere drafted as a mapping file."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.file_naming import FileNames
from gridgov.terminal import tell
from gridgov.widths import printable
from gridgov.words import Language, Words

if TYPE_CHECKING:
    from loaders.check import CheckReport
    from loaders.plans.open_questions import OpenQuestion
    from loaders.plans.readings import SheetReading

REMEMBERED = "mapping.toml"
"""The mapping that answers make, in the workspace: the next load goes by it."""

_OF_MAPPINGS = frozenset(
    {"unrecognised_sheet", "ambiguous_table", "missing_column", "duplicate_column", "nothing_taken"}
)
"""Faults that a mapping file mends."""

_DRAFT = "mapping-draft{number}.toml"
_HEAD = Words(
    "有几处没有认出，请一次答完（直接回车选 1，0 表示不读）：",
    "A few things were not recognised; please answer them all (Enter takes 1, 0 leaves out):",
)
_AT = Words("{file} › {sheet} 请问：{question}", "{file} › {sheet}: {question}")
_CHOOSE = Words("选择", "Your choice")
_CHOOSE_OR_WRITE = Words("选择，或直接写出内容", "Your choice, or the text itself")
_DAY = Words("{file}：数据截至哪一天？（如 2024-09-03）", "{file}: as of which day does it speak? (such as 2024-09-03)")
_AGAIN = Words("没有这一项，请再选一次。", "There is no such choice; please try again.")
_SAVED = Words("已记住这些回答：{file}。重新装载……", "These answers are remembered in {file}. Loading again…")
_WRITTEN = Words(
    "没有认出的读法写成了草稿：{file}。改好后再装载，并加上 --mapping {file}",
    "What was not recognised is drafted in {file}. Correct it, and load again with --mapping {file}",
)

Read = Callable[[str], str]
"""Reads an answer, given what is asked at last."""


@dataclass(frozen=True)
class Terminal:
    """Who answers.

    Args:
        language: in which it is asked.
        names: how files are called.
        read: reads an answer.
    """

    language: Language
    names: FileNames
    read: Read = input


def may_ask(form: str) -> bool:
    """Tell whether somebody is there to answer."""
    return form == "table" and sys.stdin.isatty() and sys.stderr.isatty()


def answers(report: "CheckReport", terminal: Terminal) -> str | None:
    """Ask about everything that recognition could not decide.

    Args:
        report: what was found, the sheets with their cells.
        terminal: who answers.

    Returns:
        A mapping file of the tables that were asked about; None if there was nothing to ask, or no answer.
    """
    from loaders.plans import draft_mapping
    from loaders.plans.open_questions import decided, is_open

    asked = [reading for reading in report.readings if is_open(reading)]
    undated = {fault.source for fault in report.faults if fault.code == "as_of_missing"}
    if not asked and not undated:
        return None
    tell(_HEAD(terminal.language))
    try:
        found = [decided(r, lambda q: _ask(q, terminal)) if r in asked else r for r in report.readings]
        found = _dated(found, undated, terminal)
    except (EOFError, KeyboardInterrupt):
        return None
    changed = [now for now, before in zip(found, report.readings, strict=True) if now != before]
    return draft_mapping(found, changed) if changed else None


def ask(report: "CheckReport", home: Path, language: Language) -> bool:
    """Ask what recognition could not decide, and remember the answers in the workspace; tell whether there were any."""
    answered = answers(report, Terminal(language, FileNames.in_report(report)))
    if answered is not None:
        remember(home, answered, language)
    return answered is not None


def may_be_drafted(report: "CheckReport") -> bool:
    """Tell whether something of a report asks for a mapping file."""
    return any(fault.code in _OF_MAPPINGS and fault.severity == "error" for fault in report.faults)


def remember(home: Path, mapping: str, language: Language) -> Path:
    """Add a mapping to the one that the workspace remembers, and say so."""
    from loaders.plans.drafting import DRAFT_HEAD

    file = home / REMEMBERED
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    text = f"{known}\n{mapping.removeprefix(DRAFT_HEAD)}" if known else mapping
    file.write_text(text, encoding="utf-8", newline="\n")
    tell(_SAVED(language, file=printable(str(file))))
    return file


def write_draft(home: Path, report: "CheckReport", language: Language) -> Path | None:
    """Write what was not recognised as a draft with the choices as comments, and say where; None: all was."""
    from loaders.plans import draft_mapping
    from loaders.plans.open_questions import is_open

    asked = [reading for reading in report.readings if is_open(reading)]
    if not asked:
        return None
    numbered = (home / _DRAFT.format(number=f"-{n}" if n > 1 else "") for n in range(1, 10_000))
    file = next(path for path in numbered if not path.exists())
    file.write_text(draft_mapping(report.readings, asked), encoding="utf-8", newline="\n")
    tell(_WRITTEN(language, file=printable(str(file))))
    return file


def _ask(question: "OpenQuestion", terminal: Terminal) -> str | None:
    language, reading = terminal.language, question.reading
    said = question.zh if language == "zh" else question.en
    file, sheet = printable(terminal.names.of_path(reading.path)), printable(reading.sheet.name)
    tell("\n" + _AT(language, file=file, sheet=sheet, question=printable(said)))
    *choices, left_out = question.choices
    for number, choice in enumerate(choices, start=1):
        tell(f"  {number}  {printable(choice.zh if language == 'zh' else choice.en)}")
    tell(f"  0  {printable(left_out.zh if language == 'zh' else left_out.en)}")
    words = _CHOOSE_OR_WRITE if question.free else _CHOOSE
    while True:
        answer = terminal.read(f"{words(language)} [1]: ").strip() or "1"
        if answer == "0":
            return None
        if answer.isascii() and answer.isdigit():
            if int(answer) <= len(choices):
                return choices[int(answer) - 1].value
        elif question.free:
            return answer
        tell(_AGAIN(language))


def _dated(readings: "Sequence[SheetReading]", undated: set[str | None], terminal: Terminal) -> "list[SheetReading]":
    """Ask for the day of each file of which none is known."""
    days: dict[str, date] = {}
    for reading in readings:
        source = reading.sheet.source
        if source in undated and source not in days and reading.tables:
            days[source] = _ask_day(terminal.names.of_path(reading.path), terminal)
    return [
        replace(r, tables=tuple(replace(t, plan=replace(t.plan, as_of=days[r.sheet.source])) for t in r.tables))
        if r.sheet.source in days
        else r
        for r in readings
    ]


def _ask_day(file: str, terminal: Terminal) -> date:
    from loaders.records.stated_days import stated_day

    tell("\n" + _DAY(terminal.language, file=printable(file)))
    while True:
        day = stated_day(terminal.read(": ").strip())
        if day is not None:
            return day
        tell(_AGAIN(terminal.language))
