"""gridgov reconcile: published figures held against the graph."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov.options import format_option, path
from gridgov.settings import Settings
from gridgov.terminal import put, put_table
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
    "{agrees} agree, {contradicts} contradict each other, {differs} differ, {not_counted} not counted.",
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
    examples=("gridgov reconcile", "gridgov reconcile --rows owners_committees", "gridgov reconcile --format json"),
)
@option("--figures", type=path, metavar="FILE", words=_FIGURES)
@option("--rows", metavar="FIGURE", words=_ROWS)
@format_option("table", "json")
@click.pass_obj
def command(settings: Settings, figures: Path | None, rows: str | None, form: str) -> int:
    """Hold the counts against the published figures."""
    from gridgov import json_shapes
    from gridgov.reconciling import reconciled

    found = reconciled(settings, figures, rows)
    if rows:
        _put_rows(settings, found[0], form)
    elif form == "json":
        put(json_shapes.dump([result.as_json() for result in found]))
    else:
        _put_table(settings, found)
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
    put(settings.text(_SUMMARY, **count_verdicts(found)))


def _published(result: "FigureResult") -> str:
    sign = ">" if result.operator == ">" else ""
    return "—" if result.published is None else f"{sign}{result.published} {result.unit}"


def _counted(result: "FigureResult") -> str:
    return "—" if result.computed is None else str(result.computed)


def _put_rows(settings: Settings, result: "FigureResult", form: str) -> None:
    from gridgov.asking import deliver
    from queries.query_file import Column
    from queries.tables import Table

    names = tuple(result.rows[0]) if result.rows else ("uid",)
    columns = tuple(Column(name, "any") for name in names)
    deliver(settings, Table(columns, tuple(tuple(row.values()) for row in result.rows)), form, None)
