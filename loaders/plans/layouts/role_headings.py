"""What a heading such as 业委会主任 or 支部书记电话 says: which role, of which kind of body, and what of its holder."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from loaders.plans.headings import Heading, heading_key

PARTY: Final = ("party_branch", "party_committee", "firm_party_organisation")

_KINDS: Mapping[str, str] = {
    "社区大党委|大党委|社区党委|社区党总支|社区党组织|党委|党总支": "party_committee",
    "大党工委|党工委|街道大党工委|街道党工委": "party_committee",
    "小区党支部|小区党组织|网格党支部|联合党支部|小区支部|党支部|支部|小区": "party_branch",
    "党组织": "party",
    "社区居委会|社区居民委员会|居委会|居民委员会": "residents_committee",
    "小区业委会|小区业主委员会|业委会|业主委员会": "owners_committee",
    "业主监督委员会|监督委员会|监委会": "supervisory_committee",
    "小区物业|物业服务企业|物业企业|物业公司|物业服务公司|物业项目|物业": "property_firm",
    "网格": "grid",
    "共建单位|单位": "co_building_unit",
    "社区": "community",
}
"""Words before a role -> the kind of body; 社区 is the committee of the Party or the residents' one, by the role."""

_ROLES: Mapping[str, tuple[str, ...]] = {
    "第一书记|书记": PARTY,
    "(?:专职|常务|第一)?副书记": PARTY,
    "(?:组织|宣传|纪检|统战|群工|青年|妇女|专职)委员": PARTY,
    "兼职委员|大党委兼职委员": ("party_committee",),
    "委员|成员": (*PARTY, "residents_committee", "owners_committee", "supervisory_committee"),
    "主任|(?:常务|专职)?副主任": ("residents_committee", "owners_committee", "supervisory_committee"),
    "(?:总|副)?网格长|(?:专职|兼职)?网格员|网格(?:助理|指导|督导|管理)员": ("grid",),
    "项目经理|物业经理|小区经理|项目负责人": ("property_firm",),
    "经理": ("property_firm",),
    "(?:主要)?负责人|法定代表人|法人代表": ("property_firm", "co_building_unit", "self_governance_group"),
}
"""Roles, as patterns -> the kinds of bodies that have them."""

_PARTS_OF_ROLE: Final = "职务|职位|担任职务|所任职务|现任职务"

_PARTS: Mapping[str, str] = {
    "(?:的)?(?:姓名|名单|人员|人选姓名)": "person_name",
    "(?:的)?(?:联系电话|联系方式|电话|手机号码|手机号|手机|电话号码)": "telephone",
    "(?:的)?(?:身份证号码|身份证号|身份证|公民身份号码)": "identity_number",
    "(?:任职|到任|上任|当选|就任)(?:起始|开始)?(?:时间|日期|年月)": "valid_from",
    "(?:离任|卸任|免职)(?:时间|日期|年月)": "valid_to",
    "任期|任职期限|任期起止|任职起止时间|任职期间|起止时间": "period",
    "政治面貌": "political_status",
    _PARTS_OF_ROLE: "role",
}
"""What a heading says of a role's holder, as patterns -> the field of a tenure; `period` gives two."""

ENDED: Final = "已离任"
"""The state of a tenure that has ended, nobody says when."""

MEMBERS: Final = frozenset({"委员", "成员"})
"""What anybody on a body is, beside whom a column of its own may say more: 成员1姓名, 成员1职务."""

_TENSES = (("", "(?:现任|新任|新一届|本届|现)"), (ENDED, "(?:上届|上一届|往届|前任|原任|原)"))
_BRACKETS = re.compile(r"\(([^()]*)\)")
_HARMLESS = re.compile(r"姓名|人名|单位|及单位|专职|专兼职|可多人|多人|.{0,8}(?:填写|不填|填)|限?\d+人|名单|人")
_NUMBERED = re.compile(r"(?:第?[\d一二三四五六七八九十]{1,2}|[①-⑩])$")
_ANY_KIND = "|".join(sorted("|".join(_KINDS).split("|"), key=len, reverse=True))
_GROUPS: Final = "组成人员|班子成员|领导班子|班子|人员组成|人员构成|成员构成|成员情况|人员情况"
"""Headings over the roles of one body, which say no more."""

_WORD = re.compile(
    f"(?P<tense>{'|'.join(words for _, words in _TENSES)})?(?P<kind>{_ANY_KIND})?"
    f"(?:{_GROUPS})?(?P<role>{'|'.join(_ROLES)})(?P<number>[\\d一二三四五六七八九十①-⑩]{{1,2}})?(?P<part>{'|'.join(_PARTS)})?"
)
_SHOWN_ROLES = re.compile(r"项目负责人|物业负责人|小区经理|经理")


_TERM = re.compile(r"第?(?P<number>[\d一二三四五六七八九十]{1,2})任(?P<rest>.*)")
_OF_TERMS = re.compile(r"(?:历任|历届|各任)[^书主、]{0,8}?(书记|主任|网格长|项目经理)(?![、和及])")
_NUMERALS: Final = "一二三四五六七八九十"


@dataclass(frozen=True)
class RoleHeading:
    """What a heading says of a role.

    Args:
        role: the role, as a record of a tenure has it.
        kinds: the kinds of bodies whose role it may be.
        named: whether the heading itself says whose role it is: 业委会主任.
        part: the field of a tenure that the cells give; "person_name" for the holder.
        state: the state of a tenure that the heading tells (上届主任), or none.
        group: what other columns of the same holder have in common.
        term: which of the holders, one after the other, it is; 0: the heading does not say.
    """

    role: str
    kinds: tuple[str, ...]
    named: bool
    part: str
    state: str
    group: str
    term: int = 0


