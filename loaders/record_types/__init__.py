"""Record types: what a sheet may hold, one file a type, in the order in which references can be resolved."""

from collections.abc import Mapping
from types import MappingProxyType

from loaders.record_types.activity import Activity
from loaders.record_types.activity_participation import ActivityParticipation
from loaders.record_types.adoption import Adoption
from loaders.record_types.alliance import Alliance
from loaders.record_types.alliance_party import AllianceParty
from loaders.record_types.area import Area
from loaders.record_types.audit import Audit
from loaders.record_types.authority import Authority
from loaders.record_types.base import Record
from loaders.record_types.branch_coverage import BranchCoverage
from loaders.record_types.co_building import CoBuilding
from loaders.record_types.co_building_unit import CoBuildingUnit
from loaders.record_types.division import Division
from loaders.record_types.election import Election
from loaders.record_types.estate import Estate
from loaders.record_types.firm_party_organisation import FirmPartyOrganisation
from loaders.record_types.grid import Grid
from loaders.record_types.matter import Matter
from loaders.record_types.mechanism import Mechanism
from loaders.record_types.owners_committee import OwnersCommittee
from loaders.record_types.party_branch import PartyBranch
from loaders.record_types.party_committee import PartyCommittee
from loaders.record_types.platform import Platform
from loaders.record_types.platform_participation import PlatformParticipation
from loaders.record_types.pledge import Pledge
from loaders.record_types.policy_document import PolicyDocument
from loaders.record_types.post import Post
from loaders.record_types.project import Project
from loaders.record_types.property_firm import PropertyFirm
from loaders.record_types.property_service import PropertyService
from loaders.record_types.reserve_listing import ReserveListing
from loaders.record_types.reserve_pool import ReservePool
from loaders.record_types.residents_committee import ResidentsCommittee
from loaders.record_types.right import Right
from loaders.record_types.self_governance_group import SelfGovernanceGroup
from loaders.record_types.supervisory_committee import SupervisoryCommittee
from loaders.record_types.tenure import Tenure
from loaders.record_types.training_session import TrainingSession
from loaders.record_types.training_site import TrainingSite

_IN_ORDER: tuple[type[Record], ...] = (
    Division,
    Area,
    Grid,
    Estate,
    PartyCommittee,
    Authority,
    ResidentsCommittee,
    PropertyFirm,
    FirmPartyOrganisation,
    PartyBranch,
    OwnersCommittee,
    SupervisoryCommittee,
    SelfGovernanceGroup,
    CoBuildingUnit,
    Mechanism,
    ReservePool,
    TrainingSite,
    PolicyDocument,
    Platform,
    Alliance,
    Activity,
    Election,
    Pledge,
    Matter,
    Project,
    Audit,
    TrainingSession,
    Post,
    Tenure,
    ReserveListing,
    CoBuilding,
    BranchCoverage,
    PropertyService,
    PlatformParticipation,
    AllianceParty,
    Adoption,
    Right,
    ActivityParticipation,
)


def _name(record_class: type[Record]) -> str:
    return record_class.__module__.rpartition(".")[2]


RECORD_TYPES: Mapping[str, type[Record]] = MappingProxyType({_name(cls): cls for cls in _IN_ORDER})
"""Name of a record type -> class; what a row refers to is defined by an earlier type."""
