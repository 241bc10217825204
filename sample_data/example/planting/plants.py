"""What is planted: faults with the codes under which they must be reported, and oddities that are none."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Plant:
    """One fault, or one oddity that is none.

    Args:
        id: what it is known by.
        trap: the trap of real workbooks that it stands for.
        record: record type of the table.
        file: name of the file.
        what: what is wrong, in Chinese.
        sheet: name of the sheet; None for a file with one.
        heading: the column in which it is reported; None for a row or a sheet.
        code: the code under which it is reported; None: it must not be reported.
        action: what is done to the file.
        edits: heading -> what is written.
        replace: a part of the cell and what takes its place.
        where: heading -> the whole text of the cell in the row to be chosen.
        contains: heading -> a part of it.
        filled: headings whose cells are not blank in the row to be chosen.
        blank: headings whose cells are.
    """

    id: str
    trap: str
    record: str
    file: str
    what: str
    sheet: str | None = None
    heading: str | None = None
    code: str | None = None
    action: str = "edit"
    edits: Mapping[str, Any] = field(default_factory=dict)
    replace: tuple[str, str] | None = None
    where: Mapping[str, str] = field(default_factory=dict)
    contains: Mapping[str, str] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()


@cache
def all_plants() -> tuple[Plant, ...]:
    """Return every plant, in the order of the file that declares them."""
    raw = tomllib.loads(files(__package__).joinpath("plants.toml").read_text(encoding="utf-8"))
    return tuple(_plant(entry) for entry in raw["plant"])


def _plant(entry: Mapping[str, Any]) -> Plant:
    fields: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in entry.items()}
    return Plant(**fields)
