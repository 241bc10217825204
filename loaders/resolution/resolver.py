"""All references of all records resolved: what each row defines and what each of its cells means."""

from collections.abc import Mapping

from graph_model.names import forget_texts
from graph_model.uids import post_uid
from graph_model.vocabularies import vocabulary
from loaders.record_types import RECORD_TYPES
from loaders.records.combined_records import CombinedRecords
from loaders.resolution.definitions import Definitions
from loaders.resolution.division_definitions import define_divisions
from loaders.resolution.reference_columns import (
    ReferenceColumns,
    ordered_references,
    references_before_definition,
)
from loaders.resolution.resolved_records import Findings, ResolvedRecords
from loaders.resolution.row_districts import RowDistricts, admin_unit_fields
from loaders.resolution.written_codes import WrittenCodes


class Resolver:
    """Resolves the references of all records.

    Args:
        records: record type -> rows, in the order of record types, those with errors too: what a rejected row defines
            is no fault of the rows that name it.
        decided: (label, normal name) -> uid, as persons have decided.

    Attributes:
        records: record type -> rows with what they define and mean.
        findings: what is known and what came to light.
    """

    def __init__(self, records: Mapping[str, CombinedRecords], decided: Mapping[tuple[str, str], str]) -> None:
        self.findings = Findings(decided)
        self.records = {name: ResolvedRecords(rows) for name, rows in records.items()}

    def run(self) -> None:
        """Resolve everything: divisions, places named in rows, what rows define, and the remaining references."""
        known = self.findings.known
        if "division" in self.records:
            define_divisions(self.records["division"], known)
        districts = RowDistricts(known, self.records)
        references = ReferenceColumns(self.records, self.findings, districts)
        for record in self.records:
            for name in admin_unit_fields(record):
                references.resolve(record, name)
        districts.settle_sources()
        references.codes = codes = WrittenCodes(self.records, districts)
        self._define(references, Definitions(self.findings, districts, codes))
        for record in self.records:
            for name in ordered_references(record):
                references.resolve(record, name)
        if "post" in self.records:
            self._define_posts(self.records["post"])
        self.findings.known.settle()
        forget_texts()
        for resolved in self.records.values():
            resolved.forget_columns()

    def _define(self, references: ReferenceColumns, definitions: Definitions) -> None:
        for record, resolved in self.records.items():
            defines = RECORD_TYPES[record].defines
            if defines is not None and record not in {"division", "post"}:
                for name in references_before_definition(record, defines):
                    references.resolve(record, name)
                definitions.define(record, resolved, defines)

    def _define_posts(self, resolved: ResolvedRecords) -> None:
        posts = list(
            zip(resolved.references["organisation"], resolved.column("role"), resolved.column("seat"), strict=True)
        )
        resolved.labels = ["Post"] * len(posts)
        resolved.subject = [post_uid(o, r, s) if o and r else None for o, r, s in posts]
        resolved.names = [self.post_name(o, r, s) if o and r else "" for o, r, s in posts]

    def thing_name(self, uid: str) -> str:
        """Return the name of a thing that is defined, or of the stub that stands for it."""
        thing = self.findings.known.things.get(uid)
        return thing.name if thing else self.findings.stubs.get(uid, ("", ""))[1]

    def post_name(self, organisation: str, role: str, seat: str | None) -> str:
        """Return the name under which a post is shown."""
        role_name = vocabulary("role").name_of(role, "zh")
        return f"{self.thing_name(organisation)} {role_name}" + (f"（{seat}）" if seat else "")
