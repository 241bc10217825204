"""A kit for Neo4j Browser: a style sheet with the palette of the maps, and the catalogue as favourites."""

import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph_model.schema import NODE_TYPES
from queries.catalogue_reading import read_catalogue
from queries.literals import literal_text
from queries.tokens import tokens
from visualisations.palette import COMMUNITY, Style, style_of

if TYPE_CHECKING:
    from queries.query_file import QueryFile

STYLE = "gridgov.grass"
"""The style sheet."""

FAVOURITES = "favourites.zip"
"""The questions: Browser takes the folders in it for folders of favourites."""

_FOLDER = "gridgov"
_DIAMETER = 50  # pixels, Browser's own
_LIGHT = 0.45  # luminance above which letters on a colour are black
_RULE = """\
{selector} {{
  {declarations}
}}
"""


def write_kit(folder: Path, as_of: date, language: str) -> int:
    """Write the style sheet and the favourites, each also as a file of its own to be dragged in alone.

    Args:
        folder: where to; made if it is not there.
        as_of: the day that questions ask about where nothing else is said.
        language: of the titles.

    Returns:
        how many questions there are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STYLE).write_text(style_sheet(), encoding="utf-8", newline="\n")
    queries = read_catalogue().queries
    with ZipFile(folder / FAVOURITES, "w", ZIP_DEFLATED) as archive:
        for query in queries:
            text = favourite(query, as_of, language)
            archive.writestr(ZipInfo(f"{_FOLDER}/{query.id}.cypher"), text.encode("utf-8"))
            alone = folder / _FOLDER / f"{query.id}.cypher"
            alone.parent.mkdir(parents=True, exist_ok=True)
            alone.write_text(text, encoding="utf-8", newline="\n")
    return len(queries)


def style_sheet() -> str:
    """Return the style sheet: each label in its colour on the maps, nodes by their names."""
    return "\n".join(_rules())


def favourite(query: "QueryFile", as_of: date, language: str) -> str:
    """Return a question as Browser keeps it: its title, what can be changed in it, and its Cypher with the values.

    It is one statement without parameters. Of several run at once Browser shows no rows, and `:params {…}` makes a text
    of a day and a float of a whole number there: seen in 5.24.0.

    Args:
        query: the question.
        as_of: the day asked about where the question takes that of the snapshot.
        language: of the title and of what the values mean.
    """
    values = {p.name: as_of if p.snapshot_day else (query.browser or {}).get(p.name) for p in query.parameters}
    lines = [f"// {query.title.text(language)}"]
    lines += [f"// {p.name} = {literal_text(values[p.name])}: {p.meaning.text(language)}" for p in query.parameters]
    return "\n".join([*lines, _with_values(query.body.strip().removesuffix(";"), values), ""])


def _with_values(body: str, values: dict[str, object]) -> str:
    parts, done = [], 0
    for token in tokens(body):
        if token.kind == "parameter":
            parts += [body[done : token.offset], literal_text(values[token.name])]
            done = token.end
    return "".join([*parts, body[done:]])


def _rules() -> Iterator[str]:
    yield _rule("node", f"diameter: {_DIAMETER}px", "caption: '{name}'", "font-size: 10px")
    yield _rule("relationship", "color: #A5ABB6", "shaft-width: 1px", "font-size: 8px", "caption: '<type>'")
    for label in NODE_TYPES:
        # a committee's level is not in its label: most are a community's
        style = COMMUNITY if label == "PartyCommittee" else style_of(label)
        yield _rule(f"node.{label}", *_declarations(style))


def _rule(selector: str, *declarations: str) -> str:
    return _RULE.format(selector=selector, declarations="\n  ".join(f"{one};" for one in declarations))


def _declarations(style: Style) -> tuple[str, ...]:
    letters = "#000000" if _luminance(style.light) > _LIGHT else "#FFFFFF"
    return (
        f"color: {style.light}",
        f"border-color: {style.light}",
        f"text-color-internal: {letters}",
        f"diameter: {round(_DIAMETER * style.scale)}px",
        "caption: '{name}'",
    )


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return sum(weight * math.pow(part, 2.2) for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
