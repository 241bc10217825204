"""All references of all records resolved: what each row defines and what each of its cells means."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from graph_model.names import normal_name
from graph_model.official_codes import parent_division
from graph_model.partial_dates import parse_canonical
from graph_model.schema import super_labels
from graph_model.uids import child_key, key_of, node_uid, post_uid
from graph_model.vocabularies import vocabulary
from loaders.faults import kind_of_fault
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import DISTRICT, Defines, columns
from loaders.record_types.columns import Column
from loaders.resolution.divisions import DivisionRow, division_uids, holders_by_day
from loaders.resolution.known_things import KnownThings, Thing
from loaders.resolution.references import Answer, Question, answer, labels_for

_OFFICIAL = frozenset({"division_code", "credit_code"})
_ADMIN_UNITS = frozenset({"District", "Subdistrict", "Community", "AdminUnit"})


@dataclass(frozen=True)
class ReferenceFault:
    """A reference that means nothing, several things, or something that nobody defines.

    Args:
        record: record type.
        index: position of the row in its frame.
        field: the field.
        code: code of the fault.
        value: the cell's member, as written.
        blanks: what fills the blanks of the fault's texts.
    """

    record: str
    index: int
    field: str
    code: str
    value: str | None
    blanks: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether the row is rejected."""
        return kind_of_fault(self.code).severity == "error"


@dataclass(frozen=True)
class Joined:
    """A name that was joined with a thing by another rule than its own code or name.

    Args:
        written: the name as written.
        label: the label of the thing.
        uid: the thing.
        rule: by what rule.
        other_uid: the uid that the name would have had, or None.
    """

    written: str
    label: str
    uid: str
    rule: str
    other_uid: str | None = None


@dataclass
class ResolvedRecords:
    """The rows of one record type with what they define and mean.

    Args:
        frame: the rows.
        subject: uid of the node that each row defines; None where it defines none.
        labels: concrete label of that node.
        names: its name.
        references: field -> uid or list of uids of each row.
        errors: positions of rows with an error.
    """

    frame: pl.DataFrame
    errors: set[int]
    subject: list[str | None] = dataclasses.field(default_factory=list)
    labels: list[str] = dataclasses.field(default_factory=list)
    names: list[str] = dataclasses.field(default_factory=list)
    references: dict[str, list[Any]] = dataclasses.field(default_factory=dict)


