"""The kinds of value that options take; what is wrong with one is said in both languages."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from gridgov.usage import not_among, usage_error
from gridgov.words import Words

_NOT_A_DAY = Words(
    "{name} 要写成日期，如 2024-09-03；写的是 {value}。", "{name} takes a day such as 2024-09-03, not {value}."
)
_NOT_A_NUMBER = Words(
    "{name} 要写成不小于 {least} 的整数；写的是 {value}。",
    "{name} takes a whole number of at least {least}, not {value}.",
)


class OneOf(click.Choice[str]):
    """One of a few words; a wrong one is answered with the nearest."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(choices)
        self.words = tuple(choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - Click's signature
        """Return the word, or say which ones there are."""
        if value in self.words:
            return str(value)
        name = _name(param)
        refused = Words(f"{name} 没有 {{name}} 这个值。", f"{name} has no value {{name}}.")
        raise not_among(refused, str(value), self.words)


class Day(click.ParamType[date]):
    """A day as ISO 8601 writes it."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 - Click's signature
        """Return the day, or say how one is written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise usage_error(_NOT_A_DAY, name=_name(param), value=value) from None


class WholeNumber(click.ParamType[int]):
    """A whole number that is not below a least one."""

    name = "N"

    def __init__(self, least: int = 0) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ARG002 - Click's signature
        """Return the number, or say what is allowed."""
        try:
            number = int(value)
        except ValueError:
            number = self.least - 1
        if number < self.least:
            raise usage_error(_NOT_A_NUMBER, name=_name(param), least=self.least, value=value)
        return number


def _name(param: click.Parameter | None) -> str:
    return param.opts[0] if param else ""
