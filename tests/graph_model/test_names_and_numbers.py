"""Normal names, official numbers, uids, pseudonyms."""

import csv
from datetime import date
from pathlib import Path

import pytest

from graph_model import pseudonyms
from graph_model.names import normal_name
from graph_model.official_codes import (
    credit_code_check_character,
    credit_code_problem,
    division_level,
    is_division_code,
    normal_code,
    parent_division,
)
from graph_model.uids import child_key, key_of, node_uid, person_uid, post_uid, relationship_uid

NAMES = list(csv.DictReader((Path(__file__).parent / "names.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", NAMES, ids=lambda c: f"{c['one']} {c['other']}")
def test_two_writings_are_one_name_or_two(case: dict[str, str]) -> None:
    one, other = (normal_name(case["label"], case[which]) for which in ("one", "other"))
    assert (one == other) is (case["same"] == "yes")


def test_zero_width_characters_do_not_tell_names_apart() -> None:
    assert normal_name("Estate", "示\u200b例\u00a0花\u3000园") == "示例花园"


# 91350100M000100Y43 is the worked example of GB 32100-2015.
def test_the_check_character_of_a_published_credit_code() -> None:
    assert credit_code_check_character("91350100M000100Y4") == "3"
    assert credit_code_problem("91350100M000100Y43") is None
    assert credit_code_problem("91350100M000100Y44") == "check"
    assert credit_code_problem("91350100M000100Y4") == "form"
    assert credit_code_problem("91350100I000100Y43") == "form"


def test_a_code_is_compared_without_spaces_and_case() -> None:
    assert normal_code(" ９１350100 m000100y43 ") == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [
        ("990206000000", "district", None),
        ("990206003000", "subdistrict", "990206000000"),
        ("990206003022", "community", "990206003000"),
    ],
)
def test_a_division_code_tells_level_and_parent(code: str, level: str, parent: str | None) -> None:
    assert is_division_code(code)
    assert (division_level(code), parent_division(code)) == (level, parent)


def test_uids_are_made_as_the_design_has_them() -> None:
    assert node_uid("Community", "990206003022") == "community:990206003022"
    branch = node_uid("PartyBranch", child_key("990206003022", "示例花园联合党支部"))
    assert branch == "party_branch:990206003022/示例花园联合党支部"
    assert key_of(branch) == "990206003022/示例花园联合党支部"
    assert post_uid(branch, "secretary") == "post:990206003022/示例花园联合党支部/secretary"
    assert post_uid(branch, "part_time_member", "医疗席").endswith("/part_time_member/医疗席")
    assert person_uid("0123456789abcdef" * 4) == "person:0123456789abcdef"


def test_two_terms_in_one_post_are_two_relationships() -> None:
    first = relationship_uid("HOLDS", "person:1", "post:1", date(2020, 1, 1))
    again = relationship_uid("HOLDS", "person:1", "post:1", date(2023, 1, 1))
    assert first != again
    assert first == relationship_uid("HOLDS", "person:1", "post:1", date(2020, 1, 1))
    assert relationship_uid("SERVES", "a", "b", None, "合同一") != relationship_uid("SERVES", "a", "b", None, "合同二")
    prefix, _, digits = first.partition(":")
    assert (prefix, len(digits)) == ("holds", 16)


KEY, OTHER_KEY = b"k" * 32, b"o" * 32


def test_an_old_identity_number_is_the_same_person() -> None:
    """15 digits of the first generation become 18: the century and a check character are added."""
    assert pseudonyms.normal_identity_number("990206900101001") == "990206199001010016"
    old, new = (pseudonyms.by_identity_number(KEY, n) for n in ("990206900101001", "990206 19900101 0016"))
    assert old == new


def test_a_pseudonym_depends_on_key_kind_and_namespace() -> None:
    found = {
        pseudonyms.by_identity_number(KEY, "17"),
        pseudonyms.by_identity_number(OTHER_KEY, "17"),
        pseudonyms.by_person_number(KEY, "a", "17"),
        pseudonyms.by_person_number(KEY, "b", "17"),
        pseudonyms.by_name_and_telephone(KEY, "某甲", "19900000001"),
        pseudonyms.by_name_and_telephone(KEY, "某乙", "19900000001"),
        pseudonyms.by_row(KEY, "a", "b", 17),
    }
    assert len(found) == 7
    assert all(len(p) == 64 for p in found)


def test_a_telephone_is_compared_by_its_digits() -> None:
    one, other = (
        pseudonyms.by_name_and_telephone(KEY, "某甲", t) for t in ("+86 199-0000-0001", "１９９００００000１")
    )
    assert one == other


def test_a_fingerprint_tells_keys_apart_and_shows_none() -> None:
    assert pseudonyms.key_fingerprint(KEY) != pseudonyms.key_fingerprint(OTHER_KEY)
    assert KEY.hex() not in pseudonyms.key_fingerprint(KEY)
    assert pseudonyms.short_code("7f3a21" + "0" * 58) == "人员 7F3A21"
