"""The district to which a row belongs: by the places that it names, by its file, or because there is only one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.known_things import KnownThings
from loaders.resolution.resolved_records import ResolvedRecords

_ADMIN_UNITS = frozenset({"District", "Subdistrict", "Community", "AdminUnit"})


def admin_unit_fields(record: str) -> list[str]:
    """Return the fields of a record type that name units of the division and nothing else."""
    fields = columns(RECORD_TYPES[record]).items()
    return [name for name, column in fields if column.reference and set(column.reference.labels) <= _ADMIN_UNITS]


class RowDistricts:
    """Tells to which district a row belongs, once the divisions are known.

    Args:
        known: the divisions.
        records: the records, of which the references to divisions are resolved.
    """

    def __init__(self, known: KnownThings, records: Mapping[str, ResolvedRecords]) -> None:
        self._known = known
        self._records = records
        self._of_rows: dict[str, list[str | None]] = {}
        self._of_sources: dict[str, str | None] = {}
        districts = known.with_label("District")
        self._only = districts[0].uid if len(districts) == 1 else None

    def settle_sources(self) -> None:
        """Find the district of each file: the one in which all units lie that its rows name."""
        found: dict[str, set[str]] = defaultdict(set)
        for resolved in self._records.values():
            for uids in [resolved.subject, *resolved.references.values()]:
                for source, uid in zip(resolved.column("source"), uids, strict=False):
                    district = self._known.district_of(uid) if isinstance(uid, str) else None
                    if district:
                        found[source].add(district)
        self._of_sources = {source: min(names) for source, names in found.items() if len(names) == 1}
        self._of_rows.clear()

    def of(self, record: str, index: int, within: Sequence[str] = ()) -> str | None:
        """Return the uid of a row's district, or None.

        Args:
            record: record type.
            index: position of the row.
            within: uids of places that the row names, narrowest first.
        """
        for uid in within:
            district = self._known.district_of(uid)
            if district:
                return district
        if self._only:
            return self._only
        if record not in self._of_rows:
            self._of_rows[record] = self._by_rows(record)
        return self._of_rows[record][index]

    def _by_rows(self, record: str) -> list[str | None]:
        resolved = self._records[record]
        districts = [self._of_sources.get(source) for source in resolved.column("source")]
        for name in admin_unit_fields(record):
            for index, uid in enumerate(resolved.references.get(name, ())):
                districts[index] = self._known.district_of(uid) or districts[index]
        return districts
