"""Days of the week and times of day that stand beside a date, and say nothing of the day."""

import re
import unicodedata

_WEEKDAY = re.compile(r"\s*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?(?=\s|[上下]午|$)")
_TIME_OF_DAY = re.compile(
    r"(?:\s|(?<=[日号])|(?<=\d)T)(?:凌晨|早上|上午|中午|下午|晚上|晚)?\s*"
    r"\d{1,2}(?::|时|点)(?:\d{1,2}(?:分|:\d{2}(?:\.\d+)?)?|半|整)?\s*(?:[AP]M|Z|[-+]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)


def day_alone(text: str) -> str:
    """Return a text without day of the week and time of day: the space before the time tells where it begins."""
    return _TIME_OF_DAY.sub("", _WEEKDAY.sub("", unicodedata.normalize("NFKC", text).strip()))
