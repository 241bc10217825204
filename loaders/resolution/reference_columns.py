"""Columns that name other things become uids, each distinct question asked once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph_model.official_codes import credit_code_problem
from graph_model.uids import key_of, node_uid
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import Defines, columns
from loaders.record_types.columns import Column
from loaders.resolution.questions import Answer, Question, labels_for
from loaders.resolution.references import answer
from loaders.resolution.resolved_records import Findings, Joined, ReferenceFault, ResolvedRecords
from loaders.resolution.row_districts import RowDistricts
from loaders.resolution.written_codes import CODED_LABELS, WrittenCodes


def ordered_references(record: str) -> list[str]:
    """Return the fields of a record type that name things, those first by which others are understood."""
    references = {n: c.reference for n, c in columns(RECORD_TYPES[record]).items() if c.reference}

    def depth(name: str) -> int:
        reference = references[name]
        return 1 + max((depth(w) for w in reference.within if w in references), default=0) if reference else 0

    return sorted(references, key=depth)


def references_before_definition(record: str, defines: Defines) -> list[str]:
    """Return the references without which it cannot be told what a row defines: parents, parts of the name."""
    wanted = set(defines.parents) | set(defines.name)
    fields = columns(RECORD_TYPES[record])
    for name in list(wanted):
        column = fields.get(name)
        if column and column.reference:
            wanted |= set(column.reference.within)
    return [n for n in ordered_references(record) if n in wanted]


class ReferenceColumns:
    """Resolves columns of references.

    Args:
        records: all records.
        findings: what is known and found.
        districts: the district of each row.
    """

    def __init__(self, records: Mapping[str, ResolvedRecords], findings: Findings, districts: RowDistricts) -> None:
        self._records = records
        self._findings = findings
        self._districts = districts
        self._answers: dict[tuple[Question, str | None], Answer] = {}
        self.codes: WrittenCodes | None = None

    def resolve(self, record: str, name: str) -> None:
        """Resolve one column, unless that was done before."""
        resolved = self._records[record]
        if name in resolved.references:
            return
        column = columns(RECORD_TYPES[record])[name]
        cells = resolved.column(name)
        if not any(cells):
            resolved.references[name] = [[] if column.many else None for _ in cells]
            return
        resolved.references[name] = []  # a column is not asked for while it is resolved
        ask = self._asker(record, name, column)
        if column.many:
            found: list[Any] = [
                [uid for member in cell or () if (uid := ask(index, member)) is not None]
                for index, cell in enumerate(cells)
            ]
        else:
            found = [None if cell is None else ask(index, cell) for index, cell in enumerate(cells)]
        resolved.references[name] = found

    def _asker(self, record: str, name: str, column: Column) -> Callable[[int, str], str | None]:
        reference = column.reference
        assert reference is not None  # only reference columns are asked
        resolved = self._records[record]
        withins = [resolved.references[w] for w in reference.within if w in resolved.references]
        kinds = resolved.column(reference.kind_field) if reference.kind_field else None
        codes, days = resolved.column(f"{name}_code"), resolved.column("day")
        labels: dict[tuple[str | None, bool], tuple[tuple[str, ...], str | None]] = {}

        def ask(index: int, text: str) -> str | None:
            at = (kinds[index] if kinds else None, resolved.is_new(index))
            if at not in labels:
                labels[at] = _labels(reference.labels, *at, stub=reference.stub)
            meant, stub = labels[at]
            places = tuple(w[index] for w in withins if isinstance(w[index], str))
            district = self._districts.of(record, index, places)
            question = Question(codes[index] or text, meant, stub, places, district, days[index])
            found = self._answer(question, text if codes[index] else None)
            if found.fault and index not in resolved.errors:
                self._note_fault(ReferenceFault(record, index, name, found.fault, text, found.blanks), resolved)
            return found.uid

        return ask

    def _note_fault(self, fault: ReferenceFault, resolved: ResolvedRecords) -> None:
        """Note a fault; that an earlier load's row names a stub was said when it was loaded."""
        if fault.is_error:
            resolved.errors.add(fault.index)
        if fault.is_error or resolved.is_new(fault.index):
            self._findings.faults.append(fault)

    def _answer(self, question: Question, name: str | None) -> Answer:
        """Answer a question; `name` is the name beside a code, by which a thing without a known code is found."""
        found = self._answers.get((question, name))
        if found is None:
            found = answer(self._findings.known, question, self._findings.decided)
            if name is not None and found.rule in {"", "stub"}:
                found = self._by_name(question, found, name)
            elif found.stub in CODED_LABELS:
                found = self._with_written_code(question, found)
            self._note(question, found, name)
            self._answers[question, name] = found
        return found

    def _by_name(self, question: Question, by_code: Answer, name: str) -> Answer:
        by_name = answer(self._findings.known, replace(question, text=name), self._findings.decided)
        if by_name.uid is not None and by_name.stub is None and not _bears_another_code(by_name.uid, question.text):
            return by_name
        if question.stub is None or by_name.fault == "ambiguous_reference":
            return by_name
        coded = node_uid(question.stub, question.text)
        return Answer(coded, "stub", question.stub, "undefined_organisation", by_code.blanks)

    def _with_written_code(self, question: Question, plain: Answer) -> Answer:
        """A stub whose name some other row writes beside a code is the organisation with that code."""
        code = self.codes.of(question.district, question.text) if self.codes else None
        if code is None or plain.stub is None:
            return plain
        uid = node_uid(plain.stub, code)
        self._findings.join(Joined(question.text, plain.stub, uid, "coded", plain.uid))
        return replace(plain, uid=uid)

    def _note(self, question: Question, found: Answer, name: str | None) -> None:
        if found.uid is None:
            return
        written = name or question.text
        if found.stub:
            self._findings.stubs.setdefault(found.uid, (found.stub, written))
        elif found.rule not in {"code", "name"}:
            thing = self._findings.known.things.get(found.uid)
            self._findings.join(Joined(written, thing.label if thing else "", found.uid, found.rule))


def _labels(
    labels: Sequence[str], kind: str | None, is_new: bool, *, stub: str | None
) -> tuple[tuple[str, ...], str | None]:
    """The labels that may be meant, and that of the stub.

    A row that an earlier load accepted stays accepted: what it names and no accepted row defines becomes a stub.
    """
    meant, of_stub = labels_for(labels, kind, stub)
    return meant, of_stub or (None if is_new else meant[0])


def _bears_another_code(uid: str, code: str) -> bool:
    key = key_of(uid)
    return key != code and credit_code_problem(key) is None
