"""The vocabularies: each term is found by all its writings, and no writing means two terms."""

import pytest

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary, vocabulary_names


@pytest.mark.parametrize("name", vocabulary_names())
def test_no_writing_means_two_terms(name: str) -> None:
    meant: dict[str, str] = {}
    for term in vocabulary(name).terms:
        for writing in {normal_text(w) for w in (term.code, term.zh, term.en, *term.synonyms)}:
            assert meant.setdefault(writing, term.code) == term.code, writing


@pytest.mark.parametrize("name", vocabulary_names())
def test_every_term_is_found_by_each_of_its_writings(name: str) -> None:
    terms = vocabulary(name)
    assert terms.zh
    assert terms.en
    for term in terms.terms:
        for writing in (term.code, term.zh, term.en, *term.synonyms):
            assert terms.find(writing) == term


def test_a_writing_is_found_in_other_widths_and_traditional_characters() -> None:
    assert vocabulary("political_status").find(" 中共黨員 ") == vocabulary("political_status").term("member")


def test_a_value_outside_a_vocabulary_is_its_own_name() -> None:
    assert vocabulary("role").find("楼长") is None
    assert vocabulary("role").name_of("楼长", "en") == "楼长"
    assert vocabulary("role").name_of("secretary", "zh") == "书记"
