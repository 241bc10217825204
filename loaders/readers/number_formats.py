"""What a cell shows where its number format holds part of a code or name: 12 under `"XQ-"0000` is XQ-0012."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

EXACT = 10**15  # Excel keeps fifteen digits of a number
OF_ZERO = 2  # position of the section of zero: of positive, negative, zero, text
LARGEST_NUMERAL = 99
NUMERALS = "〇一二三四五六七八九"
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<digit>[0#?])|(?P<text>@)|(?P<number>[.,%/]|[Ee][+-])|(?P<day>[ymdhsebgYMDHSEBG年月日]|[aA]/[pP]|上午/下午)"
    r"|(?P<other>.)",
    re.DOTALL,
)
CHINESE_DAY = frozenset("年月日")  # outside quotes they are what they say: Excel lets them stand so
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
CURRENCY = re.compile(r"\$([^-]*)")


class Part(NamedTuple):
    """A piece of a format: text that is always shown, or a place for a digit, the whole number or the cell's text."""

    kind: Literal["literal", "digit", "general", "text"]
    text: str


@dataclass(frozen=True)
class Section:
    """One of the up to four parts of a format, between semicolons.

    Attributes:
        parts: what it shows, in order.
        measures: it shows decimals, thousands, percents, fractions or a day: such a cell is a number or a day.
        condition: (comparison, number) that choose it, where it names one.
        in_numerals: it shows Chinese numerals.
    """

    parts: tuple[Part, ...]
    measures: bool
    condition: tuple[str, float] | None
    in_numerals: bool


def may_hold_text(code: str) -> bool:
    """Whether a format can show more than the number itself: most formats cannot, and need no second look.

    Args:
        code: the format, as Excel keeps it.

    Returns:
        True for `"XQ-"0000`, `000` and `0"户"`; False for `0`, `0.00`, `#,##0`, `@` and formats of days.
    """
    sections = _sections(code)
    if sections[0].measures:
        return False
    return any(_says_more(section) for section in sections)


def shown_text(value: object, code: str) -> str | None:
    """What a cell shows, where that is more than its value.

    Args:
        value: the cell.
        code: its number format.

    Returns:
        The text that a reader of the sheet sees; None where it is the value itself, or where the format is one of
        measures or days.
    """
    sections = _sections(code)
    if isinstance(value, str):
        shown = _of_text(value, sections)
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) < EXACT:
        shown = _of_number(value, sections)
    else:
        return None
    return shown if shown and shown != str(value).strip() else None


@lru_cache(maxsize=10_000)
def _sections(code: str) -> tuple[Section, ...]:
    found: list[list[re.Match[str]]] = [[]]
    for token in TOKEN.finditer(code):
        if token["other"] == ";":
            found.append([])
        else:
            found[-1].append(token)
    return tuple(_section(tokens) for tokens in found)


def _section(tokens: list[re.Match[str]]) -> Section:
    parts: list[Part] = []
    condition = None
    measures = in_numerals = False
    for token in tokens:
        bracket = token["bracket"]
        if bracket is not None:
            compared, currency = CONDITION.fullmatch(bracket), CURRENCY.match(bracket)
            condition = (compared[1], float(compared[2])) if compared else condition
            parts += [Part("literal", currency[1])] if currency else []
            in_numerals = in_numerals or bracket.upper() == "DBNUM1"
            measures = measures or bracket.lower().strip("hms") == ""
        elif token["digit"]:
            parts.append(Part("digit", token["digit"]))
        elif token["general"]:
            parts.append(Part("general", ""))
        elif token["text"]:
            parts.append(Part("text", ""))
        elif token["number"] or (token["day"] and token["day"] not in CHINESE_DAY):
            measures = True
        else:
            parts.append(Part("literal", token["quoted"] or token["escaped"] or token["day"] or token["other"] or ""))
    return Section(tuple(parts), measures, condition, in_numerals)


def _says_more(section: Section) -> bool:
    literal = any(part.kind == "literal" and part.text.strip() for part in section.parts)
    return literal or section.in_numerals or sum(part == ("digit", "0") for part in section.parts) > 1


def _of_text(value: str, sections: tuple[Section, ...]) -> str | None:
    last = sections[-1]
    if not any(part.kind == "text" for part in last.parts):
        return None
    return "".join(value if part.kind == "text" else part.text for part in last.parts).strip()


def _of_number(value: int, sections: tuple[Section, ...]) -> str | None:
    section, sign = _chosen(value, sections)
    if section is None or section.measures:
        return None
    places = [part.text for part in section.parts if part.kind == "digit"]
    written = iter(_digits(abs(value), places, section.in_numerals))
    whole = _numeral(abs(value)) if section.in_numerals else str(abs(value))
    shown = "".join(
        next(written) if part.kind == "digit" else part.text if part.kind == "literal" else whole
        for part in section.parts
    )
    return (sign + shown).strip()


def _chosen(value: int, sections: tuple[Section, ...]) -> tuple[Section | None, str]:
    """The section that a number is shown by, and the sign before it: a section of its own shows none by itself."""
    numbers = [s for s in sections if not any(part.kind == "text" for part in s.parts)][:3] or list(sections[:1])
    minus = "-" if value < 0 else ""
    if any(section.condition for section in numbers):
        for section in numbers:
            if section.condition is None or COMPARISONS[section.condition[0]](value, section.condition[1]):
                return section, minus
        return None, minus
    if value < 0 and len(numbers) > 1:
        return numbers[1], ""
    if value == 0 and len(numbers) > OF_ZERO:
        return numbers[OF_ZERO], ""
    return numbers[0], minus


def _digits(value: int, places: list[str], in_numerals: bool) -> list[str]:
    """What stands at each place for a digit: filled from the right, what is left over before the first."""
    digits = str(value) if value else ""
    surplus = digits[: max(0, len(digits) - len(places))]
    at_places = digits[len(surplus) :].rjust(len(places), "\0")
    blank = {"0": "0", "#": "", "?": " "}
    found = [blank[place] if digit == "\0" else digit for place, digit in zip(places, at_places, strict=True)]
    if found:
        found[0] = surplus + found[0]
    return ["".join(NUMERALS[int(d)] for d in text if d.isdigit()) for text in found] if in_numerals else found


def _numeral(value: int) -> str:
    """A number as Chinese says it, up to 99: 十二."""
    if value > LARGEST_NUMERAL:
        return str(value)
    tens, ones = divmod(value, 10)
    if not tens:
        return NUMERALS[ones]
    return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")
