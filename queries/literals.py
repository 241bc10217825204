"""Values as Cypher writes them: numbers, strings, lists, maps, date('2024-09-03')."""

from collections.abc import Sequence
from datetime import date

from queries.tokens import Token, string_value, tokens

_WORDS: dict[str, object] = {"null": None, "true": True, "false": False}


class NotALiteralError(ValueError):
    """A text is no plain value; `token` is the first word that cannot stand where it stands (None: the end)."""

    def __init__(self, token: Token | None) -> None:
        super().__init__(token.text if token else "")
        self.token = token


def literal(text: str) -> object:
    """Return the value that a Cypher literal writes.

    Args:
        text: null, true, 3, -2.5, 'text', [1, 2], {a: 1} or date('2024-09-03').

    Raises:
        NotALiteralError: if it is anything else, or something stands behind the value.
    """
    value, rest = literal_at(tokens(text))
    if rest:
        raise NotALiteralError(rest[0])
    return value


def literal_at(found: Sequence[Token]) -> tuple[object, Sequence[Token]]:
    """Return the value that begins a sequence of tokens, and the tokens behind it.

    Raises:
        NotALiteralError: if no value begins there.
    """
    reader = _Reader(found)
    return reader.value(), reader.rest


class _Reader:
    """Reads one value after another from tokens."""

    def __init__(self, found: Sequence[Token]) -> None:
        self.rest = found

    def value(self) -> object:
        token = self._next()
        if token.kind == "string":
            return string_value(token.text)
        if token.kind == "number":
            return _number(token)
        if token.text == "-" and self.rest and self.rest[0].kind == "number":
            return -_number(self._next())
        if token.text == "[":
            return self._list()
        if token.text == "{":
            return self._map()
        return self._word(token)

    def _word(self, token: Token) -> object:
        word = token.text.lower()
        if token.kind == "name" and word in _WORDS:
            return _WORDS[word]
        if word != "date":
            raise NotALiteralError(token)
        self._expect("(")
        written = self._next()
        self._expect(")")
        try:
            return date.fromisoformat(string_value(written.text))
        except ValueError:
            raise NotALiteralError(written) from None

    def _list(self) -> list[object]:
        values: list[object] = []
        while not self._at("]"):
            values.append(self.value())
            self._comma_unless("]")
        self._next()
        return values

    def _map(self) -> dict[str, object]:
        values: dict[str, object] = {}
        while not self._at("}"):
            key = self._next()
            if key.kind not in {"name", "quoted_name", "string"}:
                raise NotALiteralError(key)
            self._expect(":")
            values[string_value(key.text) if key.kind == "string" else key.name] = self.value()
            self._comma_unless("}")
        self._next()
        return values

    def _next(self) -> Token:
        if not self.rest:
            raise NotALiteralError(None)
        token, self.rest = self.rest[0], self.rest[1:]
        return token

    def _at(self, sign: str) -> bool:
        if not self.rest:
            raise NotALiteralError(None)
        return self.rest[0].text == sign

    def _expect(self, sign: str) -> None:
        token = self._next()
        if token.text != sign:
            raise NotALiteralError(token)

    def _comma_unless(self, closing: str) -> None:
        if not self._at(closing):
            self._expect(",")


def _number(token: Token) -> int | float:
    return int(token.text) if token.text.isdigit() else float(token.text)


def literal_text(value: object) -> str:
    """Return a value as Cypher writes it: the inverse of `literal`."""
    match value:
        case None | bool():
            return {None: "null", True: "true", False: "false"}[value]
        case date():
            return f"date('{value.isoformat()}')"
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case list() | tuple():
            return "[" + ", ".join(literal_text(v) for v in value) + "]"
        case dict():
            return "{" + ", ".join(f"{k}: {literal_text(v)}" for k, v in value.items()) + "}"
        case _:
            return str(value)
