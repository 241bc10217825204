"""The things of the synthetic district that other things refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sample_data.example.truth.when import When

Value: TypeAlias = str | int | bool | When | tuple[str, ...] | None
Row: TypeAlias = Mapping[str, Value]
"""A row of a registry: names of fields, and values with the codes of the vocabularies."""


@dataclass(frozen=True)
class Subdistrict:
    """A subdistrict.

    Args:
        name: such as 鹭湾街道.
        code: 12-digit division code.
    """

    name: str
    code: str

    @property
    def committee(self) -> str:
        """The name of its enlarged committee."""
        return f"{self.name}大党工委"

    @property
    def office(self) -> str:
        """The name of its office."""
        return f"{self.name}办事处"


@dataclass(frozen=True)
class Community:
    """A residents' community.

    Args:
        name: such as 和盛里社区.
        code: 12-digit division code.
        subdistrict: the subdistrict to which it belongs.
        general_branch: whether its committee is a general branch (党总支).
    """

    name: str
    code: str
    subdistrict: Subdistrict
    general_branch: bool

    @property
    def committee(self) -> str:
        """The name of its Party committee."""
        return f"{self.name}{'党总支' if self.general_branch else '大党委'}"

    @property
    def residents_committee(self) -> str:
        """The name of its residents' committee."""
        return f"{self.name}居委会"

    @property
    def where(self) -> dict[str, Value]:
        """The fields that tell a row's place."""
        return {"subdistrict": self.subdistrict.name, "community": self.name}


@dataclass(frozen=True)
class Grid:
    """A grid.

    Args:
        name: such as 和盛里社区第一网格.
        code: number of the grid.
        kind: term of the vocabulary of grids.
        community: where it is.
    """

    name: str
    code: str
    kind: str
    community: Community


@dataclass(frozen=True)
class Estate:
    """A residential estate.

    Args:
        name: such as 示例听雨花园.
        code: number of the estate.
        community: where it is.
        grid: the grid in which it lies.
        area: the area in which it lies.
        managed: whether a firm manages it.
        old: whether it is an old one.
        households: number of households.
        owner_body: what acts for the owners.
    """

    name: str
    code: str
    community: Community
    grid: Grid
    area: str | None
    managed: bool
    old: bool
    households: int
    owner_body: str

    @property
    def owners_committee(self) -> str:
        """The name that its owners' committee has, if there is one."""
        return f"{self.name}业委会"


@dataclass(frozen=True)
class Branch:
    """An estate, joint or grid branch.

    Args:
        name: such as 示例听雨花园党支部.
        kind: term of the vocabulary of branches.
        community: where it is.
        estates: estates that it covers by organisation.
        work_estates: estates that it covers by work.
        grids: grids that it covers.
        since: when it was founded.
    """

    name: str
    kind: str
    community: Community
    estates: tuple[Estate, ...]
    work_estates: tuple[Estate, ...]
    grids: tuple[Grid, ...]
    since: When

    @property
    def all_estates(self) -> tuple[Estate, ...]:
        """Every estate that it covers in one way or the other."""
        return (*self.estates, *self.work_estates)


@dataclass(frozen=True)
class Firm:
    """A property firm.

    Args:
        name: full name.
        code: unified social credit code, well made and synthetic.
        community: where it is registered.
        party_organisation: the name of its Party organisation.
        mechanism: whether it has the red property-service mechanism.
        estates: estates that it manages now.
    """

    name: str
    code: str
    community: Community
    party_organisation: str | None
    mechanism: bool
    estates: tuple[Estate, ...]


@dataclass(frozen=True)
class Unit:
    """A unit that builds together with committees.

    Args:
        name: full name.
        code: unified social credit code; None for the few whose registry lacks it.
        kind: term of the vocabulary of units; "property_firm" for a firm that is known by its own label.
        community: where it is registered.
        committees: the names of the communities' committees with which it co-builds.
        subdistricts: the names of the subdistricts' committees with which it co-builds.
    """

    name: str
    code: str | None
    kind: str
    community: Community
    committees: tuple[str, ...]
    subdistricts: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist.

    Args:
        number: number in the registry of the example.
        name: an invented name.
        identity_number: a number whose region does not exist.
        telephone: a number of a range that is not assigned.
        political_status: term of the vocabulary.
    """

    number: str
    name: str
    identity_number: str
    telephone: str
    political_status: str


@dataclass
class Registers:
    """The rows of every record type, as they come about.

    Args:
        rows: name of a record type -> rows.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, record: str, row: Mapping[str, Value]) -> None:
        """Put a row into a registry; what it does not know is left out."""
        self.rows.setdefault(record, []).append({k: v for k, v in row.items() if v is not None and v != ()})
