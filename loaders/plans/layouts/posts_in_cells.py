"""Body and role in one cell: 和盛里社区党委书记、居委会主任 is a post on each of two bodies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from graph_model.names import visible_text
from loaders.plans.layouts.role_headings import role_in
from loaders.values.bracketed_text import split_outside

_ROLES: Final = (
    "第一书记|(?:专职|常务|第一)?副书记|书记|(?:组织|宣传|纪检|统战|群工|青年|妇女|专职|兼职)?委员|(?:常务)?副主任|主任"
    "|(?:总|副)?网格长|(?:专职|兼职)?网格员|网格指导员|网格督导员|项目经理|物业经理|项目负责人|(?:主要)?负责人|法定代表人"
    "|(?:副)?(?:行长|所长|站长|校长|院长|园长|局长|科长|部长|队长|会长|秘书长|主席|总经理|馆长|厂长|店长|社长|镇长|大队长|教导员|指导员)"
    "|董事长|(?:副)?经理|党员"
)
_POST = re.compile(rf"(?P<body>.*?)(?P<role>{_ROLES})")
_BETWEEN: Final = "、，,；;\n/"
_ALSO = re.compile(r"(?<=[书主委经长员人任记理])(?:兼任|兼)(?=.{2})")
_KINDS: Sequence[tuple[str, str]] = (
    (r".*(?:党支部|支部|支部委员会)", "小区党支部"),
    (r".*(?:党委|党总支|党工委|大工委|党组织|党委会)", "党组织"),
    (r".*(?:居委会|居民委员会)", "居委会"),
    (r".*(?:监督委员会|监委会)", "业主监督委员会"),
    (r".*(?:业委会|业主委员会)", "业委会"),
    (r".*网格", "网格"),
    (r".*办事处|.*街道办|.*[区市县]委.{2,6}部|.*[区市县街镇].{1,8}局|.*人民政府", "党政部门"),
)
_FIRM = re.compile(r"(.*?物业.*?(?:公司|企业)|.*?公司)(.*)")
_UNIT = re.compile(
    r".*(?:银行|支行|分行|信用社|医院|卫生院|卫生服务中心|学校|小学|中学|大学|学院|幼儿园|局|所|站|中心|公司|集团|大队|中队|支队|院|馆|厂|店"
    r"|协会|商会|社|队)"
)
_BARE: Final[Mapping[str, str]] = {
    "小区党支部": "小区",
    "业委会": "小区",
    "业主监督委员会": "小区",
    "党组织": "社区",
    "居委会": "社区",
}
"""Kind of body -> whose body it is where it bears no name of its own."""

_SAID_BESIDE = re.compile(r"[“\"(（]?一肩挑[”\")）]?|[(（](?:非|中共)?党员[)）]")
"""What is said beside posts and names none."""

_BARE_WORDS = re.compile(
    r"(?:本)?(?:社区|小区|街道)?(?:大?党委|党总支|党组织|居委会|居民委员会|办事处|党支部|支部|业委会|业主委员会"
    r"|业主监督委员会|监督委员会|监委会)?"
)
_PLACE = re.compile(r"(.{2,12}?(?:社区|街道|镇))(?:.*)")
_NUMBERED_BRANCH = re.compile(r"(?:第?[一二三四五六七八九十\d]+|网格|联合|楼栋|流动|临时|离退休)+(?:党支部|支部)")
"""Branches that are told apart within a place, and bear its name before their own."""

_SHORT_BRANCH = re.compile(r"(?<![党合])支部$")
_MANAGERS = frozenset({"项目经理", "物业经理", "项目负责人"})
_LONGEST = 100
"""Characters of the longest post with its body; a longer text is prose."""


@dataclass(frozen=True)
class PostInCell:
    """One post that a cell names.

    Args:
        organisation: the body.
        kind: the kind of organisation.
        role: the role.
    """

    organisation: str
    kind: str
    role: str


@lru_cache(maxsize=20_000)
def posts_in(
    text: str, place: str = "", *, own: bool = False, of_estate: bool = False
) -> tuple[PostInCell, ...] | None:
    """Return the posts that a cell names, or None if any part of it is none that can be told.

    Args:
        text: the cell.
        place: the community or the estate that the row or its table is of, which bodies named without one are of;
            empty: none.
        own: whether the row itself names that community, so that a bare 书记 is its committee's.
        of_estate: whether the place is an estate.
    """
    text = _SAID_BESIDE.sub("", text)
    pieces = [piece for part in split_outside(text.strip(), _BETWEEN) for piece in _ALSO.split(part) if piece.strip()]
    found: list[PostInCell] = []
    for piece in pieces:
        plain = visible_text(piece).replace(" ", "")
        own_post = _of_place(place, plain) if own and len(pieces) == 1 else None
        post = own_post or _post(plain, place, of_estate=of_estate)
        if post is None:
            return None
        found.append(post)
        named = _PLACE.fullmatch(post.organisation)
        place = place or (named[1] if named else "")
    return tuple(found) or None


def _post(piece: str, place: str, *, of_estate: bool) -> PostInCell | None:
    match = _POST.fullmatch(piece) if len(piece) <= _LONGEST else None
    if match is None or "(" in piece or "（" in piece:
        return None
    body, role = match["body"], match["role"]
    if _BARE_WORDS.fullmatch(body):
        return _bare(body, role, place, of_estate=of_estate)
    kind = next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, body)), None)
    if kind is not None and (kind != "网格" or "网格" in role):
        name = place + body if _NUMBERED_BRANCH.fullmatch(body) else body
        return PostInCell(_SHORT_BRANCH.sub("党支部", name), kind, _shown(kind, role))
    firm = _FIRM.fullmatch(body)
    if firm and (role in _MANAGERS or "物业" in firm[1]):
        return PostInCell(firm[1], "物业企业", role)
    if role in {"书记", "副书记", "第一书记"} or not _UNIT.fullmatch(body):
        return _of_place(body, role)
    return PostInCell(body, "共建单位", role)


def _of_place(body: str, role: str) -> PostInCell | None:
    """和盛里社区书记 sits on the community's Party committee, 和盛里社区主任 on its residents' committee."""
    if not re.fullmatch(r".{2,12}社区", body):
        return None
    if role in {"书记", "副书记"}:
        return PostInCell(f"{body}党委", "党组织", role)
    return PostInCell(f"{body}居委会", "居委会", role) if role in {"主任", "副主任"} else None


def _bare(body: str, role: str, place: str, *, of_estate: bool) -> PostInCell | None:
    """A body without its place is that of the place around it: 党委, 社区居委会 of a community, 业委会 of an estate."""
    word = re.sub(r"^本?(?:社区|街道|小区)(?=.)", "", body)
    if not place or body.startswith("社区" if of_estate else "小区"):
        return None
    if word in {"社区", ""}:
        return _of_place(place, role) if word == "社区" else None
    if place.endswith(("街道", "镇")) and not of_estate:
        kind = {"办事处": "党政部门"}.get(word)
        return PostInCell(place + word, kind, role) if kind else None
    found = next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, word)), None)
    if found is None or _BARE.get(found) != ("小区" if of_estate else "社区"):
        return None
    return PostInCell(place + _SHORT_BRANCH.sub("党支部", word), found, _shown(found, role))


def _shown(kind: str, role: str) -> str:
    return role_in("supervisory_committee", role) if kind == "业主监督委员会" else role


def role_alone(text: str) -> str | None:
    """Return the role that a cell names and nothing else, or None."""
    plain = visible_text(text).replace(" ", "")
    return plain if re.fullmatch(_ROLES, plain) else None


def community_in(texts: Sequence[str]) -> str:
    """Return the one community that texts name, such as a title and a sheet's name; empty: none, or several."""
    found = set(_communities(texts))
    return found.pop() if len(found) == 1 else ""


def _communities(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for match in re.finditer(r"([\u4e00-\u9fff]{2,8}?社区)(?!书记|主任|工作者|各)", visible_text(text)):
            name = re.sub(r"^.*?(?:街道|镇)(?=.{2,})", "", match[1])
            if not re.search(r"各|全|区委|所辖|辖区|本|(?:街道|镇)社区$|^社区$", name):
                yield name
