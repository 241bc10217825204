"""Text in the encodings that offices use, and bytes that fit none."""

import pytest

from tests.loaders.readers.asking import ReadText, RowsOf, failure_of

TEXT = "单位名称,类型\n示例街道第一小学,学校\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_each_usual_encoding_is_read_without_being_named(read_text: ReadText, encoding: str) -> None:
    result = read_text(TEXT.encode(encoding))
    assert result.sheets[0].rows == [["单位名称", "类型"], ["示例街道第一小学", "学校"]]
    assert result.encoding_used == encoding


def test_a_named_encoding_overrides_the_search(rows_of: RowsOf) -> None:
    assert rows_of("單位名稱,類型\n".encode("big5"), encoding="big5") == [["單位名稱", "類型"]]


def test_a_bad_byte_in_gb18030_is_shown_with_offset_and_line(read_text: ReadText) -> None:
    data = TEXT.encode("gb18030") + b"\xff,x\n"
    failure = failure_of(read_text(data))
    assert (failure.code, failure.row) == ("wrong_encoding", 3)
    for text in (failure.reason_zh, failure.reason_en):
        assert "0xFF" in text
        assert str(len(data) - 4) in text
        assert "GB18030" in text


def test_a_damaged_byte_in_long_utf8_is_not_read_as_other_characters(read_text: ReadText) -> None:
    """GB18030 has a meaning for nearly every pair of bytes, and would make nonsense of the whole file in silence."""
    data = (TEXT * 5).encode()
    broken = data[:-4] + b"\xe5" + data[-4:]
    failure = failure_of(read_text(broken))
    assert failure.code == "wrong_encoding"
    assert "UTF-8" in failure.reason_en
    assert failure.row == 10


def test_the_first_bad_byte_is_in_the_first_line(read_text: ReadText) -> None:
    failure = failure_of(read_text(b"\xff\xffa,b\n"))
    assert (failure.code, failure.row) == ("wrong_encoding", 1)
    assert "0xFF" in failure.reason_zh


@pytest.mark.parametrize("name", ["no-such-encoding", "base64", "rot13"])
def test_a_name_that_is_no_text_encoding_is_said_to_be_none(read_text: ReadText, name: str) -> None:
    failure = failure_of(read_text(b"\xff,b\n", encoding=name))
    assert failure.code == "unknown_encoding"
    assert name in failure.reason_zh


def test_half_a_character_at_the_end_of_utf16_is_refused(read_text: ReadText) -> None:
    assert failure_of(read_text(TEXT.encode("utf-16")[:-1])).code == "wrong_encoding"
