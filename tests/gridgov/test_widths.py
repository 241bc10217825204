"""Chinese characters take two columns."""

from gridgov.widths import cut, pad, width, wrap


def test_width_counts_columns() -> None:
    assert width("社区 A") == 6
    assert width("Ａ") == 2
    assert width("e\u0301\u200b") == 1


def test_pad_fills_up_to_columns() -> None:
    assert pad("社区", 6) == "社区  "


def test_cut_leaves_out_what_does_not_fit_and_says_so() -> None:
    assert cut("湖里区", 6) == "湖里区"
    assert cut("示例花园", 6) == "示例…"


def test_wrap_breaks_between_words_and_between_characters_but_not_before_a_stop() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("第一句，第二句。", 8) == ["第一句，", "第二句。"]
    assert wrap("第一句完。", 8) == ["第一句", "完。"]
    assert wrap("", 8) == [""]
