"""What stands where one name belongs and is none: a state (未成立, 自治管理), a count (等3家单位), a list."""

import re
from collections.abc import Iterable, Sequence

from graph_model.names import kept_text, normal_text
from graph_model.schema import super_labels

_PLACES = frozenset({"Estate", "Grid", "Area", "Community", "Subdistrict", "District"})

_STATE = re.compile(
    r"(?:目前|现|尚|暂时?|还|至今)?(?:未|没有?|无)(?:成立|组建|设立|建立|选举|筹建|筹备|产生|选出|备案|换届|到期).{0,6}"
    r"|(?:正在|拟|待|准备|计划)?(?:筹备|筹建|组建|成立|换届|选举|改选)(?:中|阶段|工作中|之中)?|(?:筹备|筹建)(?:小)?组|待(?:定|补|选)"
    r"|(?:目前|现|尚|暂时?)?(?:无|没有|未|不)(?:物业|物管|聘请?|引进|引入|入驻|进驻|委托|实行)(?:专业)?(?:物业|物管)?(?:管理|服务|企业|公司|小区)*"
    r"|(?:由?(?:业主|居民|小区|社区|街道|单位|原单位|产权单位|居委会|村委会|业委会|自主|自行)?"
    r"(?:自治|自管|自主管理|自行管理|自我管理|托管|代管|兜底|托底|代行|代行职责)(?:管理|服务|小区|物业)*)"
    r"|(?:自治|社区托管|社区|准)物业|弃管(?:小区)?|撤管|物业已?(?:撤出|撤离|退出)|已?撤出|散户|三不管|(?:老旧)?开放式小区"
)
_STATE_IN_BRACKETS = re.compile(
    r".+\((?:[^()]*(?:未成立|未组建|筹备中|筹建中|正在筹备|正在筹建|尚未|待成立|拟成立)[^()]*|筹)\)|.+业(?:主委员|委)会(?:筹备|筹建)(?:小)?组"
)
_KINDS = "单位|企业|部门|机构|组织|公司|商户|小区|社区|党组织|支部|成员单位|成员|共建单位|银行|学校|医院"
_COUNT = r"(?:\d+|[一二两三四五六七八九十百几多数余]+)(?:余|多)?(?:家|个|所|名|位|户|处|支|间)"
_COUNTED = re.compile(
    rf".*(?<![平高初中均同对相优特头何])等等?(?:各|有关|相关|辖区|共|共计)?(?:{_COUNT}.{{0,10}}|(?:{_KINDS}))?|(?:辖区|共建|其他|其余|共|各|共计)?{_COUNT}(?:{_KINDS})"
)
_BETWEEN = "、;；,，\n\r/|"
_AND = re.compile(rf"(?<=[^和与及])(?:和|与|及|以及)(?=.*(?:{_KINDS}|委员会|局|所|中心)$)")
_OPENING, _CLOSING = "(（[【“《「『〈", ")）]】”》」』〉"
_TAIL = re.compile(
    r"[第]?[\dA-Za-z一二三四五六七八九十甲乙丙丁东西南北中]+(?:期|区|号楼?|栋|幢|组团|座|地块|村|里|苑|片|标段|组|届|部|院)?.{0,2}"
)
_FIRM = re.compile(r"(?:公司|企业|中心|集团|局|所|处|社|银行|厂)(?:\(.*\))?$")


def name_problem(text: str, *, state: bool = True) -> str | None:
    """Tell why a text is not the name of one thing.

    Args:
        text: what stands where the name of an organisation, an estate or a grid belongs, and nothing is called so.
        state: whether a state may stand there in place of a name; not where a place is named.

    Returns:
        `state_for_name`, `count_for_names` or `several_values`, or None: it may be a name.
    """
    plain = normal_text(text)
    if state and ((_STATE.fullmatch(plain) and not _FIRM.search(plain)) or _STATE_IN_BRACKETS.fullmatch(plain)):
        return "state_for_name"
    if _COUNTED.fullmatch(plain):
        return "count_for_names"
    return "several_values" if len(listed(text)) > 1 else None


def bears_names(labels: Iterable[str]) -> bool:
    """Tell whether things with these labels have names in which no list and no count stands: bodies and places."""
    return any(label in _PLACES or super_labels(label) for label in labels)


def may_be_state(labels: Iterable[str]) -> bool:
    """Tell whether a state may stand in place of the name of a thing with these labels: of a body, not of a place."""
    return not set(labels) <= _PLACES


def listed(text: str) -> Sequence[str]:
    """Return the names in a text in which one name belongs; the text itself where it is one name.

    What stands in brackets or quotation marks is not split, nor are the phases of one estate (一、二期) and the
    name of what several founded together (甲、乙联合党支部).
    """
    members, depth = [""], 0
    for character in text.strip(_BETWEEN):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character in _BETWEEN and depth <= 0:
            members.append("")
        else:
            members[-1] += character
    names = [name for name in (kept_text(member) for member in members) if name]
    if len(names) == 1:
        halves = _AND.split(names[0], maxsplit=1)
        alike = len(halves) > 1 and all(_FIRM.search(normal_text(half)) for half in halves)
        return halves if alike else names
    one = (
        "联合" in names[-1] or any(_TAIL.fullmatch(normal_text(n)) or len(n) < 2 for n in names[1:]) if names else True  # noqa: PLR2004 - one character is no name
    )
    return [text] if one else names


def name_blanks(text: str) -> dict[str, str]:
    """Return what fills the blanks of the fault: the names that seem to be meant."""
    names = listed(text)
    return {"members_zh": "、".join(names), "members_en": ", ".join(names)}
