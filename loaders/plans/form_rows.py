"""The rows of a sheet that may hold forms: titles, rows of labels with their values, heads of tables within, feet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plans.headings import heading_key, is_ignored, is_known
from loaders.readers.sheet import Cell, Position, Sheet
from loaders.values.cell_reading import cell_text, is_missing

RowKind = Literal["blank", "title", "pairs", "heading", "foot", "other"]

_FOOT: Final = re.compile(r"(?:填表|制表|填报|审核|经办|复核|联系电话|说明|注|日期).{0,6}[:：]")
_SIGNED: Final = re.compile(r".{0,12}(?:意见|盖章|签字|公章).{0,6}")
_LONGEST_LABEL: Final = 16
_SHORTEST_STRONG: Final = 2
_FEWEST: Final = 2
_OF_PERSONS: Final = frozenset({"姓名", "性别", "职务", "职位", "电话", "出生年月", "学历", "房号", "年龄", "签名"})


@dataclass(frozen=True)
class Token:
    """A cell with something in it.

    Args:
        row: its row, as Excel counts.
        column: its column.
        end: the last column that it covers, which is another where it is merged.
        cell: what is in it.
    """

    row: int
    column: int
    end: int
    cell: Cell

    @property
    def place(self) -> Position:
        """Where it stands."""
        return self.row, self.column

    @property
    def text(self) -> str:
        """What is written."""
        return cell_text(self.cell)


@dataclass(frozen=True)
class Pair:
    """A label and the place of its value; None: nothing stands there."""

    label: Token
    value: Token | None


@dataclass(frozen=True)
class FormRow:
    """A row of a sheet.

    Args:
        number: the row, as Excel counts.
        kind: what it is.
        tokens: its cells with something in them.
        pairs: of a row of labels with their values these.
    """

    number: int
    kind: RowKind
    tokens: tuple[Token, ...] = ()
    pairs: tuple[Pair, ...] = field(default=())


def form_rows(sheet: Sheet) -> Iterator[FormRow]:
    """Tell what each row of a sheet would be in a form."""
    merged = {m[:2]: m[3] for m in sheet.merged}
    rows = [tuple(_tokens(row, number, sheet, merged)) for number, row in enumerate(sheet.rows, sheet.first_row)]
    columns = frozenset(_label_columns(rows))
    for number, tokens in enumerate(rows, sheet.first_row):
        yield _row(number, tokens, columns)


def _label_columns(rows: Sequence[Sequence[Token]]) -> Iterator[int]:
    """The columns in which most texts are labels, of rows that begin with one and are no headings of columns."""
    by_column: dict[int, list[Token]] = {}
    labelled = [tokens for tokens in rows if len(tokens) > 1 and is_strong(tokens[0].cell)]
    for token in (token for tokens in labelled if not _are_headings(tokens) for token in tokens):
        by_column.setdefault(token.column, []).append(token)
    for column, tokens in by_column.items():
        strong = sum(is_strong(token.cell) for token in tokens)
        if strong >= _FEWEST and sum(is_label(token.cell) for token in tokens) * 2 > len(tokens):
            yield column


def _tokens(row: Sequence[Cell], number: int, sheet: Sheet, merged: Mapping[Position, int]) -> Iterator[Token]:
    for column, cell in enumerate(row, sheet.first_column):
        if cell is not None and (not isinstance(cell, str) or cell.strip()):
            yield Token(number, column, merged.get((number, column), column), cell)


def _row(number: int, tokens: tuple[Token, ...], label_columns: frozenset[int]) -> FormRow:
    if not tokens:
        return FormRow(number, "blank")
    texts = [normal_text(token.text) for token in tokens]
    if all(map(_FOOT.match, texts)) or _SIGNED.fullmatch(texts[0]):
        return FormRow(number, "foot", tokens)
    if _are_headings(tokens):
        return FormRow(number, "heading", tokens)
    pairs = _pairs(tokens, label_columns)
    if pairs is not None and (len(tokens) > 1 or is_label(tokens[0].cell)):
        return FormRow(number, "pairs", tokens, pairs)
    if len(tokens) == 1:
        return FormRow(number, "title", tokens)
    return FormRow(number, "heading" if _is_heading(tokens) else "other", tokens)


def _pairs(tokens: Sequence[Token], label_columns: frozenset[int]) -> tuple[Pair, ...] | None:
    """The labels of a row with their values; None: it is no such row."""
    if not _may_be_label(tokens[0], label_columns):
        return None
    even = tuple(Pair(a, b) for a, b in zip(tokens[::2], tokens[1::2], strict=False))
    if len(tokens) % 2 == 0 and all(is_label(p.label.cell) and _is_beside(p) for p in even):
        labels = sum(p.value is not None and is_label(p.value.cell) for p in even)
        if labels * 2 <= len(even):
            return even
    found: list[Pair] = []
    rest = list(tokens)
    while rest:
        label, following = rest.pop(0), rest[0] if rest else None
        if not _may_be_label(label, label_columns):
            return None
        if following is not None and not is_label(following.cell):
            beside = following.column == label.end + 1
            if beside or not _may_be_label(following, label_columns):
                found.append(Pair(label, rest.pop(0)))
                continue
        found.append(Pair(label, None))
    return tuple(found) if len(found) == 1 or any(p.value for p in found) or _are_apart(tokens) else None


def _is_beside(pair: Pair) -> bool:
    return pair.value is not None and pair.value.column == pair.label.end + 1


def _are_headings(tokens: Sequence[Token]) -> bool:
    """Whether cells are headings of columns and nothing else: no blank between them, and no value."""
    return _is_heading(tokens) and _are_adjacent(tokens) and _begin_known(tokens)


def _begin_known(tokens: Sequence[Token]) -> bool:
    """Whether more is known than every second cell, and no value stands beside the first."""
    return _known(tokens[:2]) == len(tokens[:2]) and _known(tokens) * 3 > len(tokens) * 2


def _are_adjacent(tokens: Sequence[Token]) -> bool:
    return all(b.column == a.end + 1 for a, b in pairwise(tokens))


def _are_apart(tokens: Sequence[Token]) -> bool:
    """Whether cells are blank between labels: values were not filled in."""
    return all(b.column > a.end + 1 for a, b in pairwise(tokens))


def _may_be_label(token: Token, label_columns: frozenset[int]) -> bool:
    """Whether a cell is a label, or stands where labels stand and is none that is known."""
    if not isinstance(token.cell, str):
        return False
    return is_label(token.cell) or (token.column in label_columns and len(normal_text(token.text)) <= _LONGEST_LABEL)


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether the cells of a row are the headings of columns: most of them are such as stand over persons, or known."""
    known = _known(tokens)
    return all(isinstance(t.cell, str) for t in tokens) and known >= _FEWEST and known * 2 >= len(tokens)


