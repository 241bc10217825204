"""docs/faults.md: what can be wrong with a cell, a row or a file, code by code, from loaders/faults."""

from collections.abc import Iterator

from gridgov.documentation.markdown import code, introduction, page, table
from gridgov.fault_listing import SEVERITIES
from loaders.faults import FaultKind, fault_kinds
from loaders.readers import FAILURES, ReadFailure

_OF_FILES = "{0.zh}（整个文件） {0.en} (the whole file)".format(SEVERITIES["error"])


def faults_page() -> str:
    """Return the page."""
    kinds = fault_kinds()
    lines = [introduction("faults")]
    lines += table(
        ["代码 code", "级别 severity", "原因"],
        [
            *((f"[{name}](#{name})", _severity(kind), kind.reason["zh"]) for name, kind in kinds.items()),
            *((f"[{name}](#{name})", _OF_FILES, failure.reason_zh) for name, failure in FAILURES.items()),
        ],
    )
    lines.append("")
    for kind in kinds.values():
        lines += _kind(kind)
    for failure in FAILURES.values():
        lines += _failure(failure)
    return page(lines)


def _severity(kind: FaultKind) -> str:
    words = SEVERITIES[kind.severity]
    return f"{words.zh} {words.en}"


def _kind(kind: FaultKind) -> Iterator[str]:
    yield f'<a id="{kind.code}"></a>\n'
    yield f"## {kind.code} · {_severity(kind)}"
    yield ""
    yield from _texts((kind.reason["zh"], kind.reason["en"]), (kind.suggestion["zh"], kind.suggestion["en"]))
    example = kind.example
    if "bad" in example:
        where = f"{code(str(example.get('record')))} {code(str(example.get('field')))}"
        bad, good = code(str(example["bad"])), code(str(example.get("good")))
        yield f"例如 for example, {where}: 有问题 bad {bad}，改好 good {good}"
        yield ""


def _failure(failure: ReadFailure) -> Iterator[str]:
    yield f'<a id="{failure.code}"></a>\n'
    yield f"## {failure.code} · {_OF_FILES}"
    yield ""
    yield from _texts((failure.reason_zh, failure.reason_en), (failure.suggestion_zh, failure.suggestion_en))


def _texts(cause: tuple[str, str], remedy: tuple[str, str]) -> Iterator[str]:
    yield from table(["", "中文", "English"], [("原因 cause", *cause), ("改法 remedy", *remedy)])
    yield ""
