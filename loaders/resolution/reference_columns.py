"""Columns that name other things become uids, each distinct question asked once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import polars as pl

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

_ROW: Final = "row"
_AT: Final = "position"
_TEXT: Final = "text"
_CODE: Final = "code"
_KIND: Final = "kind"
_NEW: Final = "is new"
_DISTRICT: Final = "district"
_DAY: Final = "day"


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
        asked = self._asked(record, name, column)
        uids = self._answers_to(asked, record, name, column)
        if not column.many:
            cells: list[Any] = [None] * len(resolved.frame)
            for index, uid in zip(asked[_ROW], uids, strict=True):
                cells[index] = uid
        else:
            cells = [[] for _ in range(len(resolved.frame))]
            for index, uid in zip(asked[_ROW], uids, strict=True):
                if uid is not None:
                    cells[index].append(uid)
        resolved.references[name] = cells

    def _asked(self, record: str, name: str, column: Column) -> pl.DataFrame:
        """The texts of a column with all that tells what they mean: one row a text, in the order of the rows."""
        resolved, reference = self._records[record], column.reference
        assert reference is not None  # only reference columns are asked
        texts, size = resolved.series(name).alias(_TEXT), len(resolved.frame)
        if texts.null_count() == size:
            return pl.DataFrame(schema={_ROW: pl.UInt32()})
        withins = [resolved.uids(w).alias(f"within {w}") for w in reference.within if w in resolved.references]
        withins = [w for w in withins if w.dtype == pl.String]
        kinds = resolved.series(reference.kind_field or "").alias(_KIND)
        codes, days = resolved.series(f"{name}_code").alias(_CODE), resolved.series("day").alias(_DAY)
        districts = self._districts.of_rows(record, size, withins).alias(_DISTRICT)
        rows = pl.DataFrame([texts, codes, kinds, resolved.new_rows().alias(_NEW), districts, days, *withins])
        rows = rows.with_row_index(_ROW)
        return (rows.explode(_TEXT) if column.many else rows).drop_nulls(_TEXT)

    def _answers_to(self, asked: pl.DataFrame, record: str, name: str, column: Column) -> list[str | None]:
        """Ask each distinct question once: what the texts mean; what is wrong is noted at each of their rows."""
        uids: list[str | None] = [None] * len(asked)
        wrong: list[tuple[int, ReferenceFault]] = []
        rows, reference = asked.get_column(_ROW), column.reference
        assert reference is not None  # as above
        labels: dict[tuple[str | None, bool], tuple[tuple[str, ...], str | None]] = {}
        parts = [c for c in asked.columns if c != _ROW]
        grouped = asked.with_row_index(_AT).group_by(parts, maintain_order=True).agg(_AT) if len(asked) else asked
        for text, code, kind, is_new, district, day, *within, positions in grouped.iter_rows():
            if (kind, is_new) not in labels:
                labels[kind, is_new] = _labels(reference.labels, kind, is_new, stub=reference.stub)
            meant, stub = labels[kind, is_new]
            question = Question(code or text, meant, stub, tuple(filter(None, within)), district, day)
            found = self._answer(question, text if code else None)
            for position in positions:
                uids[position] = found.uid
            if found.fault:
                wrong += [
                    (p, ReferenceFault(record, rows[p], name, found.fault, text, found.blanks)) for p in positions
                ]
        for _, noted in sorted(wrong, key=lambda fault: fault[0]):
            self._note_fault(noted)
        return uids

    def _note_fault(self, fault: ReferenceFault) -> None:
        """Note a row's first fault; that an earlier load's row names a stub was said when it was loaded."""
        resolved = self._records[fault.record]
        if fault.index in resolved.errors:
            return
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
        by_name = answer(self._findings.known, question._replace(text=name), self._findings.decided)
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
