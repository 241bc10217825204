"""The ledger of decisions that persons made about names, which every load obeys."""

import csv
from collections.abc import Mapping
from pathlib import Path

from graph_model.errors import UsageError
from graph_model.names import normal_name
from graph_model.schema import NODE_TYPES

FILE_NAME = "decisions.csv"
_DECISIONS = ("same", "not_same", "unsure")


def read_decisions(file: Path) -> Mapping[tuple[str, str], str]:
    """Read which names persons have decided to be which thing.

    Args:
        file: CSV with the columns label, name, decision (same, not_same, unsure), uid, who, when; it may be absent.

    Returns:
        (label, normal name) -> uid, for each line that says "same"; of two lines on one name the later counts, and
        "not_same" undoes it.

    Raises:
        UsageError: with the line, if a label or decision is unknown.
    """
    if not file.exists():
        return {}
    decided: dict[tuple[str, str], str] = {}
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for number, line in enumerate(csv.DictReader(lines), start=2):
            label, decision = line.get("label") or "", line.get("decision") or ""
            if label not in NODE_TYPES or decision not in _DECISIONS:
                raise UsageError(
                    f"{file.name} 第 {number} 行：label 应为节点类型，decision 应为 {'、'.join(_DECISIONS)}",
                    f"{file.name}, line {number}: label must be a node type, decision one of {', '.join(_DECISIONS)}",
                )
            at = (label, normal_name(label, line.get("name") or ""))
            if decision == "same":
                decided[at] = line.get("uid") or ""
            else:
                decided.pop(at, None)
    return decided
