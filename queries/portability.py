"""What engines answer differently (docs/engines.md tells each construct): a query of the catalogue avoids it."""

from collections.abc import Iterator

from queries.query_faults import QueryFault, Source
from queries.query_file import Place
from queries.statement_shape import StatementShape
from queries.tokens import Token

_PRIVATE_FUNCTIONS = ("apoc", "gds")
_COMPARISONS = frozenset({"<", ">", "<=", ">="})
_ELSEWHERE = ("两个引擎上结果不同，请改写", "the engines differ here: write it another way")
_AS_TEXT = ("请先用 toString() 转成文字", "make it a text first, with toString()")
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


def _calls(shape: StatementShape, name: str) -> Iterator[int]:
    """Yield where a function is called: the number of its name among the tokens."""
    for i, (token, following) in enumerate(zip(shape.tokens, shape.tokens[1:], strict=False)):
        if token.is_word(name) and following.text == "(":
            yield i


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
