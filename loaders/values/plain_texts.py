"""Texts that are their own value beyond doubt, told by one look; the careful reader takes all others."""

import re

_NAME = r"(?!同|上同)(?=[^、]{3})[\u4e00-\u9fa5〇]{2,}(?:[0-9]{1,6}[\u4e00-\u9fa5〇]+)*[0-9]{0,6}"
_NUMBERED = r"(?![A-Z]{3}-\d\d(?!\d))[A-Z]{1,8}-?(?:\d{1,9}|[1-9]\d{9}|[1-9]\d{11}|\d{14}|\d{16})"
_TEXT = re.compile(rf"{_NAME}|{_NUMBERED}", re.ASCII)
_CODE = re.compile(_NUMBERED, re.ASCII)
_LIST = re.compile(rf"{_NAME}(?:、{_NAME})*", re.ASCII)


def plain_text(text: str) -> str | None:
    """Return a text that is read as it is in every column of texts and references: 和盛里社区党委, XQ-0012.

    Chinese characters with at most small numbers behind them, or capital letters and a number: no word for nothing is
    so long, no number of a person has so many digits, no day is so written; it is no list and no 同上, and nothing in
    it is invisible.

    Returns:
        The text; None for every other, which the careful reader takes.
    """
    return text if _TEXT.fullmatch(text) else None


def plain_code(text: str) -> str | None:
    """Return a text that is a code as it is, capital letters and a number; None for every other."""
    return text if _CODE.fullmatch(text) else None


def plain_list(text: str) -> list[str] | None:
    """Return the members of a list of such names with 、 between them; None for every other text."""
    return list(dict.fromkeys(text.split("、"))) if _LIST.fullmatch(text) else None
