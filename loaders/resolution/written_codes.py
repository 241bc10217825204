"""Credit codes that some row writes beside a name: a row that leaves the code out means the same organisation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph_model.names import normal_name
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.resolved_records import ResolvedRecords
from loaders.resolution.row_districts import RowDistricts

CODED_LABELS = ("CoBuildingUnit", "PropertyFirm")
"""The labels whose key is a credit code where some row has one."""


class WrittenCodes:
    """Finds the credit code of an organisation by its name.

    Args:
        records: all records; rows with errors are left out, since later loads do not have them.
        districts: the district of each row.
    """

    def __init__(self, records: Mapping[str, ResolvedRecords], districts: RowDistricts) -> None:
        self._codes: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for record, resolved in records.items():
            for name_field, code_field in _coded_fields(record):
                cells = zip(resolved.column(name_field), resolved.column(code_field), strict=True)
                for index, (name, code) in enumerate(cells):
                    if name and code and index not in resolved.errors:
                        self._codes[districts.of(record, index), _form(name)].add(code)

    def of(self, district: str | None, name: str) -> str | None:
        """Return the one code that rows of a district write beside a name; None if they write none, or several."""
        codes = self._codes.get((district, _form(name)), set())
        return next(iter(codes)) if len(codes) == 1 else None


def _form(name: str) -> str:
    return normal_name("PropertyFirm", name)


def _coded_fields(record: str) -> Iterator[tuple[str, str]]:
    cls = RECORD_TYPES[record]
    fields = columns(cls)
    if cls.defines is not None and cls.defines.code and fields[cls.defines.code].kind == "credit_code":
        yield cls.defines.name[0], cls.defines.code
    for name, column in fields.items():
        if column.reference is not None and f"{name}_code" in fields:
            yield name, f"{name}_code"
