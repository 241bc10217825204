"""Days that titles and names of files state: 截至2024年9月3日, 小区（20240903）.csv, 成员202402.csv."""

import re
import unicodedata
from datetime import date

from loaders.values.plausible_dates import date_of_parts

_STATED_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d{2})(?:年|[-./])(?P<month>\d{1,2})(?:月|[-./])(?P<day>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<year2>20\d{2})(?P<month2>[01]\d)(?P<day2>[0-3]\d)(?!\d)"
)
_STATED_MONTH = re.compile(
    r"(?<!\d)(?P<year>20\d{2})(?:(?:年|[-.])(?P<month>\d{1,2})(?:月|(?![\d.-]))|(?P<month2>0[1-9]|1[0-2])(?!\d))"
)


def stated_day(text: str) -> date | None:
    """Return the day that a title, a sheet's name or a file's name states; a month stands for its last day."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    for match in _STATED_DAY.finditer(plain):
        found = match.groupdict()
        parts = [found[n] or found[n + "2"] for n in ("year", "month", "day")]
        reading = date_of_parts(parts[0], parts[1], parts[2])
        if reading.value is not None and reading.value.last is not None:
            return reading.value.last
    for match in _STATED_MONTH.finditer(plain):
        reading = date_of_parts(match["year"], match["month"] or match["month2"], None)
        if reading.value is not None and reading.value.last is not None:
            return reading.value.last
    return None
