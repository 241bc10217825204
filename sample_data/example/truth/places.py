"""Places of the synthetic district: subdistricts, communities, grids, estates, areas."""

import random
from dataclasses import dataclass

from sample_data.example.truth.chance import chance, happens, pick, spread, weighted
from sample_data.example.truth.entities import Community, Estate, Grid, Subdistrict
from sample_data.example.truth.invented_names import AREAS, COMMUNITIES, ESTATES, SUBDISTRICTS
from sample_data.example.truth.setting import Setting

_PILOT_CODES = (22, 10, 11, 12, 19, 20, 21, 23, 24, 25, 26, 27)
_GRID_KINDS = {"estate": 5.0, "mixed": 3.0, "urban_village": 1.5, "business_park": 1.5}
_WITHOUT_COMMITTEE = {"preparing": 3.0, "interim": 1.5, "residents_committee_acting": 2.0, "none": 4.0, "unknown": 0.5}
_ORDINALS = "一二三四五六七八九"
_AREA_COMMUNITIES = 3
_PILOT_SUBDISTRICT = 2
_SAME_NAMES = 4
_GENERAL_BRANCH_EVERY = 6


@dataclass(frozen=True)
class Places:
    """Where everything is.

    Args:
        subdistricts: in order of their codes.
        communities: in order of subdistrict.
        grids: grids of all communities.
        estates: estates of all communities.
        areas: name of an area -> its subdistrict.
    """

    subdistricts: tuple[Subdistrict, ...]
    communities: tuple[Community, ...]
    grids: tuple[Grid, ...]
    estates: tuple[Estate, ...]
    areas: dict[str, Subdistrict]

    @property
    def pilot(self) -> Community:
        """The community of the "1+5+N" pilot."""
        return next(c for c in self.communities if c.subdistrict == self.subdistricts[_PILOT_SUBDISTRICT])

    def estates_in(self, community: Community) -> tuple[Estate, ...]:
        """Return the estates of a community."""
        return tuple(e for e in self.estates if e.community == community)


def make_places(setting: Setting) -> Places:
    """Make the places of a district."""
    rng = chance(setting.seed, "places")
    subdistricts = tuple(
        Subdistrict(f"{setting.tag}{SUBDISTRICTS[i]}街道", f"{setting.code}{i + 1:03d}000")
        for i in range(len(setting.sizes.communities))
    )
    communities = _communities(setting, subdistricts)
    grids = tuple(grid for community in communities for grid in _grids(rng, community))
    areas = {f"{setting.tag}{AREAS[0]}": subdistricts[0], f"{setting.tag}{AREAS[1]}": subdistricts[-2]}
    return Places(subdistricts, communities, grids, _estates(rng, setting, communities, grids), areas)


def _communities(setting: Setting, subdistricts: tuple[Subdistrict, ...]) -> tuple[Community, ...]:
    found = []
    for order, (subdistrict, number) in enumerate(zip(subdistricts, setting.sizes.communities, strict=True)):
        codes = _PILOT_CODES if order == _PILOT_SUBDISTRICT else range(1, number + 1)
        for place, name in enumerate(COMMUNITIES[order][:number]):
            code = f"{subdistrict.code[:9]}{codes[place]:03d}"
            found.append(Community(f"{setting.tag}{name}社区", code, subdistrict, place % _GENERAL_BRANCH_EVERY == 1))
    return tuple(found)


def _grids(rng: random.Random, community: Community) -> list[Grid]:
    kinds = ["estate", *(weighted(rng, _GRID_KINDS) for _ in range(rng.randrange(2, 5)))]
    if community.code.endswith(("3", "5")):
        kinds += ["urban_village", "business_park"]
    return [
        Grid(f"{community.name}第{_ORDINALS[i]}网格", f"{community.code}W{i + 1:02d}", kind, community)
        for i, kind in enumerate(kinds)
    ]


def _estates(
    rng: random.Random, setting: Setting, communities: tuple[Community, ...], grids: tuple[Grid, ...]
) -> tuple[Estate, ...]:
    sizes = setting.sizes
    in_area = -(-sizes.renewed_estates * 5 // (4 * _AREA_COMMUNITIES))
    others = spread(rng, sizes.estates - _AREA_COMMUNITIES * in_area, len(communities) - _AREA_COMMUNITIES, least=5)
    homes = [
        community
        for community, number in zip(communities, [in_area] * _AREA_COMMUNITIES + others, strict=True)
        for _ in range(number)
    ]
    names = _names(rng, setting, len(homes))
    managed = set(pick(rng, range(len(homes)), sizes.managed))
    committees = set(pick(rng, range(len(homes)), sizes.owners_committees))
    renewed = set(pick(rng, range(in_area * _AREA_COMMUNITIES), sizes.renewed_estates))
    by_community = {c: [g for g in grids if g.community == c] for c in communities}
    counts: dict[Community, int] = {}
    found = []
    for order, (home, name) in enumerate(zip(homes, names, strict=True)):
        counts[home] = counts.get(home, 0) + 1
        inside = order < in_area * _AREA_COMMUNITIES
        other_area = home.name.endswith("汐畔里社区")
        old = order in renewed if inside else happens(rng, 0.3)
        found.append(
            Estate(
                name=name,
                code=f"{home.code}{counts[home]:03d}",
                community=home,
                grid=_grid(rng, by_community[home]),
                area=f"{setting.tag}{AREAS[0 if inside else 1]}" if inside or other_area else None,
                managed=order in managed,
                old=old,
                households=rng.randrange(60, 420) if old else rng.randrange(180, 2200),
                owner_body="committee" if order in committees else weighted(rng, _WITHOUT_COMMITTEE),
            )
        )
    return tuple(found)


def _grid(rng: random.Random, grids: list[Grid]) -> Grid:
    return rng.choice([g for g in grids if g.kind in {"estate", "mixed"}])


def _names(rng: random.Random, setting: Setting, number: int) -> list[str]:
    names = rng.sample(ESTATES, number)
    for place in range(_SAME_NAMES):  # estates of the first and the last subdistrict that bear one name
        names[-1 - place] = names[place * 7]
    return [f"{setting.mark}{name}" for name in names]
