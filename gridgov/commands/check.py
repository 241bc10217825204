"""gridgov check: what is wrong with files, before anything is loaded."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov import reading
from gridgov.open_questions import REMEMBERED
from gridgov.options import as_of_option, encoding_option, files_argument, format_option, mapping_option, path
from gridgov.settings import Settings
from gridgov.terminal import put, tell
from gridgov.usage import usage_error
from gridgov.verb import option, verb
from gridgov.words import Words

if TYPE_CHECKING:
    from loaders.check import CheckReport

_ABOUT = Words(
    "只检查不装载\n每处问题给出文件、工作表、行、列、代码、原因和改法；--marked 交回标出问题单元格的工作簿。",
    "check only, load nothing\nEach fault is told with file, sheet, row, column, code, reason and remedy; "
    "--marked hands workbooks back with each bad cell coloured and commented.",
)
_MARKED = Words(
    "把有问题的文件写回这个目录：问题单元格着色并加批注（含原表全部内容，请妥善保管）",
    "write files with faults back to this folder, bad cells coloured and commented (they hold all that was sent)",
)
_WITHIN = Words(
    "--marked 的目录 {marked} 在要检查的文件夹 {folder} 里面，下次检查会把退回的工作簿也当作来件；请换一个目录。",
    "The folder of --marked, {marked}, lies within {folder}, which is checked: the next check would read the returned "
    "workbooks as further files; name another folder.",
)
_DRAFT = Words("按表头起草一份对照文件", "draft a mapping file from the headings")
_BACK = Words("已标出 {count} 个工作簿：{directory}", "{count} marked workbooks: {directory}")
_IS_THERE = Words(
    "{file} 已经存在，没有改写它；请换一个文件名。", "{file} is there already and was left alone; name another file."
)
_WRITTEN = Words("对照文件草稿：{file}", "Draft of a mapping file: {file}")


@verb(
    "check",
    _ABOUT,
    examples=(
        "gridgov check 表格/*.xlsx",
        "gridgov check 委员名册.xlsx --marked 退回",
        "gridgov check 外来表.csv --write-mapping 对照.toml",
        "gridgov check 外来表.csv --mapping 对照.toml --as-of 2024-09-03",
    ),
)
@files_argument()
@mapping_option()
@as_of_option()
@encoding_option()
@option("--marked", type=path, metavar="DIR", words=_MARKED)
@option("--write-mapping", type=path, metavar="FILE", words=_DRAFT)
@format_option("table", "json")
@click.pass_obj
def command(
    settings: Settings,
    *,
    files: tuple[Path, ...],
    mapping: Path | None,
    as_of: date | None,
    encoding: str | None,
    marked: Path | None,
    write_mapping: Path | None,
    form: str,
) -> int:
    """Check files."""
    from gridgov import json_shapes
    from loaders.check import check
    from loaders.preparing.options import LoadOptions

    _refuse_folder_within(files, marked)
    keep_cells = marked is not None or write_mapping is not None
    workspace = settings.workspace()
    remembered = None if mapping else workspace.home / REMEMBERED
    options = LoadOptions(mapping, remembered, as_of=as_of, encoding=encoding, keep_cells=keep_cells)
    with reading.progress(settings) as progress:
        report = check(files, workspace, options, progress=progress)
    reading.tell_passed_over(report, settings.language)
    if form == "json":
        put(json_shapes.dump(json_shapes.check(report, settings.language)))
    else:
        lines = (*reading.sheet_lines(report, settings.language), *reading.report_lines(report, settings.language))
        put("\n".join(lines))
    _write_marked(settings, report, marked)
    _write_draft(settings, report, write_mapping)
    return int(reading.has_errors(report))


def _refuse_folder_within(files: tuple[Path, ...], marked: Path | None) -> None:
    """Refuse to write marked workbooks where the next check would read them as files of the office."""
    for folder in (file for file in files if marked and file.is_dir()):
        if marked and marked.resolve().is_relative_to(folder.resolve()):
            raise usage_error(_WITHIN, marked=marked, folder=folder)


def _write_marked(settings: Settings, report: "CheckReport", marked: Path | None) -> None:
    if marked is None:
        return
    from gridgov.marking import write_marked_workbooks

    written = write_marked_workbooks(report, marked, settings.language)
    tell(settings.text(_BACK, count=len(written), directory=marked))


def _write_draft(settings: Settings, report: "CheckReport", file: Path | None) -> None:
    if file is None:
        return
    from loaders.plans import draft_mapping

    if file.exists():
        raise usage_error(_IS_THERE, file=file)
    file.write_text(draft_mapping(report.readings), encoding="utf-8", newline="\n")
    tell(settings.text(_WRITTEN, file=file))
