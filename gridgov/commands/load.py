"""gridgov load: files into a new snapshot."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov import open_questions, reading
from gridgov.options import as_of_option, encoding_option, files_argument, format_option, mapping_option, path
from gridgov.settings import Settings
from gridgov.terminal import put
from gridgov.values import WholeNumber
from gridgov.verb import option, verb
from gridgov.words import Words

if TYPE_CHECKING:
    from loaders.load import LoadReport

_ABOUT = Words(
    "装载表格，生成新的数据快照\n"
    "在当前快照上增补：同一文件再装一次没有变化，同一行以日期新的为准。有退回的行时默认不生成快照。",
    "load workbooks into a new snapshot\n"
    "It adds to the current one: a file loaded again changes nothing, of one row the newer day holds. "
    "Where rows are rejected, nothing is published unless told otherwise.",
)
_FRESH = Words("从空白开始，不在当前快照上增补", "start empty instead of adding to the current snapshot")
_TOLERANCE = Words("最多容许退回几行", "how many rejected rows are let pass")
_KEEP_GOING = Words(
    "退回再多也装载其余的行（仍以 1 退出）", "load the rest however many are rejected (still exits with 1)"
)
_STRICT = Words("提到而未定义的组织一律退回", "reject rows that name an organisation which no row defines")
_KEY = Words("人员密钥文件；默认用工作目录里的", "file of the person key; default: the workspace's own")
_PUBLISHED = Words(
    "快照 {snapshot}：节点 {nodes} 个，关系 {ties} 条，数据截至 {as_of}。",
    "Snapshot {snapshot}: {nodes} nodes, {ties} relationships, as of {as_of}.",
)
_DROPPED = Words(
    "{count} 个姓名、证件号码、电话已换成代号，未进入快照。",
    "{count} names, identity and telephone numbers became pseudonyms and are not in the snapshot.",
)
_NOTHING = Words("没有生成快照，原有数据不变。", "Nothing was published; what was there is unchanged.")
_MEND = Words(
    "改正后重装；或用 --tolerance N、--keep-going 装载其余的行。",
    "Mend the rows and load again, or load the rest with --tolerance N or --keep-going.",
)


@verb(
    "load",
    _ABOUT,
    examples=(
        "gridgov load 表格/*.xlsx --as-of 2024-09-03",
        "gridgov load 外来表.csv --mapping 对照.toml --tolerance 5",
    ),
)
@files_argument()
@mapping_option()
@as_of_option()
@encoding_option()
@option("--fresh", is_flag=True, words=_FRESH)
@option("--tolerance", type=WholeNumber(), default=0, metavar="N", words=_TOLERANCE)
@option("--keep-going", is_flag=True, words=_KEEP_GOING)
@option("--strict", is_flag=True, words=_STRICT)
@option("--key", type=path, metavar="FILE", words=_KEY)
@format_option("table", "json")
@click.pass_obj
def command(
    settings: Settings,
    *,
    files: tuple[Path, ...],
    mapping: Path | None,
    as_of: date | None,
    encoding: str | None,
    fresh: bool,
    tolerance: int,
    keep_going: bool,
    strict: bool,
    key: Path | None,
    form: str,
) -> int:
    """Load files."""
    from gridgov import json_shapes
    from loaders.check import check
    from loaders.faults import is_beyond_rows
    from loaders.load import load
    from loaders.preparing.options import LoadOptions

    workspace = settings.workspace()
    options = LoadOptions(
        mapping=mapping,
        remembered=None if mapping else workspace.home / open_questions.REMEMBERED,
        as_of=as_of,
        fresh=fresh,
        tolerance=tolerance,
        keep_going=keep_going,
        strict=strict,
        key=key,
        encoding=encoding,
        keep_cells=mapping is None and open_questions.may_ask(form),
    )
    with reading.progress(settings) as progress:
        report = load(files, workspace, options, progress=progress)
    if report.snapshot is None and options.keep_cells and open_questions.ask(report, workspace.home, settings.language):
        with reading.progress(settings) as progress:
            report = load(files, workspace, options, progress=progress)
    reading.tell_passed_over(report, settings.language)
    if form == "json":
        put(json_shapes.dump(json_shapes.load(report, settings.language)))
    else:
        put("\n".join([*reading.report_lines(report, settings.language), *published_lines(report, settings.language)]))
    if report.snapshot is None and not options.keep_cells and open_questions.may_be_drafted(report):
        with_cells = check(files, workspace, replace(options, keep_cells=True))
        open_questions.write_draft(workspace.home, with_cells, settings.language)
    beyond_rows = sum(is_beyond_rows(fault) for fault in report.faults)
    return int(report.snapshot is None or report.rejected + beyond_rows > tolerance)


def published_lines(report: "LoadReport", language: str) -> list[str]:
    """Return what a load published, and how many private values it dropped; or that it published nothing."""
    if report.snapshot is None:
        return [_NOTHING(language), *([_MEND(language)] if report.read else [])]
    counts = report.snapshot.manifest.counts
    nodes, ties = sum(counts.nodes.values()), sum(counts.relationships.values())
    as_of = report.snapshot.manifest.as_of
    lines = [_PUBLISHED(language, snapshot=report.snapshot.id, nodes=f"{nodes:,}", ties=f"{ties:,}", as_of=as_of)]
    if report.private_values_dropped:
        lines.append(_DROPPED(language, count=f"{report.private_values_dropped:,}"))
    return lines
