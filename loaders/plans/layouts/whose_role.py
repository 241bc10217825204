"""Which body of a row a role is of: 业委会主任 beside an estate, 书记 beside a branch, 主任 beside a community."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.plans.layouts.bodies_of_rows import NamedBody
from loaders.plans.layouts.role_headings import PARTY, RoleHeading

_PLACE_OF: Final[Mapping[str, str]] = {
    "party_branch": "estate",
    "owners_committee": "estate",
    "party_committee": "community",
    "residents_committee": "community",
}
"""Kinds of bodies that are named after a place, and the level of the place."""

_OWNERS = ("业委会", "业主委员会")


@dataclass(frozen=True)
class Body:
    """The body that a role is of.

    Args:
        named: the column of its name, or of the place after which it is named.
        kind: the kind of organisation.
        by_place: whether its name is put together from the place's.
    """

    named: NamedBody
    kind: str
    by_place: bool = False


@dataclass(frozen=True)
class RoleColumn:
    """A column of the holders of a role.

    Args:
        column: its number, counted from 0.
        role: what its heading says.
    """

    column: int
    role: RoleHeading


def body_of(
    wanted: RoleColumn, bodies: Sequence[NamedBody], roles: Sequence[RoleColumn], titles: Sequence[str]
) -> Body | None:
    """Return the body that a role is of, or None where it cannot be told.

    Args:
        wanted: the column of the role.
        bodies: the bodies and places of a row.
        roles: all columns of roles of the table, whether they are of holders or of their telephones.
        titles: the texts above the table, and the sheet's name.
    """
    kinds = wanted.role.kinds
    fitting = [body for body in bodies if body.kind in kinds]
    if fitting:
        nearest = _nearest(wanted, fitting, roles)
        return Body(nearest, nearest.kind) if nearest else None
    if wanted.role.named:
        found = [_by_place(kind, wanted, bodies) for kind in kinds]
        return next((body for body in found if body is not None), None)
    return _beside_place(wanted, bodies, roles, titles)


def _nearest(wanted: RoleColumn, fitting: Sequence[NamedBody], roles: Sequence[RoleColumn]) -> NamedBody | None:
    """The body to the left, if no other that fits stands next to it: 党支部, 业委会, 委员 is to be asked about."""
    left = [body for body in fitting if body.heading.column < wanted.column]
    if len(fitting) == 1 or not left:
        return fitting[0] if len(fitting) == 1 else None
    nearest = left[-1]
    between = [r for r in roles if left[-2].heading.column < r.column < nearest.heading.column] if len(left) > 1 else []
    return nearest if len(left) == 1 or between else None


def _by_place(kind: str, wanted: RoleColumn, bodies: Sequence[NamedBody]) -> Body | None:
    places = [body for body in bodies if body.kind == _PLACE_OF.get(kind)]
    left = [body for body in places if body.heading.column < wanted.column]
    if len(places) == 1 or len(left) == 1:
        return Body((left or places)[0], kind, by_place=True)
    return None


def _beside_place(
    wanted: RoleColumn, bodies: Sequence[NamedBody], roles: Sequence[RoleColumn], titles: Sequence[str]
) -> Body | None:
    """The body of the place to the left, of the smallest place where several stand next to each other."""
    left = [body for body in bodies if body.heading.column < wanted.column and body.kind in {"estate", "community"}]
    if not left:
        return None
    place = left[-1]
    if place.kind == "community" and len(left) > 1:
        previous = left[-2].heading.column
        apart = any(previous < r.column < place.heading.column for r in roles)
        place = place if apart else next((b for b in left if b.kind == "estate"), place)
    kind = _kind_beside(place.kind, wanted, roles, titles)
    return Body(place, kind, by_place=True) if kind else None


def _kind_beside(place: str, wanted: RoleColumn, roles: Sequence[RoleColumn], titles: Sequence[str]) -> str | None:
    party = bool(set(wanted.role.kinds) & set(PARTY))
    if len(set(wanted.role.kinds) - set(PARTY)) and party:  # a 委员 is of the body whose other roles stand there
        others = {_leads(r.role) for r in roles if r.role.role not in {"委员", "成员"}} - {None}
        if len(others) != 1:
            return None
        party = others == {"party"}
    if party:
        return {"estate": "party_branch", "community": "party_committee"}[place]
    if place == "community":
        return "residents_committee" if "residents_committee" in wanted.role.kinds else None
    owners = "owners_committee" in wanted.role.kinds and any(word in title for title in titles for word in _OWNERS)
    return "owners_committee" if owners else None


def _leads(role: RoleHeading) -> str | None:
    if set(role.kinds) & set(PARTY):
        return "party"
    return "other" if set(role.kinds) & {"residents_committee", "owners_committee"} else None
