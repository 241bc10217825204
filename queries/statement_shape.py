"""What a Cypher statement uses and gives back, read from its words without running it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from queries.statement_words import StatementWords
from queries.tokens import Token

_AFTER_RETURN = ("ORDER", "SKIP", "LIMIT", "UNION")


@dataclass(frozen=True)
class Mention:
    """A label, relationship type or property that a statement mentions.

    Args:
        token: the name, with its place.
        of: the variable or function it belongs to, where there is one.
    """

    token: Token
    of: str | None = None


@dataclass(frozen=True)
class Item:
    """One column of the final RETURN.

    Args:
        name: its alias, or the expression as written.
        token: the word that gives the name.
        renamed: whether an alias gives it a name of its own.
    """

    name: str
    token: Token
    renamed: bool


class StatementShape(StatementWords):
    """What a statement uses and gives back."""

    def _final_return(self) -> int | None:
        at = [i for i, t in enumerate(self.tokens) if self.depths[i] == 0 and t.is_word("RETURN")]
        return at[-1] if at else None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return the columns of the final RETURN, in order; none if there is no RETURN."""
        start = self._final_return()
        if start is None:
            return ()
        start += self.tokens[start + 1].is_word("DISTINCT") if start + 1 < len(self.tokens) else 0
        parts: list[list[int]] = [[]]
        for i in range(start + 1, len(self.tokens)):
            token = self.tokens[i]
            if self.depths[i] == 0 and (token.is_word(*_AFTER_RETURN) or token.text == ";"):
                break
            if self.depths[i] == 0 and token.text == "," and token.kind == "symbol":
                parts.append([])
            else:
                parts[-1].append(i)
        return tuple(self._item(part) for part in parts if part)

    def _item(self, part: Sequence[int]) -> Item:
        first, last = self.tokens[part[0]], self.tokens[part[-1]]
        renamed = len(part) > 2 and self.tokens[part[-2]].is_word("AS")  # noqa: PLR2004 - expression, AS, name
        return Item(last.name if renamed else self.text[first.offset : last.end], last if renamed else first, renamed)

    @property
    def order(self) -> tuple[Token, ...]:
        """Return the words of the final ORDER BY; none if the rows come in no order."""
        start = self._final_return() or 0
        at = [i for i in range(start, len(self.tokens)) if self.depths[i] == 0 and self.tokens[i].is_word("ORDER")]
        return self.tokens[at[-1] + 2 :] if at else ()

    @cached_property
    def labels_and_types(self) -> tuple[Mention, ...]:
        """Return the names that stand behind a colon in a pattern or a predicate; `of` is their variable."""
        found: list[Mention] = []
        for i, token in enumerate(self.tokens):
            if token.text == ":" and token.kind == "symbol" and self.enclosing[i] != "map":
                found.extend(Mention(t, self._name_before(i)) for t in self._names_behind(i))
        return tuple(found)

    def _name_before(self, i: int) -> str | None:
        return self.tokens[i - 1].name if i and self.tokens[i - 1].kind in {"name", "quoted_name"} else None

    def _names_behind(self, i: int) -> Iterator[Token]:
        expects_name = True
        for token in self.tokens[i + 1 :]:
            is_name = token.kind in {"name", "quoted_name"}
            if is_name and expects_name:
                yield token
                expects_name = False
            elif token.text in {"|", "&", "!"} or (token.text == "(" and expects_name):
                expects_name = True
            else:
                return

    @cached_property
    def properties(self) -> tuple[Mention, ...]:
        """Return the properties read as `variable.property`, and the keys of property maps in patterns."""
        found = []
        for i, token in enumerate(self.tokens):
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if after is None or after.kind not in {"name", "quoted_name"}:
                continue
            if token.text == "." and i and not self._is_call(i + 1):
                found.append(Mention(after, self._name_before(i)))
            if token.text in {"{", ","} and self.enclosing[i + 1] == "map" and self._in_pattern(i + 1):
                found.append(Mention(after))
        return tuple(found)

    @cached_property
    def map_keys(self) -> frozenset[str]:
        """Return the keys of the maps that the statement itself makes: properties that no schema has."""
        places = range(len(self.tokens) - 1)
        keys = (i for i in places if self.enclosing[i] == "map" and self.tokens[i + 1].text == ":")
        return frozenset(self.tokens[i].name for i in keys if not self._in_pattern(i))

    def _is_call(self, i: int) -> bool:
        return i + 1 < len(self.tokens) and self.tokens[i + 1].text == "("

    def _in_pattern(self, i: int) -> bool:
        """Return whether a map stands in a node or relationship pattern: behind a label or a variable in brackets."""
        depth = self.depths[i]
        opening = next(k for k in range(i, -1, -1) if self.depths[k] < depth)
        if opening < 1 or self.enclosing[opening] not in {"(", "["}:
            return False
        is_key = i + 1 < len(self.tokens) and self.tokens[i + 1].text == ":"
        return is_key and self.tokens[opening - 1].kind in {"name", "quoted_name"}

    @cached_property
    def variables(self) -> dict[str, set[str]]:
        """Return the variables of patterns, each with the labels or types it is bound with somewhere."""
        found: dict[str, set[str]] = {}
        for i, token in enumerate(self.tokens[:-1]):
            following = self.tokens[i + 1]
            opens = token.text in {"(", "["} and token.kind == "symbol" and following.kind in {"name", "quoted_name"}
            if opens and not self._is_call(i + 1) and not self._is_function(i):
                found.setdefault(following.name, set())
        for mention in self.labels_and_types:
            if mention.of:
                found.setdefault(mention.of, set()).add(mention.token.name)
        return found

    def _is_function(self, i: int) -> bool:
        before = self.tokens[i - 1] if i else None
        words = ("MATCH", "WHERE", "AND", "OR", "NOT", "IN", "CALL", "EXISTS", "THEN", "WHEN", "ELSE")
        return before is not None and before.kind == "name" and not before.is_word(*words)
