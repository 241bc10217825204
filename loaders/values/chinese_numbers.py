"""Numbers below a hundred as Chinese words write them: 三, 十二, 二十一; and digits one by one: 二〇二三."""

_DIGITS = "〇一二三四五六七八九"
_LEVELLED = str.maketrans("零○两", "〇〇二")
CHINESE_NUMBER = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"


def chinese_digits(text: str) -> str:
    """Return digits for Chinese digits, one by one: 二〇二三 is 2023."""
    return "".join(str(_DIGITS.find(c)) if c in _DIGITS else c for c in text.translate(_LEVELLED))


def number_in_chinese(text: str) -> int:
    """Return the number that a word such as 十二 or 二十一 means; of digits alone, those digits."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(chinese_digits(text))
    return (int(chinese_digits(tens)) if tens else 1) * 10 + (int(chinese_digits(ones)) if ones else 0)


def written_in_chinese(number: int) -> str:
    """Return the word for a number from 1 to 99."""
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[ones] if ones else "")
