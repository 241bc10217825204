"""JSON registries."""

import json

import pytest

from loaders.readers import Cell
from tests.loaders.readers.asking import ReadText, RowsOf, failure_of


def test_a_list_of_objects_has_its_keys_as_heading(read_text: ReadText) -> None:
    objects = [{"name": "甲", "members": 5}, {"name": "乙", "share": 0.5, "old": True}]
    sheet = read_text(json.dumps(objects), "支部.json").sheets[0]
    assert sheet.rows == [["name", "members", "share", "old"], ["甲", 5, None, None], ["乙", None, 0.5, True]]
    assert (sheet.kind, sheet.record, sheet.name) == ("objects", None, "支部")


def test_a_registry_may_name_its_record_type(read_text: ReadText) -> None:
    sheet = read_text(json.dumps({"record": "estate", "rows": [{"name": "示例花园"}]}), "小区.json").sheets[0]
    assert sheet.record == "estate"
    assert sheet.rows == [["name"], ["示例花园"]]


def test_a_list_of_values_becomes_a_list_cell_and_null_is_missing(rows_of: RowsOf) -> None:
    text = json.dumps([{"estates": ["甲", "乙"], "note": None, "none": []}])
    assert rows_of(text, "a.json")[1] == ["甲、乙", None, None]


@pytest.mark.parametrize(
    "text", ["[]", "[{}]", "[{}, {}]", '{"rows": []}', '{"record": "estate", "rows": []}', " [ ]\n"]
)
def test_a_registry_without_objects_says_that_there_is_nothing_in_it(read_text: ReadText, text: str) -> None:
    assert failure_of(read_text(text, "a.json")).code == "no_content"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('[{"a": {"b": 1, "c": {"d": "x"}}, "e": 2}]', [["a.b", "a.c.d", "e"], [1, "x", 2]]),
        ('[{"a": {"b": 1}}, {"a": null}]', [["a.b", "a"], [1, None], [None, None]]),
        ('{"code": 200, "data": {"total": 1, "list": [{"a": 1}]}}', [["a"], [1]]),
        ('{"小区": [{"a": 1}], "标签": ["x", "y"], "空": []}', [["a", "$.标签"], [1, "x、y"]]),
        ('{"rows": [{"a": 1}], "other": [{"b": 2}]}', [["a"], [1]]),
        ('{"a": 1}\n{"a": 2, "b": "x"}\n', [["a", "b"], [1, None], [2, "x"]]),
        ('{"a": 1}\r\n\r\n{"a": 2}', [["a"], [1], [2]]),
        ('\ufeff[{"a": 1}]', [["a"], [1]]),
        ('[{"a": 9223372036854775807, "b": 9223372036854775808}]', [["a", "b"], [2**63 - 1, str(2**63)]]),
        (
            '[{"a": 350206199001011234567890, "b": -9223372036854775809}]',
            [["a", "b"], ["350206199001011234567890", str(-(2**63) - 1)]],
        ),
        ('[{"a": 1e400, "b": 1E5, "c": "\\ud83d\\ude00"}]', [["a", "b", "c"], [None, 100000, "😀"]]),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_registries_of_other_programs_are_read_as_what_they_are(
    rows_of: RowsOf, text: str, rows: list[list[Cell]], name: str
) -> None:
    assert rows_of(text, name) == rows


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_registry_may_have_any_encoding_of_an_office(rows_of: RowsOf, encoding: str) -> None:
    assert rows_of('[{"名称": "示例花园"}]'.encode(encoding), "a.json") == [["名称"], ["示例花园"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"a": 1},\n {"a": }]', "line 2"),
        ('{"a": 1}', "rows"),
        ("[1, 2]", "item 1"),
        ('[{"a": 1, "a": 2}]', '"a" twice'),
        ('[{"a.b": 1, "a": {"b": 2}}]', "outside"),
        ('[{"a": {"b": 1, "b": 2}}]', '"b" twice'),
        ('{"a": 1}\n{"a": 2\n', "line 2"),
        ('[{"a": ' + '{"b": ' * 30 + "1" + "}" * 30 + "}]", "deeply"),
        ('[{"a": ' + '[{"b": ' * 30 + "1" + "}]" * 30 + "}]", "deeply"),
        ("[" * 100_000, "deeply"),
        ('[{"a": [{"b": 1}], "a.b": 1}, {"a": [{"^.a.b": 1}]}]', "two things"),
        ('[{"a.b": [{"c": 1}], "a": {"b": [{"c": 1}]}}]', "one name"),
        ('{"a": [{"b": 1}, "x"]}', "item 2"),
        ('{"a": {' + ", ".join(f'"k{n}": [{{"b": 1}}]' for n in range(600)) + "}}", "lists"),
        ('{"record": 5, "rows": []}', "record"),
    ],
)
def test_what_cannot_be_used_is_one_failure_that_says_why(read_text: ReadText, text: str, said: str) -> None:
    failure = failure_of(read_text(text, "a.json"))
    assert failure.code == "malformed_json"
    assert said in failure.reason_en
    assert '{"record"' in failure.suggestion_zh


def tables(read_text: ReadText, text: str) -> dict[str, list[list[Cell]]]:
    result = read_text(text, "台账.json")
    assert result.failure is None, result.failure
    return {sheet.name: sheet.rows for sheet in result.sheets}


