"""From the rows of a figure query to the number that is held against a published figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from graph_model.errors import GridgovError
from queries.contradictions import rounded_percentage, share_interval
from queries.contradictions.rounding import decimals_of
from queries.figure_definitions import Figure

Row = Mapping[str, object]

_FURTHER_DIGITS = 2


class FigureRowsError(GridgovError):
    """A figure query returned rows that cannot be counted: a column is missing, or a thing comes twice."""


@dataclass(frozen=True)
class Counted:
    """What the rows of a figure query amount to.

    Args:
        rows: the rows that were counted; for a share, every row of its base.
        exact: the count, sum or percentage; None: a share of nothing.
        stubs: rows of things that are only mentioned and not defined; not counted.
        unknown: rows that do not say whether they count, or how much; counted as nothing.
    """

    rows: tuple[Row, ...]
    exact: Fraction | None
    stubs: int
    unknown: int

    def shown(self, figure: Figure) -> int | float | None:
        """Return the number as JSON holds it; a percentage has two digits more than the published one."""
        if self.exact is None or figure.value is None:
            return None
        if figure.operator != "%":
            return int(self.exact)
        part, whole = self.exact.numerator, self.exact.denominator * 100
        return float(rounded_percentage(part, whole, decimals_of(figure.value) + _FURTHER_DIGITS))

    def satisfies(self, figure: Figure) -> bool:
        """Whether the number agrees with the published one, under its operator and its rounding."""
        if self.exact is None or figure.value is None:
            return False
        if figure.operator != "%":
            return int(self.exact) in figure.range
        return share_interval(figure.value).holds(self.exact.numerator, self.exact.denominator * 100)


def count(figure: Figure, rows: Sequence[Row]) -> Counted:
    """Count the rows of a figure query.

    Args:
        figure: the published figure.
        rows: one a counted thing, with `uid`; `defined` false for a stub; for a sum `amount`; for a share one row for
            each thing of the base, with `counted`.

    Returns:
        What they amount to.

    Raises:
        FigureRowsError: if a row lacks a column, or a uid comes twice and would be counted twice.
    """
    _check(figure, rows)
    defined = tuple(row for row in rows if row.get("defined") is not False)
    column = "counted" if figure.operator == "%" else figure.counts
    amounts = [1 if column == "rows" else _number(figure, row[column]) for row in defined]
    total = sum(amount for amount in amounts if amount is not None)
    exact: Fraction | None = Fraction(total)
    if figure.operator == "%":
        exact = Fraction(100 * total, len(defined)) if defined else None
    return Counted(defined, exact, stubs=len(rows) - len(defined), unknown=amounts.count(None))


def _number(figure: Figure, value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    raise FigureRowsError(
        f"{figure.query}：指标 {figure.id} 的值 {value!r} 不是整数或布尔值。",
        f"{figure.query}: {value!r}, counted for figure {figure.id}, is neither a whole number nor a boolean.",
    )


def _check(figure: Figure, rows: Sequence[Row]) -> None:
    column = "counted" if figure.operator == "%" else figure.counts
    needed = ["uid"] if column == "rows" else ["uid", column]
    for name in needed:
        if any(name not in row for row in rows):
            raise FigureRowsError(
                f"{figure.query}：指标 {figure.id} 需要 {name} 列，查询没有返回。",
                f"{figure.query}: figure {figure.id} needs a column {name}, which the query does not return.",
            )
    seen: set[object] = set()
    for row in rows:
        if row["uid"] in seen:
            raise FigureRowsError(
                f"{figure.query}：{row['uid']} 出现两次，指标 {figure.id} 会重复计数；查询须对每个计数对象只返回一行。",
                f"{figure.query}: {row['uid']} comes twice, and figure {figure.id} would count it twice; "
                "return one row a counted thing.",
            )
        seen.add(row["uid"])
