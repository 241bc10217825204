"""Organisations of the Party: committees, branches, those of property firms."""

from typing import ClassVar

from pydantic import Field

from graph_model.base import Dated, Node


class PartyOrganisation(Node, Dated):
    """An organisation of the Party."""

    super_labels: ClassVar[tuple[str, ...]] = ("PartyOrganisation", "Organisation")

    code: str | None = Field(None, description="official number of the organisation")


class PartyCommittee(PartyOrganisation):
    """A committee of the Party that leads an administrative unit or an industry."""

    zh: ClassVar[str] = "党组织（区委、大党工委、大党委）"

    kind: str | None = Field(None, description="level and form of the committee")


class PartyBranch(PartyOrganisation):
    """A Party branch of estates or grids; joint branches cover several."""

    zh: ClassVar[str] = "小区（网格）党支部"

    kind: str | None = Field(None, description="estate, grid or joint branch")
    members: int | None = Field(None, description="number of Party members on its register")


class FirmPartyOrganisation(PartyOrganisation):
    """The Party organisation of a property firm."""

    zh: ClassVar[str] = "物业企业党组织"

    kind: str | None = Field(None, description="committee, general branch or branch")
