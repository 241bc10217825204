"""The ties of the graph; each class names the labels that it may join, as arrows (left, right)."""

from typing import ClassVar

from pydantic import Field

from graph_model.base import Relationship


class PartOf(Relationship):
    """One place is part of another."""

    zh: ClassVar[str] = "隶属于"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Subdistrict", "District"),
        ("Community", "Subdistrict"),
        ("Grid", "Community"),
        ("Area", "Subdistrict"),
    )


class LocatedIn(Relationship):
    """An estate lies in a community, a grid or an area."""

    zh: ClassVar[str] = "位于"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Estate", "Community"), ("Estate", "Grid"), ("Estate", "Area"))


class Leads(Relationship):
    """A Party committee leads an administrative unit."""

    zh: ClassVar[str] = "领导"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PartyCommittee", "AdminUnit"),)


class ServesIn(Relationship):
    """An authority serves in an administrative unit."""

    zh: ClassVar[str] = "履职于"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Authority", "AdminUnit"),)


class SubordinateTo(Relationship):
    """A Party organisation is subordinate to a committee: branch, community, subdistrict, district."""

    zh: ClassVar[str] = "隶属党组织"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PartyOrganisation", "PartyCommittee"),)


class Covers(Relationship):
    """A branch covers an estate or a grid, by organisation or by work."""

    zh: ClassVar[str] = "覆盖"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PartyBranch", "Estate"), ("PartyBranch", "Grid"))
    discriminator: ClassVar[str | None] = "mode"

    mode: str | None = Field(None, description="organisational coverage or work coverage")


class OrganisedIn(Relationship):
    """A Party organisation is organised in a property firm."""

    zh: ClassVar[str] = "建于企业"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("FirmPartyOrganisation", "PropertyFirm"),)


class CoBuildsWith(Relationship):
    """An organisation has agreed with a committee to build the community together."""

    zh: ClassVar[str] = "共建"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Organisation", "PartyCommittee"),)

    pact: str | None = Field(None, description="name or number of the pact")


class MadeBy(Relationship):
    """An item of a list was put there by an organisation."""

    zh: ClassVar[str] = "提出方"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Pledge", "Organisation"),)


class MadeTo(Relationship):
    """An item of a list was addressed to a committee."""

    zh: ClassVar[str] = "面向"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Pledge", "PartyCommittee"),)


class Serves(Relationship):
    """A property firm serves an estate under a contract."""

    zh: ClassVar[str] = "服务"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PropertyFirm", "Estate"),)
    discriminator: ClassVar[str | None] = "contract"

    contract: str | None = Field(None, description="number of the contract")


class Represents(Relationship):
    """A committee represents the owners of an estate, or the residents of a community, for a term."""

    zh: ClassVar[str] = "代表"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("OwnersCommittee", "Estate"), ("ResidentsCommittee", "Community"))
    discriminator: ClassVar[str | None] = "term"

    term: str | None = Field(None, description="which term, as written")


class Supervises(Relationship):
    """A supervisory committee supervises an owners' committee."""

    zh: ClassVar[str] = "监督"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("SupervisoryCommittee", "OwnersCommittee"),)


class HasRightOver(Relationship):
    """A branch may nominate or remove members of a committee, as a resolution says."""

    zh: ClassVar[str] = "有权"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (
        ("PartyBranch", "OwnersCommittee"),
        ("PartyBranch", "SupervisoryCommittee"),
    )
    discriminator: ClassVar[str | None] = "right"

    right: str | None = Field(None, description="nominate or remove")
    basis: str | None = Field(None, description="the resolution that grants it")


class Constitutes(Relationship):
    """An election constitutes a committee."""

    zh: ClassVar[str] = "产生"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Election", "OwnersCommittee"),
        ("Election", "ResidentsCommittee"),
    )


class Guides(Relationship):
    """A Party organisation guides an election throughout."""

    zh: ClassVar[str] = "指导"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PartyOrganisation", "Election"),)


class Convenes(Relationship):
    """A committee convenes a platform."""

    zh: ClassVar[str] = "召集"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PartyCommittee", "Platform"),)


