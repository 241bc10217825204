"""Plans written as TOML, as a mapping file has them; what is read back is the same plan."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from loaders.plan import Condition, Each, Period, Region, Spells, TablePlan, Taken
from loaders.readers.sheet import column_letters


def settings_of(plan: TablePlan, *, file: str | None = None, sheet: bool = True) -> Iterator[str]:
    """Yield the lines of a plan but for its columns and constants.

    Args:
        plan: the plan.
        file: how the file is named; None: as the plan has it.
        sheet: whether the sheet is named, which a file with one sheet does without.
    """
    written: dict[str, Any] = {
        "file": plan.file if file is None else file,
        "sheet": plan.sheet if sheet else None,
        "region": _region(plan.region),
        "header": _header(plan),
        "last_row": plan.last_row,
        "form": plan.form,
        "record": plan.record,
        "fill_down": list(plan.fill_down),
        "period": _period(plan.period),
        "each": _each(plan.each),
        "composed": plan.composed,
        "taken": {field: _taken(taken) for field, taken in plan.taken.items()},
        "dates": plan.dates,
        "translate": plan.translate,
        "split": plan.split,
        "where": {heading: _condition(c) for heading, c in plan.where.items()},
        "spells": _spells(plan.spells),
        "namespace": plan.namespace,
        "as_of": plan.as_of,
        "end_inclusive": plan.end_inclusive or None,
        "encoding": plan.encoding,
        "repeats": None if plan.repeats == "once" else plan.repeats,
    }
    for key, value in written.items():
        if value is not None and value not in ({}, []):
            yield f"{key} = {toml(value)}"


def toml(value: Any) -> str:
    """Return a value as TOML writes it, in one line."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(k)} = {toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    # a JSON string is one of TOML, but for a character that JSON leaves as it is
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else toml(name)


def _header(plan: TablePlan) -> Any:
    if plan.header == "auto" or plan.form:
        return None
    return plan.header if plan.header == "none" else plan.header[0] if len(plan.header) == 1 else list(plan.header)


def _region(region: Region | None) -> str | None:
    if region is None:
        return None
    last = "" if region.last_row is None else str(region.last_row)
    return f"{column_letters(region.first_column)}{region.first_row}:{column_letters(region.last_column)}{last}"


def _period(period: Period | None) -> dict[str, str] | None:
    if period is None:
        return None
    ends = {"start": period.start, "end": period.end}
    return {"column": period.column} | {key: f for key, f in ends.items() if f != getattr(Period(""), key)}


def _each(each: Each | None) -> dict[str, Any] | None:
    if each is None:
        return None
    fields = {"heading": each.heading, "upper": each.upper, "cell": each.cell}
    parts = {"columns": list(each.columns), **fields, "marks": sorted(each.marks), "no": sorted(each.no)}
    return {key: value for key, value in parts.items() if value}


def _taken(taken: Taken) -> dict[str, str]:
    return {"from": taken.source, "pattern": taken.pattern}


def _condition(condition: Condition) -> Any:
    cells = sorted(condition.cells)
    return {"not": cells} if condition.negated else cells


def _spells(spells: Spells | None) -> dict[str, Any] | None:
    if spells is None:
        return None
    return {"key": list(spells.key), "on": spells.on, "step": spells.step, "steps": spells.steps}
