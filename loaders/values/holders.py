"""What stands in a column of names: a person, nobody, somebody named elsewhere, or several persons."""

import re
from dataclasses import dataclass
from typing import Literal

from graph_model.names import normal_text, visible_text
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing

HolderKind = Literal["blank", "person", "vacant", "above", "unclear", "several"]

_ROLE = (
    "(?:第一|专职|兼职|常务|执行|大党委|党委|党支部|支部|党总支|总支|党组织|党组|党小组|社区|小区"
    "|居委会|业委会|物业|街道|网格|片区|项目|副|正)*"
    "(?:书记|主任|委员|网格长|网格员|经理|组长|会长|所长|站长|队长|社长|理事长|监事长|负责人|召集人|楼长|楼栋长)"
)
_DITTO = frozenset(
    {"同上", "同前", "上同", "同上行", "同上一行", "〃", "″", "′′", '"', "”", "“", "''", "´´", "ditto", "↑", "↑↑"}
)
_LONGEST_DITTO = 10
_NO_DITTO = re.compile(r"(?![同上dD])[\u4e00-\u9fa5A-Za-z0-9]")
_SURNAME_AND_NAME = 2
_NOBODY = re.compile(
    r"\(?(?:(?:目前|现|暂时?|尚|还|仍|该职|该岗位?|岗位?|职位?|席位|此岗)?"
    r"(?:空缺|空岗|空编|缺额|缺配|缺员|缺$|缺人|从缺|出缺|虚位|空$|空\)|无人|没有|没人|未|待|暂无|暂未|暂缺|无合适|无$|无\))"
    r"|(?:正在)?(?:选举|补选|换届|招聘|招募|选聘|公示|物色|选配|筹备|调整)中"
    r"|(?:本届)?(?:未|不)(?:设|配|单?设立?)|无(?:此|该)(?:岗位?|职位?|席位|职务)|空挂"
    r"|拟任\)?$|拟补选|拟换届|拟配|vacant|tbd|n/?a\b).*"
)
_NOBODY_ANYWHERE = re.compile(r"空缺|暂缺|缺额|缺配|未到位|未选出|待补选|无人选|换届产生")
_BLANK = frozenset({"nan", "保密", "略", "隐去"})
_OTHER_POST = re.compile(
    rf".*一肩挑.*|(?:同|即|与|由|系)?.{{0,12}}{_ROLE}(?:同志)?\)?(?:代|暂)?兼(?:任|职|管)?.{{0,8}}"
    rf"|(?:同|即|与|见).{{0,12}}{_ROLE}.{{0,6}}|(?:兼任|兼职|兼|交叉任职)|{_ROLE}(?:、{_ROLE})*"
)
_INSTEAD = re.compile(
    r"(?:暂?由|暂).{1,12}(?:代|代理|代管|代行|代为|负责|兼).{0,6}|(?:社区|街道|居委会|物业)代.{0,3}"
    rf"|(?:原|前){_ROLE}.{{0,6}}|[*?×x\d\s]+|[yn]|是|否|有"
)
"""Somebody stands in, somebody is gone, or a sign stands for a name."""
_NOT_YET = re.compile(
    r"\((?:[^()]*)(?:拟任|待任|候选|提名|拟聘|待定|待选|公示|离任|离职|调离|调走|已调|去世|病故|辞职|免职|卸任|前任)(?:[^()]*)\)|\([原前]任?\)|^拟任.|候选人$|人选$|(?:拟任|待定)$"
)
_BRACKETS = re.compile(r"\([^()]*\)?")
_BETWEEN = re.compile(r"[、,;/\\|\n\r+&。①-⑳]|-{2,}|—{2,}")
_HAN = r"[\u3400-\u9fff]"
_JOINED = re.compile(
    rf"{_HAN}{{2,3}}[和与及]{_HAN}{{2,3}}|(?:\d{{1,2}}[.、)]?\s*{_HAN}{{2,4}}\s*){{2,}}|(?:{_ROLE}:\s*{_HAN}{{2,4}}\s*){{2,}}"
    r"|[\d一二两三四五六七八九十]+[人名位](?:同志|党员|委员)?"
)
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_COUNTED = re.compile(r".*(?:等等?|共|计)(?:共?[\d一二两三四五六七八九十几多]+(?:余|多)?(?:人|名|位|同志).*)?$")
_PLAIN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_TELLING = frozenset("不代原是有否空缺无没未待暂同兼任拟书主委员长经组等共计选招公中保密略人虚出尚在上前〃负")
_NOT_PLAINLY = _TELLING | frozenset("志生士师某")
"""Characters with one of which a name may hold a title, or not be written out whole."""
_TITLES = re.compile(rf"(?:同志|先生|女士|老师|{_ROLE})$")
_NOT_WHOLE = re.compile(r".*[*×○].*|.+某.{0,2}|.+x+|.?")
_DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "长孙",
        "宇文",
        "司徒",
        "端木",
        "南宫",
        "独孤",
        "司空",
        "淳于",
        "申屠",
        "濮阳",
        "轩辕",
    ]
)


