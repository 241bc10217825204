"""Blank cells that merged cells may have left when they were lost: asked about once a table."""

from collections.abc import Sequence
from typing import Final

from loaders.readers.sheet import Cell

_FEWEST: Final = 2
_SHARE: Final = 0.3
_SHOWN: Final = 8


def are_lost_merges(cells: Sequence[Cell], missing: Sequence[int]) -> bool:
    """Tell whether what is missing looks like merged cells that were lost, rather than like gaps.

    Args:
        cells: the cells of the column.
        missing: positions of those that are missing.

    Returns:
        Whether several are, each with nothing written in it (无 says that there is none), and the first is not.
    """
    if len(missing) < _FEWEST or len(missing) < _SHARE * len(cells) or 0 in missing:
        return False
    return all(_is_empty(cells[index]) for index in missing)


def ranges_of_rows(numbers: Sequence[int]) -> str:
    """Write numbers of rows in runs: 3–5、7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = "、".join(str(a) if a == b else f"{a}–{b}" for a, b in runs[:_SHOWN])
    return shown + (" …" if len(runs) > _SHOWN else "")


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
