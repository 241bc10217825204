"""How the two ends of a period stand in one cell, and what is no period."""

import pytest

from loaders.values.periods import split_period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021.5-2026.5", "2021.5", "2026.5"),
        ("自2021年5月至2026年5月", "2021年5月", "2026年5月"),
        ("2021.5至今", "2021.5", "今"),
        ("2021-05 to 2026-05", "2021-05", "2026-05"),
        ("2021-05-01 until 2026-04-30", "2021-05-01", "2026-04-30"),
        ("May 2021 - May 2026", "may2021", "may2026"),
        ("May 2021 – April 2026", "may2021", "april2026"),
        ("from 1 May 2021 to 30 April 2026", "1may2021", "30april2026"),
        ("May 1, 2021 through April 30, 2026", "may1,2021", "april30,2026"),
        ("2021-05 to present", "2021-05", "present"),
        ("since May 2021", "may2021", None),
        ("until May 2026", None, "may2026"),
        ("2021年5月起三年", "2021年5月", "2024-05"),
        ("自2021-05-01起3年", "2021-05-01", "2024-05-01"),
        ("2021年5月1日起，为期两年", "2021年5月1日", "2023-05-01"),
        ("2021.5（三年）", "2021.5", "2024-05"),
        ("2021年11月起6个月", "2021年11月", "2022-05"),
        ("2021年5月起一年半", "2021年5月", "2022-11"),
        ("2021年起五年", "2021年", "2026"),
        ("3年，2021年5月1日起", "2021年5月1日", "2024-05-01"),
        ("三年（自2021年5月起）", "2021年5月", "2024-05"),
        ("24个月（2021年5月起）", "2021年5月", "2023-05"),
        ("三年（2021.5-2024.5）", "2021.5", "2024.5"),
        ("2021.5-2026.5（五年）", "2021.5", "2026.5"),
    ],
)
def test_a_period_has_two_ends(text: str, start: str | None, end: str | None) -> None:
    found = split_period(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "三年",
        "2年",
        "24个月",
        "一年一签",
        "签订之日起两年",
        "2021-05-01",
        "2021年5月1日",
        "May 2021",
        "01-May-2021",
        "2021-May-01",
        "2021年8月31日起1个月（暂定）",
        "2021-01-31起1个月",
        "2021年起半年",
        "五年，另行约定",
        "",
    ],
)
def test_no_period_is_left_to_the_reader_of_dates(text: str) -> None:
    assert split_period(text) is None
