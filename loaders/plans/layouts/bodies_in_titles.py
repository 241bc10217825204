"""Rosters of one body, which the title names: 和盛里社区大党委组成人员名单."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_model.names import visible_text
from loaders.plan import TakenFrom
from loaders.plans.layouts.titles import TextAround

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
_PLACE = re.compile(r"(?:社区|街道|小区|住宅小区|网格|村|区)")
"""What a title calls the place of a body that it does not name: 社区党委班子名册 is of whoever fills it in."""

_OFFICE = re.compile(
    r"(?:填报|填表|报送|上报|所属|所在)?(?:单位|党组织|组织|机构|部门)(?:名称)?(?:\((?:盖章|公章|章)\))?[:：](.{4,})"
)
_BEFORE = re.compile(r"^(?:附件?\d*[:：]?|\d{4}年度?|表[一二三四五六七八九十\d]+[:：、]?|关于)+")


@dataclass(frozen=True)
class TitleBody:
    """The body that a title names.

    Args:
        name: its name.
        kind: the kind of organisation.
        pattern: a pattern that takes its name out of such titles.
        source: where the title stands.
    """

    name: str
    kind: str
    pattern: str
    source: TakenFrom


def body_in_title(texts: Sequence[TextAround]) -> TitleBody | None:
    """Return the one body of which titles say that its members are listed below; None: none, or more than one.

    Where they say only what kind of body it is, it is the one of that kind that fills the table in, if a line says so.
    """
    plain = [replace(around, text=visible_text(around.text).replace(" ", "")) for around in texts]
    said = [body for around in plain for body in [_body(around)] if body is not None]
    unnamed = [body for body in said if _is_unnamed(body)]
    named = [body for body in said if body not in unnamed]
    found = {body.name: body for body in [*named, *(one for body in unnamed for one in _offices(body, plain))]}
    return found.popitem()[1] if len(found) == 1 else None


def _is_unnamed(body: TitleBody) -> bool:
    return any(re.fullmatch(rf"{_PLACE.pattern}?(?:{endings})", body.name) for endings, _ in _ENDINGS)


def _offices(unnamed: TitleBody, texts: Sequence[TextAround]) -> Iterator[TitleBody]:
    """The bodies that fill a table in, as 单位：柳岸社区党委 says, of which a title gives but the kind."""
    for around in texts:
        match = _OFFICE.fullmatch(around.text)
        if match and match[1].endswith(unnamed.name) and not _MANY.search(match[1]) and match[1] != unnamed.name:
            yield TitleBody(match[1], unnamed.kind, _pattern(match[1], re.escape(unnamed.name)), around.source)


def _body(around: TextAround) -> TitleBody | None:
    plain = _BEFORE.sub("", around.text)
    for endings, kind in _ENDINGS:
        match = re.fullmatch(rf"(.{{2,}}?(?:{endings})){_LIST}", plain)
        if match and not _MANY.search(match[1]):
            return TitleBody(match[1], kind, _pattern(match[1], f"(?:{endings})"), around.source)
    return None


def _pattern(name: str, ending: str) -> str:
    return rf"{re.escape(name[:2])}.*?{ending}"