@dataclass(frozen=True)
class Holder:
    """What a cell of a column of names says.

    Args:
        kind: blank (withheld, or nothing is said), person, vacant, above (the person of the row above), unclear (who
            it is must be asked: 书记兼任, a candidate), several (more persons than one).
        name: the name, where it is that of a person.
    """

    kind: HolderKind
    name: str | None = None


def is_ditto(cell: Cell) -> bool:
    """Tell whether a cell says that it is as the one above: 同上, 〃."""
    if not isinstance(cell, str) or len(cell) > _LONGEST_DITTO or _NO_DITTO.match(cell):
        return False
    return visible_text(cell) in _DITTO or cell.strip() in _DITTO


def read_holder(cell: Cell) -> Holder:
    """Tell who a cell of a column of names names."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return Holder("blank")
    if is_ditto(cell):
        return Holder("above")
    return _read_text(cell_text(cell), is_missing(cell))


def _read_text(text: str, missing: bool) -> Holder:
    if _PLAIN_NAME.fullmatch(text) and _TELLING.isdisjoint(text):
        return Holder("person", text)
    plain = normal_text(text)
    kinds: tuple[tuple[HolderKind, bool], ...] = (
        ("vacant", missing or bool(_NOBODY.fullmatch(plain))),
        ("blank", plain in _BLANK),
        ("unclear", bool(_OTHER_POST.fullmatch(plain) or _INSTEAD.fullmatch(plain) or _NOT_YET.search(plain))),
        ("vacant", bool(_NOBODY_ANYWHERE.search(plain))),
        ("several", _is_several(text)),
    )
    kind = next((kind for kind, holds in kinds if holds), None)
    return Holder(kind) if kind else Holder("person", text)


def comparable_name(name: str) -> str | None:
    """Return a name in the form in which it is compared under one number; None if it is not written out whole."""
    if _PLAIN_NAME.fullmatch(name) and _NOT_PLAINLY.isdisjoint(name):
        return normal_text(name)
    plain = re.sub(r"[·•・.．\d-]", "", _BRACKETS.sub("", normal_text(name)))
    without_title = _TITLES.sub("", plain)
    if _NOT_WHOLE.fullmatch(without_title):
        return None
    return without_title


def _is_several(text: str) -> bool:
    seen = visible_text(re.sub(r"[\n\r]+", "、", text.strip()))
    bare = re.sub(r"\s*[、,;]\s*$", "", _BRACKETS.sub("", seen)).strip()
    if _JOINED.fullmatch(normal_text(bare)):
        return True
    parts = [part.strip() for part in _BETWEEN.split(bare) if part.strip()]
    if len(parts) > 1:
        return not bare.isascii() or bare.count(",") != 1
    words = bare.split()
    if len(words) > 1 and all(_CHINESE_NAME.fullmatch(word) for word in words):
        return len(words) > _SURNAME_AND_NAME or words[0] not in _DOUBLE_SURNAMES
    return len(bare) > 1 and bool(_COUNTED.fullmatch(bare)) and bool(re.search(r"等|\d|人$|名$|位$", bare))
