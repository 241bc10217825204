"""Sheets that no mapping file speaks of: each of their tables gets a plan, or is asked about."""

from dataclasses import dataclass, replace

from loaders.faults import Fault, kind_of_fault
from loaders.plan import Region, TablePlan
from loaders.plans.headings import names_place
from loaders.plans.layouts.places_around import outer_title
from loaders.plans.members_within import members_within
from loaders.plans.readings import State
from loaders.plans.recognised_forms import recognise_forms
from loaders.plans.result_sheets import is_result_sheet
from loaders.plans.several_tables import single_tables
from loaders.plans.table_finding import find_table
from loaders.readers.sheet import Sheet
from loaders.values.cell_reading import is_missing

_GUIDES = frozenset({"填写说明", "填表说明", "填报说明", "说明", "封面", "目录"})
"""Sheets that speak of the others: what in them looks like a table and is none is no fault."""

_EXAMPLES = frozenset(
    what + example
    for what in ("填写", "填表", "填报", "录入", "")
    for example in ("示例", "样例", "范例", "样表", "范本")
)
"""Sheets that show how others are filled in: what stands in them is invented, however much it looks like a table."""


@dataclass(frozen=True)
class RecognisedSheet:
    """What a sheet was recognised as.

    Args:
        state: read, or why it was not.
        plans: the plans of its tables, in order.
        faults: what is to be said of the sheet and its headings.
    """

    state: State
    plans: tuple[TablePlan, ...] = ()
    faults: tuple[Fault, ...] = ()


def recognise(sheet: Sheet) -> RecognisedSheet:
    """Recognise the tables of a sheet by their headings.

    Args:
        sheet: a sheet.

    Returns:
        Their plans, each such that a mapping file with it gives the same table. A hidden sheet is not read.
    """
    if sheet.name.strip() in _EXAMPLES or (sheet.rows and is_result_sheet(sheet.name, sheet.rows[0])):
        return RecognisedSheet("passed_over")
    if not any(not is_missing(cell) for row in sheet.rows for cell in row):
        return RecognisedSheet("empty")
    if sheet.hidden:
        severity = kind_of_fault("hidden_sheet").severity
        fault = Fault("hidden_sheet", severity, sheet.file, sheet.name, source=sheet.source)
        return RecognisedSheet("hidden", (), (fault,))
    return _recognised(sheet)


def _recognised(sheet: Sheet) -> RecognisedSheet:
    forms = recognise_forms(sheet)
    if forms is not None:
        numbered = tuple(replace(plan, number=number) for number, plan in enumerate(forms.plans))
        return RecognisedSheet("read" if numbered else "unrecognised", numbered, forms.faults)
    parts = list(single_tables(sheet))
    outer = outer_title(sheet) if len(parts) > 1 else ()
    found = [members_within(part) or find_table(part, () if part is parts[0] else outer) for part in parts]
    plans = [
        plan if part is sheet else _within(sheet, part, plan)
        for part, of_part in zip(parts, found, strict=True)
        for plan in of_part.plans
    ]
    numbered = tuple(replace(plan, number=number) for number, plan in enumerate(plans))
    if not numbered and (sheet.name in _GUIDES or _names_places_alone(sheet)):
        return RecognisedSheet("passed_over")
    faults = tuple(fault for f in found for fault in f.faults)
    return RecognisedSheet("read" if numbered else "unrecognised", numbered, faults)


def _names_places_alone(sheet: Sheet) -> bool:
    """Whether the objects around lists say in which place those lie and nothing else: the lists have read it."""
    return sheet.around_lists and all(isinstance(h, str) and names_place(h) for h in sheet.rows[0])


def _within(sheet: Sheet, part: Sheet, plan: TablePlan) -> TablePlan:
    last_row = part.first_row + len(part.rows) - 1
    reaches_end = last_row == sheet.first_row + len(sheet.rows) - 1
    last_column = part.first_column + part.width - 1
    region = Region(part.first_row, part.first_column, last_column, None if reaches_end else last_row)
    return replace(plan, region=region)
