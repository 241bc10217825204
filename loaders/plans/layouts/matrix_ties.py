"""What ties the rows of a matrix to its columns: by what both are, and by what the title says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_EVENTS: Final = re.compile(
    r"考勤|签到|出勤|到会|参会|培训|学习|考试|考核|评分|得分|打分|评议|测评|满意|问卷|调查|投票|隐患|排查|巡查|检查|督查"
    r"|次数|场次|人次|活动|排班|值班|轮值|会议|走访|积分|评比|评定|得票|招标|投标|计划表|任务|慰问|捐赠|报名"
)
_NO_EVENTS: Final = re.compile(r"联席会议|[一-龥]{0,4}(?:考核|学习|评议|评分|培训)(?:制度|机制|办法)|活动阵地")
_CO_BUILDS: Final = re.compile(r"共建|结对|联建|共联|联创|签约|契约化")
_SERVES: Final = re.compile(r"物业|服务|管理|承接")
_COVERS: Final = re.compile(r"覆盖|管辖|所辖|包含")
_JOINS: Final = re.compile(r"参加|成员|加入|参与|共建|入会|加盟|组成")

KINDS: Final = {
    "committee": "党组织",
    "branch": "小区党支部",
    "owners_committee": "业委会",
    "residents_committee": "居委会",
    "firm": "物业企业",
    "unit": "共建单位",
}
"""Kinds of bodies with the term of 机构类别 that says so."""

_BODIES: Final = frozenset(KINDS)


@dataclass(frozen=True)
class Tie:
    """A tie between the things of two kinds.

    Args:
        record: the record type that states it.
        one: its field of the one thing.
        other: its field of the other.
        ones: the kinds that the one may be of.
        others: the kinds that the other may be of.
        words: what a title must say; None: the kinds leave no doubt.
        by_words: whether what stands in a cell says how (保洁), and not whether.
        kind_field: the field of the kind of the one thing.
    """

    record: str
    one: str
    other: str
    ones: frozenset[str]
    others: frozenset[str]
    words: re.Pattern[str] | None
    by_words: bool = False
    kind_field: str | None = None


_TIES: Final = (
    Tie(
        "adoption", "organisation", "mechanism", _BODIES, frozenset({"mechanism"}), None, kind_field="organisation_kind"
    ),
    Tie(
        "platform_participation",
        "organisation",
        "platform",
        _BODIES,
        frozenset({"platform"}),
        _JOINS,
    ),
    Tie("alliance_party", "organisation", "alliance", _BODIES, frozenset({"alliance"}), _JOINS),
    Tie("property_service", "firm", "estate", frozenset({"firm"}), frozenset({"estate"}), _SERVES, by_words=True),
    Tie("branch_coverage", "branch", "estate", frozenset({"branch"}), frozenset({"estate"}), _COVERS),
    Tie("branch_coverage", "branch", "grid", frozenset({"branch"}), frozenset({"grid"}), _COVERS),
    Tie(
        "co_building",
        "unit",
        "committee",
        frozenset({"unit", "firm", "branch"}),
        frozenset({"community", "committee", "subdistrict"}),
        _CO_BUILDS,
    ),
)


def is_of_event(texts: Sequence[str]) -> bool:
    """Tell whether texts speak of what happens once and again, or of what is scored: attendance, inspections."""
    return any(_EVENTS.search(_NO_EVENTS.sub("", text)) for text in texts)


def tie_between(rows: str, columns: str, texts: Sequence[str]) -> tuple[Tie, bool] | None:
    """Return the tie between things of two kinds, and whether the rows are its other end; None: it can't be told.

    Args:
        rows: the kind of what the rows are.
        columns: the kind of what the columns are.
        texts: the texts around the table.
    """
    for tie in _TIES:
        for turned, (one, other) in ((False, (rows, columns)), (True, (columns, rows))):
            said = tie.words is None or any(tie.words.search(text) for text in texts)
            if one in tie.ones and other in tie.others and said:
                return tie, turned
    return None


def may_be_tied(rows: str, columns: str) -> bool:
    """Tell whether things of two kinds have a tie at all, whatever the title says."""
    pairs = ((rows, columns), (columns, rows))
    return any(one in tie.ones and other in tie.others for tie in _TIES for one, other in pairs)
