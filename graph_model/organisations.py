"""Organisations that are not of the Party."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from graph_model.base import Dated, Node


class Organisation(Node, Dated):
    """An organisation that can take part, hold seats and build together."""

    super_labels: ClassVar[tuple[str, ...]] = ("Organisation",)

    code: str | None = Field(None, description="unified social credit code or another official number")


class Authority(Organisation):
    """A department of Party or government, or a subdistrict office."""

    zh: ClassVar[str] = "党政部门"

    kind: str | None = Field(None, description="which department")
    level: str | None = Field(None, description="administrative level")


class ResidentsCommittee(Organisation):
    """The residents' committee of a community."""

    zh: ClassVar[str] = "居委会"


class CoBuildingUnit(Organisation):
    """A unit known only for building together with Party committees."""

    zh: ClassVar[str] = "共建单位"

    kind: str | None = Field(None, description="hospital, school, bank, firm, bureau and so on")
    affiliation: str | None = Field(None, description="level to which the unit belongs")
    registered_community: str | None = Field(None, description="uid of the community of its registered address")


class PropertyFirm(Organisation):
    """A firm that manages estates; a branch office is not its parent firm."""

    zh: ClassVar[str] = "物业企业"

    registered_community: str | None = Field(None, description="uid of the community of its registered address")


class OwnersCommittee(Organisation):
    """The committee elected by an estate's owners; re-elected, it is the same committee with a further term."""

    zh: ClassVar[str] = "业委会"

    filing_date: date | None = Field(None, description="day on which its election was filed")


class SupervisoryCommittee(Organisation):
    """The committee by which owners supervise their owners' committee."""

    zh: ClassVar[str] = "业主监督委员会"


class SelfGovernanceGroup(Organisation):
    """A self-governance body or team of residents."""

    zh: ClassVar[str] = "小区自治组织"

    kind: str | None = Field(None, description="what the group does")
