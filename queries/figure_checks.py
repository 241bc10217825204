"""What a figures file must keep beyond its form: every fault with the figure and the remedy."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from queries.figure_definitions import PLACE_BLANK, Figure, FigureSet, TextField
from queries.needs import parse_need

Fault = tuple[str, str, str]
"""Place in the file, and what is wrong there: in Chinese, in English."""

_WHOLE_SHARE = 100


def faults_in(figures: FigureSet) -> list[Fault]:
    """Return all faults of a figures file, in the order of the file."""
    faults = [fault for figure in figures.figures.values() for fault in _faults_of(figure, figures)]
    for name, base in figures.bases.items():
        if name in figures.figures:
            faults.append((f"bases.{name}", "与一个指标同名，请改名", "a figure has the same id: rename one of them"))
        faults.extend(_unknown_whole(f"bases.{name}", "within", base.within, figures))
    return faults


def _faults_of(figure: Figure, figures: FigureSet) -> Iterator[Fault]:
    place = f"figures.{figure.id}"
    yield from _number(place, figure)
    yield from _unknown_whole(place, "base", figure.base, figures)
    yield from _unknown_whole(place, "within", figure.within, figures)
    if figure.numerator and not _is_count(figure.numerator, figures):
        zh, en = (
            f"numerator {figure.numerator} 不是本文件中的计数指标",
            f"numerator {figure.numerator} is no count here",
        )
        yield place, zh, en
    if figure.operator != "%" and (figure.numerator or figure.base):
        yield place, "只有 % 指标可有 numerator 与 base", "only a % figure may have numerator and base"
    yield from _places(place, figure, figures)
    for need in figure.needs:
        try:
            parse_need(need)
        except ValueError as error:
            yield place, f"needs 不合要求：{error}", f"needs: {error}"


def _places(place: str, figure: Figure, figures: FigureSet) -> Iterator[Fault]:
    texts = (figure.text(field, language) for field in get_args(TextField) for language in ("zh", "en"))
    named = {name for text in texts for name in PLACE_BLANK.findall(text)}
    for name in sorted(named | ({figure.scope} if figure.scope else set())):
        if name not in figures.places:
            yield place, f"places 中没有 {name}", f"places has no {name}"


def _number(place: str, figure: Figure) -> Iterator[Fault]:
    if figure.value is None:
        if figure.query or not (figure.words_zh and figure.words_en):
            yield (
                place,
                "没有 value 的指标须有 words_zh 与 words_en，且不得有 query",
                "a figure without value needs words_zh and words_en, and may have no query",
            )
        return
    if figure.operator == "%" and not 0 <= figure.value <= _WHOLE_SHARE:
        yield place, "百分比须在 0 与 100 之间", "a percentage lies between 0 and 100"
    if figure.operator != "%" and (figure.value < 0 or figure.value != int(figure.value)):
        yield place, "计数须是非负整数", "a count is a whole number, 0 or more"
    if (figure.operator == ">") != (figure.step is not None):
        yield place, "operator 为 > 时须有 step，其他情况不得有", "step belongs to operator >, and to no other"


def _unknown_whole(place: str, key: str, name: str | None, figures: FigureSet) -> Iterator[Fault]:
    if name and name not in figures.bases and not _is_count(name, figures):
        zh = f"{key} {name} 既不是 bases 中的基数，也不是计数指标"
        yield place, zh, f"{key} {name} is neither one of the bases nor a count"


def _is_count(name: str, figures: FigureSet) -> bool:
    return name in figures.figures and figures.figures[name].operator != "%"


def form_fault(error: Mapping[str, Any]) -> Fault:
    """Return a fault of form, as pydantic reports it, with its place and words in both languages."""
    place = ".".join(str(part) for part in error["loc"])
    zh = {"missing": "缺少此项", "extra_forbidden": "没有这样的键"}.get(error["type"], f"值不合要求：{error['msg']}")
    en = {"missing": "is missing", "extra_forbidden": "there is no such key"}.get(error["type"], error["msg"])
    return place, zh, en
