"""Forms: each value stands beside its label, to the right or below."""

from collections.abc import Iterator

from loaders.plan import TablePlan
from loaders.plans.headings import heading_key
from loaders.plans.problems import ProblemList
from loaders.plans.sections import meant
from loaders.plans.tables import ColumnSource
from loaders.readers.sheet import Box, Sheet
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.nearest import nearest


def form_sources(plan: TablePlan, sheet: Sheet, problems: ProblemList) -> Iterator[tuple[str, ColumnSource]]:
    """Go through the fields of a form, with the cell of each.

    Args:
        plan: the plan; its columns name labels.
        sheet: the sheet, or the part of it, that holds one form.
        problems: where labels are noted that do not stand there, or stand there more than once.
    """
    labels = _labels(sheet)
    taken = {place for wanted in plan.columns.values() for place in labels.get(heading_key(wanted), [])}
    for field, wanted in plan.columns.items():
        places = labels.get(heading_key(wanted), [])
        if len(places) == 1:
            found = _value_of(sheet, places[0], plan.form == "below")
            if found is None or found in taken:  # a label without a value: the next label, or nothing, is beside it
                yield field, ColumnSource(None, wanted)
            else:
                yield field, ColumnSource(found[1], wanted, row=found[0])
            continue
        near_zh, near_en = meant(nearest(wanted, labels))
        often_zh, often_en = ("有几处", "stands in several places") if places else ("没有", "does not stand there")
        zh = f"表里的“{wanted}”{often_zh}{near_zh}；一张表几份时用 region 分开"
        problems.add(
            ("table", plan.number, "columns", field),
            zh,
            f'the label "{wanted}" {often_en}{near_en}; part several forms of a sheet by region',
        )


def _labels(sheet: Sheet) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for index, row in enumerate(sheet.rows):
        for offset, cell in enumerate(row):
            if isinstance(cell, str) and not is_missing(cell):
                place = (index + sheet.first_row, offset + sheet.first_column)
                found.setdefault(heading_key(cell_text(cell)), []).append(place)
    return found


def _value_of(sheet: Sheet, label: tuple[int, int], below: bool) -> tuple[int, int] | None:
    """The cell next to a label, None outside the sheet; a merged label ends where its range ends."""
    box: Box = next((m for m in sheet.merged if m[:2] == label), (*label, *label))
    row, column = (box[2] + 1, box[1]) if below else (box[0], box[3] + 1)
    inside = row < sheet.first_row + len(sheet.rows) and column < sheet.first_column + sheet.width
    return (row, column) if inside else None
