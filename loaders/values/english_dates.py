"""Dates with the month as an English word: May 2021, 1 May 2021, May 1st, 2021, 2021-May-01."""

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
ENGLISH_DATE = (
    rf"(?:{_DAY}[-,./]?{_MONTH}[-,./]?\d{{4}}|{_MONTH}(?:{_DAY},|-{_DAY}-)?[-,./]?\d{{4}}"
    rf"|\d{{4}}[-,./]?{_MONTH}(?:[-./]?{_DAY})?)"
)
"""How such a date looks in small letters without spaces. Years of two digits are none: May-21 is a day or a year."""

_WHOLE = re.compile(ENGLISH_DATE, re.ASCII)
_YEAR_OF = re.compile(r"\d{4}", re.ASCII)
_MONTH_OF = re.compile(_MONTH, re.ASCII)
_DAY_OF = re.compile(r"\d{1,2}", re.ASCII)


def english_parts(plain: str) -> tuple[str, str, str | None] | None:
    """Return year, month and day of such a date, as digits.

    Args:
        plain: the text in small letters, without spaces.

    Returns:
        The parts, the day None where none is written; None for any other text.
    """
    if not _WHOLE.fullmatch(plain):
        return None
    month = next(iter(_MONTH_OF.findall(plain)))
    year = next(iter(_YEAR_OF.findall(plain)))
    day = _DAY_OF.search(plain.replace(year, " ", 1))
    return year, str(_MONTHS.index(month[:3]) + 1), day[0] if day else None