class Resolver:
    """Resolves the references of all records.

    Args:
        records: record type -> rows, those with errors too.
        errors: record type -> positions of rows that are rejected already; what they define becomes a stub.
        decided: (label, normal name) -> uid, as persons have decided.
    """

    def __init__(
        self,
        records: Mapping[str, pl.DataFrame],
        errors: Mapping[str, Iterable[int]],
        decided: Mapping[tuple[str, str], str],
    ) -> None:
        self.known = KnownThings()
        self.decided = decided
        self.faults: list[ReferenceFault] = []
        self.joined: dict[tuple[str, str], Joined] = {}
        self.stubs: dict[str, tuple[str, str]] = {}
        self.records = {
            name: ResolvedRecords(records[name], set(errors.get(name, ()))) for name in RECORD_TYPES if name in records
        }
        self._columns: dict[tuple[str, str], list[Any]] = {}
        self._row_districts: dict[str, list[str | None]] = {}
        self._answers: dict[Question, Answer] = {}
        self._only_district: str | None = None
        self._source_district: dict[str, str | None] = {}

    def run(self) -> None:
        """Resolve everything: divisions, places named in rows, what rows define, and the remaining references."""
        self._define_divisions()
        self._resolve_admin_units()
        for record, resolved in self.records.items():
            defines = RECORD_TYPES[record].defines
            if defines is not None and record not in {"division", "post"}:
                for name in self._fields_before_definition(record, defines):
                    self._resolve_field(record, name)
                self._define(record, resolved, defines)
        for record in self.records:
            for name in self._ordered_references(record):
                self._resolve_field(record, name)
        if "post" in self.records:
            self._define_posts(self.records["post"])

    def column(self, record: str, name: str) -> list[Any]:
        """Return a column of a record type as a list."""
        at = (record, name)
        if at not in self._columns:
            self._columns[at] = self.records[record].frame[name].to_list()
        return self._columns[at]

    # Divisions

    def _define_divisions(self) -> None:
        resolved = self.records.get("division")
        if resolved is None:
            return
        cutoffs = (parse_canonical(c).last if c else None for c in self.column("division", "cutoff_date"))
        days = [cutoff or day or date.min for cutoff, day in zip(cutoffs, self.column("division", "day"), strict=True)]
        cells = zip(*(self.column("division", c) for c in ("code", "name", "level")), days, strict=True)
        usable = [
            (i, DivisionRow(code, name, level, day))
            for i, (code, name, level, day) in enumerate(cells)
            if code is not None and name is not None
        ]
        rows = [row for _, row in usable]
        uids = division_uids(rows)
        resolved.subject = [None] * len(resolved.frame)
        resolved.labels = [""] * len(resolved.frame)
        resolved.names = [""] * len(resolved.frame)
        newest: dict[str, int] = {}
        for position, ((index, row), uid) in enumerate(zip(usable, uids, strict=True)):
            resolved.subject[index], resolved.labels[index], resolved.names[index] = uid, row.label, row.place_name
            if uid not in newest or rows[newest[uid]].day <= row.day:
                newest[uid] = position
        uid_of = dict(zip((index for index, _ in usable), uids, strict=True))
        self._know_divisions(rows, uids, newest, self._division_parents(uid_of, days))
        districts = self.known.with_label("District")
        self._only_district = districts[0].uid if len(districts) == 1 else None

    def _division_parents(self, uid_of: Mapping[int, str], days: Sequence[date]) -> Mapping[str, str]:
        stated = self.column("division", "parent_code")
        codes = self.column("division", "code")
        holders: dict[str, list[tuple[date, str]]] = defaultdict(list)
        for index, uid in uid_of.items():
            holders[codes[index]].append((days[index], uid))
        parents: dict[str, tuple[date, str]] = {}
        cells = list(stated)
        for index, uid in uid_of.items():
            if uid.startswith("district:"):
                cells[index] = None
                continue
            implied = parent_division(codes[index])
            code = stated[index] or (implied if implied in holders else None)
            cells[index] = code
            candidates = sorted((d, u) for d, u in holders.get(code or "", ()) if d <= days[index]) or sorted(
                holders.get(code or "", ())
            )
            if candidates and (uid not in parents or parents[uid][0] <= days[index]):
                parents[uid] = (days[index], candidates[-1][1])
        self._columns["division", "parent_code"] = cells
        self._columns["division", "day"] = list(days)
        return {uid: parent for uid, (_, parent) in parents.items()}

    def _know_divisions(
        self, rows: Sequence[DivisionRow], uids: Sequence[str], newest: Mapping[str, int], parents: Mapping[str, str]
    ) -> None:
        for uid, position in sorted(newest.items(), key=lambda item: item[0]):
            row = rows[position]
            codes = [row.code] if "@" not in uid else []
            self.known.add(Thing(uid, row.label, row.place_name, parents.get(uid)), codes)
        for code, days in holders_by_day(rows, uids).items():
            for day, uid in days:
                self.known.add_holder(code, day, uid)

    # Districts of rows

    def _resolve_admin_units(self) -> None:
        for record in self.records:
            for name, column in columns(RECORD_TYPES[record]).items():
                if column.reference and set(column.reference.labels) <= _ADMIN_UNITS:
                    self._resolve_field(record, name)
        found: dict[str, set[str]] = defaultdict(set)
        for record, resolved in self.records.items():
            sources = self.column(record, "source")
            for uids in [resolved.subject, *resolved.references.values()]:
                for source, uid in zip(sources, uids, strict=False):
                    district = self.known.district_of(uid) if isinstance(uid, str) else None
                    if district:
                        found[source].add(district)
        self._source_district = {s: next(iter(d)) if len(d) == 1 else None for s, d in found.items()}
        self._row_districts.clear()

    def _district(self, record: str, index: int, within: Sequence[str]) -> str | None:
        for uid in within:
            district = self.known.district_of(uid)
            if district:
                return district
        if self._only_district:
            return self._only_district
        if record not in self._row_districts:
            self._row_districts[record] = self._districts_of_rows(record)
        return self._row_districts[record][index]

    def _districts_of_rows(self, record: str) -> list[str | None]:
        districts: list[str | None] = [self._source_district.get(s) for s in self.column(record, "source")]
        for name, column in columns(RECORD_TYPES[record]).items():
            uids = self.records[record].references.get(name)
            if uids and column.reference and set(column.reference.labels) <= _ADMIN_UNITS:
                for index, uid in enumerate(uids):
                    districts[index] = self.known.district_of(uid) or districts[index]
        return districts

    # References

    def _ordered_references(self, record: str) -> list[str]:
        references = {n: c.reference for n, c in columns(RECORD_TYPES[record]).items() if c.reference}

        def depth(name: str) -> int:
            reference = references[name]
            return 1 + max((depth(w) for w in reference.within if w in references), default=0) if reference else 0

        return sorted(references, key=depth)

    def _fields_before_definition(self, record: str, defines: Defines) -> list[str]:
        wanted = set(defines.parents) | set(defines.name)
        references = columns(RECORD_TYPES[record])
        for name in list(wanted):
            column = references.get(name)
            if column and column.reference:
                wanted |= set(column.reference.within)
        return [n for n in self._ordered_references(record) if n in wanted]

    def _resolve_field(self, record: str, name: str) -> None:
        resolved = self.records[record]
        if name in resolved.references:
            return
        column = columns(RECORD_TYPES[record])[name]
        cells = self.column(record, name)
        resolved.references[name] = [None] * len(cells)
        if not any(cells):
            if column.many:
                resolved.references[name] = [[] for _ in cells]
            return
        ask = self._asker(record, name, column)
        found: list[Any] = []
        for index, cell in enumerate(cells):
            if column.many:
                uids = [ask(index, member) for member in cell or ()]
                found.append([u for u in uids if u is not None])
            else:
                found.append(ask(index, cell) if cell is not None else None)
        resolved.references[name] = found

    def _asker(self, record: str, name: str, column: Column) -> Callable[[int, str], str | None]:
        reference = column.reference
        assert reference is not None  # only reference columns are asked
        resolved = self.records[record]
        withins = [resolved.references[w] for w in reference.within if w in resolved.references]
        kinds = self.column(record, reference.kind_field) if reference.kind_field else None
        codes = self.column(record, f"{name}_code") if f"{name}_code" in resolved.frame.columns else None
        days = self.column(record, "day")
        labels: dict[str | None, tuple[tuple[str, ...], str | None]] = {}

        def ask(index: int, text: str) -> str | None:
            kind = kinds[index] if kinds else None
            if kind not in labels:
                labels[kind] = labels_for(reference.labels, kind, reference.stub)
            meant, stub = labels[kind]
            places = tuple(w[index] for w in withins if isinstance(w[index], str))
            code = codes[index] if codes else None
            question = Question(code or text, meant, stub, places, self._district(record, index, places), days[index])
            found = self._answer(question, text if code else None)
            if found.fault and index not in resolved.errors:
                self.faults.append(ReferenceFault(record, index, name, found.fault, text, found.blanks))
                if self.faults[-1].is_error:
                    resolved.errors.add(index)
            return found.uid

        return ask

    def _answer(self, question: Question, name: str | None) -> Answer:
        """Answer a question; `name` is the name beside a code, by which a thing without a known code is found."""
        found = self._answers.get(question)
        if found is None:
            found = answer(self.known, question, self.decided)
            if name is not None and found.rule in {"", "stub"}:
                found = self._answer_by_name(question, found, name)
            self._note(question, found, name)
            if found.fault != "undefined_organisation" or found.uid not in self.known.things:
                self._answers[question] = found
        return found

    def _answer_by_name(self, question: Question, by_code: Answer, name: str) -> Answer:
        parts = (question.labels, question.stub, question.within, question.district, question.day)
        by_name = answer(self.known, Question(name, *parts), self.decided)
        if by_name.stub is None or question.stub is None:
            return by_name
        coded = node_uid(question.stub, question.text)
        return Answer(coded, "stub", question.stub, by_code.fault, by_name.blanks)

    def _note(self, question: Question, found: Answer, name: str | None) -> None:
        if found.uid is None:
            return
        written = name or question.text
        if found.stub:
            self.stubs.setdefault(found.uid, (found.stub, written))
        elif found.rule not in {"code", "name"}:
            label = self.known.things[found.uid].label if found.uid in self.known.things else ""
            self.joined.setdefault((written, found.uid), Joined(written, label, found.uid, found.rule))

    # Definitions

    def _define(self, record: str, resolved: ResolvedRecords, defines: Defines) -> None:
        size = len(resolved.frame)
        resolved.subject, resolved.labels = [None] * size, [defines.label] * size
        resolved.names = self._names(record, defines)
        fields = columns(RECORD_TYPES[record])
        code_column = fields[defines.code] if defines.code else None
        codes = self.column(record, defines.code) if defines.code else [None] * size
        official = code_column is not None and code_column.kind in _OFFICIAL
        order = sorted(range(size), key=lambda i: codes[i] is None) if official else range(size)
        for index in order:
            name = resolved.names[index]
            if not name:
                continue
            parent = self._parent(record, resolved, defines, index)
            code = codes[index]
            uid = self._uid(record, defines, index, name, parent, code if official else None)
            resolved.subject[index] = uid
            resolved.labels[index] = self.known.things[uid].label if uid in self.known.things else defines.label
            self.known.add(Thing(uid, resolved.labels[index], name, parent), [code] if code else [])

    def _names(self, record: str, defines: Defines) -> list[str]:
        first, *others = defines.name
        names = self.column(record, first)
        if not others:
            return [n or "" for n in names]
        return [n or self._composed(record, others, i) for i, n in enumerate(names)]

    def _composed(self, record: str, fields: Sequence[str], index: int) -> str:
        parts = []
        for name in fields:
            column = columns(RECORD_TYPES[record])[name]
            value = self.column(record, name)[index]
            if value and column.vocabulary:
                value = vocabulary(column.vocabulary).name_of(value, "zh")
            parts.append("、".join(value) if isinstance(value, list) else value or "")
        return " ".join(p for p in parts if p)

    def _parent(self, record: str, resolved: ResolvedRecords, defines: Defines, index: int) -> str | None:
        for name in defines.parents:
            if name == DISTRICT:
                return self._district(record, index, ())
            uid = resolved.references[name][index]
            uid = uid[0] if isinstance(uid, list) and uid else uid
            if uid:
                return str(uid)
        return None

    def _uid(self, record: str, defines: Defines, index: int, name: str, parent: str | None, code: str | None) -> str:  # noqa: PLR0917 - the parts of one key
        label = defines.label
        further = [str(self.column(record, f)[index] or "") for f in defines.key_fields]
        plain_key = child_key(key_of(parent) if parent else None, normal_name(label, name))
        plain = node_uid(label, "/".join([plain_key, *(f for f in further if f)]))
        own = node_uid(label, code) if code else None
        known = self._already_known(label, name, parent, code) if label == "CoBuildingUnit" or not own else None
        uid = known or own or plain
        if uid != plain and (known or self.decided):
            self.joined.setdefault(
                (name, uid), Joined(name, label, uid, "coded" if uid == own else "name", own or plain)
            )
        return uid

    def _already_known(self, label: str, name: str, parent: str | None, code: str | None) -> str | None:
        decided = self.decided.get((label, normal_name(label, name)))
        if decided:
            return decided
        if label == "CoBuildingUnit":
            found = list(self.known.coded(code)) if code else []
            found = found or self._organisations_named(name, parent)
            found = [t for t in found if "Organisation" in super_labels(t.label) and (t.label != label or not code)]
        elif label == "PropertyFirm":
            found = [t for t in self.known.named(label, name) if t.parent == parent]
        else:
            return None
        return found[0].uid if len({t.uid for t in found}) == 1 else None

    def _organisations_named(self, name: str, parent: str | None) -> list[Thing]:
        labels = ("PropertyFirm", "Authority", "ResidentsCommittee", "CoBuildingUnit")
        found = [t for label in labels for t in self.known.named(label, name)]
        return [t for t in found if parent is None or parent in self.known.chain(t.uid)]

    def _define_posts(self, resolved: ResolvedRecords) -> None:
        size = len(resolved.frame)
        organisations = resolved.references["organisation"]
        roles, seats = self.column("post", "role"), self.column("post", "seat")
        resolved.labels = ["Post"] * size
        resolved.subject = [
            post_uid(o, r, s) if o and r else None for o, r, s in zip(organisations, roles, seats, strict=True)
        ]
        resolved.names = [
            self.post_name(o, r, s) if o and r else "" for o, r, s in zip(organisations, roles, seats, strict=True)
        ]

    def thing_name(self, uid: str) -> str:
        """Return the name of a thing that is defined, or of the stub that stands for it."""
        thing = self.known.things.get(uid)
        return thing.name if thing else self.stubs.get(uid, ("", ""))[1]

    def post_name(self, organisation: str, role: str, seat: str | None) -> str:
        """Return the name under which a post is shown."""
        role_name = vocabulary("role").name_of(role, "zh")
        return f"{self.thing_name(organisation)} {role_name}" + (f"（{seat}）" if seat else "")
