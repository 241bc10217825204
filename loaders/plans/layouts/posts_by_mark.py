"""Columns that say by a mark that a person holds a second post: 是否“一肩挑”, 是（业委会主任）."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_model.names import normal_text
from loaders.plan import NO_MARKS, Condition, TablePlan
from loaders.plans.comparing import comparable
from loaders.plans.headings import Heading, heading_key
from loaders.plans.layouts.posts_in_cells import role_alone
from loaders.plans.layouts.seen_rows import SeenRows

_BOTH: Final = re.compile(r"(?:是否)?(?:实现|为|属于)?(?:书记、?主任|书记兼主任|社区书记主任)?一肩挑(?:情况)?")
_YES: Final = frozenset({"是", "√", "✓", "✔", "y", "yes", "一肩挑", "已实现"})
_ALSO = re.compile(
    r"是否(?:兼任?|担任|进入|为|同时担任|交叉任职)?(?:小区)?(业委会|业主委员会)(?:成员|委员|职务|班子成员|班子)?"
)
_YES_WITH_ROLE = re.compile(r"是?[(,:、]?(?:小区)?(?:业委会|业主委员会)?(?P<role>主任|副主任|委员)\)?")
_JOINT = re.compile(r"联合|第.+支部|网格|机关|离退休")
_BRANCH = re.compile(r"(?:小区)?(?:党支部|支部|支部委员会)$")


def both_posts(table: SeenRows, plans: Sequence[TablePlan]) -> Iterator[tuple[TablePlan, int]]:
    """Go through the plans that 是否“一肩挑” gives: the community's secretary directs its residents' committee, too.

    Args:
        table: the rows of a table.
        plans: the plans of its columns of roles; only a secretary named beside a community is taken.

    Yields:
        The plan, and the column of the marks.
    """
    heading = next((h for h in table.rows.headings if _BOTH.fullmatch(_plain(h))), None)
    plan = next((p for p in plans if p.values.get("role") == "书记" and "organisation" in p.composed), None)
    if heading is None or plan is None or not plan.composed["organisation"].endswith("党委"):
        return
    said = set(map(comparable, table.cells(heading)))
    if not said & _YES or said - _YES - NO_MARKS:
        return
    organisation = plan.composed["organisation"].removesuffix("党委") + "居委会"
    values = {**plan.values, "role": "主任", "organisation_kind": "居委会"}
    where = {**plan.where, table.name(heading): Condition(_YES)}
    yield replace(plan, composed={"organisation": organisation}, values=values, where=where), heading.column


@dataclass(frozen=True)
class PostsBesideYes:
    """How a column such as 是否业委会成员 names posts.

    Args:
        heading: the column.
        columns: the fields of a tenure that it and the body's column give.
        translate: what their cells mean.
        condition: which of its cells name a post.
    """

    heading: Heading
    columns: Mapping[str, str]
    translate: Mapping[str, Mapping[str, str]]
    condition: Condition


def posts_beside_yes(table: SeenRows) -> PostsBesideYes | None:
    """Return how 是（业委会主任） names posts on the owners' committee of an estate; None where it is not clear."""
    heading = next((h for h in table.rows.headings if _ALSO.fullmatch(_plain(h))), None)
    of = next((b for b in table.bodies if b.kind in {"estate", "party_branch"}), None)
    if heading is None or of is None:
        return None
    cells = set(map(comparable, table.cells(heading)))
    roles = {cell: _role(cell) for cell in cells - NO_MARKS}
    names = set(map(comparable, table.cells(of.heading))) - {""}
    if not roles or None in roles.values() or any(_JOINT.search(name) for name in names):
        return None  # 是 alone leaves open which role, a joint branch which estate
    committees = {name: f"{_BRANCH.sub('', name)}业委会" for name in names}
    return PostsBesideYes(
        heading,
        {"organisation": table.name(of.heading), "role": table.name(heading)},
        {"organisation": committees, "role": {cell: str(role) for cell, role in roles.items()}},
        Condition(frozenset((cells & NO_MARKS) | {""}), negated=True),
    )


def _role(cell: str) -> str | None:
    match = _YES_WITH_ROLE.fullmatch(normal_text(cell))
    return role_alone(match["role"]) if match else None


def _plain(heading: Heading) -> str:
    return heading_key(normal_text(heading.writings[-1]))
