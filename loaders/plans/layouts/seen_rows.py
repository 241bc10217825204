"""The rows of a table as layouts see them, and how a plan names the body that a role of a row is of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from loaders.plan import TablePlan
from loaders.plans.heading_rows import HeadingRows, name_of
from loaders.plans.headings import Heading
from loaders.plans.layouts.bodies_of_rows import NamedBody, bodies_and_places, says_level
from loaders.plans.layouts.titles import TextAround, texts_around
from loaders.plans.layouts.whose_role import Body
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import is_missing

KINDS: Final[Mapping[str, str]] = {
    "party_branch": "小区党支部",
    "party_committee": "党组织",
    "residents_committee": "居委会",
    "owners_committee": "业委会",
    "supervisory_committee": "业主监督委员会",
    "firm_party_organisation": "物业企业党组织",
    "property_firm": "物业企业",
    "grid": "网格",
    "self_governance_group": "小区自治组织",
    "co_building_unit": "共建单位",
}
"""Kind of organisation -> how a record of a tenure names it."""

_NAMES_OF: Final[Mapping[str, str]] = {
    "party_branch": "党支部",
    "owners_committee": "业委会",
    "party_committee": "党委",
    "residents_committee": "居委会",
}
_LOOKED_AT: Final = 2_000


@dataclass(frozen=True)
class SeenRows:
    """The rows of a table.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        base: a plan of the same table: where it lies, and what it takes from beside it.
    """

    sheet: Sheet
    rows: HeadingRows
    base: TablePlan

    @cached_property
    def below(self) -> Sequence[Sequence[Cell]]:
        """Its rows that may be records, the first of them."""
        first, last = self.sheet.first_row, self.base.last_row
        start = (self.rows.rows[-1] if self.rows.rows else first) + 1 - first
        end = len(self.sheet.rows) if last is None else last + 1 - first
        return [row for row in self.sheet.rows[start:end] if _says_something(row)][:_LOOKED_AT]

    @cached_property
    def bodies(self) -> Sequence[NamedBody]:
        """The bodies and places that its rows name; of those that it defines, its record type is the kind."""
        found = bodies_and_places(self.rows.headings, self.below)
        own, kind = self.base.columns.get("name"), self.base.record
        if own is None or kind not in KINDS:
            return found
        return [replace(body, kind=kind) if self.name(body.heading) == own else body for body in found]

    @cached_property
    def texts(self) -> Sequence[TextAround]:
        """The texts beside it, the nearest first."""
        return texts_around(self.sheet, self.rows)

    @property
    def titles(self) -> tuple[str, ...]:
        """The texts above it, and the name of its sheet."""
        return tuple(around.text for around in self.texts if around.source != "file")

    def name(self, heading: Heading) -> str:
        """Return what names a column in a plan."""
        return name_of(self.sheet, self.rows, heading)

    def cells(self, heading: Heading) -> list[Cell]:
        """Return the cells of a column."""
        return [row[heading.column] for row in self.below]


@dataclass(frozen=True)
class OrganisationOf:
    """How a plan names the body that a role is of.

    Args:
        columns: its field with the column of its name.
        composed: its field with how its name is put together from its place's.
    """

    columns: Mapping[str, str]
    composed: Mapping[str, str]


def _says_something(row: Sequence[Cell]) -> bool:
    """Whether a row may be a record: a caption, a total's note or a blank one has less than two cells."""
    return sum(not is_missing(cell) for cell in row) > 1


def organisation_of(table: SeenRows, body: Body) -> OrganisationOf | None:
    """Return how a plan names a body; None where the names of places leave it open."""
    name = table.name(body.named.heading)
    if not body.by_place:
        return OrganisationOf({"organisation": name}, {})
    between = ""
    if body.named.kind == "community":
        level = says_level(table.cells(body.named.heading), "社区")
        if level is None:
            return None
        between = "" if level else "社区"
    return OrganisationOf({}, {"organisation": f"{{{name}}}{between}{_NAMES_OF[body.kind]}"})
