"""docs/engines.md, made from what the engines answered."""

from collections.abc import Iterator, Mapping, Sequence

from tests.graph_store.constructs.answers import Answer
from tests.graph_store.constructs.reading import FAMILIES, Construct, Difference

ENGINES = ("embedded", "embedded over Bolt", "Neo4j")

_LONGEST = 160
_HEAD = """# What the engines answer 各引擎的答案

Made by `WRITE_PAGES=1 python -m pytest tests/graph_store/test_constructs.py`; do not edit. {count} kinds of Cypher
construct (`tests/graph_store/constructs/`) were put to the embedded engine (arcadedb-embedded 26.10.2.post1), to the
same engine over Bolt (`gridgov serve`), and to Neo4j 5.26 community, all on one small graph. Columns, rows (in order
where `ORDER BY` asks for one), types of values and kinds of errors were compared. {same} are answered alike by all
three, {failing} of these with the same error. Several statements of one construct are divided by `;`, their answers
by `/`. `QuerySyntaxError` is a text that is no Cypher; `QueryFailed` is Cypher with a value, or the type of one, that
it can do nothing with, whichever the engine itself calls it.

{count} 种 Cypher 写法在三个引擎上逐一比较（列、行、值的类型、错误的种类），其中 {same} 种完全一致；下表列出不一致者。

## Where they differ 不一致之处

The tests know these differences, and fail on any other, and on one that is gone. Refused: the check of the catalogue's
queries refuses the construct, with the fault named, or Neo4j's own linter does, which the tests put to the catalogue.

| construct | statement | {engines} | what to do |
| --- | --- | --- | --- | --- | --- |
"""

Found = Mapping[str, Mapping[str, tuple[Answer, ...]]]


def engines_page(constructs: Sequence[Construct], found: Found, known: Mapping[str, Difference]) -> str:
    """Return the text of the page.

    Args:
        constructs: in the order of the page.
        found: engine -> name of a construct -> what was answered to each of its statements.
        known: name of a construct -> what is known of the difference.
    """
    same = [c for c in constructs if len({found[engine][c.name] for engine in ENGINES}) == 1]
    failing = sum(1 for c in same if any(answer.error for answer in found[ENGINES[0]][c.name]))
    lines = [_HEAD.format(count=len(constructs), same=len(same), failing=failing, engines=" | ".join(ENGINES))[:-1]]
    for construct in constructs:
        if construct not in same:
            cells = [_answer(found[engine][construct.name]) for engine in ENGINES]
            lines.append(_row(construct.name, _code(construct.text), *cells, _advice(known[construct.name])))
    for family in FAMILIES:
        lines += ["", *_family(family, [c for c in constructs if c.family == family], same, found)]
    return "\n".join([*lines, ""])


def _family(family: str, constructs: Sequence[Construct], same: Sequence[Construct], found: Found) -> Iterator[str]:
    yield f"## {family}"
    yield ""
    yield "| construct | statement | answer of all three |"
    yield "| --- | --- | --- |"
    for construct in constructs:
        answer = _answer(found[ENGINES[0]][construct.name]) if construct in same else "they differ, see above"
        yield _row(construct.name, _code(construct.text), answer)


def _advice(difference: Difference) -> str:
    if not difference.refused:
        return difference.todo
    by = "by Neo4j's linter" if difference.refused == "linter" else f"`{difference.refused}`"
    return f"refused ({by}): {difference.todo}"


def _answer(answers: tuple[Answer, ...]) -> str:
    text = " / ".join(map(str, answers))
    return _code(text if len(text) <= _LONGEST else text[:_LONGEST] + " …")


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
