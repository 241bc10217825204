"""What finds a name."""

import pytest

from visualisations.searching import search_text


@pytest.mark.parametrize(
    ("name", "words"),
    [("示例医院 07", {"shiliyiyuan07", "slyy07"}), ("长乐", {"changle", "cl"}), ("绿都", {"lvdou", "ld"})],
)
def test_a_name_is_found_by_its_pinyin_and_its_initials(name: str, words: set[str]) -> None:
    assert words <= set(search_text(name).split())


def test_a_character_with_two_readings_is_found_by_both() -> None:
    assert {"ch", "zh"} & set(search_text("长花").split())


def test_a_name_without_chinese_needs_none() -> None:
    assert search_text("Bank 07") == ""
