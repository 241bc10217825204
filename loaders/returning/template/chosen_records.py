"""The record types that a user names for the blank workbook: 小区,业委会,任职."""

import re
from collections.abc import Sequence

from graph_model.errors import UsageError
from graph_model.names import normal_text
from loaders.record_types import RECORD_TYPES
from loaders.values.nearest import nearest

_BETWEEN = re.compile(r"[,，、;；\s]+")


def chosen_records(text: str) -> Sequence[str]:
    """Return the record types that a text names, each once and in the order of the whole workbook.

    Args:
        text: their names, Chinese titles, or what sheets of them are called, with commas between.

    Raises:
        UsageError: a name is that of no record type; the nearest is told.
    """
    known = _names()
    wanted = [name for name in _BETWEEN.split(text) if name]
    unknown = [name for name in wanted if normal_text(name) not in known]
    if unknown or not wanted:
        raise _unknown(unknown[0] if unknown else text, list(known))
    found = {known[normal_text(name)] for name in wanted}
    return [record for record in RECORD_TYPES if record in found]


def _names() -> dict[str, str]:
    """Every name of every record type: its own go before what sheets of another are called, too."""
    names: dict[str, str] = {}
    for record, cls in RECORD_TYPES.items():
        for name in (record, record.replace("_", " "), cls.zh):
            names.setdefault(normal_text(name), record)
    for record, cls in RECORD_TYPES.items():
        for name in cls.sheet_names:
            names.setdefault(normal_text(name), record)
    return names


def _unknown(name: str, known: Sequence[str]) -> UsageError:
    near = nearest(name, known)
    titles = "、".join(cls.zh for cls in RECORD_TYPES.values())
    near_zh, near_en = (f"（最接近的是“{near}”）", f' (the nearest is "{near}")') if near else ("", "")
    return UsageError(
        f"没有叫“{name}”的表{near_zh}；可选：{titles}",
        f'there is no sheet "{name}"{near_en}; there are: {", ".join(RECORD_TYPES)}',
    )
