"""Which texts call several places by their numbers, and which are one name."""

import pytest

from loaders.values.numbered_ranges import in_numbered_range


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1-3网格", ["1网格", "2网格", "3网格"]),
        ("1—3网格", ["1网格", "2网格", "3网格"]),
        ("第一至第三网格", ["第一网格", "第二网格", "第三网格"]),
        ("第一至三网格", ["第一网格", "第二网格", "第三网格"]),
        ("第九到十一网格", ["第九网格", "第十网格", "第十一网格"]),
        ("第一、二、三网格", ["第一网格", "第二网格", "第三网格"]),
        ("1、2、3网格", ["1网格", "2网格", "3网格"]),
        ("1，2网格", ["1网格", "2网格"]),
        ("第一网格、第二网格", ["第一网格", "第二网格"]),
        ("1网格至3网格", ["1网格", "2网格", "3网格"]),
        ("和盛里1～3号网格", ["和盛里1号网格", "和盛里2号网格", "和盛里3号网格"]),
        ("和盛里社区第1-2、5网格", ["和盛里社区第1网格", "和盛里社区第2网格", "和盛里社区第5网格"]),
        ("网格1-3", ["网格1", "网格2", "网格3"]),
        ("网格一、二", ["网格一", "网格二"]),
        ("第1和第2片区", ["第1片区", "第2片区"]),
        ("Grids 1-3", ["grids1", "grids2", "grids3"]),
        ("十九至二十一网格", ["十九网格", "二十网格", "二十一网格"]),
    ],
)
def test_numbers_of_several_places_are_told(text: str, names: list[str]) -> None:
    assert in_numbered_range(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "第一网格",
        "12网格",
        "2-1网格",
        "1-1网格",
        "1-1-3网格",
        "“1-3网格”",
        "和平里网格",
        "示例路1-5号",
        "示例花园一、二期",
        "示例花园1、2号楼",
        "第一、第二医院",
        "三和网格",
        "五一网格",
        "网格",
        "1-900网格",
        "",
    ],
)
def test_one_name_is_no_range(text: str) -> None:
    assert not in_numbered_range(text)
