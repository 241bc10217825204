"""Every failure speaks both languages, with the same blanks, and says what to do."""

import string

import pytest

from loaders.readers import FAILURES


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", FAILURES)
def test_both_languages_leave_the_same_blanks(code: str) -> None:
    failure = FAILURES[code]
    plain = {blank.removesuffix("_zh") for blank in blanks(failure.reason_zh)}
    assert plain == {blank.removesuffix("_en") for blank in blanks(failure.reason_en)}
    assert failure.suggestion_zh
    assert failure.suggestion_en
    assert not blanks(failure.suggestion_zh) | blanks(failure.suggestion_en)
