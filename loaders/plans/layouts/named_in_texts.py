"""What a text beside a table names: a community, a subdistrict, a body, one of the three lists."""

import re
from dataclasses import dataclass
from typing import Final

from graph_model.names import visible_text

_HAN: Final = "[\u3400-\u9fff]"
_LEAD: Final = re.compile(
    r"[\W_]+|20\d\d年度?|\d+(?![\d年])[\W_]*|附[件表]\W*[一二三四五六七八九十\d]*|表[一二三四五六七八九十\d]+\W+|[一二三四五六七八九十]{1,3}[、.]"
    r"|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[、:]"
    r"|(?:20\d\d年度?)?(?:第?[一二三四]季度|\d{1,2}月份?(?:\d{1,2}日)?|[上下]半年)|中国共产党|中共"
)
_DISTRICT: Final = rf"(?:{_HAN}{{1,6}}?(?:(?<![社小片园校辖全各本我])区|市|县|旗))"
_SUBDISTRICT: Final = rf"(?P<subdistrict>{_HAN}{{1,6}}?(?:街道|镇))"
_COMMUNITY: Final = rf"(?P<community>{_HAN}{{1,7}}?社区)"
_FROM_START: Final = re.compile(rf"{_DISTRICT}{{0,2}}{_SUBDISTRICT}?{_COMMUNITY}?(?P<rest>.*)", re.DOTALL)
_AT_END: Final = re.compile(rf".*[(\[【《_—–\-\s]{_DISTRICT}{{0,2}}{_SUBDISTRICT}?{_COMMUNITY}?[)\]】》\s]*(?P<rest>)")
_BY: Final = re.compile(
    r"(?:填报|填表|报送|上报|制表|编制|统计|申报|报表)?(?:所属|所在)?(?:单位|社区|街道)(?:名称)?(?:\((?:盖章|公章|章)\))?[:：]\s*"
)
_NO_NAME: Final = re.compile(
    r"关于|[各全本等级个些类型区市县镇]$|(?:^|.)(?:试点|示范|重点|智慧|完整|有关|相关|部分|所辖|辖区|下辖|城市|农村|街道|所属|报到|共建|结对|居住)$"
    r"|^(?:老旧|和谐|平安|绿色|文明|现代|未来|近邻|名称|住宅|城镇)$|赴|学习|考察"
)
_OF_ANOTHER: Final = re.compile(
    r"学习|考察|参观|经验|周边|外出|赴|邻近|相邻|兄弟|对口|对标|转发|来访|调研|交流|以外|除外"
)
_SEVERAL: Final = re.compile(rf"^(?:[及和与、,/]|等)|[及和与、,/]{_HAN}{{1,6}}?(?:社区|街道)")
_BODY: Final = (
    r"(?P<ending>业主监督委员会|监督委员会|监委会|业主委员会|业委会|居民委员会|居委会"
    r"|大党工委|党工委|大党委|党委|党总支|联合党支部|党支部)"
)
_OF_A_BODY: Final = re.compile(
    rf"(?P<body>(?P<stem>{_HAN}[\u3400-\u9fffA-Za-z0-9·()]{{1,24}}?){_BODY})"
    r"(?:第?[一二三四五六七八九十\d]+届)?(?:委员会)?(?:领导)?(?:班子)?(?:组成)?(?:成员|委员|人员|干部|兼职委员|任职)*(?:基本)?"
    r"(?:信息|情况|任职)?(?:公示)?(?:名单|名册|花名册|一览表|登记表|信息表|情况表|统计表|公示表|表|册|台账)?\W*"
)
_NO_STEM: Final = re.compile(
    r"^(?:各|全区|辖区|我|本)|^(?:社区|小区|街道|网格|住宅小区|区|物业)$|[及与、]|..和|公司|企业|集团|关于|届"
)
_KINDS: Final = (
    ("监", "业主监督委员会"),
    ("业", "业委会"),
    ("居", "居委会"),
    ("联合党支部", "小区党支部"),
    ("党支部", "小区党支部"),
    ("", "党组织"),
)
_LIST: Final = re.compile(
    rf"(?:{_HAN}{{2,24}}?(?:社区|街道|镇|区|小区|片区|党委|党总支|党支部|党工委|居委会))?(?:党建|共建|联建|服务|治理)*"
    r"[\"“”'‘’《【\[(]*(?P<list>需求|资源|项目)清单[\"“”'‘’》】\])]*(?:[(].*[)])?(?:一览)?表?\W*"
)


@dataclass(frozen=True)
class Named:
    """What a text names.

    Args:
        community: such as 望海社区.
        subdistrict: such as 鹭湾街道.
    """

    community: str | None = None
    subdistrict: str | None = None


NOTHING: Final = Named()


def places_in(text: str) -> Named:
    """Return the places that a title, or the name of a sheet or a file, says its rows are of; mostly none.

    One that is only mentioned (关于学习望海社区经验的…, 望海社区及周边), or is one of several, is no such place.
    """
    plain = _bare(text)
    if _OF_ANOTHER.search(plain):
        return NOTHING
    for pattern in (_FROM_START, _AT_END):
        match = pattern.fullmatch(plain)
        if match is None or _SEVERAL.search(match["rest"]):
            continue
        found = Named(_name(match["community"], "社区"), _name(match["subdistrict"], "街道"))
        if found != NOTHING:
            return found
    return NOTHING


def places_of_office(text: str) -> Named:
    """Return the places that a line such as 填报单位：和盛里社区居委会 says its office is of."""
    plain = visible_text(text)
    match = _BY.match(plain)
    return places_in(plain[match.end() :]) if match else NOTHING


def body_in(text: str) -> tuple[str, str] | None:
    """Return the body that a title says its rows are members of, with its kind: 和盛花园业委会 and 业委会."""
    match = _OF_A_BODY.fullmatch(_bare(text))
    if match is None or _NO_STEM.search(match["stem"]):
        return None
    return match["body"], next(kind for start, kind in _KINDS if match["ending"].startswith(start))


def list_in(text: str) -> str | None:
    """Return the list that a title is of: 需求清单; a purchase list (采购需求清单) is none."""
    match = _LIST.fullmatch(_bare(text))
    return f"{match['list']}清单" if match else None


def _bare(text: str) -> str:
    """A text without what stands before names: numbers of annexes and captions, dates."""
    plain, at = visible_text(text), 0
    while match := _LEAD.match(plain, at):
        at = match.end()
    return plain[at:]


def _name(text: str | None, ending: str) -> str | None:
    return None if text is None or _NO_NAME.search(text.removesuffix(ending)) else text
