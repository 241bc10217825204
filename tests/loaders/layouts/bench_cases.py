"""The bench's cases, with a district and what a case gives along: estates and grids that are registered already."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.silence.cases_as_data import Case, all_cases

CASES = Path(__file__).parent / "cases"
GIVEN = "_20240101.csv"
"""How the names of files end that are given along: registers that are loaded already, not the table of the case."""

DISTRICT = """区划代码,区划名称,级别,上级区划代码
990206000000,示例区,区,
990206003000,鹭湾街道,街道,990206000000
990206003022,和盛里社区,社区,990206003000
990206003023,望海社区,社区,990206003000
990206003024,古榕社区,社区,990206003000
990206003025,银杏社区,社区,990206003000
990206004000,松屿街道,街道,990206000000
990206004021,东坪社区,社区,990206004000
990206004022,灯塔社区,社区,990206004000
990206004023,松屿社区,社区,990206004000
"""


def layouts() -> Iterator[Case]:
    """Read every case; a case that says nothing of its district gets this one."""
    for case in all_cases(CASES):
        yield replace(case, files={f"区划{GIVEN}": DISTRICT, **case.files})


def given_rows(case: Case) -> list[list[str]]:
    """Return the rows of the registers that are given along."""
    texts = [text for name, text in case.files.items() if name.endswith(GIVEN)]
    return [row for text in texts for row in csv.reader(io.StringIO(text.strip()))]
