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
        ('{"小区": [{"a": 1}], "标签": ["x", "y"], "空": []}', [["a"], [1]]),
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
        ('[{"a": [{"b": 1}]}]', '"a"'),
        ('[{"a": [[1], [2]]}]', '"a"'),
        ('[{"a.b": 1, "a": {"b": 2}}]', "outside"),
        ('[{"a": {"b": 1, "b": 2}}]', '"b" twice'),
        ('{"a": [{"b": 1}], "c": [{"d": 1}]}', "several lists"),
        ('{"a": 1}\n{"a": 2\n', "line 2"),
        ('[{"a": NaN}]', "NaN"),
        ('[{"a": -Infinity}]', "-Infinity"),
        ('[{"a": "\\ud800"}]', "half a character"),
        ('[{"a": "x\\udc00y"}]', "half a character"),
        ('[{"\\ud800": 1}]', "half a character"),
        ('[{"a": {"b": ["\\udfff"]}}]', "half a character"),
        ('[{"a": ' + '{"b": ' * 30 + "1" + "}" * 30 + "}]", "deeply"),
        ("[" * 100_000, "deeply"),
        ('[{"a": ' + "9" * 5000 + "}]", "number"),
        ('{"record": 5, "rows": []}', "record"),
    ],
)
def test_what_cannot_be_used_is_one_failure_that_says_why(read_text: ReadText, text: str, said: str) -> None:
    failure = failure_of(read_text(text, "a.json"))
    assert failure.code == "malformed_json"
    assert said in failure.reason_en
    assert '{"record"' in failure.suggestion_zh
