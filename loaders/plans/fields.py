"""Fields that a mapping file names, held against the record type that it names."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.plans.headings import known_headings
from loaders.plans.sections import Section, meant
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import Record, columns, required_fields
from loaders.record_types.columns import Column
from loaders.values.nearest import nearest


@dataclass(frozen=True)
class Fields:
    """The fields of the record type of one table, and which of them the table fills.

    Args:
        record: name of the record type.
        filled: fields that have a column or a constant.
        from_columns: fields that have a column.
    """

    record: str
    filled: frozenset[str]
    from_columns: frozenset[str]

    @property
    def record_class(self) -> type[Record]:
        """The record type."""
        return RECORD_TYPES[self.record]

    def column(self, field: str) -> Column:
        """Return how a field stands in a workbook."""
        return columns(self.record_class)[field]

    def known(self, section: Section) -> Iterator[tuple[str, Column]]:
        """Go through a table's keys that are fields; note each that is none, with the nearest field."""
        for key in section:
            if key in columns(self.record_class):
                yield key, self.column(key)
            else:
                unknown_field(section, key, self.record)

    def read(self, section: Section) -> Iterator[tuple[str, Column]]:
        """Go through a table's keys that are fields with a column; note each that has none."""
        for key, column in self.known(section):
            if key in self.from_columns:
                yield key, column
            else:
                section.fault(key, "columns 里没有这个字段的列", "columns names no column for this field")

    def check_complete(self, table: Section) -> None:
        """Note each required field that the table fills neither from a column nor with a constant."""
        for field in required_fields(self.record_class):
            if field not in self.filled:
                column = self.column(field)
                zh = f"“{self.record}”必须有字段 {field}（{column.heading}）：请写入 columns 或 values"
                en = f'"{self.record}" needs the field {field} ({column.english}): name it in columns or values'
                table.fault("columns", zh, en)
        for choice in self.record_class.one_of:
            if not self.filled.intersection(choice):
                zh = f"“{self.record}”至少要有以下字段之一：{'、'.join(choice)}"
                table.fault("columns", zh, f'"{self.record}" needs one of the fields {", ".join(choice)}')


def unknown_field(section: Section, key: str, record: str, name: str | None = None) -> None:
    """Note that a key, or the name that it gives, is no field of a record type, with the nearest field.

    The nearest is found by its name or its headings.
    """
    by_heading = known_headings(record)
    name = key if name is None else name
    found = nearest(name, [*columns(RECORD_TYPES[record]), *by_heading])
    near_zh, near_en = meant(by_heading.get(found, found) if found else None)
    section.fault(key, f"“{record}”没有字段 {name}{near_zh}", f'"{record}" has no field {name}{near_en}')
