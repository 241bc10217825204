"""What a record type declares: its columns, the node that a row defines, the ties that it states."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from loaders.record_types.columns import Column

SUBJECT = "@subject"
"""The node that the row itself defines, as an end of a tie."""

DISTRICT = "@district"
"""The district to which the row belongs, as a parent of what has no nearer one."""

PERSON = "@person"
"""The pseudonym of the person of the row, as an end of a tie."""

POST = "@post"
"""The post that the row's organisation, role and seat make, as an end of a tie."""


@dataclass(frozen=True)
class Defines:
    """The node that a row defines.

    Args:
        label: its concrete label, or none where `label_field` names it.
        label_field: the field whose term gives the label (a division's level).
        parents: fields, or DISTRICT, of which the first that is filled gives the parent's key.
        key_fields: further fields that belong to the key, where a name alone does not tell two things apart.
        code: the field with a code that finds references; a division code or credit code alone is the key, too.
        name: fields from which the name is put together; the first alone where it is filled.
        joint: whether one such thing may belong to several parents at once, as the branch that two firms founded
            together does.
    """

    label: str
    parents: tuple[str, ...] = ()
    key_fields: tuple[str, ...] = ()
    label_field: str | None = None
    code: str | None = None
    name: tuple[str, ...] = ("name",)
    joint: bool = False


@dataclass(frozen=True)
class Tie:
    """A relationship that a row states.

    Args:
        type: relationship type.
        start: field, SUBJECT, PERSON or POST on the left.
        end: the same on the right.
        properties: fields that are the relationship's properties.
        dated: whether the row's valid_from and valid_to are the tie's.
        constants: properties that the record type itself says.
    """

    type: str
    start: str
    end: str
    properties: tuple[str, ...] = ()
    dated: bool = False
    constants: tuple[tuple[str, str], ...] = ()


_TERM_YEARS = 6
_CONTRACT_YEARS = 11


@dataclass(frozen=True)
class Period:
    """Two fields with the start and the end of something, of which the end may lie ahead.

    Args:
        start: the field with its first day.
        end: the field with the first day on which it is over.
        years_ahead: how many years after the day of its source the end may lie.
    """

    start: str
    end: str
    years_ahead: int = _CONTRACT_YEARS


VALIDITY = Period("valid_from", "valid_to")
"""The time of a thing, a contract or a pact: an end of a long contract may lie far ahead."""

TERM_OF_OFFICE = Period("valid_from", "valid_to", _TERM_YEARS)
"""The time of a seat or an elected body, which ends with its term at the latest."""


@dataclass(frozen=True)
class HeadingOfSome:
    """Headings that name a field in some rows alone: 提供单位 is who makes an offer, and never who raises a need.

    Args:
        headings: the headings; a longer one that ends in such a word is meant too: 项目责任单位.
        field: what they name there.
        by: the field whose terms tell where.
        terms: the terms; in rows with another, or with none, the headings name something else.
    """

    headings: tuple[str, ...]
    field: str
    by: str
    terms: tuple[str, ...]


class Record(BaseModel):
    """One row of a registry, read and normalised.

    Attributes:
        zh: its Chinese title.
        about_zh: what a row says, in Chinese, as the first line of the class says it in English.
        sheet_names: what sheets of it are called.
        defines: the node that a row defines.
        ties: the relationships that it states.
        key: fields by which two rows speak of the same.
        one_of: groups of fields of which each row fills one at least.
        headings_of_some: headings that name a field in some rows alone.
        periods: pairs of date fields that are a start and an end; an end never lies before its start.
        event_day: the date field with the day on which something happened; ties that have no time of their own hold
            from it on.
        other_dates: date fields that are neither: of a filing, of a table's cut-off.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: ClassVar[str] = ""
    about_zh: ClassVar[str] = ""
    sheet_names: ClassVar[tuple[str, ...]] = ()
    defines: ClassVar[Defines | None] = None
    ties: ClassVar[tuple[Tie, ...]] = ()
    key: ClassVar[tuple[str, ...]] = ()
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    headings_of_some: ClassVar[tuple[HeadingOfSome, ...]] = ()
    periods: ClassVar[tuple[Period, ...]] = ()
    event_day: ClassVar[str | None] = None
    other_dates: ClassVar[tuple[str, ...]] = ()


@cache
def columns(record_class: type[Record]) -> Mapping[str, Column]:
    """Return the columns of a record type by field name, in the order of the blank workbook."""
    found = {}
    for name, info in record_class.model_fields.items():
        column = next(m for m in info.metadata if isinstance(m, Column))
        found[name] = column
    return MappingProxyType(found)


@cache
def required_fields(record_class: type[Record]) -> tuple[str, ...]:
    """Return the fields that every row must fill."""
    return tuple(name for name, info in record_class.model_fields.items() if info.is_required())


@cache
def private_fields(record_class: type[Record]) -> tuple[str, ...]:
    """Return the fields that name the person of a row; none if rows of this type are about no person."""
    return tuple(name for name, column in columns(record_class).items() if column.private)


@cache
def ends_of_periods(record_class: type[Record]) -> Mapping[str, Period]:
    """Return the periods of a record type by the field of their end."""
    return MappingProxyType({period.end: period for period in record_class.periods})