def _known(tokens: Sequence[Token]) -> int:
    texts = [token.cell for token in tokens if isinstance(token.cell, str)]
    return sum(is_label(t) or is_ignored(t) or heading_key(t) in _OF_PERSONS for t in texts)


@cache
def _roles() -> frozenset[str]:
    return frozenset(word for word in vocabulary("role").writings() if len(word) >= _SHORTEST_STRONG)


def is_role(cell: Cell) -> bool:
    """Tell whether a cell is the name of a role, such as 副主任."""
    return isinstance(cell, str) and heading_key(cell) in _roles()


def is_strong(cell: Cell) -> bool:
    """Tell whether a cell is a label that some record type knows."""
    return isinstance(cell, str) and is_known(cell) and len(heading_key(cell)) >= _SHORTEST_STRONG


def is_label(cell: Cell) -> bool:
    """Tell whether a cell is a label: known, the name of a role, or with a colon behind it."""
    return is_strong(cell) or is_role(cell) or (isinstance(cell, str) and cell.rstrip().endswith((":", "：")))


def says_nothing(cell: Cell) -> bool:
    """Tell whether a value is none: blank, a dash, or what a blank form says is to be written there."""
    text = normal_text(cell_text(cell)) if not is_missing(cell) else ""
    return not text or text.startswith(("(例", "例", "(如", "(请", "请填", "(用", "(填"))
