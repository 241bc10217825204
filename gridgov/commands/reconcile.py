"""gridgov reconcile: published figures held against the graph."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov.options import format_option, path, store_options
from gridgov.settings import Settings
from gridgov.terminal import put, put_table, tell
from gridgov.verb import option, verb
from gridgov.verbs import one_line
from gridgov.words import Words

if TYPE_CHECKING:
    from queries.reconciliation import FigureResult

_FIGURES = Words(
    "指标文件（TOML）；默认取本区公布的那一份", "figures file (TOML); default: the one published on the district"
)
_ROWS = Words("列出某一指标数到的每一行", "show the rows that were counted for a figure")
_HEADINGS = (
    Words("指标", "Figure"),
    Words("公布", "Published"),
    Words("数得", "Counted"),
    Words("结论", "Verdict"),
    Words("编号", "Id"),
)
_SUMMARY = Words(
    "一致 {agrees} 项，口径不一 {contradicts} 项，不符 {differs} 项，未计 {not_counted} 项。",
    "Agrees {agrees}, bases differ {contradicts}, differs {differs}, not counted {not_counted}.",
)
_SETS = Words(
    "公布的数字中，有 {sets} 组不能同时成立（与载入的数据无关）。",
    "Sets of published figures that cannot hold together, whatever was loaded: {sets}.",
)
_WHY = Words("某项为什么未计：gridgov reconcile --rows 编号。", "Why one is not counted: gridgov reconcile --rows ID.")
_FIGURE = Words(
    "{name}：公布 {published}，数得 {counted}，{verdict}。{note}",
    "{name}: published {published}, counted {counted}, {verdict}. {note}",
)
VERDICTS = {
    "agrees": Words("一致", "agrees"),
    "contradicts": Words("口径不一", "bases differ"),
    "differs": Words("不符", "differs"),
    "not_counted": Words("未计", "not counted"),
}


@verb(
    "reconcile",
    one_line("reconcile"),
    examples=("gridgov reconcile", "gridgov reconcile --rows managed_estates", "gridgov reconcile --format json"),
)
@option("--figures", type=path, metavar="FILE", words=_FIGURES)
@option("--rows", metavar="FIGURE", words=_ROWS)
@format_option("table", "json")
@store_options()
@click.pass_obj
def command(settings: Settings, figures: Path | None, rows: str | None, form: str) -> int:
    """Hold the counts against the published figures."""
    from gridgov import json_shapes
    from gridgov.reconciling import contradictions, publication_lines, reconciled

    found = reconciled(settings, figures, rows)
    if rows:
        _put_rows(settings, found[0], form)
    elif form == "json":
        put(json_shapes.dump([result.as_json() for result in found]))
    else:
        for line in publication_lines(settings, figures):
            tell(line)
        _put_table(settings, found)
        _put_contradictions(settings, found, contradictions(settings, figures))
    return int(any(result.verdict == "differs" for result in found))


def count_verdicts(found: Sequence["FigureResult"]) -> dict[str, int]:
    """Return how many figures came to each verdict."""
    return {verdict: sum(result.verdict == verdict for result in found) for verdict in VERDICTS}


def _put_table(settings: Settings, found: Sequence["FigureResult"]) -> None:
    shown = [(r.name, _published(r), _counted(r), settings.text(VERDICTS[r.verdict]), r.figure) for r in found]
    put_table([settings.text(heading) for heading in _HEADINGS], shown, numbers=(1, 2))
    for result in found:
        if result.verdict in ("contradicts", "differs") and result.note:
            put(f"{result.figure}: {result.note}")
    counts = count_verdicts(found)
    put(settings.text(_SUMMARY, **counts))
    if counts["not_counted"]:
        put(settings.text(_WHY))


def _put_contradictions(settings: Settings, found: Sequence["FigureResult"], sets: Sequence[Sequence[str]]) -> None:
    """Name the sets of published figures that contradict each other, but for those that a figure's note has named."""
    if not sets:
        return
    put(settings.text(_SETS, sets=len(sets)))
    named = [result.note for result in found if result.verdict == "contradicts"]
    for sentence, *totals in sets:
        if not any(sentence in note for note in named):
            put(("" if settings.language == "zh" else " ").join([sentence, *totals]))


def _published(result: "FigureResult") -> str:
    sign = ">" if result.operator == ">" else ""
    return "—" if result.published is None else f"{sign}{result.published} {result.unit}"


def _counted(result: "FigureResult") -> str:
    return "—" if result.computed is None else str(result.computed)


def _put_rows(settings: Settings, result: "FigureResult", form: str) -> None:
    from gridgov.asking import deliver
    from queries.query_file import Column
    from queries.tables import Table

    blanks = {"published": _published(result), "counted": _counted(result), "note": result.note}
    tell(settings.text(_FIGURE, name=result.name, verdict=settings.text(VERDICTS[result.verdict]), **blanks).rstrip())
    if result.computed is None and form == "table":
        return
    names = tuple(result.rows[0]) if result.rows else ("uid",)
    columns = tuple(Column(name, "any") for name in names)
    deliver(settings, Table(columns, tuple(tuple(row.values()) for row in result.rows)), form, None)
