"""What stands around a table and holds for all its rows: its place, the body whose members it lists, its list."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

from graph_model.names import visible_text
from loaders.plan import Taken, TakenFrom
from loaders.plans.headings import is_known
from loaders.plans.layouts.named_in_texts import NOTHING, Named, body_in, list_in, places_in, places_of_office
from loaders.readers.sheet import Cell, Sheet
from loaders.values.cell_reading import cell_text, is_missing

_BARE: Final = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,5}?)(?P<what>(?:大党委|党委)?(?:共建|联建|结对)(?:单位|关系|协议)?|两委|班子|班子成员|)"
)
_NO_PLACE: Final = re.compile(
    "[表册单汇总台账名小区人月年数据信息明细社街情况统计员会党资部所业位楼盘项目机构组织任职建改造物附件登记调查模板原始最新旧老"
    "修备份房产片网格度季示例分类全各需求源服务清第一二三四五六七八九十说封面录签座值班费购勤接议活训学习考核评巡查动愿预算收支财采用照相图新闻]|会计|出纳|主任|书记|学校|医院"
    "|(?:花园|花苑|苑|园|家园|公寓|大厦|广场|邸|筑|府|庭|城|轩|阁|湾)$"
)
_LINE: Final = re.compile(r"[:：]")
_FEW: Final = 3


@dataclass(frozen=True)
class Around:
    """What stands around a table.

    Args:
        taken: "community", "subdistrict", "body" or "list" -> where it stands, and the pattern by which it is taken.
        kind: the kind of the body.
        clash: two texts of which each names another community, or subdistrict.
        written: whether a title names the community, or a line of the office; else a name of a sheet or file.
        bare: whether it is the name of the sheet that may be one of a community and does not say so.
        texts: the texts by which the table may be known, nearest first.
    """

    taken: Mapping[str, Taken] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = None
    clash: tuple[str, str] | None = None
    bare: bool = False
    texts: tuple[str, ...] = ()


def around(sheet: Sheet, title: tuple[str, ...], outer: tuple[str, ...] = ()) -> Around:
    """Find what stands around a table.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        title: the texts above its headings.
        outer: the title of the whole sheet, where the table is a part of it.

    Returns:
        What its title says, or the office that fills it in, or the title of the whole, or the sheet's or file's name.
    """
    if _has_labels(sheet, title):
        return Around()
    stem, outer = PurePath(sheet.file).stem, _of_whole(title, outer)
    found: dict[str, Taken] = {}
    values: dict[str, str] = {}
    said: dict[str, tuple[str, str]] = {}
    clash = None
    for source, text, read in _texts(sheet, title, outer, stem):
        for level, name in _levels(read(text)):
            if level in said and not _same(said[level][0], name):
                clash = clash or (said[level][1], text)
            elif level not in said and "community" not in said:
                said[level] = name, text
                if source is None:
                    values[level] = name
                else:
                    found[level] = Taken(source, f"({name})")
    bare = _bare(sheet, stem)
    if bare and "community" not in said:
        found["community"] = Taken("sheet", f"^[\\W\\d_]*({bare})")
    elif bare and not any(bare in text for text in (*title, *outer)):
        clash = clash or (said["community"][1], sheet.name)
    base = Around(found, values, clash=clash, bare=bool(bare) and "community" not in said)
    if clash:
        base = replace(base, taken={}, values={}, bare=False)
    return replace(_with_body(base, title, outer), texts=(*title, *outer, sheet.name, stem))


def around_given(sheet: Sheet, title: tuple[str, ...], outer: tuple[str, ...] = ()) -> frozenset[str]:
    """Return what stands around a table: "community", "subdistrict", "body", "list"."""
    found = around(sheet, title, outer)
    return frozenset({*found.taken, *found.values})


def _texts(
    sheet: Sheet, title: tuple[str, ...], outer: tuple[str, ...], stem: str
) -> Iterator[tuple[TakenFrom | None, str, Callable[[str], Named]]]:
    """The texts around a table, with how each is read; what the title of the whole says becomes a constant."""
    for text in title:
        yield "title", text, places_in
    for text in title:
        yield "title", text, places_of_office
    for text in outer:
        yield None, text, places_in
        yield None, text, places_of_office
    yield "sheet", sheet.name, places_in
    if stem != sheet.name:
        yield "file", stem, places_in
    else:
        yield "sheet", stem, places_in


def _levels(named: Named) -> Iterator[tuple[str, str]]:
    if named == NOTHING:
        return
    for level, name in (("subdistrict", named.subdistrict), ("community", named.community)):
        if name is not None:
            yield level, name


def _same(one: str, other: str) -> bool:
    return one.removesuffix("社区") == other.removesuffix("社区")


def _bare(sheet: Sheet, stem: str) -> str | None:
    """The name of a sheet that may be one of a community without saying so: 望海, 望海共建单位."""
    match = _BARE.fullmatch(re.sub(r"^[\W\d_]+|[\W\d_]+$", "", visible_text(sheet.name)))
    if match is None or stem == sheet.name or _NO_PLACE.search(match["name"]):
        return None
    return match["name"]


def _with_body(found: Around, title: tuple[str, ...], outer: tuple[str, ...]) -> Around:
    """The body, or the list, that a title of its own names; the whole's, where the part has none."""
    for source, texts in (("title", title), (None, () if title else outer)):
        for text in texts:
            body, of_list = body_in(text), list_in(text)
            if body and source:
                return replace(found, taken={**found.taken, "body": Taken("title", f"({body[0]})")}, kind=body[1])
            if body:
                return replace(found, values={**found.values, "body": body[0]}, kind=body[1])
            if of_list:
                return replace(found, values={**found.values, "list": of_list})
    return found


def _has_labels(sheet: Sheet, title: tuple[str, ...]) -> bool:
    """Whether labels or further headings stand above the headings: a form, whose values would pass unread."""
    for row in sheet.rows[: len(title)]:
        texts = list(dict.fromkeys(cell_text(cell) for cell in row if not is_missing(cell)))
        if not all(text in title for text in texts):
            return False
        if len(texts) > 1 and any(is_known(text) and not _LINE.search(text) for text in texts):
            return True
    return False


def _of_whole(title: tuple[str, ...], outer: tuple[str, ...]) -> tuple[str, ...]:
    """The title of the whole sheet without that of its first part, where this part has one of its own."""
    texts = [text for text in outer if text not in title]
    own = next((text for text in reversed(texts) if not _LINE.search(text)), None)
    return tuple(text for text in texts if not title or text != own)


def outer_title(sheet: Sheet) -> tuple[str, ...]:
    """Return the title of a whole sheet: the texts of its first rows, up to one with several that are no lines."""
    found: list[str] = []
    for row in sheet.rows[:_FEW]:
        texts = list(dict.fromkeys(cell_text(cell) for cell in row if not is_missing(cell)))
        if len(texts) > 1 and not _is_line(row):
            break
        found += texts
    return tuple(dict.fromkeys(found))


def _is_line(row: list[Cell]) -> bool:
    texts = [cell_text(cell) for cell in row if not is_missing(cell)]
    return any(_LINE.search(text) for text in texts[:2])
