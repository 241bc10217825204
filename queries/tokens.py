"""The words of a Cypher text, each with its place, so that a fault can point at what is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["name", "quoted_name", "parameter", "string", "number", "symbol", "comment", "unterminated"]

_PATTERN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
  | (?P<quoted_name>`(?:``|[^`])*`)
  | (?P<unterminated>/\*.*|['"`].*)
  | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<name>\w+)
  | (?P<symbol><=|>=|<>|=~|=>|\+=|->|<-|\.\.|\S)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """One word or sign of a Cypher text.

    Args:
        kind: what it is; a comment is a token too.
        text: the characters as written.
        offset: place of its first character in the text, from 0.
        line: line, from 1.
        column: column, from 1, in characters.
    """

    kind: TokenKind
    text: str
    offset: int
    line: int
    column: int

    @property
    def end(self) -> int:
        """Return the place behind its last character."""
        return self.offset + len(self.text)

    @property
    def name(self) -> str:
        """Return the bare name: without the dollar sign of a parameter, without backticks."""
        return self.text.removeprefix("$").strip("`").replace("``", "`")

    def is_word(self, *words: str) -> bool:
        """Return whether it is one of these keywords, in any case."""
        return self.kind == "name" and self.text.upper() in words


def tokens(text: str, *, comments: bool = False, first_line: int = 1) -> tuple[Token, ...]:
    """Return the tokens of a Cypher text.

    Args:
        text: any text; what is not Cypher gives symbols, an unclosed quote one token up to the end.
        comments: whether comments are returned as well.
        first_line: number of the text's first line in its file.
    """
    return tuple(t for t in _all_tokens(text, first_line) if comments or t.kind != "comment")


def _all_tokens(text: str, line: int) -> Iterator[Token]:
    line_start = 0
    counted = 0
    for match in _PATTERN.finditer(text):
        newlines = text.count("\n", counted, match.start())
        if newlines:
            line += newlines
            line_start = text.rfind("\n", 0, match.start()) + 1
        counted = match.start()
        kind: TokenKind = match.lastgroup  # type: ignore[assignment] # the groups bear the names of the kinds
        yield Token(kind, match.group(), match.start(), line, match.start() - line_start + 1)


def string_value(text: str) -> str:
    """Return what a quoted Cypher string says, its escapes resolved."""
    escapes = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}

    def resolved(match: re.Match[str]) -> str:
        escape = match.group(1)
        return chr(int(escape[1:], 16)) if escape[0] == "u" and len(escape) > 1 else escapes.get(escape, escape)

    return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", resolved, text[1:-1], flags=re.DOTALL)
