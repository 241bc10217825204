"""What stands where one name belongs and is none: a state (未成立, 自治管理), a count (等3家单位), a list."""

import re
from collections.abc import Iterable, Sequence

from graph_model.names import kept_text, normal_text
from graph_model.schema import super_labels
from loaders.values.bracketed_text import outside, split_outside
from loaders.values.numbered_ranges import in_numbered_range
from loaders.values.states import is_no_place, is_state

_PLACES = frozenset({"Estate", "Grid", "Area", "Community", "Subdistrict", "District"})

_KINDS = (
    "单位|物业企业|物业公司|物业服务企业|企业|部门|机构|组织|公司|商户|小区|社区|党组织|支部|成员单位|成员|共建单位"
    "|银行|学校|医院"
)
_COUNT = r"(?:\d+|[一二两三四五六七八九十百几多数余]+)(?:余|多)?(?:家|个|所|名|位|户|处|支|间)"
_COUNTED = re.compile(
    rf".*(?<![平高初中均同对相优特头何])等等?(?:各|有关|相关|辖区|共|共计)?(?:{_COUNT}.{{0,10}}|(?:{_KINDS}))?"
    rf"|(?:辖区|共建|其他|其余|共|各|共计)?{_COUNT}(?:{_KINDS})|(?:共|共计|合计|约)?{_COUNT}|.+在内的?{_COUNT}.{{0,6}}"
    rf"|(?:各|全体|所有|以上|上述|有关|相关|辖区内?|驻区|驻地|共建|成员|部分|多家|其[他它余]|若干)+(?:{_KINDS}|商户)(?:若干)?"
    rf"|.+(?:…|\.{{3,}})|.+(?:及|和|与)其[他它余].*|.*(?:{_KINDS})若干"
    r"|.*(?:合计|小计|总计|共计)"
)
_BETWEEN_ITEMS = ";；\n\r"
_NUMBER = re.compile(r"\d{1,3}")
_BETWEEN = "、;；,，\n\r/|"
_ITEM = re.compile(r"[①-⑳]|[(（]\d{1,2}[)）]|(?<!\d)\d{1,2}[.．、]")
_CIRCLED = re.compile("[①-⑳]")
_WEAK = re.compile(r"\s+|[+＋\\＆&。·]|-{2,}|—+|(?:以及|及|与|和(?![平谐睦美兴顺盛安润信]))")
_PLAINLY_ONE = re.compile(r"[^\W\d_A-Za-z①-⑳和与及以一二三四五六七八九十]+")
"""Words without anything that may stand between names or count them: most names are such."""
_LONGEST_NAME = 200
"""No body has a longer name; the patterns of states and counts are for texts of a few words, and slow on long ones."""

_TAIL = re.compile(
    r"第?[\dA-Za-z一二三四五六七八九十甲乙丙丁东西南北中]+(?:期|区|号楼?|栋|幢|组团|座|地块|村|里|苑|片|标段|组|届|部|院)?"
    r"(?:小区|项目|工程)?|第?[\dA-Za-z一二三四五六七八九十]+(?:期|区|号|栋|幢|座|里|村)?.{0,2}"
)
_WHOLE = re.compile(
    r"(?!附属|第[一二三四五六七八九十\d]).{2,}(?:(?<!分)公司|企业|中心|集团|(?<!分)局|(?<!派出)所|处|(?<!分)社|银行|厂"
    r"|医院|学校|[小中大]学|幼儿园|学院|超市|(?<!分)店|党支部|党委|委员会)(?:\(.*\))?|.{1,8}(?:花园|家园|小区|新村|公寓)"
)


def name_problem(text: str, *, state: bool = True, dashed: bool = True) -> str | None:
    """Tell why a text is not the name of one thing.

    Args:
        text: what stands where the name of an organisation, an estate or a grid belongs, and nothing is called so.
        state: whether a state may stand there in place of a name; not where a place is named.
        dashed: whether 1-3网格 may count up several; else the column must tell.

    Returns:
        `state_for_name`, `count_for_names` or `several_values`, or None: it may be a name.
    """
    if len(text) > _LONGEST_NAME:
        return "several_values" if len(split_outside(text.strip(_BETWEEN), _BETWEEN)) > 1 else None
    if len(_CIRCLED.findall(text)) > 1:
        return "several_values"
    if is_state(text) if state else is_no_place(text):
        return "state_for_name"
    plain = normal_text(text)
    if _COUNTED.fullmatch(plain) or (state and _NUMBER.fullmatch(plain)):
        return "count_for_names"
    return "several_values" if len(listed(text, dashed=dashed)) > 1 else None


def bears_names(labels: Iterable[str]) -> bool:
    """Tell whether things with these labels have names in which no list and no count stands: bodies and places."""
    return any(label in _PLACES or super_labels(label) for label in labels)


def may_be_state(labels: Iterable[str]) -> bool:
    """Tell whether a state may stand in place of the name of a thing with these labels: of a body, not of a place."""
    return not set(labels) <= _PLACES


def listed(text: str, *, dashed: bool = True) -> Sequence[str]:
    """Return the names in a text in which one name belongs; the text itself where it is one name.

    What stands in brackets or quotation marks is not split, nor are the phases of one estate (一、二期) and the
    name of what several founded together (甲、乙联合党支部).
    """
    if _PLAINLY_ONE.fullmatch(text):
        return [text]
    numbered = in_numbered_range(text, dashed=dashed) if len(text) <= _LONGEST_NAME else ()
    if numbered:
        return numbered
    names = [name for name in map(kept_text, split_outside(text, _BETWEEN)) if name]
    if len(names) == 1:
        return _listed_otherwise(names[0]) if len(text) <= _LONGEST_NAME else names
    return [text] if _is_one(names) else names


def _is_one(names: list[str]) -> bool:
    """Whether parts make one name: a joint body, or parts that alone are none, such as a single character."""
    if not names:
        return True
    if all(name.isdigit() for name in names):
        return False  # a list of numbers, such as a program writes: 1、2
    return "联合" in names[-1] or any(_TAIL.fullmatch(normal_text(n)) or len(n) == 1 for n in names[1:])


def _listed_otherwise(text: str) -> Sequence[str]:
    """Split at numbers of items, and at what often stands within a name where all parts are names without doubt."""
    if _ITEM.match(text) and len(_ITEM.findall(text)) > 1:
        return [name for name in map(kept_text, _ITEM.split(text)) if name]
    bare = "".join(c if is_outside else "_" for c, is_outside in zip(text, outside(text), strict=True))
    cuts = [found.span() for found in _WEAK.finditer(bare)]
    bounds = [0, *(place for cut in cuts for place in cut), len(text)]
    parts = [text[start:end].strip() for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    return parts if all(_WHOLE.fullmatch(normal_text(part)) for part in parts) else [text]


def items_problem(text: str) -> str | None:
    """Tell whether a text in which one item belongs counts up several: 多功能厅；绘本300册; a comma may be in one."""
    several = len([part for part in split_outside(text.strip(), _BETWEEN_ITEMS) if part.strip(_BETWEEN_ITEMS)]) > 1
    numbered = len(_ITEM.findall(text)) > 1 and _ITEM.match(text) is not None
    return "several_values" if several or numbered else None


def name_blanks(text: str) -> dict[str, str]:
    """Return what fills the blanks of the fault: the names that seem to be meant."""
    names = listed(text)
    return {"members_zh": "、".join(names), "members_en": ", ".join(names)}
