"""Reads the head of a query file: its title lines, its tags, its Browser line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from queries.literals import NotALiteralError, literal, literal_at
from queries.query_faults import QueryFault, Source, did_you_mean
from queries.query_file import REQUIRED, SNAPSHOT, Column, Parameter, Place, Wording
from queries.tokens import tokens
from queries.value_types import TYPES, is_type

TAGS = ("question", "param", "returns", "caveat", "figure")

_TAG = re.compile(r"//\s*@(?P<tag>\w+)\s*(?P<rest>.*)")
_BROWSER = re.compile(r"//\s*Browser:\s*:params?\s+(?P<rest>\{.*)")
_PARAMETER = re.compile(r"(?P<name>\w+)\s+(?P<type>\S+)\s+(?P<rest>.*)")
_COLUMN = re.compile(r"(?P<name>\w+)\s+(?P<type>\S+)")


@dataclass
class Header:
    """What the head of one file says, while it is read."""

    source: Source
    titles: list[str] = field(default_factory=list)
    question: Wording | None = None
    parameters: list[Parameter] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    caveats: list[Wording] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    browser: dict[str, object] | None = None
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[QueryFault] = field(default_factory=list)

    def fault(self, place: Place, code: str, said: tuple[str, str], remedy: tuple[str, str]) -> None:
        """Note a fault."""
        self.faults.append(self.source.fault(place, code, said, remedy))


def read_header(source: Source) -> Header:
    """Return what the comment lines at the head of a file say, faults included."""
    header = Header(source)
    for number, line in _header_lines(source.text):
        if tag := _TAG.match(line):
            _read_tag(header, tag, number)
        elif browser := _BROWSER.match(line):
            _read_browser(header, browser, number)
        elif not header.question and len(header.titles) < 2:  # noqa: PLR2004 - one title a language
            _read_title(header, line, number)
    return header


def _header_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            return
        yield number, line.rstrip()


def _read_title(header: Header, line: str, number: int) -> None:
    title = line.removeprefix("//").strip()
    if title:
        header.places.setdefault("title", Place(number, 1, len(line)))
        header.titles.append(title)


def _read_tag(header: Header, match: re.Match[str], number: int) -> None:
    tag, rest = match["tag"], match["rest"]
    place = Place(number, match.start("rest") + 1, max(len(rest), 1))
    if tag not in TAGS:
        at = Place(number, match.start("tag"), len(tag) + 1)
        remedy = did_you_mean(tag, TAGS) or ("可用：" + " ".join(TAGS), "known: " + " ".join(TAGS))
        header.fault(at, "unknown_tag", (f"未知标签 @{tag}", f"unknown tag @{tag}"), remedy)
    elif tag == "param":
        _read_parameter(header, rest, place)
    elif tag == "returns":
        _read_columns(header, rest, place)
    elif tag == "figure":
        header.figures.extend(rest.split())
    elif tag == "caveat":
        header.caveats.append(wording(rest))
    else:
        header.places.setdefault("question", place)
        header.question = wording(rest)


def wording(written: str) -> Wording:
    """Return a text written as `English | 中文`; without a bar it stands for both languages."""
    en, _, zh = written.partition(" | ")
    return Wording(en.strip(), zh.strip() or en.strip())


def _read_parameter(header: Header, rest: str, place: Place) -> None:
    match = _PARAMETER.match(rest)
    if not match:
        return header.fault(
            place,
            "unreadable_parameter",
            ("无法读取的参数声明", "a parameter that cannot be read"),
            ("应写：// @param  名称  类型  默认值  说明", "write: // @param  name  type  default  meaning"),
        )
    at = Place(place.line, place.column + match.start("name"), len(match["name"]))
    _check_type(header, match["type"], Place(place.line, place.column + match.start("type"), len(match["type"])))
    default_at = place.column + match.start("rest")
    word = match["rest"].split(maxsplit=1)[0]
    if word in {REQUIRED, SNAPSHOT}:
        default, meaning = None, match["rest"][len(word) :]
    else:
        try:
            default, meaning = _default(match["rest"])
        except NotALiteralError:
            return header.fault(
                Place(place.line, default_at, len(word)),
                "unreadable_default",
                (f"无法读取的默认值 {word}", f"a default that cannot be read: {word}"),
                (
                    "应写 required、snapshot、null，或 3、'文本'、true、[1, 2]、2024-09-03 这样的值",
                    "write required, snapshot, null, or a value like 3, 'text', true, [1, 2], 2024-09-03",
                ),
            )
    named = word == REQUIRED, word == SNAPSHOT
    return header.parameters.append(Parameter(match["name"], match["type"], *named, default, wording(meaning), at))


def _default(written: str) -> tuple[object, str]:
    """Return the default that begins a text, and the text behind it; a bare ISO date is a date."""
    if day := re.match(r"\d{4}-\d\d-\d\d(?=\s|$)", written):
        return literal(f"date('{day.group()}')"), written[day.end() :]
    value, rest = literal_at(tokens(written))
    return value, written[rest[0].offset :] if rest else ""


def _check_type(header: Header, written: str, place: Place) -> None:
    if not is_type(written):
        remedy = did_you_mean(written, TYPES) or ("可用：" + " ".join(TYPES), "known: " + " ".join(TYPES))
        header.fault(place, "unknown_type", (f"未知类型 {written}", f"unknown type {written}"), remedy)


def _read_columns(header: Header, rest: str, place: Place) -> None:
    column = place.column
    for part in rest.split(","):
        at = column + len(part) - len(part.lstrip())
        match = _COLUMN.fullmatch(part.strip())
        if match:
            header.columns.append(Column(match["name"], match["type"], Place(place.line, at, len(match["name"]))))
            _check_type(header, match["type"], Place(place.line, at + match.start("type"), len(match["type"])))
        elif part.strip():
            header.fault(
                Place(place.line, at, len(part.strip())),
                "unreadable_column",
                ("无法读取的列声明", "a column that cannot be read"),
                ("应写：名称 类型，以逗号分隔", "write: name type, separated by commas"),
            )
        column += len(part) + 1


def _read_browser(header: Header, match: re.Match[str], number: int) -> None:
    place = Place(number, match.start("rest") + 1, len(match["rest"]))
    header.places["browser"] = place
    try:
        values = literal(match["rest"])
    except NotALiteralError as error:
        token = error.token
        at = Place(number, place.column + token.offset, len(token.text)) if token else place
        said = ("Browser 行的参数无法读取", "the values of the Browser line cannot be read")
        remedy = (
            "应写 {参数: 值, …}，日期写作 date('2024-09-03')",
            "write {name: value, …}, a day as date('2024-09-03')",
        )
        header.fault(at, "unreadable_browser_line", said, remedy)
        values = None
    header.browser = values if isinstance(values, dict) else None
