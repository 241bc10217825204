"""Which row of a table is spoilt by which plant: chosen by the seed, no row twice, none moved by leaving one out."""

import random
from collections.abc import Mapping, Sequence

from sample_data.example.planting.plants import Plant
from sample_data.example.planting.tables import Table

_WITHOUT_ROW = frozenset({"total", "hidden_copy", "heading", "lost_heading", "scratch", "send_twice", "add"})


def choose_rows(plants: Sequence[Plant], tables: Mapping[tuple[str, str | None], Table], seed: int) -> dict[str, int]:
    """Return the row of each plant that spoils one, by its id.

    Args:
        plants: all plants.
        tables: (file, sheet) -> table, as it was before anything was planted.
        seed: source of chance.

    Raises:
        LookupError: if no row of a table fits.
    """
    chosen: dict[str, int] = {}
    taken: set[tuple[str, str | None, int]] = set()
    for plant in plants:
        if plant.action in _WITHOUT_ROW:
            continue
        table = tables[plant.file, plant.sheet]
        fitting = [r for r in _fitting(plant, table) if (plant.file, plant.sheet, r) not in taken]
        if not fitting:
            msg = f"no row for {plant.id}"
            raise LookupError(msg)
        row = random.Random(f"{seed}/{plant.id}").choice(fitting)
        taken.add((plant.file, plant.sheet, row))
        chosen[plant.id] = row
    return chosen


def _fitting(plant: Plant, table: Table) -> list[int]:
    found = []
    for row in table.rows:
        fits = (
            all(table.text(row, h) == text for h, text in plant.where.items())
            and all(text in table.text(row, h) for h, text in plant.contains.items())
            and all(table.text(row, h) for h in plant.filled)
            and not any(table.text(row, h) for h in plant.blank)
        )
        # the first row gives JSON its keys and a merged range its text
        if fits and (row != table.rows[0] or plant.filled or plant.where):
            found.append(row)
    return found
