"""Persons in a list within the object of a body: each holds a post in that body."""

from dataclasses import replace

from graph_model.vocabularies import vocabulary
from loaders.plan import TablePlan
from loaders.plans.headings import heading_key, known_headings
from loaders.plans.table_finding import FoundTable, table_at
from loaders.readers.json_lists import AROUND
from loaders.readers.sheet import Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

_TENURE = "tenure"


def members_within(sheet: Sheet) -> FoundTable | None:
    """Recognise a list of persons with their posts within the objects of a JSON file that a body's name is a key of.

    Args:
        sheet: the list.

    Returns:
        Its plan, and what is to be asked of its own keys; those of the body its own sheet tells. None if it is no such
        list, or what is around it names no body, or two.
    """
    if sheet.kind != "objects" or not sheet.rows or sheet.record is not None:
        return None
    keys = [key if isinstance(key, str) else "" for key in sheet.rows[0]]
    known = known_headings(_TENURE)
    own = {known.get(heading_key(key)) for key in keys if not key.startswith(AROUND)}
    bodies = [key for key in keys if key.startswith(AROUND) and _kinds(key.removeprefix(AROUND))]
    if not {"person_name", "role"} <= own or "organisation" in own or len(bodies) != 1:
        return None
    body = bodies[0]
    organisation = columns(RECORD_TYPES[_TENURE])["organisation"].heading
    row = [organisation if key == body else key for key in keys]
    found = table_at(replace(sheet, rows=[[*row], *sheet.rows[1:]]), 0, _TENURE)
    around = {key for key in keys if key.startswith(AROUND)}
    told = tuple(f for f in found.faults if not around.intersection((f.heading or "").split("、")))
    plans = tuple(_of_body(plan, organisation, body) for plan in found.plans)
    return FoundTable(next(iter(plans), None), told, plans[1:])


def _of_body(plan: TablePlan, organisation: str, body: str) -> TablePlan:
    names = {field: body if name == organisation else name for field, name in plan.columns.items()}
    kinds = _kinds(body.removeprefix(AROUND))
    stated = {"organisation_kind": kinds[0]} if len(kinds) == 1 and "organisation_kind" not in names else {}
    return replace(plan, columns=names, values={**plan.values, **stated})


def _kinds(key: str) -> list[str]:
    """The kinds of organisation whose own name a key is."""
    found = []
    for term in vocabulary("organisation_kind").terms:
        cls = RECORD_TYPES.get(term.code)
        if cls is not None and cls.defines is not None and _is_name(term.code, key):
            found.append(term.zh)
    return found


def _is_name(record: str, key: str) -> bool:
    return known_headings(record).get(heading_key(key)) == "name"
