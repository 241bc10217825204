"""What the Java engine complains of, as the package's own errors; it comes as the name of a class and a text."""

import re

from graph_store.errors import (
    ConstraintBroken,
    ParameterMissing,
    QueryFailed,
    QuerySyntaxError,
    QueryTimeout,
    StorageFull,
    StoreError,
    StoreUnavailable,
    WriteRefused,
)

_POSITION = re.compile(r"line (\d+)(?::|, column )(\d+)")
_LEADING = re.compile(r"^(Syntax error)?[\s:-]*")
_CLASS_BEHIND = re.compile(r"\s*\(\w+Exception\)$")  # the cause, which tells an analyst nothing
_NAMED_FAULT = re.compile(r"^\w+: ")  # "UndefinedVariable: Variable 'm' not defined"
_NOT_OF_THE_TEXT = re.compile(
    "TypeError|Type mismatch|NegativeIntegerArgument|InvalidArgument|NumberOutOfRange"  # a value's, or its type's
    "|MergeReadOwnWrites"  # of a property that is null
    "|FeatureNotImplemented"  # Cypher, but the engine does not know it
)
_CONSTRAINTS = ("DeleteConnectedNode", "Duplicated key [")
_WRITES = frozenset({"QueryNotIdempotentException", "DatabaseIsReadOnlyException"})
_REASONS = {
    "OutOfMemoryError": (
        "内存不够，请用 GRIDGOV_ENGINE_HEAP（如 4g）放宽",
        "not enough memory; allow more with GRIDGOV_ENGINE_HEAP, as 4g",
    ),
    "SecurityException": (
        "不允许 LOAD CSV 读取文件或网址，请用 gridgov load 载入数据",
        "LOAD CSV may read neither files nor addresses; load data with gridgov load",
    ),
}
_NO_ROOM = ("No space left on device", "File too large", "Disk quota exceeded", "not enough space on the disk")


def statement_error(kind: str, text: str, *, timeout: float) -> StoreError:
    """Return the error for a statement that the engine did not answer.

    Args:
        kind: simple name of the Java class of the exception.
        text: its message.
        timeout: seconds that the statement was given.
    """
    if kind == "CommandParameterMissingException":
        return ParameterMissing(tuple(re.findall(r"[^\s,\[\]]+", text.partition(":")[2])))
    if kind == "TimeoutException":
        return QueryTimeout(
            f"语句超过了 {timeout:g} 秒的时限。请缩小范围，或用 --timeout 放宽",
            f"the statement took longer than {timeout:g} seconds. Narrow it down, or allow more with --timeout",
        )
    if kind in _WRITES:
        return WriteRefused(
            "这条语句会改动数据，已拒绝，什么也没有改。若确实要写，请加 --write（写入临时副本）",
            "this statement writes; it was refused and nothing was changed. To let it write, to a scratch copy, "
            "add --write",
        )
    semantic = kind == "CommandSemanticException"
    if (semantic or "Parsing" in kind) and blames_the_text(text, semantic=semantic):
        return _syntax_error(text)
    if breaks_a_constraint(text):
        return constraint_broken(text)
    zh, en = _REASONS.get(kind, (text or kind, text or kind))
    return QueryFailed(f"语句无法执行：{zh}", f"the statement could not be answered: {en}")


def blames_the_text(text: str, *, semantic: bool) -> bool:
    """Return whether the engine, which finds faults before and while it runs a statement, blames the statement's text.

    Else it is a value, or its type, that it could do nothing with: another value would do.

    Args:
        text: the engine's message about a fault that it calls one of syntax, or a semantic one.
        semantic: it calls it a semantic one.
    """
    return not _NOT_OF_THE_TEXT.match(text) and (not semantic or _NAMED_FAULT.match(text) is not None)


def breaks_a_constraint(text: str) -> bool:
    """Return whether the engine complains of a key that is there twice, or of relationships that would have no end."""
    return any(sign in text for sign in _CONSTRAINTS)


def constraint_broken(text: str) -> ConstraintBroken:
    """Return the error for a statement that would break a constraint; `text` is what the engine says, in one line."""
    return ConstraintBroken(f"违反数据库的约束：{text}", f"a constraint is in the way: {text}")


def _syntax_error(text: str) -> QuerySyntaxError:
    found = _POSITION.search(text)
    line, column = (int(found[1]), int(found[2]) + 1) if found else (None, None)
    reason = text.splitlines()[0] if text else "syntax error"
    place_zh = f"，第 {line} 行第 {column} 列" if found else ""
    place_en = f" at line {line}, column {column}" if found else ""
    reason = _CLASS_BEHIND.sub("", reason)
    plain = _LEADING.sub("", re.sub(r"\s+at\s*(?=$|-)", "", _POSITION.sub("", reason))).strip()
    return QuerySyntaxError(
        f"Cypher 语法错误{place_zh}：{plain}", f"Cypher syntax error{place_en}: {plain}", line=line, column=column
    )


def engine_error(kind: str, text: str, doing_zh: str, doing_en: str) -> StoreUnavailable | StorageFull:
    """Return the error for an engine that cannot be built or opened."""
    if any(sign in text for sign in _NO_ROOM):
        return StorageFull(
            f"磁盘空间不足，{doing_zh}失败（{text}）。快照未受影响，腾出空间后重试即可",
            f"no room on the disk: {doing_en} failed ({text}). The snapshot is unharmed; free some room and try again",
        )
    zh, en = _REASONS.get(kind, (text or kind, text or kind))
    return StoreUnavailable(f"{doing_zh}失败：{zh}", f"{doing_en} failed: {en}")
