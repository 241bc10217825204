"""What a user may say of a check or a load."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Progress = Callable[[str, int, int], None]
"""Is told the stage, how much of it is done, and how much there is."""


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class LoadOptions:
    """What a user may say of a check or a load.

    Args:
        mapping: mapping file for tables that were not made for this program.
        remembered: the mapping that earlier answers made, where no other is given; what of it fits no file is passed
            over without a word.
        as_of: the day as of which tables speak that do not say so themselves.
        fresh: start empty instead of adding to the current snapshot.
        tolerance: how many rejected rows and unreadable files are let pass.
        keep_going: load the rest however many are rejected.
        strict: reject rows that name an organisation which no row defines.
        key: file of the person key; None: the workspace's own.
        encoding: encoding of CSV and JSON files; None: found by itself.
        keep_cells: keep the cells of all sheets to the end, to hand them back marked or to draft a mapping from them.
    """

    mapping: Path | None = None
    remembered: Path | None = None
    as_of: date | None = None
    fresh: bool = False
    tolerance: int = 0
    keep_going: bool = False
    strict: bool = False
    key: Path | None = None
    encoding: str | None = None
    keep_cells: bool = False
