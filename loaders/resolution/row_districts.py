"""The district to which a row belongs: by the places that it names, by its file, or because there is only one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

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
            subjects = [pl.Series("uid", resolved.subject, dtype=pl.String)] if resolved.subject else []
            for uids in [*subjects, *(resolved.uids(name) for name in resolved.references)]:
                if uids.dtype != pl.String:
                    continue
                named = pl.DataFrame([resolved.series("source"), uids.alias("uid")]).unique()
                for source, uid in named.iter_rows():
                    district = self._known.district_of(uid)
                    if district:
                        found[source].add(district)
        self._of_sources = {source: min(names) for source, names in found.items() if len(names) == 1}
        self._of_rows.clear()

    def of(self, record: str, index: int) -> str | None:
        """Return the uid of a row's district, or None.

        Args:
            record: record type.
            index: position of the row.
        """
        if self._only:
            return self._only
        return self._rows(record)[index]

    def of_rows(self, record: str, size: int, within: Sequence[pl.Series]) -> pl.Series:
        """Return the uid of the district of each row, or null.

        Args:
            record: record type.
            size: how many rows it has.
            within: columns with uids of places that rows name, narrowest first: they go before what else tells it.
        """
        found = pl.Series([None] * size, dtype=pl.String)
        for places in within:
            found = pl.select(pl.coalesce(found, places.replace_strict(self._of_places(places)))).to_series()
        if self._only:
            return found.fill_null(self._only)
        if found.null_count():
            found = pl.select(pl.coalesce(found, pl.Series(self._rows(record), dtype=pl.String))).to_series()
        return found

    def _of_places(self, places: pl.Series) -> Mapping[str | None, str | None]:
        return {uid: self._known.district_of(uid) for uid in places.unique()}

    def _rows(self, record: str) -> list[str | None]:
        if record not in self._of_rows:
            self._of_rows[record] = self._by_rows(record)
        return self._of_rows[record]

    def _by_rows(self, record: str) -> list[str | None]:
        resolved = self._records[record]
        districts = [self._of_sources.get(source) for source in resolved.column("source")]
        for name in admin_unit_fields(record):
            for index, uid in enumerate(resolved.references.get(name, ())):
                districts[index] = self._known.district_of(uid) or districts[index]
        return districts
