"""Tables of which every row names what nobody defines: that is said once, with what to load first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.faults import Fault
from loaders.preparing.fault_places import FaultPlaces
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.questions import DIVISION_LABELS

_FEWEST = 2
_DANGLING = frozenset({"dangling_reference", "unknown_code"})


@dataclass(frozen=True)
class FoundReference:
    """A fault of a reference, with the row that it is of.

    Args:
        fault: the fault.
        record: the record type of the row.
        index: its position.
        field: its field.
    """

    fault: Fault
    record: str
    index: int
    field: str


def said_once(found: Sequence[FoundReference], places: FaultPlaces) -> list[Fault]:
    """Return faults of references, one in place of all where every row of a table has one in the same column.

    Args:
        found: the faults, in order.
        places: where rows stand.
    """
    groups: dict[tuple[str, int, str], list[FoundReference]] = defaultdict(list)
    for reference in found:
        if reference.fault.code in _DANGLING and places.is_new(reference.record, reference.index):
            table, _ = places.table_of(reference.record, reference.index)
            groups[reference.record, table, reference.field].append(reference)
    whole = {key: refs for key, refs in groups.items() if _is_whole(refs, places)}
    instead = {id(reference): key for key, refs in whole.items() for reference in refs}
    kept = [reference.fault for reference in found if id(reference) not in instead]
    return [*kept, *(_once(refs) for refs in whole.values())]


def _is_whole(refs: Sequence[FoundReference], places: FaultPlaces) -> bool:
    rows = {reference.fault.row for reference in refs}
    _, size = places.table_of(refs[0].record, refs[0].index)
    return len(rows) == size >= _FEWEST


def _once(refs: Sequence[FoundReference]) -> Fault:
    first = refs[0]
    blanks = {**first.fault.blanks, **_needed(first), "count": str(len({r.fault.row for r in refs}))}
    fault = first.fault
    place = fault.file, fault.sheet, None, fault.column, fault.heading, fault.value
    return Fault("nothing_defined", fault.severity, *place, blanks, source=fault.source, record=first.record)


def _needed(reference: FoundReference) -> Mapping[str, str]:
    """The record types whose rows define what is missing."""
    declared = columns(RECORD_TYPES[reference.record])[reference.field].reference
    labels = declared.labels if declared else ()
    divisions = DIVISION_LABELS.intersection(labels)
    names = (
        ["division"]
        if divisions
        else [r for r, cls in RECORD_TYPES.items() if cls.defines and cls.defines.label in labels]
    )
    return {
        "needed_zh": "、".join(RECORD_TYPES[name].zh for name in names),
        "needed_en": ", ".join(name.replace("_", " ") for name in names),
    }
