"""An analyst's script as Neo4j Browser runs it: several statements, `:param` lines, comments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_model.errors import UsageError
from graph_store.protocol import Store
from queries.literals import NotALiteralError, literal, literal_at
from queries.query_faults import Source, nearest
from queries.query_file import Column, Place
from queries.statement_shape import StatementShape
from queries.tables import Table
from queries.tokens import Token, tokens


class ScriptError(UsageError):
    """A script cannot be run as it is; the message shows the line."""


@dataclass(frozen=True)
class ScriptStatement:
    """One statement of a script.

    Args:
        text: the statement, without the closing semicolon.
        line: the line on which it begins.
        parameters: what the `:param` lines before it have set.
    """

    text: str
    line: int
    parameters: Mapping[str, object]


def parse_script(text: str, path: str = "script.cypher") -> tuple[ScriptStatement, ...]:
    """Return the statements of a script, in order, each with the parameters set before it.

    Statements end with a semicolon; one within a text, a quoted name or a comment ends nothing. A line that begins with
    a colon is a command: `:param name => value`, `:param {…}`, `:params {…}`; a map may go on over several lines.

    Args:
        text: the script.
        path: what messages call it.

    Raises:
        ScriptError: a command is unknown, or its value is none.
    """
    parameters: dict[str, object] = {}
    found = []
    for piece in _pieces(text):
        if piece[0].text == ":":
            parameters |= _command(Source(path, text), piece)
        else:
            body = text[piece[0].offset : piece[-1].end]
            found.append(ScriptStatement(body, piece[0].line, dict(parameters)))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each statement and of each command line; none is empty."""
    piece: list[Token] = []
    depth = 0
    for token in tokens(text):
        is_command = bool(piece) and piece[0].text == ":"
        if is_command and depth == 0 and token.line != piece[-1].line:
            yield tuple(piece)
            piece = []
        if token.kind == "symbol":
            depth += (token.text in {"{", "(", "["}) - (token.text in {"}", ")", "]"})
        if token.text == ";" and token.kind == "symbol":
            if piece:
                yield tuple(piece)
            piece, depth = [], 0
        else:
            piece.append(token)
    if piece:
        yield tuple(piece)


def _command(source: Source, piece: tuple[Token, ...]) -> Mapping[str, object]:
    """Return the parameters that a command line sets."""
    word = piece[1] if len(piece) > 1 else piece[0]
    if word.text.lower() not in {"param", "params"}:
        near = nearest(word.text, ("param", "params"))
        zh, en = (f"是否指 :{near}？", f"did you mean :{near}?") if near else ("可用 :param", "known: :param")
        said = (f"未知的命令 :{word.text}", f"unknown command :{word.text}")
        raise _error(source, word, said, (zh, en))
    rest = piece[2:]
    try:
        return _set(source, rest)
    except NotALiteralError as error:
        said = ("这不是一个值", "this is no value")
        remedy = (
            "应写 :param 名称 => 值，如 3、'文本'、[1, 2]、date('2024-09-03')",
            "write :param name => value: 3, 'text', [1, 2], date('2024-09-03')",
        )
        raise _error(source, error.token or piece[-1], said, remedy) from None


def _set(source: Source, rest: tuple[Token, ...]) -> Mapping[str, object]:
    if not rest:
        return {}
    if rest[0].text == "{":
        values = literal(source.text[rest[0].offset : rest[-1].end])
        return values if isinstance(values, dict) else {}
    if len(rest) < 2 or rest[1].text not in {"=>", ":"}:  # noqa: PLR2004 - name and arrow
        raise NotALiteralError(rest[0])
    value, behind = literal_at(rest[2:])
    if behind:
        raise NotALiteralError(behind[0])
    return {rest[0].name: value}


def _error(source: Source, token: Token, said: tuple[str, str], remedy: tuple[str, str]) -> ScriptError:
    fault = source.fault(Place(token.line, token.column, len(token.text)), "script", said, remedy)
    return ScriptError(fault.text("zh"), fault.text("en"))


def run_statement(
    store: Store,
    statement: ScriptStatement,
    given: Mapping[str, object],
    *,
    write: bool = False,
    timeout: float | None = None,
) -> Table:
    """Return the rows of one statement of a script.

    Args:
        store: the graph that is asked.
        statement: the statement; what its script sets is a default.
        given: parameters from outside; they win over those of the script.
        write: whether the statement may write.
        timeout: seconds it may take; None: the store's own limit.

    Raises:
        StoreError: a parameter is missing, or the store did not answer.
    """
    parameters = {**statement.parameters, **given}
    named = [item.name for item in StatementShape(statement.text).items]
    columns = None if "*" in named else named  # an engine may name none where there is no row
    result = store.run(statement.text, parameters, columns=columns, write=write, timeout=timeout)
    return Table(tuple(Column(name, "any") for name in result.columns), tuple(result.rows))
