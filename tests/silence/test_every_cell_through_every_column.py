"""Every kind of cell goes through every kind of column: typed, or a fault; never the end of the load.

Which columns there are is read from the page that offices read, `docs/records.md`.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions
from tests.silence.cases_as_data import DISTRICT

PAGE = Path(__file__).parents[2] / "docs" / "records.md"

CELLS: dict[str, list[object]] = {
    "half of a character": ["\ud83d", "\udc00x"],
    "whole numbers beyond every type": [2**63, -(2**63) - 1, 10**30, 1e308, "9223372036854775808", "9" * 400],
    "numbers": [0, -0.0, 1.5, 0.1, -1, "1e400", "NaN", "inf", "1,5", "86²", "①", "½", "１，０００", "+86", "-"],
    "days": ["0000-00-00", "2023-02-29", "2023-05-01T24:00:00", "00:00", "1/2", "1-2", "2023.10", "0", 2023.1],
    "the first and the last day of all": ["9999-12-31", "9999", "9999-12", "0001-01-01"],
    "days that are no years": ["0000.1", "45046.1", 45046, 45046.1],
    "characters that nobody sees": ["\u0000", "\u200b", "\ufeff", "a\nb", "a\rb", "\t", " "],
    "signs": [
        "=1+1",
        "@x",
        "#SPILL!",
        "〃",
        "、",
        "，，",
        "（",
        "）",
        "''",
        '""',
        "\\",
        "%s",
        "{}",
        "/../",
        "😀",
        "ﬀ",
        "Ⅷ",
    ],
    "long texts": ["ß" * 50, "长" * 4_000],
    "what is no text": [True, False, None, [], ["甲", "乙"], [None], [1, 2.5]],
}
"""What may stand in a cell, by kind, each as JSON gives it; a workbook and a CSV give no more kinds."""


def _sections() -> Iterator[tuple[str, list[str]]]:
    for section in re.split(r"(?m)^## ", PAGE.read_text(encoding="utf-8"))[1:]:
        record, _, rest = section.partition(" · ")
        rows = re.findall(r"(?m)^\| `(\w+)` \| ([^|]+) \| [^|]* \| [^|]* \| [^|]* \| [^|]* \| ([^|]*) \|", rest)
        if rows:
            yield record, [f"{heading.strip()}={example.strip()}" for _, heading, example in rows]


SECTIONS = dict(_sections())


def test_the_page_names_every_record_type() -> None:
    assert len(SECTIONS) == 38


@pytest.mark.parametrize("kind", CELLS)
def test_no_cell_ends_a_load(kind: str, tmp_path: Path) -> None:
    files = [tmp_path / "区划_20240101.csv"]
    files[0].write_text(DISTRICT, encoding="utf-8")
    for record, columns in SECTIONS.items():
        good = dict(column.split("=", 1) for column in columns)
        rows = [{**good, heading: cell} for heading in good for cell in CELLS[kind]]
        files.append(tmp_path / f"{record}.json")
        files[-1].write_text(json.dumps({"record": record, "rows": rows}), encoding="utf-8")
    report = load(files, Workspace(tmp_path / "home"), LoadOptions(as_of=date(2024, 9, 3), keep_going=True))
    assert report.accepted + report.rejected == report.read
    assert report.snapshot is not None
