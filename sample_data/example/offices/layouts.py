"""The columns of each registry, out of the file of the same name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Layout:
    """The columns of a registry.

    Args:
        sheet: name of the sheet.
        title: what the registry is called in its title row.
        columns: field -> headings, one of which an office uses.
        total: the field whose numbers are summed under the table.
    """

    sheet: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    total: str | None = None


def _layout(raw: Mapping[str, Any]) -> Layout:
    columns = {field: tuple(headings.split()) for field, headings in raw["columns"].items()}
    return Layout(raw["sheet"], raw["title"], MappingProxyType(columns), raw.get("total"))


_RAW = tomllib.loads(files(__package__).joinpath("layouts.toml").read_text(encoding="utf-8"))

LAYOUTS: Mapping[str, Layout] = MappingProxyType({record: _layout(raw) for record, raw in _RAW.items()})
"""Record type -> the columns of its registry."""
