"""Whether a statement only reads, speaks of what the schema knows, runs on both engines, and holds no data."""

import re
from collections.abc import Iterator
from functools import cache

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SUPER_LABELS, concrete_labels, property_kinds
from graph_model.vocabularies import vocabulary, vocabulary_names
from queries.portability import not_portable
from queries.query_faults import QueryFault, Source, did_you_mean
from queries.query_file import Place, QueryFile
from queries.statement_shape import Mention, StatementShape
from queries.tokens import Token, string_value
from queries.value_types import options

_WRITING = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "FOREACH", "LOAD", "ALTER", "GRANT", "USE")
_TEMPORAL = frozenset({"days", "months", "years", "weeks", "day", "month", "year"})
_CERTAINTY = frozenset({"definite", "possible"})
_IDENTITY = frozenset({"strong", "medium", "decided", "alone"})
_RESULTS = frozenset({"joined", "ended", "outgoing", "incoming", "staff"})
_LONGEST_NUMBER = 5


def statement_faults(query: QueryFile) -> Iterator[QueryFault]:
    """Yield what is wrong in a query's statement, check by check."""
    source = Source(query.path, query.text)
    shape = StatementShape(query.body, query.body_line)
    yield from _unreadable(source, shape)
    yield from _writing(source, shape)
    yield from unknown_labels(source, shape)
    yield from unknown_properties(source, shape)
    yield from _data(query, source, shape)
    yield from not_portable(source, shape)
    yield from _unordered(source, shape)


def _at(source: Source, token: Token, code: str, said: tuple[str, str], remedy: tuple[str, str]) -> QueryFault:
    length = len(token.text.split("\n", 1)[0])
    return source.fault(Place(token.line, token.column, length), code, said, remedy)


def _unreadable(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    for token in shape.tokens:
        if token.kind == "unterminated":
            said = ("引号或注释没有结束", "a quote or a comment is not closed")
            yield _at(source, token, "not_closed", said, ("请补上结束符号", "close it"))
    semicolons = [t for t in shape.tokens if t.text == ";"]
    if semicolons and semicolons[0] is not shape.tokens[-1]:
        said = ("一个文件只能有一条语句", "a file holds one statement")
        yield _at(source, semicolons[0], "several_statements", said, ("请分成几个文件", "make it several files"))


def _writing(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    remedy = ("目录中的查询只能读取", "a query of the catalogue only reads")
    for token in shape.clauses(*_WRITING):
        said = (f"{token.text.upper()} 会写入", f"{token.text.upper()} writes")
        yield _at(source, token, "writes", said, remedy)
    for token, following in zip(shape.tokens, shape.tokens[1:], strict=False):
        if token.is_word("IN") and following.is_word("TRANSACTIONS"):
            said = ("IN TRANSACTIONS 用于写入", "IN TRANSACTIONS is for writing")
            yield _at(source, following, "writes", said, remedy)
        if token.is_word("CALL") and following.kind == "name":
            said = (f"不得调用过程 {following.text}", f"procedure {following.text} is called")
            yield _at(source, following, "procedure", said, ("只用语句本身", "use the language alone"))


def unknown_labels(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    """Yield the labels and relationship types that the schema lacks."""
    known = {*NODE_TYPES, *SUPER_LABELS, *RELATIONSHIP_TYPES}
    for mention in shape.labels_and_types:
        name = mention.token.name
        if name not in known:
            said = (f"未知的标签或关系类型 {name}", f"unknown label or relationship type {name}")
            remedy = did_you_mean(name, known) or ("见 docs/schema.md", "see docs/schema.md")
            yield _at(source, mention.token, "unknown_label", said, remedy)


@cache
def _properties_of(name: str) -> frozenset[str]:
    if name in RELATIONSHIP_TYPES:
        return frozenset(property_kinds(name))
    return frozenset(p for label in concrete_labels(name) for p in property_kinds(label))


def unknown_properties(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    """Yield the properties that what they are asked of does not have."""
    everything = {p for name in (*NODE_TYPES, *RELATIONSHIP_TYPES) for p in _properties_of(name)}
    for mention in shape.properties:
        known = _known_for(mention, shape) or everything | shape.map_keys
        name = mention.token.name
        if name in known or (mention.of is None and name in _TEMPORAL):
            continue
        of = f"{mention.of}." if mention.of else ""
        said = (f"未知的属性 {of}{name}", f"unknown property {of}{name}")
        remedy = did_you_mean(name, known) or ("可用：" + " ".join(sorted(known)), "known: " + " ".join(sorted(known)))
        yield _at(source, mention.token, "unknown_property", said, remedy)


def _known_for(mention: Mention, shape: StatementShape) -> set[str]:
    labels = shape.variables.get(mention.of or "", set())
    known = {*NODE_TYPES, *SUPER_LABELS, *RELATIONSHIP_TYPES}
    return {p for label in labels & known for p in _properties_of(label)}


@cache
def _terms() -> frozenset[str]:
    names = vocabulary_names()
    codes = {t.code for name in names for t in vocabulary(name).terms}
    chinese = {t.zh for name in names for t in vocabulary(name).terms}
    return frozenset(
        codes | chinese | {*NODE_TYPES, *SUPER_LABELS, *RELATIONSHIP_TYPES} | _CERTAINTY | _IDENTITY | _RESULTS
    )


def _data(query: QueryFile, source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    remedy = ("数据应作为参数给出", "give data as a parameter")
    known = _terms() | {word for p in query.parameters for word in options(p.type)}
    for token in shape.tokens:
        if token.kind == "number" and len(token.text) > _LONGEST_NUMBER:
            said = (f"查询文本中有数据 {token.text}", f"data in the query text: {token.text}")
            yield _at(source, token, "data_in_text", said, remedy)
        word = string_value(token.text) if token.kind == "string" else ""
        if re.search(r"\w{2}", word) and word not in known:
            near = did_you_mean(word, known)
            said = (f"{word} 不是任何词表的词", f"{word} is a term of no vocabulary")
            yield _at(source, token, "data_in_text", said, near or remedy)


def _unordered(source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    if not shape.items:
        said = ("没有 RETURN", "there is no RETURN")
        place = Place(shape.tokens[0].line, 1) if shape.tokens else Place(1, 1)
        yield source.fault(place, "no_return", said, ("语句应以 RETURN 结束", "end the statement with RETURN"))
    elif not shape.order:
        said = ("结果没有次序", "the rows come in no order")
        yield _at(source, shape.items[0].token, "no_order", said, ("请加 ORDER BY", "add ORDER BY"))
    for token in shape.clauses("LIMIT", "SKIP"):
        said = (f"{token.text.upper()} 会丢掉结果", f"{token.text.upper()} leaves rows out")
        yield _at(source, token, "leaves_rows_out", said, ("请返回全部结果", "return all rows"))
