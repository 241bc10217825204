"""Which rows sum up others, and which only look so."""

from typing import Any

import pytest

from loaders.regions.total_rows import total_kind

SUMS: tuple[tuple[Any, ...], ...] = (
    ("合计", 1000),
    ("合 计", "1000"),
    ("总　计：", 1000),
    ("本页合计", "和盛里社区", "1000"),
    ("全区合计", "1,000"),
    ("合计（2个小区）", 1000),
    ("合计2个", 1000),
    ("甲花园小计", 1000, "200"),
    ("和盛里社区小计", "和盛里社区", "鹭湾街道", 1000),
    ("12", "合计", "1000"),
    (12, "小计", 1000),
    ("鹭湾街道", "和盛里社区", "小计", "1000户"),
    ("承前页", 1000),
    ("Grand total", 1000),
    ("汇总", "示例说明"),
    ("合計", 1000),
    ("彙總", 1000),
    ("Ｔｏｔａｌ", 1000),
    ("求和", 1000),
    ("过次页", 1000),
)
OTHERS: tuple[tuple[Any, ...], ...] = (
    ("平均", 500),
    ("占比", "86%"),
    ("平均户数", 500),
    ("和盛里社区平均", "433.3"),
    ("同比增长", "3%"),
)
RECORDS: tuple[tuple[Any, ...], ...] = (
    ("合计社区", "鹭湾街道", 1000),
    ("平均里", "和盛里社区", "示例物业", 860),
    ("小计家园", 1000),
    ("王小计", "示例花园党支部", "书记"),
    ("王小计", "13800138001"),
    ("甲花园", "合计", 300),
    ("甲花园", "和盛里社区", 860, "合计一户"),
    ("示例小计", "和盛里社区", "示例物业", 860),
    ("和盛里社区", "甲花园", 1000),
    ("和盛里社区", "合计"),
    ("统计局", 3),
    ("1", "甲花园", "小计"),
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [(row, kind) for rows, kind in ((SUMS, "sum"), (OTHERS, "other"), (RECORDS, None)) for row in rows],
)
def test_rows_of_totals_are_told_from_records(row: tuple[Any, ...], expected: str | None) -> None:
    assert total_kind(row) == expected
