"""The demo told on one screen: what was done, what came of it, where it is."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.commands.load import published_lines
from gridgov.commands.reconcile import count_verdicts
from gridgov.demo.steps import Demo
from gridgov.fault_listing import SEVERITIES, by_code, errors, explained, place
from gridgov.reconciling import contradictions
from gridgov.settings import Settings
from gridgov.terminal import paint, put
from gridgov.widths import cut, pad, printable, width, wrap
from gridgov.words import Words

if TYPE_CHECKING:
    from loaders.check import CheckReport
    from loaders.faults import Fault

COLUMNS = 100
_FIRST = 8
_EXAMPLES = 3

_TITLE = Words(
    "gridgov 演示：示例区（数据全部合成，不是任何真实的区）",
    "gridgov demo: the example district (synthetic throughout; no real district)",
)
_SAMPLE = Words("表格", "sample")
_SAMPLED = Words(
    "{clean} 个文件，像各单位报来的那样：{folder}；另有一份埋了问题：{faulty}",
    "{clean} files as offices would send them: {folder}; and the same with planted faults: {faulty}",
)
_CHECK = Words("检查", "check")
_CHECKED = Words(
    "错误 {error} 条，警告 {warning} 条，共 {kinds} 种；{marked} 个工作簿已逐格标出：{folder}",
    "errors {error}, warnings {warning}, of {kinds} kinds; {marked} workbooks with each bad cell marked: {folder}",
)
_LOAD = Words("装载", "load")
_LOADED = Words(
    "干净的一份：读到 {read} 行，退回 {rejected} 行。", "The clean files: {read} rows read, {rejected} rejected."
)
_RECONCILE = Words("核对", "figures")
_RECONCILED = Words(
    "公布的 {all} 个数字：一致 {agrees}，口径不一 {contradicts}，不符 {differs}，无法计数 {not_counted}。",
    "{all} published figures: agrees {agrees}, bases differ {contradicts}, differs {differs}, "
    "not counted {not_counted}.",
)
_FIND = Words("发现", "find")
_MAP = Words("地图", "map")
_MAPPED = Words("{file}（双击打开，不联网）", "{file} (opens by double click, offline)")
_NEXT = Words("接下来", "next")
_TRY = (
    ("gridgov --home {home} query list", Words("看看还能问什么", "what else can be asked")),
    (
        "gridgov --home {home} show {place}",
        Words("一个社区的全部事实和出处", "all facts of a community, with their sources"),
    ),
    ("gridgov --home {home} reconcile", Words("每个公布的数字", "each published figure")),
    ("gridgov template {blank}", Words("空白工作簿，填自己的数据", "a blank workbook for data of your own")),
)


def tell_story(folder: Path, settings: Settings) -> None:
    """Do everything and tell it.

    Args:
        folder: where all files go.
        settings: the language; the workspace is one in the folder, unless another was named.

    Raises:
        DemoFailed: if a step does not come out as it must.
    """
    for line in _story(Demo(folder, Settings(settings.language, settings.home or folder / "workspace"))):
        put(line)


def _story(demo: Demo) -> Iterator[str]:
    language = demo.language
    yield _TITLE(language)
    clean, faulty = demo.sample()
    named = {"folder": _shown(demo.folder / "workbooks"), "faulty": _shown(demo.folder / "faulty")}
    yield from _told(language, _SAMPLE, _SAMPLED(language, clean=len(clean), **named))
    report, marked = demo.check(faulty)
    yield from _checked(demo, report, marked)
    loaded = demo.load(clean)
    sums = _LOADED(language, read=f"{loaded.read:,}", rejected=loaded.rejected)
    yield from _told(language, _LOAD, sums, *published_lines(loaded, language))
    figures = demo.reconcile()
    sums = _RECONCILED(language, all=len(figures), **count_verdicts(figures))
    yield from _told(language, _RECONCILE, sums, *chain(*contradictions(demo.settings)))
    sentences = [f"{sentence}  [{query}]" for query, sentence in demo.findings()]
    yield from _told(language, _FIND, *sentences)
    yield from _told(language, _MAP, _MAPPED(language, file=_shown(demo.map(figures))))
    yield from _next(demo)


def _checked(demo: Demo, report: "CheckReport", marked: list[Path]) -> Iterator[str]:
    language, found = demo.language, errors(report.faults)
    sums = _CHECKED(
        language,
        error=found,
        warning=len(report.faults) - found,
        kinds=len(by_code(report.faults)),
        marked=len(marked),
        folder=_shown(demo.folder / "marked"),
    )
    yield from _told(language, _CHECK, sums)
    for fault in _examples(report, language):
        shown = SEVERITIES[fault.severity](language)
        yield " " * _FIRST + _line(fault, language).replace(shown, paint(shown, fault.severity), 1)
        yield " " * _FIRST + cut(f"    {explained(fault, language)}", COLUMNS - _FIRST)


def _examples(report: "CheckReport", language: str) -> list["Fault"]:
    """Return faults of different kinds and files that stand in a cell and fit on a line."""
    shown: dict[str, Fault] = {}
    for fault in report.faults:
        fits = fault.column and fault.value and width(_line(fault, language)) <= COLUMNS - _FIRST
        if fits and fault.of_file not in {f.of_file for f in shown.values()}:
            shown.setdefault(fault.code, fault)
    return list(islice(shown.values(), _EXAMPLES))


def _line(fault: "Fault", language: str) -> str:
    what = f"{SEVERITIES[fault.severity](language)} {fault.code}"
    return f"{printable(fault.file)} › {place(fault)}  {what}  {printable(fault.value or '')}"


def _next(demo: Demo) -> Iterator[str]:
    communities = demo.settings.snapshot().nodes("Community").sort("uid")["name"]
    blanks = {
        "home": _shown(demo.settings.home or demo.folder),
        "place": communities[0],
        "blank": _shown(demo.folder / "blank.xlsx"),
    }
    lines = [(command.format(**blanks), words(demo.language)) for command, words in _TRY]
    columns = max(width(command) for command, _ in lines)
    shown = [cut(f"{pad(command, columns)}  {words}", COLUMNS - _FIRST) for command, words in lines]
    yield from _told(demo.language, _NEXT, *shown)


def _told(language: str, step: Words, *sentences: str) -> Iterator[str]:
    """Yield a step's name with its sentences beside it."""
    lines = [line for sentence in sentences for line in wrap(sentence, COLUMNS - _FIRST)]
    for number, line in enumerate(lines):
        yield paint(pad(step(language) if number == 0 else "", _FIRST), "step") + _faint_query(line)


def _faint_query(line: str) -> str:
    """Return a line with the id of a question, which stands in brackets at its end, set back."""
    told, bracket, query = line.partition("[")
    return told + paint(bracket + query, "faint") if query.endswith("]") else line


def _shown(path: Path) -> str:
    return path.as_posix()