def role_of(heading: Heading, of_terms: str = "") -> RoleHeading | None:
    """Return what a heading says of a role; of two rows joined, or else the lower one. None: it speaks of no role.

    Args:
        heading: the heading.
        of_terms: the role of which a table lists the holders of each term, where its title says so: 第一任, 第二任.
    """
    for writing in heading.writings[:2]:
        key = heading_key(writing)
        found = _role_of(key) or _of_a_term(key, of_terms)
        if found is not None:
            return found
    return None


def role_of_terms(titles: Sequence[str]) -> str:
    """Return the role whose holders a table lists term by term, as its title says: 历任书记; empty: it does not."""
    found = {match[1] for title in titles for match in _OF_TERMS.finditer(title)}
    return found.pop() if len(found) == 1 else ""


def _of_a_term(key: str, of_terms: str) -> RoleHeading | None:
    match = _TERM.fullmatch(key)
    if match is None:
        return None
    found = _role_of(match["rest"] if _role_of(match["rest"]) else of_terms + match["rest"])
    number = match["number"]
    term = int(number) if number.isdecimal() else _NUMERALS.find(number) + 1
    return replace(found, group=f"{number}{found.group}", term=term) if found else None


def part_of(text: str) -> str | None:
    """Return the field of a tenure that a heading such as 联系电话 gives by itself, or None."""
    plain = _BRACKETS.sub("", heading_key(text))
    return next((field for words, field in _PARTS.items() if re.fullmatch(words, plain)), None)


@lru_cache(maxsize=20_000)
def _role_of(key: str) -> RoleHeading | None:
    within = _BRACKETS.findall(key)
    if any(not _HARMLESS.fullmatch(text) for text in within):
        return None  # 书记（签字）, 书记（备勤）: whoever stands there does something else
    match = _WORD.fullmatch(_BRACKETS.sub("", key))
    said = match.groupdict() if match else {}
    if not said or (_says_role(said["part"]) and said["role"] not in MEMBERS):
        return None  # 负责人职务 is what a head of a unit is there
    found = RoleHeading(
        role=_shown(said["role"], said["kind"]),
        kinds=_kinds(said["role"]),
        named=False,
        part=next(
            (f for words, f in _PARTS.items() if said["part"] and re.fullmatch(words, said["part"])), "person_name"
        ),
        state=_state(said["tense"]),
        group="".join(said[name] or "" for name in ("tense", "kind", "role", "number")),
    )
    return _of_kind(found, said["kind"]) if said["kind"] else found


def _says_role(part: str | None) -> bool:
    return part is not None and re.fullmatch(_PARTS_OF_ROLE, part) is not None


def _of_kind(found: RoleHeading, word: str) -> RoleHeading | None:
    """Narrow the kinds of bodies down to what the heading names; a body that has no such role is asked about."""
    kind = next(kind for words, kind in _KINDS.items() if word in words.split("|"))
    meant: tuple[str, ...] = (kind,)
    if kind == "party":
        meant = PARTY
    elif kind == "community":
        meant = ("party_committee",) if set(found.kinds) & set(PARTY) else ("residents_committee",)
    elif word == "小区" and "party_branch" not in found.kinds:
        meant = found.kinds
    kept = tuple(k for k in found.kinds if k in meant)
    return replace(found, kinds=kept, named=kind != "party") if kept and _is_clear(word, found) else None


def _is_clear(word: str, found: RoleHeading) -> bool:
    """Whether a place before a role leaves one body: 社区委员 may sit on either committee, 小区委员 too."""
    return (
        word not in {"社区", "小区"}
        or found.role not in {"委员", "成员", "副主任"}
        or word + found.role == "社区副主任"
    )


def _kinds(role: str) -> tuple[str, ...]:
    return next(kinds for words, kinds in _ROLES.items() if re.fullmatch(words, role))


def _shown(role: str, kind: str | None) -> str:
    """The role as a record has it: the manager of a firm's project is the 物业项目经理, however it is headed."""
    manages = _SHOWN_ROLES.fullmatch(role) or (role == "负责人" and (kind or "").endswith("项目"))
    if manages:
        return "项目经理"
    return "委员" if role == "成员" else role


def _state(tense: str | None) -> str:
    return next((state for state, words in _TENSES if tense and re.fullmatch(words, tense)), "")


def role_in(kind: str, role: str) -> str:
    """Return a role as records of a kind of body have it: who supervises owners' committees sits on none."""
    if kind != "supervisory_committee":
        return role
    return {"委员": "监督委员会成员", "成员": "监督委员会成员", "主任": "监督委员会主任"}.get(role, role)


def role_kinds(role: str) -> tuple[str, ...]:
    """Return the kinds of bodies that have a role; none where it is not known."""
    if role == "党员":
        return ("party_branch",)
    return next((kinds for words, kinds in _ROLES.items() if re.fullmatch(words, role)), ())


def role_of_posts(heading: Heading) -> RoleHeading | None:
    """Return what a heading such as 业委会职务, whose cells are roles, says of the body; None: it speaks of none."""
    for writing in heading.writings[:2]:
        match = re.fullmatch(f"(?:在|担任|兼任)?({_ANY_KIND})(?:内|中)?(?:担任|兼任|任)?的?职务", heading_key(writing))
        kind = next((kind for words, kind in _KINDS.items() if match and match[1] in words.split("|")), None)
        if kind is not None and kind != "community":
            kinds = PARTY if kind == "party" else (kind,)
            return RoleHeading("", kinds, kind != "party", "role", "", heading.shown)
    return None
