"""How large a synthetic district is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """How many of each thing a synthetic district has.

    Args:
        communities: number of communities of each subdistrict, in order; the third holds the pilot of "1+5+N".
        estates: estates of the district, and how many of them are managed by a firm.
        managed: estates with a property firm.
        joint_branches: branches that cover several estates.
        grid_branches: branches of a grid.
        branches: branches of every kind.
        owners_committees: estates with an owners' committee.
        supervisory_committees: owners' committees with a supervisory committee.
        firms: property firms, those with a Party organisation, and those with the red property-service mechanism.
        firms_with_party: property firms with a Party organisation.
        firms_with_mechanism: property firms, among those, that adopt the mechanism.
        units_with_subdistricts: units that co-build with a subdistrict's committee.
        units_with_communities: units that co-build with a community's committee.
        units_with_both: units that do both.
        platforms: consultation platforms.
        member_directors: Party members who direct an owners' committee.
        secretary_directors: branch secretaries, among those, who direct the one of an estate that their branch covers.
        guided_elections: elections guided throughout in the first subdistrict.
        disputes: disputes of the pilot community, the open ones included.
        urgent_matters: urgent matters handled there, the open ones included.
        trainings: sessions of the district, of subdistricts, of communities.
        attendances: their sum.
        audited_estates: estates of the first batch of audits.
        audit_meetings: meetings to advance the audit.
        renewed_estates: old estates in the renewal of the first subdistrict's area.
        renewal_projects: projects of that renewal.
        rights: owners' committees whose branch may nominate and remove members.
        activities: activities in each community.
        pledges: items of the three lists in each community.
    """

    communities: tuple[int, ...]
    estates: int
    managed: int
    joint_branches: int
    grid_branches: int
    branches: int
    owners_committees: int
    supervisory_committees: int
    firms: int
    firms_with_party: int
    firms_with_mechanism: int
    units_with_subdistricts: int
    units_with_communities: int
    units_with_both: int
    platforms: int
    member_directors: int
    secretary_directors: int
    guided_elections: int
    disputes: int
    urgent_matters: int
    trainings: tuple[int, int, int]
    attendances: int
    audited_estates: int
    audit_meetings: int
    renewed_estates: int
    renewal_projects: int
    rights: int
    activities: int
    pledges: int

    @property
    def single_branches(self) -> int:
        """Branches that cover one estate by organisation."""
        return self.branches - self.joint_branches - self.grid_branches


FIGURES = Sizes(
    communities=(18, 9, 12, 11, 9),
    estates=513,
    managed=359,
    joint_branches=66,
    grid_branches=48,
    branches=444,
    owners_committees=331,
    supervisory_committees=148,
    firms=118,
    firms_with_party=42,
    firms_with_mechanism=13,
    units_with_subdistricts=96,
    units_with_communities=557,
    units_with_both=14,
    platforms=143,
    member_directors=159,
    secretary_directors=68,
    guided_elections=12,
    disputes=56,
    urgent_matters=35,
    trainings=(14, 76, 1143),
    attendances=12_486,
    audited_estates=25,
    audit_meetings=5,
    renewed_estates=25,
    renewal_projects=13,
    rights=298,
    activities=14,
    pledges=12,
)
"""The size at which every figure is met that was published of a real district."""

SMALL = Sizes(
    communities=(5, 3, 4),
    estates=104,
    managed=73,
    joint_branches=13,
    grid_branches=10,
    branches=90,
    owners_committees=67,
    supervisory_committees=30,
    firms=24,
    firms_with_party=9,
    firms_with_mechanism=3,
    units_with_subdistricts=20,
    units_with_communities=113,
    units_with_both=4,
    platforms=30,
    member_directors=32,
    secretary_directors=14,
    guided_elections=4,
    disputes=12,
    urgent_matters=8,
    trainings=(4, 16, 232),
    attendances=2_540,
    audited_estates=6,
    audit_meetings=2,
    renewed_estates=8,
    renewal_projects=4,
    rights=60,
    activities=14,
    pledges=12,
)
"""About 3,000 nodes and 8,000 ties, for measuring many districts at once."""
