"""The bench's own judging: what is invented, or dropped without a word, is wrong; what is asked about is not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.layouts.bench_cases import DISTRICT
from tests.loaders.layouts.verdicts import ASKED, REFUSED, UNDERSTOOD, WRONG, judge
from tests.silence.cases_as_data import Case

ESTATES = "小区名称,所属社区\n碧波花园,望海社区\n"
SHEET = "小区.csv"
CASE = Case(kind="judging", id="estates", why="", files={"区划_20240101.csv": DISTRICT, SHEET: ESTATES})


def fact(sql: str, rows: Sequence[Sequence[str]], cell: str) -> Mapping[str, Any]:
    return {"sql": sql, "rows": rows, "cells": [f"{SHEET}!{cell}"] * len(rows)}


LOCATED = fact("SELECT estate, place FROM located", [["碧波花园", "望海社区"]], "B2")
NAMED = fact("SELECT label, name FROM things WHERE label = 'Estate'", [["Estate", "碧波花园"]], "A2")
SERVED = fact("SELECT firm, estate FROM services", [["康家示例物业有限公司", "碧波花园"]], "C2")


@pytest.mark.parametrize(
    ("text", "facts", "outcome"),
    [
        (ESTATES, [LOCATED, NAMED], UNDERSTOOD),
        (ESTATES, [LOCATED], UNDERSTOOD),
        (ESTATES, [], WRONG),
        (ESTATES, [NAMED], WRONG),
        (ESTATES, [LOCATED, NAMED, SERVED], WRONG),
        ("小区名称,所属社区,打理的\n碧波花园,望海社区,康家\n", [LOCATED, NAMED, SERVED], ASKED),
        ("院落,归口\n碧波花园,望海社区\n", [LOCATED, NAMED], REFUSED),
        ("院落,归口\n碧波花园,望海社区\n", [], UNDERSTOOD),
    ],
    ids=[
        "all_is_there",
        "a_thing_at_the_end_of_a_tie_is_spoken_of",
        "something_from_a_twin",
        "a_tie_of_which_no_fact_speaks",
        "a_tie_dropped_without_a_word",
        "a_tie_whose_column_is_asked_about",
        "a_table_that_is_not_recognised",
        "a_twin_that_is_left",
    ],
)
def test_a_verdict_is_what_a_user_would_say(
    text: str, facts: Sequence[Mapping[str, Any]], outcome: str, tmp_path: Path
) -> None:
    case = replace(CASE, files={**CASE.files, SHEET: text}, facts=facts)
    verdict = judge(case, tmp_path)
    assert verdict.outcome == outcome, verdict.detail
