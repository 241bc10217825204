"""What checking and loading have in common at the terminal: progress, and the report."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from gridgov import terminal
from gridgov.fault_listing import by_code, errors, listing
from gridgov.file_naming import FileNames
from gridgov.settings import Settings
from gridgov.widths import printable
from gridgov.words import Words
from loaders.values.private_numbers import scrubbed

if TYPE_CHECKING:
    from loaders.check import CheckReport

STAGES = {
    "reading": Words("读取文件", "Reading files"),
    "checking": Words("检查", "Checking"),
    "resolving": Words("对应名称", "Resolving names"),
    "building": Words("建立关系", "Building the graph"),
    "writing": Words("写入快照", "Writing the snapshot"),
}
SKIPPED = {
    "blank": Words("空行", "blank"),
    "total": Words("合计行", "totals"),
    "note": Words("说明行", "notes"),
    "repeated_heading": Words("重复的表头", "repeated headings"),
    "struck": Words("划去的行", "struck out"),
    "sample": Words("填写示例", "samples"),
    "hidden": Words("隐藏的行", "hidden"),
    "caption": Words("小标题", "captions"),
    "not_selected": Words("没有选中的行", "not selected"),
}
_READ_AS = Words("{kind} · {rows} 行 · 第 {heading} 行是表头", "{kind} · {rows} rows · headings in row {heading}")
_READ_WITHOUT_HEADING = Words("{kind} · {rows} 行", "{kind} · {rows} rows")
_STATES = {
    "read": Words("没有读出表", "no table was read"),
    "unrecognised": Words("没有认出", "not recognised"),
    "hidden": Words("隐藏的工作表，没有读", "hidden, not read"),
    "empty": Words("空的", "empty"),
    "passed_over": Words("说明、示例或检查结果，略过", "a guide, an example or results of a check, passed over"),
}
PASSED_OVER = {
    "own_file": Words("说明文件，不是数据表", "it explains the files beside it and is no table"),
    "lock_file": Words("打开文件时生成的临时锁文件", "a lock file of a program that has the workbook open"),
    "system_file": Words("操作系统的文件", "a file of the operating system"),
    "temporary_file": Words("保存时留下的临时文件", "left over from saving"),
    "hidden_folder": Words("隐藏文件夹", "a hidden folder"),
    "linked_folder": Words("指向别处的链接；需要时请直接给出那个文件夹", "a link; give the folder that it leads to"),
    "closed_folder": Words("没有权限打开", "no permission to open it"),
    "no_table": Words("不是表格；需要读取请另存为 .xlsx", "no table; save it as .xlsx if it is to be read"),
    "copy": Words("内容与 {same} 完全相同，只读了后者", "the same bytes as {same}, which was read instead"),
}
_PASSED_OVER = Words("未读取 {file}：{why}。", "Not read: {file} ({why}).")
_MORE_PASSED_OVER = Words("另有 {count} 个文件未读取。", "{count} more files were not read.")
_MOST_PASSED_OVER = 20
_ROWS = Words(
    "读到 {read} 行：接受 {accepted} 行，退回 {rejected} 行。",
    "{read} rows read: {accepted} accepted, {rejected} rejected.",
)
_SKIPPED = Words(
    "另有不是数据的行 {count} 行（{reasons}）。", "{count} rows that are no data were passed over ({reasons})."
)
_FAULTS = Words("错误 {error} 条，警告 {warning} 条：{codes}", "Errors {error}, warnings {warning}: {codes}")
_CLEAN = Words("没有发现问题。", "No faults were found.")


def progress(settings: Settings) -> AbstractContextManager[terminal.Progress]:
    """Show on stderr how far the reading of files is."""
    return terminal.progress(settings.language, STAGES)


def sheet_lines(report: "CheckReport", language: str) -> Iterator[str]:
    """Yield as what each sheet was read, also where nothing is wrong."""
    from loaders.record_types import RECORD_TYPES

    names = FileNames.in_report(report)
    for reading in report.readings:
        parts = []
        for table in reading.tables:
            kind = RECORD_TYPES[table.plan.record].zh if language == "zh" else table.plan.record
            at = table.heading_row
            words = _READ_AS if at is not None else _READ_WITHOUT_HEADING
            parts.append(words(language, kind=kind, rows=f"{table.rows:,}", heading=at))
        said = ("；" if language == "zh" else "; ").join(parts) or _STATES[reading.state](language)
        yield f"{scrubbed(names.of_path(reading.path))} › {scrubbed(reading.sheet.name)}   {said}"


def tell_passed_over(report: "CheckReport", language: str) -> None:
    """Say on stderr which files were not read, and why."""
    names = FileNames.in_report(report)
    for number, passed in enumerate(report.passed_over):
        if number == _MOST_PASSED_OVER:
            terminal.tell(_MORE_PASSED_OVER(language, count=len(report.passed_over) - number))
            return
        same = names.of_path(passed.same_as) if passed.same_as else ""
        why = PASSED_OVER[passed.reason](language, same=printable(same))
        terminal.tell(_PASSED_OVER(language, file=printable(names.of_path(passed.path)), why=why))


def report_lines(report: "CheckReport", language: str) -> Iterator[str]:
    """Yield what was found: the faults file by file, then the sums."""
    yield from listing(report.faults, FileNames.in_report(report), language)
    yield from summary_lines(report, language)


def summary_lines(report: "CheckReport", language: str) -> Iterator[str]:
    """Yield the sums of a report: rows by what became of them, faults by code."""
    yield _ROWS(language, read=f"{report.read:,}", accepted=f"{report.accepted:,}", rejected=f"{report.rejected:,}")
    if report.skipped:
        named = [(SKIPPED[r](language) if r in SKIPPED else r, count) for r, count in report.skipped.items()]
        reasons = ("，" if language == "zh" else ", ").join(f"{name} {count:,}" for name, count in named)
        yield _SKIPPED(language, count=f"{sum(report.skipped.values()):,}", reasons=reasons)
    if not report.faults:
        yield _CLEAN(language)
        return
    codes = ", ".join(f"{code} {count}" for code, count in by_code(report.faults).items())
    found = errors(report.faults)
    yield _FAULTS(language, error=found, warning=len(report.faults) - found, codes=codes)


def has_errors(report: "CheckReport") -> bool:
    """Whether anything in the report is an error."""
    return errors(report.faults) > 0
