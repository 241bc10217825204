"""The partition board as a page."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from visualisations.board_data import board_data
from visualisations.board_islands import board_island, day_number
from visualisations.board_layout import lay_out
from visualisations.board_parts import BoardData
from visualisations.district.reading import SnapshotLike, read_district
from visualisations.looks import looks
from visualisations.page import Page
from visualisations.page_writing import render
from visualisations.source_rows import SourceRows, file_names
from visualisations.wording import BOARD, SHARED

_SCRIPTS = (
    "dom.js", "theme.js", "address.js", "search.js", "picture.js", "table.js", "legend.js", "paths.js", "card.js",
    "board_model.js", "board_draw.js", "board_links.js", "board_card.js", "board_overview.js", "board_legend.js",
    "board_day.js", "board_keys.js", "board.js",
)  # fmt: skip
_STYLES = ("page.css", "drawing.css", "board.css", "print.css")


def board(
    snapshot: SnapshotLike,
    *,
    language: str = "zh",
    as_of: date | None = None,
    synthetic: bool = False,
    reconciliation: Iterable[Mapping[str, Any]] = (),
    persons: bool = False,
    title: str | None = None,
) -> Page:
    """Return the partition board of a snapshot: every organisation and estate in the pane where it belongs.

    Args:
        snapshot: what is shown.
        language: "zh" or "en"; the page can be switched.
        as_of: the day at which the slider stands at first; by default the snapshot's.
        synthetic: whether the data is invented: the page and all that is exported from it then say so.
        reconciliation: published figures held against the data, each with `figure` and `verdict`, and as far as there
            are such with `operator`, `published`, `unit`, `computed`, `note`, `name`, `name_zh`, `name_en`.
        persons: whether posts and their holders are in the file; by default only their number is, so that the page
            can leave the desk.
        title: headline of the page; by default made of the district's name.

    Returns:
        the page.

    Raises:
        NothingToPartition: if the snapshot has no subdistrict.
    """
    district = read_district(snapshot, persons=persons)
    data = board_data(district, snapshot.manifest.as_of)
    layouts = [lay_out(data), lay_out(data, personal=True)] if persons else [lay_out(data)]
    rows = SourceRows(file_names(snapshot.manifest.sources))
    day = min(max(as_of or data.day, data.timeline.first), data.day)
    about = {
        "title": _titles(data, title),
        "district": _district_name(data),
        "language": language,
        "day": day_number(day),
        "synthetic": synthetic,
        "persons": persons,
        "snapshot": snapshot.manifest.as_of.isoformat(),
        "hash": snapshot.manifest.content_hash[:12],
        "kind": "board",
    }
    islands = {
        "about": about,
        "looks": looks(),
        "texts": {**SHARED, **BOARD},
        "data": board_island(data, layouts, rows),
        "figures": [_figure(row) for row in reconciliation],
    }
    name = about["title"]["zh" if language == "zh" else "en"]
    html = render("board.html.jinja", styles=_STYLES, scripts=_SCRIPTS, islands=islands, language=language, title=name)
    return Page(name, html)


def _district_name(data: BoardData) -> str:
    districts = data.district.of_label("District")
    return districts[0].name if districts else ""


def _titles(data: BoardData, title: str | None) -> dict[str, str]:
    if title:
        return {"zh": title, "en": title}
    zh, en = BOARD["title"]
    name = _district_name(data)
    return {"zh": zh.format(district=name), "en": en.format(district=name) if name else "Grid governance"}


def _figure(row: Mapping[str, Any]) -> dict[str, str]:
    """Return a figure as the card shows it: values with their unit, a name in each language."""
    name = str(row.get("name") or row["figure"])
    above = "> " if row.get("operator") == ">" else ""
    unit = str(row.get("unit") or "")
    return {
        "verdict": str(row["verdict"]),
        "note": str(row.get("note") or ""),
        "zh": str(row.get("name_zh") or name),
        "en": str(row.get("name_en") or name),
        "published": _with_unit(row.get("published"), unit, above),
        "computed": _with_unit(row.get("computed"), unit, ""),
    }


def _with_unit(value: object, unit: str, before: str) -> str:
    if value is None:
        return ""
    return f"{before}{value}{unit}" if unit in {"", "%"} else f"{before}{value} {unit}"
