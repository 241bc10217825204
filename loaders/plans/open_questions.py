"""What recognition cannot decide, as questions with the best answers to choose from; the answers make plans."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from graph_model.vocabularies import vocabulary
from loaders.plan import TablePlan
from loaders.plans.cutting import cut
from loaders.plans.guessing import Guess, guess
from loaders.plans.heading_rows import headings_at, name_of
from loaders.plans.headings import Heading, match_headings
from loaders.plans.matched_plans import plan_of
from loaders.plans.readings import SheetReading, TableReading
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_MOST_TERMS: Final = 12


@dataclass(frozen=True)
class Choice:
    """An answer that may be chosen.

    Args:
        zh: what it says, in Chinese.
        en: the same in English.
        value: what it stands for: a record type, a field, a heading, a term; None: what is asked about is left out.
    """

    zh: str
    en: str
    value: str | None


@dataclass(frozen=True)
class OpenQuestion:
    """Something that recognition leaves open.

    Args:
        reading: the sheet that is asked about.
        zh: the question in Chinese.
        en: the same in English.
        choices: the answers, the most probable first, the last being that it is left out.
        free: whether any other text is an answer, too.
    """

    reading: SheetReading
    zh: str
    en: str
    choices: tuple[Choice, ...]
    free: bool = False


Ask = Callable[[OpenQuestion], str | None]
"""Puts a question, and returns the value of what was chosen, or the text that was written."""

_NOT_READ: Final = Choice("不读这张表", "leave this sheet out", None)
_NOT_THIS: Final = Choice("不读这一列", "leave this column out", None)
_NOWHERE: Final = Choice("表里没有", "it is not there", None)


def decided(reading: SheetReading, ask: Ask) -> SheetReading:
    """Ask about whatever of a sheet is open.

    Args:
        reading: the sheet as it was read, with its cells.
        ask: puts a question.

    Returns:
        The sheet with the plans that the answers make; a sheet that is left out has none.
    """
    asking = _Asking(reading, ask)
    if reading.state == "unrecognised":
        plan = asking.of_unknown_sheet()
        return replace(reading, state="read", tables=(_read_as(plan),)) if plan else reading
    tables = tuple(t if t.mapped else replace(t, plan=asking.completed(t.plan)) for t in reading.tables)
    return replace(reading, tables=tables)


def is_open(reading: SheetReading) -> bool:
    """Tell whether a sheet would be asked about."""
    asked: list[OpenQuestion] = []

    def note(question: OpenQuestion) -> str | None:
        asked.append(question)
        return None

    decided(reading, note)
    return bool(asked)


def _read_as(plan: TablePlan) -> TableReading:
    last = plan.header[-1] if isinstance(plan.header, tuple) else None
    return TableReading(plan, mapped=False, heading_row=last, rows=0)


@dataclass(frozen=True)
class _Asking:
    """Asks about one sheet.

    Args:
        reading: the sheet.
        ask: puts a question.
    """

    reading: SheetReading
    ask: Ask

    def of_unknown_sheet(self) -> TablePlan | None:
        """What a sheet is that nobody recognised, and what its columns are."""
        guessed = guess(self.reading.sheet)
        if guessed is None:
            return None
        records = (guessed.match.record, *guessed.others)
        choices = tuple(Choice(RECORD_TYPES[r].zh, r.replace("_", " "), r) for r in records)
        zh, en = "这张表登记的是什么？", "what does this sheet list?"
        record = self.ask(OpenQuestion(self.reading, zh, en, (*choices, _NOT_READ)))
        if record is None:
            return None
        match = match_headings(guessed.rows.headings, record, self.reading.sheet.name)
        plan = plan_of(guessed.sheet, match, guessed.rows.rows)
        return self._with_columns(plan, replace(guessed, match=match))

    def completed(self, plan: TablePlan) -> TablePlan:
        """What is left open of a table that was recognised."""
        if plan.header == "none" or plan.form:
            return plan
        sheet = self.reading.sheet
        part = cut(sheet, plan.region) if plan.region else sheet
        rows = headings_at(part, (part.first_row,) if isinstance(plan.header, str) else plan.header)
        return self._with_columns(plan, Guess(part, rows, match_headings(rows.headings, plan.record, part.name), ()))

    def _with_columns(self, plan: TablePlan, found: Guess) -> TablePlan:
        """Ask which field a column is that nobody knows, and where a field stands that every row needs."""
        left = list(_open_headings(plan, found))
        for heading in list(left):
            fields = [field for field in found.suggestions(heading) if field not in _given(plan)]
            if not fields:
                continue
            zh, en = f"“{heading.shown}”这一列是什么？", f"what is the column “{heading.shown}”?"
            choices = (*(_field(plan.record, field) for field in fields), _NOT_THIS)
            field = self.ask(OpenQuestion(self.reading, zh, en, choices))
            if field is not None:
                plan = replace(plan, columns={**plan.columns, field: name_of(found.sheet, found.rows, heading)})
                left.remove(heading)
        names = {heading.shown: name_of(found.sheet, found.rows, heading) for heading in left}
        for field in found.match.missing:
            plan = plan if field in _given(plan) else self._with_needed(plan, field, names)
        return plan

    def _with_needed(self, plan: TablePlan, field: str, names: Mapping[str, str]) -> TablePlan:
        column = columns(RECORD_TYPES[plan.record])[field]
        terms = vocabulary(column.vocabulary).terms[:_MOST_TERMS] if column.vocabulary else ()
        choices = [Choice(f"“{shown}”这一列", f"the column “{shown}”", name) for shown, name in names.items()]
        choices += [Choice(f"都是：{term.zh}", f"all are: {term.en}", term.zh) for term in terms]
        zh = f"每行都要有“{column.heading}”：在哪一列，或都是什么？"
        en = f"every row needs “{column.english}”: which column is it, or what is it for all?"
        answer = self.ask(OpenQuestion(self.reading, zh, en, (*choices, _NOWHERE), free=True))
        if answer is None:
            return plan
        if answer in names.values():
            return replace(plan, columns={**plan.columns, field: answer})
        return replace(plan, values={**plan.values, field: answer})


def _open_headings(plan: TablePlan, found: Guess) -> Iterator[Heading]:
    period, each = (plan.period.column,) if plan.period else (), plan.each.columns if plan.each else ()
    used = {*plan.columns.values(), *period, *each, *plan.where}
    return (heading for heading in found.unknown if heading.shown not in used)


def _given(plan: TablePlan) -> frozenset[str]:
    period = (plan.period.start, plan.period.end) if plan.period else ()
    each = plan.each.fields if plan.each else ()
    return frozenset((*plan.columns, *plan.values, *plan.composed, *plan.taken, *period, *each))


def _field(record: str, field: str) -> Choice:
    column = columns(RECORD_TYPES[record])[field]
    return Choice(column.heading, column.english, field)
