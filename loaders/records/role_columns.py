"""Columns that bear the name of a role, each with its holder: a blank cell there says that nobody holds it."""

from collections.abc import Mapping, Sequence

from graph_model.vocabularies import vocabulary
from loaders.plans.headings import heading_keys
from loaders.plans.tables import RawTable
from loaders.readers.sheet import Cell
from loaders.regions.table_faults import TableFaults
from loaders.values.cell_reading import is_missing

_SHORTEST = 2
_NOBODY = "无"
_OF_PERSONS = ("姓名", "名单", "人员", "证", "号", "电话", "联系方式")


def blank_as_vacant(
    table: RawTable, numbers: Sequence[int], cells: Mapping[str, Sequence[Cell]], faults: TableFaults
) -> Mapping[str, Sequence[Cell]]:
    """Let a blank cell under 副书记 say that there is none; under 姓名 a blank is a name that is withheld.

    Args:
        table: the table.
        numbers: numbers of its rows.
        cells: private field -> its cells.
        faults: is told, once, of a column of a role in which nobody is named at all.

    Returns:
        The same cells, with "nobody" for the name where the row says nothing at all of a person, if the plan says which
        role the column is of, and its heading too. Where no row says anything under 书记姓名, all is withheld, and left
        as it is.
    """
    role = table.columns.get("role")
    named = [field for field in cells if _names_role(table.columns[field].heading)]
    if role is None or role.has_cells or not named:
        return cells
    nobody = [all(map(is_missing, row)) for row in zip(*cells.values(), strict=True)]
    if nobody and all(nobody):
        if any(word in table.columns[named[0]].heading for word in _OF_PERSONS):
            return cells
        faults.at_cell("unclear_holder", numbers[0], named[0])
    names = cells.get("person_name", [None] * len(nobody))
    kept = zip(nobody, names, strict=True)
    return {**cells, "person_name": [_NOBODY if none and not _said(name) else name for none, name in kept]}


def _said(name: Cell) -> bool:
    """Whether something is written: a dash, which says it itself."""
    return isinstance(name, str) and bool(name.strip())


def _names_role(heading: str) -> bool:
    words = [word for word in vocabulary("role").writings() if len(word) >= _SHORTEST]
    keys = [key.replace("委员会", "") for key in heading_keys(heading)]
    return any(word in key for word in words for key in keys)
