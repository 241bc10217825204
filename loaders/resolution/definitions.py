"""What rows define: the name of each thing, what it belongs to, and the uid that follows."""

from collections.abc import Sequence
from typing import Any

from graph_model.names import normal_name
from graph_model.official_codes import credit_code_problem
from graph_model.schema import super_labels
from graph_model.uids import child_key, key_of, node_uid
from graph_model.vocabularies import vocabulary
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import DISTRICT, Defines, columns
from loaders.resolution.joint_organisations import joint_parents
from loaders.resolution.known_things import Thing
from loaders.resolution.resolved_records import Findings, Joined, ResolvedRecords
from loaders.resolution.row_districts import RowDistricts
from loaders.resolution.written_codes import CODED_LABELS, WrittenCodes

_OFFICIAL = frozenset({"division_code", "credit_code"})
_KNOWN_BY_OWN_LABEL = ("PropertyFirm", "Authority", "ResidentsCommittee", "CoBuildingUnit")


class Definitions:
    """Finds out what rows define.

    Args:
        findings: what is known and found; gets what the rows define.
        districts: the district of each row.
        codes: credit codes that rows write beside names.
    """

    def __init__(self, findings: Findings, districts: RowDistricts, codes: WrittenCodes) -> None:
        self._findings = findings
        self._districts = districts
        self._codes = codes

    def define(self, record: str, resolved: ResolvedRecords, defines: Defines) -> None:
        """Give each row of a record type the thing that it defines, and make that known.

        Args:
            record: the record type.
            resolved: its rows, with the references resolved on which the definition rests.
            defines: what the record type says of it.
        """
        size = len(resolved.frame)
        resolved.subject, resolved.labels = [None] * size, [defines.label] * size
        resolved.names = _names(record, resolved, defines)
        codes = resolved.column(defines.code) if defines.code else [None] * size
        official = bool(defines.code) and columns(RECORD_TYPES[record])[defines.code or ""].kind in _OFFICIAL
        further = [resolved.column(name) for name in defines.key_fields]
        joint = joint_parents(record, resolved, defines, self._districts, self._findings) if defines.joint else {}
        known = self._findings.known
        for index in sorted(range(size), key=lambda i: codes[i] is None) if official else range(size):
            name, code = resolved.names[index], codes[index]
            if not name:
                continue
            parent, stated = (joint[index], True) if joint else self._parent(record, resolved, defines, index)
            key = _key(defines.label, name, parent, [f[index] for f in further])
            uid = self._uid(defines.label, name, parent, key=key, code=code if official else None)
            label = known.things[uid].label if uid in known.things else defines.label
            resolved.subject[index], resolved.labels[index] = uid, label
            known.add(Thing(uid, label, name, parent), [code] if code else [], belongs=stated)

    def _parent(self, record: str, resolved: ResolvedRecords, defines: Defines, index: int) -> tuple[str | None, bool]:
        """What the row's thing belongs to, and whether the row says so; the district goes without saying."""
        for name in defines.parents:
            if name == DISTRICT:
                return self._districts.of(record, index), False
            uid = resolved.references[name][index]
            uid = uid[0] if isinstance(uid, list) and uid else uid
            if uid:
                return str(uid), True
        return None, False

    def _uid(self, label: str, name: str, parent: str | None, *, key: str, code: str | None) -> str:
        """The uid: of the code that this row or another one writes, of what is known by the name, or of the name."""
        mine = own = node_uid(label, code or key)
        if code is None and label in CODED_LABELS:
            code = self._codes.of(self._findings.known.district_of(parent), name)
            own = node_uid(label, code or key)
        decided = self._findings.decided.get((label, normal_name(label, name)))
        uid = decided if decided and (code is None or label == "CoBuildingUnit") else None
        rule = "decision" if uid else "name"
        uid = uid or self._known_otherwise(label, name, parent, code) or own
        if uid != mine:
            self._findings.join(Joined(name, label, uid, "coded" if uid == own else rule, mine))
        return uid

    def _known_otherwise(self, label: str, name: str, parent: str | None, code: str | None) -> str | None:
        """The uid of a unit that is known by a label of its own, or of a firm that was named before without a code."""
        known = self._findings.known
        if label == "CoBuildingUnit":
            found = list(known.coded(code)) if code else []
            found = found or self._organisations_named(name, parent)
            found = [t for t in found if _may_be_unit(t, code)]
        elif label == "PropertyFirm" and code is None:
            found = [t for t in known.named(label, name) if t.parent == parent]
        else:
            return None
        uids = {t.uid for t in found}
        return uids.pop() if len(uids) == 1 else None

    def _organisations_named(self, name: str, parent: str | None) -> list[Thing]:
        known = self._findings.known
        found = [t for label in _KNOWN_BY_OWN_LABEL for t in known.named(label, name)]
        return [t for t in found if parent is None or parent in known.chain(t.uid)]


def _may_be_unit(thing: Thing, code: str | None) -> bool:
    """Whether an organisation may be the unit of a row: not if both have a credit code, and these differ."""
    key = key_of(thing.uid)
    if code is not None and key != code and (credit_code_problem(key) is None or thing.label == "CoBuildingUnit"):
        return False
    return "Organisation" in super_labels(thing.label)


def _key(label: str, name: str, parent: str | None, further: Sequence[Any]) -> str:
    plain = child_key(key_of(parent) if parent else None, normal_name(label, name))
    return "/".join([plain, *(str(part) for part in further if part)])


def _names(record: str, resolved: ResolvedRecords, defines: Defines) -> list[str]:
    first, *others = defines.name
    parts = [_shown(record, resolved, field) for field in others]
    names = resolved.column(first)
    return [name or " ".join(p[i] for p in parts if p[i]) for i, name in enumerate(names)]


def _shown(record: str, resolved: ResolvedRecords, field: str) -> list[str]:
    """The cells of a field as they stand in a name that is put together."""
    column, cells = columns(RECORD_TYPES[record])[field], resolved.column(field)
    if column.vocabulary:
        terms = vocabulary(column.vocabulary)
        cells = [terms.name_of(cell, "zh") if isinstance(cell, str) else cell for cell in cells]
    return ["、".join(cell) if isinstance(cell, list) else cell or "" for cell in cells]
