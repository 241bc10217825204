"""Whether the cells of a column name persons, and what of them does not."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from graph_model.names import normal_text, visible_text
from loaders.plans.comparing import comparable
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing, split_list
from loaders.values.holders import is_ditto, read_holder

NAMES: Final = "、，；;\n/"
"""What stands between the names of several persons in one cell."""

_OF_EACH: Final = frozenset({"person_name", "telephone", "identity_number"})
"""What a cell has several of where it names several persons."""

_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,6}[·•・][\u3400-\u9fff·•・]{1,10}|某.")
_NO_PERSON = re.compile(
    r".*(?:小区|社区|街道|花园|公司|支部|学校|单位|银行|[一二三四五六七八九十\d]班|[一二三四五六七八九十\d]组|季度|[一二三四五六七八九十\d]+[月年])$|[是否有√].*"
)
_SAID_OF_PERSONS = re.compile(
    r"\((?:兼|兼任|兼职|女|男|代|暂代|主持工作|党员|中共党员|退休|专职|挂职|同志|书记|主任|回族|一肩挑)\)"
)
_TITLE = re.compile(r"(?:同志|先生|女士|老师)$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MOST: Final = 0.8


def members(cell: Cell) -> list[str]:
    """Return the names in a cell, as they are written."""
    return [] if is_missing(cell) else split_list(visible_text(_lines(cell)), NAMES) or [cell_text(cell)]


def _lines(cell: Cell) -> str:
    return cell.replace("\n", "、") if isinstance(cell, str) else cell_text(cell)


def parted(fields: Iterable[str], names: Sequence[Cell]) -> dict[str, str]:
    """Return by what the fields of a plan that tell of each of several persons are parted.

    Args:
        fields: the fields that the plan gives.
        names: the cells with the names; where none names several, nothing is parted.
    """
    lists = any(isinstance(cell, str) and len(split_list(cell, NAMES)) > 1 for cell in names)
    return {field: NAMES for field in fields if field in _OF_EACH} if lists else {}


def name_persons(cells: Sequence[Cell]) -> bool:
    """Tell whether the cells of a column name persons, and say nothing else in brackets that would be lost."""
    said = [text for cell in cells if not _names_nobody(cell) and not is_ditto(cell) for text in members(cell)]
    plain = [_TITLE.sub("", _SAID_OF_PERSONS.sub("", normal_text(text))) for text in said]
    if any(_IN_BRACKETS.search(text) for text in plain):
        return False
    persons = sum(bool(_PERSON.fullmatch(text)) and not _NO_PERSON.fullmatch(text) for text in plain)
    unclear = sum(not text.isdecimal() and read_holder(text).kind == "unclear" for text in plain)
    return persons > 0 and persons + unclear >= len(said) * _MOST


def of_nobody(cells: Sequence[Cell]) -> frozenset[str]:
    """Return the cells, as conditions compare them, that say that nobody holds a role; the blank among them."""
    return frozenset({"", *(comparable(cell) for cell in cells if _names_nobody(cell) and not is_missing(cell))})


def _names_nobody(cell: Cell) -> bool:
    return is_missing(cell) or read_holder(cell).kind in {"blank", "vacant"}
