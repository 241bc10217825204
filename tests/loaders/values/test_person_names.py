"""What may be a person's name is not shown in faults; terms and places are."""

import pytest

from loaders.values.person_names import HIDDEN, without_names

NAMES = ["张三", "李建国", "欧阳娜", "王五、赵六", "陈思远（书记）", "吴国栋 郑晓岚", "周雅琴同志", "林海燕13800000001"]
OTHERS = [
    *(
        "书记",
        "委员",
        "常委",
        "方案",
        "文化",
        "高层",
        "单位",
        "和盛里社区",
        "金榕广场",
        "林海苑",
        "是",
        "2023-05",
        "白鹭花园",
    ),
    *("金融", "安居示例物业服务有限公司", "未成立", "张家村", "马巷", "高新区", "施工单位", ""),
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_hidden(text: str) -> None:
    assert without_names(text) == HIDDEN


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_name_is_shown(text: str) -> None:
    assert without_names(text) == text
