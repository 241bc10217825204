"""A question kept as a file: what it asks, which parameters it takes, which columns it answers with, and its Cypher."""

from dataclasses import dataclass
from pathlib import PurePosixPath

REQUIRED = "required"
SNAPSHOT = "snapshot"


@dataclass(frozen=True)
class Wording:
    """A text in both languages; a file that gives only English is shown in English.

    Args:
        en: the English text.
        zh: the Chinese text.
    """

    en: str
    zh: str

    def text(self, language: str) -> str:
        """Return the text in a language: "zh" or "en"."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Place:
    """Where something stands in a query file: line and column from 1, and how many characters long it is."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True)
class Parameter:
    """A parameter that a query takes.

    Args:
        name: its name, without the dollar sign.
        type: one of value_types.TYPES, or `string(a|b)`: one of these words.
        required: whether a value must be given, since there is no default.
        snapshot_day: whether its default is the day of the snapshot asked.
        default: the default; None also where it has none.
        meaning: what it is for.
        place: where it is declared.
    """

    name: str
    type: str
    required: bool
    snapshot_day: bool
    default: object
    meaning: Wording
    place: Place


@dataclass(frozen=True)
class Column:
    """A column that a query answers with.

    Args:
        name: its name.
        type: one of value_types.TYPES, or "any" for the result of a text that declares none.
        place: where it is declared.
    """

    name: str
    type: str
    place: Place = Place(1, 1)


@dataclass(frozen=True)
class QueryFile:
    """One question of the catalogue.

    Args:
        id: `family/stem`.
        path: where its text is, as messages show it.
        title: its two title lines.
        question: what it asks.
        parameters: in the order declared.
        columns: in the order declared, which is that of its rows.
        caveats: what a reader of its rows must know.
        figures: ids of the published figures that it counts.
        browser: the values that its Browser line sets, by parameter; None if there is no such line.
        text: the whole file, which runs as it is.
        body: the text of the statement.
        body_line: line of the file on which the statement begins.
        places: where each tag that is there once stands: title, question, browser.
    """

    id: str
    path: str
    title: Wording
    question: Wording
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    caveats: tuple[Wording, ...]
    figures: tuple[str, ...]
    browser: dict[str, object] | None
    text: str
    body: str
    body_line: int
    places: dict[str, Place]

    @property
    def stem(self) -> str:
        """Return the last part of its id."""
        return PurePosixPath(self.id).name

    @property
    def family(self) -> str:
        """Return its id without the last part."""
        return str(PurePosixPath(self.id).parent)

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter with a name, or None."""
        return next((p for p in self.parameters if p.name == name), None)