class TakesPartIn(Relationship):
    """An organisation takes part in a platform."""

    zh: ClassVar[str] = "参加平台"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Organisation", "Platform"),)


class PartyTo(Relationship):
    """An organisation is a party to an alliance."""

    zh: ClassVar[str] = "加入联盟"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Organisation", "Alliance"),)
    discriminator: ClassVar[str | None] = "role"

    role: str | None = Field(None, description="lead, member or guest")


class SeatOf(Relationship):
    """A post is a seat of an organisation, a joint body or a grid."""

    zh: ClassVar[str] = "席位属于"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Post", "Organisation"), ("Post", "JointBody"), ("Post", "Grid"))


class ResponsibleFor(Relationship):
    """The holder of a post is responsible for an estate or a grid."""

    zh: ClassVar[str] = "负责"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Post", "Estate"), ("Post", "Grid"))


class DelegatedBy(Relationship):
    """A unit delegates the holder of the seat of a part-time member: where alliances and roles meet."""

    zh: ClassVar[str] = "派出单位"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Post", "Organisation"),)


class Holds(Relationship):
    """Somebody holds a post for a time."""

    zh: ClassVar[str] = "任职"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Person", "Post"),)

    routes: list[str] = Field(default=[], description="how the holder came to the post, in order")
    state: str | None = Field(None, description="current, ended, ended at an unknown date, suspended")
    in_service: bool | None = Field(None, description="an in-service Party member who serves where they live")
    owner: bool | None = Field(None, description="whether the holder is registered as an owner of the estate")
    identity: str | None = Field(None, description="how surely rows of one person were joined")
    inferred: bool | None = Field(None, description="true: the end was inferred from the body's dissolution")


class ListedIn(Relationship):
    """Somebody is listed in a reserve of people."""

    zh: ClassVar[str] = "入库"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Person", "ReservePool"),)


class TookPartIn(Relationship):
    """An organisation took part in an activity."""

    zh: ClassVar[str] = "参加活动"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Organisation", "Activity"),)


class HeldUnder(Relationship):
    """An activity was held under a joint body or a committee."""

    zh: ClassVar[str] = "依托"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Activity", "JointBody"), ("Activity", "PartyCommittee"))


class Concerns(Relationship):
    """Something that happened concerns an estate."""

    zh: ClassVar[str] = "涉及"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Activity", "Estate"),
        ("Matter", "Estate"),
        ("Project", "Estate"),
        ("Audit", "Estate"),
    )


class HandledBy(Relationship):
    """A matter was handled by an organisation."""

    zh: ClassVar[str] = "办理"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Matter", "Organisation"),)


class RaisedAt(Relationship):
    """A matter was raised at an activity."""

    zh: ClassVar[str] = "提出于"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Matter", "Activity"),)


class Within(Relationship):
    """A project lies within an area."""

    zh: ClassVar[str] = "在片区内"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Project", "Area"),)


class Examines(Relationship):
    """An audit examines an owners' committee or a property firm."""

    zh: ClassVar[str] = "审计对象"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Audit", "OwnersCommittee"), ("Audit", "PropertyFirm"))


class CarriedOutBy(Relationship):
    """An audit was carried out by an organisation."""

    zh: ClassVar[str] = "实施方"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Audit", "Organisation"),)


class Adopts(Relationship):
    """An organisation adopts a mechanism."""

    zh: ClassVar[str] = "采用机制"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("Organisation", "Mechanism"),)


class IssuedBy(Relationship):
    """A document was issued by an organisation."""

    zh: ClassVar[str] = "印发单位"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("PolicyDocument", "Organisation"),)


class HeldAt(Relationship):
    """A training session was held at a training site."""

    zh: ClassVar[str] = "举办于"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("TrainingSession", "TrainingSite"),)


class RunBy(Relationship):
    """A training site is run by an organisation."""

    zh: ClassVar[str] = "运营方"
    arrows: ClassVar[tuple[tuple[str, str], ...]] = (("TrainingSite", "Organisation"),)
