"""What engines answer differently (docs/engines.md tells each construct): a query of the catalogue avoids it."""

import re
from collections.abc import Iterator

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, property_kinds
from queries.query_faults import QueryFault, Source
from queries.query_file import Place
from queries.statement_shape import StatementShape
from queries.tokens import Token

_PRIVATE_FUNCTIONS = ("apoc", "gds")
_COMPARISONS = frozenset({"<", ">", "<=", ">="})
_ELSEWHERE = ("两个引擎上结果不同，请改写", "the engines differ here: write it another way")
_AS_TEXT = ("请先用 toString() 转成文字", "make it a text first, with toString()")
_BEFORE_A_CONDITION = ("WHERE", "AND", "OR", "XOR", "NOT")
_BEHIND_A_CONDITION = ("AND", "OR", "XOR", "RETURN", "WITH", "ORDER", "MATCH", "OPTIONAL", "UNWIND", "CALL", "UNION")
_CLOSING = frozenset({")", "]", "}", "|", ";"})
_KINDS = [kind for name in (*NODE_TYPES, *RELATIONSHIP_TYPES) for kind in property_kinds(name).items()]
_KNOWN_KEYS = frozenset(key for key, _ in _KINDS)
_TRUTHS = frozenset(key for key, kind in _KINDS if kind == "boolean")
_LONGEST_RANGE = 10_000_000
_RENAMED = ("请换一个别名或变量名", "rename one of them")


def not_portable(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    """Yield the constructs of a statement on which the engines differ."""
    for token, name in _words(shape):
        yield _fault(source, token, (f"{name} 不可移植", f"{name} is not portable"), _ELSEWHERE)
    for token in _truths_in_texts(shape):
        yield _fault(source, token, ("真假值与文字相加不可移植", "adding a truth to a text is not portable"), _AS_TEXT)
    for call in _calls(shape, "SPLIT"):
        if _has_list(shape, call):
            said = ("split 按多个分隔符拆分不可移植", "split by a list is not portable")
            yield _fault(source, shape.tokens[call], said, _ELSEWHERE)
    for call in _calls(shape, "DURATION"):
        if {shape.tokens[call - 1].text, _after(shape, call)} & _COMPARISONS:
            said = ("时长比大小不可移植", "which duration is longer is not portable")
            yield _fault(source, shape.tokens[call], said, _ELSEWHERE)
    yield from _conditions(source, shape)
    yield from _literals(source, shape)
    yield from _hidden(source, shape)


def _fault(source: Source, token: Token, said: tuple[str, str], remedy: tuple[str, str]) -> QueryFault:
    return source.fault(Place(token.line, token.column, len(token.text)), "not_portable", said, remedy)


def _words(shape: StatementShape) -> Iterator[tuple[Token, str]]:
    for token, following in zip(shape.tokens, shape.tokens[1:], strict=False):
        is_id = token.is_word("ID") and following.text == "("
        foreign = token.name in _PRIVATE_FUNCTIONS and following.text == "."
        old_call = token.is_word("CALL") and following.text == "{"
        if is_id or foreign or old_call or token.is_word("SHORTEST"):
            yield token, token.text
    for token in shape.tokens[:1]:
        if token.is_word("EXPLAIN", "PROFILE"):
            yield token, token.text


def _truths_in_texts(shape: StatementShape) -> Iterator[Token]:
    for before, plus, after in zip(shape.tokens, shape.tokens[1:], shape.tokens[2:], strict=False):
        if plus.text == "+" and (before.is_word("TRUE", "FALSE") or after.is_word("TRUE", "FALSE")):
            yield plus


def _conditions(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    """Yield properties that stand as conditions and hold no truth: one engine takes them for false, one objects."""
    for i, token in enumerate(shape.tokens[:-3]):
        variable, dot, key = shape.tokens[i + 1 : i + 4]
        behind = shape.tokens[i + 4] if i + 4 < len(shape.tokens) else None
        ends = behind is None or behind.is_word(*_BEHIND_A_CONDITION) or behind.text in _CLOSING
        is_alone = token.is_word(*_BEFORE_A_CONDITION) and variable.kind == "name" and dot.text == "." and ends
        if is_alone and key.name in _KNOWN_KEYS and key.name not in _TRUTHS:
            said = (
                f"{key.name} 不是真假值，作条件不可移植",
                f"{key.name} is no truth; as a condition it is not portable",
            )
            remedy = ("请写出比较，如 IS NOT NULL", "compare it, as with IS NOT NULL")
            yield _fault(source, variable, said, remedy)


def _literals(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    """Yield regular expressions that are none, and lists of numbers too long for one engine to make."""
    for sign, pattern in zip(shape.tokens, shape.tokens[1:], strict=False):
        if sign.text == "=~" and pattern.kind == "string" and not _compiles(pattern.text[1:-1]):
            said = ("正则表达式无效", "this is no regular expression")
            yield _fault(source, pattern, said, ("请检查括号", "check its brackets"))
    for call in _calls(shape, "RANGE"):
        for token in _arguments(shape, call):
            if token.kind == "number" and token.text.isdigit() and int(token.text) > _LONGEST_RANGE:
                said = (f"range 到 {token.text} 太长", f"range up to {token.text} is too long")
                yield _fault(source, token, said, ("请缩小范围", "make it shorter"))


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern.replace(r"\\", "\\"))
    except re.error:
        return False
    return True


def _calls(shape: StatementShape, name: str) -> Iterator[int]:
    """Yield where a function is called: the number of its name among the tokens."""
    for i, (token, following) in enumerate(zip(shape.tokens, shape.tokens[1:], strict=False)):
        if token.is_word(name) and following.text == "(":
            yield i


def _arguments(shape: StatementShape, call: int) -> Iterator[Token]:
    """Yield the tokens between the brackets of a call."""
    for i in range(call + 2, len(shape.tokens)):
        if shape.depths[i] <= shape.depths[call]:
            return
        yield shape.tokens[i]


def _has_list(shape: StatementShape, call: int) -> bool:
    """Say whether an argument of a call, after the first, is written as a list."""
    depth = shape.depths[call] + 1
    for i in range(call + 2, len(shape.tokens) - 1):
        if shape.depths[i] < depth:
            return False
        if shape.depths[i] == depth and shape.tokens[i].text == "," and shape.tokens[i + 1].text == "[":
            return True
    return False


def _after(shape: StatementShape, call: int) -> str:
    """Return what follows a call's closing bracket."""
    for i in range(call + 2, len(shape.tokens) - 1):
        if shape.depths[i] == shape.depths[call] and shape.tokens[i].text == ")":
            return shape.tokens[i + 1].text
    return ""


def _hidden(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    ordered_by = {t.name for t in shape.order if t.kind in {"name", "quoted_name"}}
    for item in shape.items:
        if item.renamed and item.name in shape.variables and item.name in ordered_by:
            said = (f"别名 {item.name} 与变量同名，又用于 ORDER BY", f"alias {item.name} hides a variable in ORDER BY")
            yield _fault(source, item.token, said, _RENAMED)
