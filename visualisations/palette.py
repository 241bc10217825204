"""How each kind of thing looks: its shape, its two colours, its names; the same on every page."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["star", "hexagon", "diamond", "dot", "square", "triangle", "triangle_down"]


@dataclass(frozen=True)
class Style:
    """The looks of one kind of thing.

    The shape carries the kind, since some hues come close together for colour-blind eyes; colour only helps.
    """

    key: str
    shape: Shape
    light: str
    dark: str
    zh: str
    en: str
    scale: float = 1.0
    outlined: bool = False
    hollow_zh: str = ""
    hollow_en: str = ""
    filled_zh: str = ""
    filled_en: str = ""


DISTRICT = Style("district", "star", "#111111", "#FFFFFF", "区", "District", scale=1.5)
SUBDISTRICT = Style("subdistrict", "hexagon", "#4B0092", "#B48CFF", "街道大党工委", "Subdistrict committees", scale=1.5)
COMMUNITY = Style("community", "diamond", "#882255", "#E58FB8", "社区大党委", "Community committees", scale=1.2)
ESTATE = Style(
    "estate", "square", "#8A8A00", "#C9C94A", "小区", "Estates",
    hollow_zh="无物业管理", hollow_en="no property manager", filled_zh="有物业管理", filled_en="under management",
)  # fmt: skip
BRANCH = Style("branch", "dot", "#D55E00", "#FF8A3D", "小区（网格）党支部", "Party branches")
OWNERS = Style("owners", "triangle_down", "#C2559A", "#F0A6D6", "业委会", "Owners' committees")
UNIT = Style("unit", "triangle", "#0072B2", "#5CB3F0", "共建单位", "Co-building units")
FIRM = Style(
    "firm", "hexagon", "#2A9D8F", "#4FD1BF", "物业企业", "Property firms",
    hollow_zh="无党组织", hollow_en="no Party organisation", filled_zh="有党组织", filled_en="with Party organisation",
)  # fmt: skip
PLATFORM = Style("platform", "star", "#C98A00", "#FFC857", "共建平台", "Platforms", outlined=True)
POST = Style(
    "post", "diamond", "#666666", "#A8A8A8", "职务", "Posts",
    hollow_zh="空缺", hollow_en="vacant", filled_zh="在任", filled_en="held",
)  # fmt: skip
HOLDER = Style("holder", "dot", "#8C8C8C", "#7E8794", "任职人员", "Holders", scale=0.8)
OTHER = Style("other", "square", "#6E7680", "#8A94A1", "其他", "Other", scale=0.8)

STYLES: tuple[Style, ...] = (
    DISTRICT, SUBDISTRICT, COMMUNITY, ESTATE, BRANCH, OWNERS, UNIT, FIRM, PLATFORM, POST, HOLDER, OTHER,
)  # fmt: skip
"""All styles, in the order in which legends list them."""

_BY_LABEL = {
    "District": DISTRICT,
    "Subdistrict": SUBDISTRICT,
    "Community": COMMUNITY,
    "Estate": ESTATE,
    "PartyBranch": BRANCH,
    "OwnersCommittee": OWNERS,
    "CoBuildingUnit": UNIT,
    "PropertyFirm": FIRM,
    "Platform": PLATFORM,
    "Post": POST,
    "Person": HOLDER,
}

_BY_COMMITTEE_KIND = {
    "district_committee": DISTRICT,
    "enlarged_subdistrict_committee": SUBDISTRICT,
    "enlarged_community_committee": COMMUNITY,
    "general_branch": COMMUNITY,
}


def style_of(label: str, kind: str | None = None) -> Style:
    """Return the looks of a node.

    Args:
        label: its concrete label.
        kind: the value of its property `kind`; tells the committees of the levels apart.

    Returns:
        its style, or `OTHER` for a label that has none of its own.
    """
    if label == "PartyCommittee":
        return _BY_COMMITTEE_KIND.get(kind or "", OTHER)
    return _BY_LABEL.get(label, OTHER)
