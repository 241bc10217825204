"""JSON registries."""

import json

import pytest

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


def test_no_objects_are_no_rows_below_an_empty_heading(rows_of: RowsOf) -> None:
    assert rows_of("[]", "a.json") == [[]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"a": 1},\n {"a": }]', "line 2"),
        ('{"a": 1}', "rows"),
        ("[1, 2]", "item 1"),
        ('[{"a": 1, "a": 2}]', '"a" twice'),
        ('[{"a": {"b": 1}}]', '"a"'),
        ('[{"a": NaN}]', "NaN"),
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
