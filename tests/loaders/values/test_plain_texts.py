"""What one look takes as it is, the careful reader takes as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.record_types.columns import Column, Kind
from loaders.values.cell_reading import CellContext, is_missing
from loaders.values.holders import is_ditto
from loaders.values.plain_texts import _CODE, _TEXT, plain_code, plain_list, plain_text
from loaders.values.typed_cells import read_cell

_NOT_PLAIN = (
    "无",
    "暂无",
    "同上",
    "同上行",
    "上同",
    "5月1日",
    "DEC-20",
    "13800000000",
    "HB13800000000",
    "1E5",
    "0",
    "",
    "甲、乙、",
)


def _read(kind: Kind, text: str, *, many: bool = False) -> object:
    reading = read_cell(Column("单位", "unit", kind, many=many), text, CellContext("单位"))
    assert not reading.fault
    return reading.value


@given(st.from_regex(_TEXT, fullmatch=True))
def test_a_plain_text_is_read_as_it_is_in_columns_of_texts_and_of_references(text: str) -> None:
    assert not is_missing(text)
    assert not is_ditto(text)
    assert plain_text(text) == _read("text", text) == _read("reference", text) == text


@given(st.from_regex(_CODE, fullmatch=True))
def test_a_plain_code_is_read_as_it_is_in_columns_of_codes(text: str) -> None:
    assert plain_code(text) == _read("code", text) == text


@given(st.lists(st.text("和盛里社同上无党支部〇12", min_size=2, max_size=6), min_size=1, max_size=4).map("、".join))
def test_a_plain_list_has_the_members_that_the_careful_reader_finds(text: str) -> None:
    assert plain_list(text) in (None, _read("reference", text, many=True))


@pytest.mark.parametrize("text", _NOT_PLAIN)
def test_what_needs_care_is_left_to_the_careful_reader(text: str) -> None:
    assert plain_text(text) is None
    assert plain_code(text) is None
    assert plain_list(text) is None
