"""Rosters of persons, a row each, and the posts that a cell of theirs names together with the body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from graph_model.names import normal_text
from loaders.plan import Condition, TablePlan
from loaders.plans.comparing import comparable
from loaders.plans.headings import Heading, HeadingMatch, heading_keys
from loaders.plans.layouts.holders_in_columns import parted
from loaders.plans.layouts.posts_in_cells import PostInCell, community_in, posts_in
from loaders.plans.layouts.seen_rows import KINDS, SeenRows
from loaders.values.cell_reading import cell_text, is_missing

KEPT: Final = (
    *("person_name", "telephone", "identity_number", "person", "political_status", "valid_from", "valid_to"),
    *("in_service", "owner", "state", "routes", "community", "subdistrict", "note"),
)
"""What a roster says of each person, and of each tenure in it."""

UNITS: Final = frozenset({"工作单位", "所在单位", "派出单位", "单位", "单位名称", "推荐单位", "工作单位名称"})
"""Headings of where each person works."""

_OF_GOVERNANCE: Final = frozenset(KINDS.values()) - {"共建单位"}
_BODIES: Final = frozenset(
    {"部门/社区", "社区/部门", "机构", "任职单位", "组织", "任职机构", "单位(社区)", "社区(单位)"}
)
_MOST: Final = 0.5


@dataclass(frozen=True)
class Roster:
    """A table with a person a row.

    Args:
        table: its rows.
        match: how its headings fit tenures.
    """

    table: SeenRows
    match: HeadingMatch

    @property
    def people(self) -> dict[str, str]:
        """The columns that say something of the person."""
        return {field: self.table.name(h) for field, h in self.match.fields.items() if field in KEPT}


def people_plan(roster: Roster, columns: Mapping[str, str]) -> TablePlan:
    """Return a plan of tenures that says of each person what some columns say, and nothing else yet.

    Args:
        roster: the roster.
        columns: field -> column.
    """
    base = replace(
        roster.table.base, record="tenure", columns=columns, values={}, composed={}, period=None, each=None, dates={}
    )
    kept = {f: t for f, t in roster.table.base.taken.items() if f in {"community", "subdistrict"}}
    names = roster.table.cells(roster.match.fields["person_name"])
    return replace(base, translate={}, split=parted(roster.people, names), where={}, taken=kept, repeats="once")


def of_bodies_in_cells(roster: Roster, heading: Heading) -> Iterator[tuple[TablePlan, set[int]]]:
    """Go through the plans of the posts that cells name: one for the first of each, one for the second, and so on.

    Args:
        roster: the roster.
        heading: the column of posts.

    Yields:
        The plan, and the columns that it reads.
    """
    said = [cell_text(c) for c in roster.table.cells(heading) if not is_missing(c)]
    places: list[Heading | None] = [*_places(roster)]
    told: Mapping[tuple[str, str], tuple[PostInCell, ...]] = {}
    place: Heading | None = None
    for place in places or [None]:
        told = _told(roster, heading, place)
        if sum(text in {post for _, post in told} for text in said) >= len(said) * _MOST:
            break
    else:
        return
    if not any(post.kind in _OF_GOVERNANCE for posts in told.values() for post in posts) and not _is_joint(roster):
        return  # people of units alone: teachers, guests
    for nth in range(max(map(len, told.values()))):
        posts = {pair: found[nth] for pair, found in told.items() if len(found) > nth}
        claimed = {heading.column}
        if place is not None and not (_is_joint(roster) and _is_unit(place)):  # of what a unit is a member is asked
            claimed.add(place.column)
        yield _nth_plan(roster, heading, place, posts, nth), claimed


def _is_unit(heading: Heading) -> bool:
    return bool((UNITS | _BODIES).intersection(heading_keys(heading.writings[-1])))


def _places(roster: Roster) -> Iterator[Heading]:
    """The columns that may name what each person's body is of: the unit itself, the estate, the community."""
    headings = roster.table.rows.headings
    yield from (h for h in headings if _is_unit(h))
    for kind in ("estate", "community"):
        yield from (body.heading for body in roster.table.bodies if body.kind == kind)


def _told(roster: Roster, heading: Heading, place: Heading | None) -> Mapping[tuple[str, str], tuple[PostInCell, ...]]:
    """The posts of each pair of cells, of the place and of the post, that can be told."""
    around = "" if place else community_in(roster.table.titles)
    kind = next((body.kind for body in roster.table.bodies if body.heading is place), "")
    found = {}
    for row in roster.table.below:
        before, post = (row[place.column] if place else around), row[heading.column]
        if is_missing(post) or (place and is_missing(before)):
            continue
        pair = (cell_text(before), cell_text(post))
        text = _lines(roster, heading, pair[1])
        if place is None or kind in {"community", "estate"}:
            read = posts_in(text, pair[0], own=kind == "community", of_estate=kind == "estate")
        else:
            read = posts_in(pair[0] + text)  # the two cells together name the body
        if read is not None:
            found[pair] = read
    return found


def _is_joint(roster: Roster) -> bool:
    """Whether the title says that units belong together: people of units alone are then members of something."""
    return any(word in title for title in roster.table.titles for word in ("共建", "联席会议", "大党委", "大工委"))


def _lines(roster: Roster, heading: Heading, text: str) -> str:
    """The cell as it is written: a line break between two posts does not show in the text of a cell."""
    written = (c for c in roster.table.cells(heading) if isinstance(c, str) and "\n" in c and cell_text(c) == text)
    return next(written, text)


def _nth_plan(
    roster: Roster,
    heading: Heading,
    place: Heading | None,
    posts: Mapping[tuple[str, str], PostInCell],
    nth: int,
) -> TablePlan:
    name = roster.table.name(heading)
    said = {normal_text("".join(pair) if place else pair[1]): post for pair, post in posts.items()}
    translate = {
        "organisation": {text: post.organisation for text, post in said.items()},
        "organisation_kind": {text: post.kind for text, post in said.items()},
        "role": {text: post.role for text, post in said.items()},
    }
    columns = roster.people if place else {**roster.people, **dict.fromkeys(translate, name)}
    composed = dict.fromkeys(translate, f"{{{roster.table.name(place)}}}{{{name}}}") if place else {}
    where = {name: Condition(frozenset(comparable(pair[1]) for pair in posts))} if nth else {}
    return replace(people_plan(roster, columns), composed=composed, translate=translate, where=where)
