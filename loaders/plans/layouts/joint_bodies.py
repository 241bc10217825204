"""The body whose members a table lists, where title, sheet or file name it: 和盛里社区党建联席会议成员单位名册."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.plans.layouts.titles import TextAround

_KINDS: Final = (
    ("alliance", "联盟"),
    ("platform", "联席会议|聚能圈|共同体|联合体|议事厅|议事会|服务圈"),
    ("committee", "大党工委|大党委|大党总支"),
)
_GENERAL: Final = re.compile(
    r"(?:区域化|区域|党建|社区|街道|城市|基层|工作|红色|物业|小区|共治|共建|协商|民主|议事|治理|党员|行业)*"
    rf"(?:{'|'.join(words for _, words in _KINDS)})"
)
"""Names that many bodies bear, each in its own place."""

_ISSUER: Final = re.compile(r"(?:[部委办局处]|办事处|中心)联盟$")
"""Who has made the table, before what it is of: 示例区委组织部 · 联盟成员."""

_BEFORE: Final = re.compile(r"^(?:附件\s*\d*[:：.、]?\s*|\d{4}年度?|关于|\(.*?\)|（.*?）)*")
_MEMBERS: Final = re.compile(r"成员|组成|理事|加盟|名册|名单|花名册|构成|通讯录|委员|参加单位|共建单位")
_EVENTS: Final = re.compile(
    r"签到|记录|议程|邀请|来宾|嘉宾|座次|座位|桌次|考勤|参会|到会|出席|请假|列席|第\s*[\d一二三四五六七八九十]+\s*次|报名|[拟]|候选"
    r"|建议|推荐|筹备|缺席|点名|培训|学习|活动|述职|评议|考核|清单|需求|认领|心愿|历任|历届|原|拟任"
)
_SEVERAL: Final = re.compile(r"[各全]|部分|所有")


@dataclass(frozen=True)
class NamedBody:
    """A body that a text beside a table names.

    Args:
        kind: "alliance", "platform" or "committee".
        name: its name; of several, such as 各社区党建联席会议, what follows the name of each place: 党建联席会议.
        around: the text.
        of_each: whether each place has one of its own, so that its name needs that of the place before it.
    """

    kind: str
    name: str
    around: TextAround
    of_each: bool = False


def body_around(texts: Sequence[TextAround]) -> NamedBody | None:
    """Return the body whose members are listed under some texts; None: they name none, or speak of an event."""
    if is_of_meeting([around.text for around in texts]):
        return None
    said = any(_MEMBERS.search(around.text) for around in texts)
    for around in texts if said else ():
        text = _BEFORE.sub("", around.text, count=1)
        for kind, words in _KINDS:
            found = re.match(rf"[一-龥“”\"]{{0,20}}?(?:{words})", text)
            if not found or _ISSUER.search(found[0]):
                continue
            several = [cut.end() for cut in _SEVERAL.finditer(found[0])]
            if not several:
                return NamedBody(kind, found[0], around, of_each=bool(_GENERAL.fullmatch(found[0])))
            each = re.match(r"(?:社区|街道|小区|片区)(.+)", found[0][several[-1] :])
            return NamedBody(kind, each[1], around, of_each=True) if each else None
    return None


def is_of_meeting(texts: Sequence[str]) -> bool:
    """Tell whether texts speak of one meeting or event, or of who is yet to be chosen."""
    return any(_EVENTS.search(text) for text in texts)
