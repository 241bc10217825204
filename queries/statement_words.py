"""The words of one Cypher statement, each with what it stands in."""

from collections.abc import Iterator
from functools import cached_property

from queries.tokens import Token, tokens

_OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_OPENING.values())
_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")


class StatementWords:
    """The words of one statement, and in which brackets each stands.

    Args:
        text: the statement.
        first_line: number of its first line in its file.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.tokens = tokens(text, first_line=first_line)

    @cached_property
    def enclosing(self) -> tuple[str, ...]:
        """Return for each token what it stands in: "", "(", "[", "map" or "subquery"."""
        stack = [""]
        found = []
        for i, token in enumerate(self.tokens):
            if token.kind == "symbol" and token.text in _CLOSING and len(stack) > 1:
                stack.pop()
            found.append(stack[-1])
            if token.kind == "symbol" and token.text in _OPENING:
                stack.append(self._opened(i) if token.text == "{" else token.text)
        return tuple(found)

    def _opened(self, i: int) -> str:
        """Return whether a brace opens a map or a subquery: EXISTS {, COUNT {, CALL {, CALL (x) {."""
        if i and self.tokens[i - 1].is_word(*_SUBQUERIES, "CALL"):
            return "subquery"
        if i and self.tokens[i - 1].text == ")":
            back = self._opening_before(i - 1)
            if back and self.tokens[back - 1].is_word("CALL"):
                return "subquery"
        return "map"

    def _opening_before(self, closing: int) -> int:
        depth = 0
        for i in range(closing, -1, -1):
            depth += {")": 1, "(": -1}.get(self.tokens[i].text, 0) if self.tokens[i].kind == "symbol" else 0
            if depth == 0:
                return i
        return 0

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """Return for each token in how many brackets it stands."""
        depth = 0
        found = []
        for token in self.tokens:
            closes = token.kind == "symbol" and token.text in _CLOSING
            depth -= closes
            found.append(depth)
            depth += token.kind == "symbol" and token.text in _OPENING
        return tuple(found)

    @property
    def parameters(self) -> tuple[Token, ...]:
        """Return the parameters used, each place of use."""
        return tuple(t for t in self.tokens if t.kind == "parameter")

    def clauses(self, *words: str) -> Iterator[Token]:
        """Yield where keywords stand as such: not as a property, a label, a key or a function."""
        for i, token in enumerate(self.tokens):
            before = self.tokens[i - 1].text if i else ""
            after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
            if token.is_word(*words) and before not in {".", ":"} and after not in {":", "."}:
                yield token
