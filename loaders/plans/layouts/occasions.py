"""Tables of what happened once, or may come: who was on duty, visited, put forward; they tell nothing that lasts."""

import re
from collections.abc import Mapping
from typing import Final

from graph_model.names import normal_text
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import heading_key
from loaders.plans.layouts.titles import texts_around
from loaders.readers.sheet import Sheet

_PUT_FORWARD: Final = "候选|拟任|拟聘|拟提名|拟推荐|提名人选|建议人选|推荐人选|考察对象"
_ONCE: Final = "值班|值守|签到|走访|慰问|请假|考勤|报名|来访|座次|席位图|席卡"
_TO_BE_BOUGHT: Final = "采购|招标|投标|竞标"

_OF_AN_OCCASION: Final = re.compile(
    f"{_PUT_FORWARD}|{_ONCE}|领用|来文|审批|用印|参会|参训|(?<!联席)会议|检查|巡查|巡检|排班|座位"
    "|通讯录|电话簿|电话表|联系表|嘉宾|邀请|志愿服务记录|公示|应急响应|带班|接访|课程|授课|考试|成绩|评分|考核|投票"
)
_OCCASION_IN_HEADING: Final = re.compile(
    r"(?:课程|讲题|桌号|座位号?|席位|房号|车牌号?|出席|列席|到会|报到|工单|诉求|问题|任务|事项|活动)(?:名称|内容|情况|主题)?"
    r"|(?:值班|走访|检查|巡检|巡查|签到|会议|接访|来访|活动|培训|慰问|领用|下沉)(?:日期|时间|对象|事由)|日期|时间|星期|事由|.{0,4}(?:值班|值守|带班|签字|签名|签到|签收).{0,4}"
)

_NOT_IN_PLACE: Final = f"{_PUT_FORWARD}|{_ONCE}|{_TO_BE_BOUGHT}"
_IN_TEXTS: Final[Mapping[str, re.Pattern[str]]] = {
    **dict.fromkeys(
        (
            *("tenure", "post", "co_building", "co_building_unit", "branch_coverage", "owners_committee"),
            *("platform_participation", "alliance_party", "party_branch", "firm_party_organisation"),
        ),
        re.compile(_NOT_IN_PLACE),
    ),
    "pledge": re.compile(_TO_BE_BOUGHT),
    "property_service": re.compile(f"{_NOT_IN_PLACE}|中标|选聘|比选|报价|应标|评标|退出|撤出|拟"),
}
"""Record type -> words around a table by which its rows are no such records; a pledge to visit somebody is a pledge."""

_IN_HEADINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "property_service": re.compile(
        r"(?:投标|竞标|应标|评标|候选|比选|报价|拟).*(?<!方式)|.*(?:是否|有无|未)(?:中标|入选|选聘).*|中标(?:结果|情况|与否)"
    )
}
"""The same of its headings; how a firm was chosen (选聘方式：公开招标, 中标时间) is said of those that serve, too."""


def nothing_is_in_place(sheet: Sheet, rows: HeadingRows, record: str) -> bool:
    """Tell whether a table speaks of who may come, came once, leaves or is to be paid, and of no tie that stands.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
        record: the record type that these fit: what happened once is no tie, but it is an activity.
    """
    words, headed = _IN_TEXTS.get(record), _IN_HEADINGS.get(record)
    if words is not None and any(words.search(normal_text(around.text)) for around in texts_around(sheet, rows)):
        return True
    return headed is not None and any(headed.match(heading.shown) for heading in rows.headings)


def is_of_an_occasion(sheet: Sheet, rows: HeadingRows) -> bool:
    """Tell whether a table is of an occasion (a duty, a visit, a meeting), whose 主任 is whoever was there.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        rows: its headings.
    """
    if any(_OF_AN_OCCASION.search(normal_text(around.text)) for around in texts_around(sheet, rows)):
        return True
    return any(_OCCASION_IN_HEADING.fullmatch(heading_key(h.writings[0])) for h in rows.headings)
