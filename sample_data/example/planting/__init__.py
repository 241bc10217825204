"""Faults planted into finished files, with a key that lists each; nothing here knows how files are read or made."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from sample_data.example.planting.actions import Spot, perform
from sample_data.example.planting.books import Book, open_book
from sample_data.example.planting.choosing import choose_rows
from sample_data.example.planting.plants import Plant, all_plants
from sample_data.example.planting.tables import Table, find_table

KEY = "planted_faults.json"
"""The file that lists what was planted."""

COPY = " - 副本"
"""What the name of a file ends in that was sent twice."""

_SHARED_ESTATES = ("鹭湾街道小区网格台账.xlsx", "岚屿街道小区台账（20240903）.json")


def plant_faults(directory: Path, seed: int, leave_out: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Plant faults into the clean files of the example district, and write the key that lists each.

    Args:
        directory: the folder with the clean files, as `write_example` writes them.
        seed: source of chance; it decides which rows are spoilt.
        leave_out: ids of plants that are not made; the others stay where they are.

    Returns:
        The key: for each plant its id, file, sheet, row, column, heading, code, record, trap, what was changed; an
        entry without a code is an oddity that must not be reported.
    """
    plants = all_plants()
    books = {name: open_book(directory / name) for name in dict.fromkeys(p.file for p in plants)}
    tables = _tables(plants, books)
    rows = choose_rows(plants, tables, seed)
    words = {"shared_estate": _shared_estate(directory)}
    key = []
    for plant in plants:
        if plant.id in leave_out:
            continue
        spot = None
        if plant.action != "send_twice":
            table = tables.get((plant.file, plant.sheet))
            spot = perform(books[plant.file], plant, table, rows.get(plant.id), words)
        key.append(_entry(plant, spot))
    for book in books.values():
        book.save()
    for plant in plants:
        if plant.action == "send_twice" and plant.id not in leave_out:
            path = directory / plant.file
            shutil.copyfile(path, path.with_stem(f"{path.stem}{COPY}"))
    (directory / KEY).write_text(json.dumps(key, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return key


def _tables(plants: Sequence[Plant], books: Mapping[str, Book]) -> dict[tuple[str, str | None], Table]:
    """Return the tables into which is planted, as they are before; no plant moves what another spoils."""
    wanted = dict.fromkeys((p.file, p.sheet) for p in plants if p.action != "scratch")
    return {(file, sheet): find_table(books[file].grid(sheet or books[file].sheets()[0])) for file, sheet in wanted}


def _entry(plant: Plant, spot: Spot | None) -> dict[str, Any]:
    return {
        "id": plant.id,
        "file": plant.file,
        "sheet": spot.sheet if spot else None,
        "row": spot.row if spot else None,
        "column": get_column_letter(spot.column) if spot and spot.column else None,
        "heading": plant.heading,
        "code": plant.code,
        "record": plant.record,
        "trap": plant.trap,
        "what": plant.what,
        "before": None if spot is None or spot.before is None else str(spot.before),
        "after": None if spot is None or spot.after is None else str(spot.after),
    }


def _shared_estate(directory: Path) -> str:
    """Return the name of an estate that two communities of different subdistricts have."""
    names = []
    for file in _SHARED_ESTATES:
        book = open_book(directory / file)
        sheet = "小区" if "小区" in book.sheets() else book.sheets()[0]
        table = find_table(book.grid(sheet))
        names.append({table.text(row, "小区名称") for row in table.rows})
    return min(names[0] & names[1])
