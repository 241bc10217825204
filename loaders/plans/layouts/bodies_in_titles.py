"""Rosters of one body, which the title names: 和盛里社区大党委组成人员名单."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph_model.names import visible_text

_ENDINGS: Final = (
    ("大党工委|党工委|大党委|党委|党总支", "party_committee"),
    ("联合党支部|党支部", "party_branch"),
    ("居民委员会|居委会", "residents_committee"),
    ("业主监督委员会|监督委员会|监委会", "supervisory_committee"),
    ("业主委员会|业委会", "owners_committee"),
)
_LIST: Final = (
    r"(?:第[^届]{1,3}届)?(?:现任|新一届|领导|兼职|专兼职|专职)?(?:组成|班子|委员会|委员|成员|工作人员|人员|领导|干部)+(?:基本|任职)?"
    r"(?:情况|信息)?(?:名册|名单|一览表|花名册|登记表|统计表|台账|表)?(?:\(.*\))?"
)
_MANY = re.compile(r"各|所辖|辖区|全[区街]|部分|小区党支部|两委|[与及、]|(?:社区|街道|小区|支部|委)和")
_BEFORE = re.compile(r"^(?:附件?\d*[:：]?|\d{4}年度?|表[一二三四五六七八九十\d]+[:：、]?|关于)+")


@dataclass(frozen=True)
class TitleBody:
    """The body that a title names.

    Args:
        name: its name.
        kind: the kind of organisation.
        pattern: a pattern that takes its name out of such titles.
    """

    name: str
    kind: str
    pattern: str


def body_in_title(titles: Sequence[str]) -> TitleBody | None:
    """Return the one body of which titles say that its members are listed below; None: none, or more than one."""
    found = {body.name: body for title in titles for body in [_body(visible_text(title))] if body is not None}
    return found.popitem()[1] if len(found) == 1 else None


def _body(title: str) -> TitleBody | None:
    plain = _BEFORE.sub("", title.replace(" ", ""))
    for endings, kind in _ENDINGS:
        match = re.fullmatch(rf"(.{{2,}}?(?:{endings})){_LIST}", plain)
        if match and not _MANY.search(match[1]):
            return TitleBody(match[1], kind, rf"{re.escape(match[1][:2])}.*?(?:{endings})")
    return None
