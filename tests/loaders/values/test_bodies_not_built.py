"""未建 in the column of a body: a state, and never the name of one."""

import pytest

from loaders.values.states import is_state


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "未建",
            "尚未建",
            "暂未建立",
            "未单独组建",
            "未独立组建党组织",
            "应建未建",
            "无党组织",
            "无党员",
            "没有党组织",
        ),
        *("已建", "在建", "拟建", "待建", "已建立", "正在组建", "暂不具备组建条件"),
    ],
)
def test_a_state_of_building_is_no_name(cell: str) -> None:
    assert is_state(cell)


@pytest.mark.parametrize("name", ["未来花园", "未来城党支部", "未名湖支部", "待建村", "无建公司", "已建公司党支部"])
def test_a_name_that_begins_like_a_state_is_one(name: str) -> None:
    assert not is_state(name)
