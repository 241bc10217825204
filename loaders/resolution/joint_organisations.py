"""One organisation or several: rows of one name under several firms may mean the branch that these founded together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from graph_model.names import normal_name, normal_text
from loaders.record_types.base import Defines
from loaders.resolution.resolved_records import Findings, ReferenceFault, ResolvedRecords
from loaders.resolution.row_districts import RowDistricts

_JOINT = ("联合", "联建", "joint")
_WORDS = "中共|物业|服务|管理|企业|公司|有限|行业|小区|项目|联合|联建|功能型|流动|临时|党|支部|总支|委|委员会|组织|小组"
_COMMON = re.compile(rf"(?:{_WORDS}|[第0-9一二三四五六七八九十])+")
"""A name of such words alone, as 第一党支部, is borne by many: it tells nothing of which one is meant."""


@dataclass(frozen=True)
class _Row:
    """What a row says of the organisation that it defines.

    Args:
        index: its position.
        day: the day of its source.
        parents: uids of the firms that it names.
        code: the organisation's code, or None.
        superior: the committee above it, as written.
        joint: whether the row says that several founded it.
        wrong: whether the row is rejected.
    """

    index: int
    day: date
    parents: tuple[str, ...]
    code: str | None
    superior: str | None
    joint: bool
    wrong: bool


def joint_parents(
    record: str, resolved: ResolvedRecords, defines: Defines, districts: RowDistricts, findings: Findings
) -> Mapping[int, str | None]:
    """Tell to which firm each row's organisation belongs, so that rows of one organisation tell the same one.

    Args:
        record: the record type.
        resolved: its rows, with their firms resolved.
        defines: what the record type says of the organisation.
        districts: the district of each row.
        findings: gets a question for rows of which it can't be told whether they mean one organisation or several.

    Returns:
        Position of a row -> uid of the firm that the earliest source names for its organisation, which stays the same
        when a further firm joins later; None where no firm is known. Rows of one name in one district are one
        organisation if they share a firm or a code, or if the name is one of its own, a row says that it is a joint
        one, and all name one superior. Under codes that differ they are several.
    """
    if not resolved.names:
        return {}
    found: dict[int, str | None] = {}
    for rows in _of_one_name(record, resolved, defines, districts):
        for group in _organisations(record, resolved, defines, rows, findings):
            first = min((row.wrong, row.day, uid) for row in group for uid in row.parents or ("",))
            found |= {row.index: first[2] or None for row in group}
    return found


def _of_one_name(
    record: str, resolved: ResolvedRecords, defines: Defines, districts: RowDistricts
) -> Iterable[Sequence[_Row]]:
    field = defines.parents[0]
    columns = [resolved.references[field], *(resolved.column(c) for c in ("day", "code", "superior", "kind"))]
    found: dict[tuple[str | None, str], list[_Row]] = defaultdict(list)
    for index, (firms, day, code, superior, kind) in enumerate(zip(*columns, strict=True)):
        if not resolved.names[index]:
            continue
        name = normal_name(defines.label, resolved.names[index])
        joint = len(firms) > 1 or any(word in text for text in (name, kind or "") for word in _JOINT)
        above = normal_text(superior) if superior else None
        row = _Row(index, day or date.min, tuple(firms), code, above, joint, index in resolved.errors)
        found[districts.of(record, index), name].append(row)
    return found.values()


def _organisations(
    record: str, resolved: ResolvedRecords, defines: Defines, rows: Sequence[_Row], findings: Findings
) -> Sequence[Sequence[_Row]]:
    """Part rows of one name by the organisation that they mean; where that is in doubt, they are kept apart."""
    groups = _connected(rows)
    if len(groups) == 1 or _bear_different_codes(groups):
        return groups
    own = not _COMMON.fullmatch(normal_name(defines.label, resolved.names[rows[0].index]))
    joint = any(row.joint for row in rows)
    if own and joint and len({row.superior for row in rows} - {None}) <= 1:
        return [rows]
    if own or joint:
        findings.faults += _questions(record, resolved, defines, groups)
    return groups


def _questions(
    record: str, resolved: ResolvedRecords, defines: Defines, groups: Sequence[Sequence[_Row]]
) -> Iterator[ReferenceFault]:
    """Ask at the first new row of each organisation but one; what earlier loads left open is not asked again."""
    asked = [next((r.index for r in group if resolved.is_new(r.index)), None) for group in groups]
    firms = resolved.column(defines.parents[0])
    for place, index in enumerate(asked):
        if index is None or (place == 0 and None not in asked):
            continue
        others = dict.fromkeys(f for g in groups if g is not groups[place] for row in g for f in firms[row.index])
        blanks = {"others_zh": "、".join(others), "others_en": ", ".join(others)}
        yield ReferenceFault(record, index, defines.name[0], "one_branch_or_several", resolved.names[index], blanks)


def _connected(rows: Sequence[_Row]) -> Sequence[Sequence[_Row]]:
    """Part rows into those that are tied to each other by a firm or a code that they share."""
    group_of = {row.index: [row] for row in rows}
    for one, other in _sharing(rows):
        into, joining = group_of[one.index], group_of[other.index]
        if into is not joining:
            into += joining
            group_of |= {row.index: into for row in joining}
    return list({id(group): group for group in group_of.values()}.values())


def _sharing(rows: Sequence[_Row]) -> Iterator[tuple[_Row, _Row]]:
    with_mark: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        for mark in (*row.parents, *([f"code {row.code}"] if row.code else [])):
            with_mark[mark].append(row)
    for sharing in with_mark.values():
        yield from pairwise(sharing)


def _bear_different_codes(groups: Sequence[Sequence[_Row]]) -> bool:
    codes = [{row.code for row in group} - {None} for group in groups]
    return all(codes)