NESTED = [
    pytest.param(
        '[{"社区": "甲", "支部": [{"名称": "一"}, {"名称": "二", "人数": 3}]},'
        ' {"社区": "乙", "支部": [{"名称": "三"}]}]',
        {
            "台账": [["社区"], ["甲"], ["乙"]],
            "支部": [["名称", "人数", "^.社区"], ["一", None, "甲"], ["二", 3, "甲"], ["三", None, "乙"]],
        },
        id="a list within objects has what is around them beside it",
    ),
    pytest.param(
        '[{"名称": "甲", "支部": [{"名称": "一", "成员": [{"姓名": "某甲"}]}]}]',
        {
            "台账": [["名称"], ["甲"]],
            "支部": [["名称", "^.名称"], ["一", "甲"]],
            "支部.成员": [["姓名", "^.名称", "^.^.名称"], ["某甲", "一", "甲"]],
        },
        id="a list within a list has both levels around it",
    ),
    pytest.param(
        '[{"社区": "甲", "小区": [{"名": "一"}], "网格": [{"号": 1}, {"号": 2}]}]',
        {
            "台账": [["社区"], ["甲"]],
            "小区": [["名", "^.社区"], ["一", "甲"]],
            "网格": [["号", "^.社区"], [1, "甲"], [2, "甲"]],
        },
        id="two lists of one object are two tables",
    ),
    pytest.param(
        '{"小区": [{"名": "一"}], "网格": [{"号": 1}], "街道": "某街道", "code": 0}',
        {"小区": [["名", "$.街道"], ["一", "某街道"]], "网格": [["号", "$.街道"], [1, "某街道"]]},
        id="two lists of an envelope are two tables, and what it says stands beside both",
    ),
    pytest.param(
        '{"code": 0, "data": {"社区": "甲", "total": 1, "list": [{"名": "一", "楼": [{"号": 5}]}]}}',
        {"台账": [["名", "$.data.社区"], ["一", "甲"]], "楼": [["号", "^.名", "$.data.社区"], [5, "一", "甲"]]},
        id="what an envelope says goes down to the innermost list",
    ),
    pytest.param(
        '{"rows": [{"a": 1}], "columns": [{"field": "a"}], "record": null}',
        {"台账": [["a"], [1]], "columns": [["field"], ["a"]]},
        id="rows are the registry, and what stands beside them is not dropped",
    ),
    pytest.param(
        '[{"社区": "甲", "书记": {"姓名": "某甲", "兼职": [{"单位": "x"}]}}]',
        {
            "台账": [["社区", "书记.姓名"], ["甲", "某甲"]],
            "书记.兼职": [["单位", "^.社区", "^.书记.姓名"], ["x", "甲", "某甲"]],
        },
        id="a list within an object within an object",
    ),
    pytest.param(
        '[{"社区": "甲", "支部": {"名": "一"}}, {"社区": "乙", "支部": [{"名": "二"}, {"名": "三"}]},'
        ' {"社区": "丙", "支部": []}]',
        {
            "台账": [["社区"], ["甲"], ["乙"], ["丙"]],
            "支部": [["名", "^.社区"], ["一", "甲"], ["二", "乙"], ["三", "乙"]],
        },
        id="a list of one that a program wrote as an object",
    ),
    pytest.param(
        '[{"社区": "甲", "支部": [{"名": "一"}]}, {"社区": "乙", "支部": "无"}]',
        {"台账": [["社区", "支部"], ["甲", None], ["乙", "无"]], "支部": [["名", "^.社区"], ["一", "甲"]]},
        id="a word where others have a list stays a cell",
    ),
    pytest.param(
        '[{"社区": "甲", "成员": [{"姓名": "某甲"}, "某乙"]}]',
        {"台账": [["社区"], ["甲"]], "成员": [["姓名", "成员", "^.社区"], ["某甲", None, "甲"], [None, "某乙", "甲"]]},
        id="a plain value among objects has a column of its own",
    ),
    pytest.param(
        '[{"台账": [{"名": "一"}], "x": 1}]',
        {"台账": [["x"], [1]], "$.台账": [["名", "^.x"], ["一", 1]]},
        id="a list named like the file",
    ),
    pytest.param(
        '[{"组": [{"成员": [{"姓名": "某甲"}]}]}]',
        {"组.成员": [["姓名"], ["某甲"]]},
        id="objects that hold lists alone",
    ),
    pytest.param(
        '{"支部": [{"名": "一"}]}\n{"支部": [{"名": "二"}]}\n', {"支部": [["名"], ["一"], ["二"]]}, id="lists in lines"
    ),
]


@pytest.mark.parametrize(("text", "wanted"), NESTED)
def test_each_list_of_objects_is_a_table(read_text: ReadText, text: str, wanted: dict[str, list[list[Cell]]]) -> None:
    assert tables(read_text, text) == wanted


@pytest.mark.parametrize(
    ("written", "cell", "shown"),
    [
        ("NaN", None, "NaN"),
        ("Infinity", None, "Infinity"),
        ("-Infinity", None, "-Infinity"),
        ("1e400", None, "Infinity"),
        ("[[1], [2]]", None, "[[1], [2]]"),
        ('[["\\ud800"]]', None, '[["\ufffd"]]'),
        ('"x\\udc00y"', "x\ufffdy", None),
        ('["\\udfff", "a"]', "\ufffd、a", None),
        ("9" * 5000, "9" * 5000, None),
        ("[1, null, 2.5]", "1、2.5", None),
    ],
)
def test_what_no_cell_can_hold_is_told_at_its_cell_and_the_rest_is_read(
    read_text: ReadText, written: str, cell: Cell, shown: str | None
) -> None:
    (sheet,) = read_text(f'[{{"a": 1, "b": {written}}}, {{"a": 2}}]', "台账.json").sheets
    assert sheet.rows == [["a", "b"], [1, cell], [2, None]]
    assert sheet.error_cells == ({(2, 2): shown} if shown else {})


def test_a_key_with_half_a_character_is_a_heading_all_the_same(read_text: ReadText) -> None:
    assert tables(read_text, '[{"备\\ud800注": "x", "名": 1}]') == {"台账": [["备\ufffd注", "名"], ["x", 1]]}
