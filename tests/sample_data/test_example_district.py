"""The example district is invented, has the traps of real names, and is like life where questions ask about life."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import openpyxl

from graph_model.official_codes import credit_code_problem
from sample_data.example import write_division_history
from sample_data.example.truth import District, make_district
from sample_data.example.truth.entities import Row
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.sizes import SMALL

Rows = Mapping[str, Sequence[Row]]


def test_the_same_seed_gives_the_same_district_and_another_one_another(rows: Rows) -> None:
    assert make_district(Setting(20240903)).registers == rows
    assert make_district(Setting(7)).registers != rows


def test_two_communities_are_one_character_apart_and_one_is_named_as_its_subdistrict(district: District) -> None:
    names = [c.name for c in district.places.communities]
    apart = [(a, b) for a, b in combinations(names, 2) if len(a) == len(b) and sum(map(str.__ne__, a, b)) == 1]
    assert ("岚埔社区", "岚浦社区") in apart
    stems = {s.name.removesuffix("街道") for s in district.places.subdistricts}
    assert stems & {n.removesuffix("社区") for n in names} == {"鹭湾", "汐桥", "岚屿"}


def test_some_estates_share_a_name_but_never_within_a_subdistrict(rows: Rows) -> None:
    homes = defaultdict(list)
    for row in rows["estate"]:
        homes[row["name"]].append(row["subdistrict"])
    shared = [h for h in homes.values() if len(h) > 1]
    assert len(shared) == 4
    assert all(len(set(h)) == len(h) for h in shared)


def test_one_joint_branch_covers_more_than_five_estates(district: District) -> None:
    numbers = Counter(len(b.all_estates) for b in district.branches if b.kind == "joint_branch")
    assert max(numbers) == 6
    assert numbers[6] == 1
    assert min(numbers) == 2


def test_part_time_seats_are_filled_and_vacant_and_name_the_unit_that_delegates(rows: Rows) -> None:
    seats = {(r["organisation"], r["seat"]): r["delegated_by"] for r in rows["post"] if r["role"] == "part_time_member"}
    held = {
        (r["organisation"], r["seat"])
        for r in rows["tenure"]
        if r["role"] == "part_time_member" and r["state"] == "current"
    }
    assert held < seats.keys()
    assert all(seats.values())


def test_secretary_and_director_are_one_person_in_most_communities(rows: Rows) -> None:
    secretaries = {
        r["community"]: r["person"]
        for r in rows["tenure"]
        if r["organisation_kind"] == "party_committee"
        and r["role"] == "secretary"
        and "community" in r
        and r["state"] == "current"
    }
    directors = {
        r["community"]: r["person"]
        for r in rows["tenure"]
        if r["organisation_kind"] == "residents_committee" and r["role"] == "director"
    }
    same = sum(secretaries[c] == directors[c] for c in secretaries)
    assert len(secretaries) == len(directors) == 59
    assert 45 <= same < 59


def test_a_few_sit_on_the_supervising_and_the_supervised_side(rows: Rows) -> None:
    sides = defaultdict(set)
    for row in rows["tenure"]:
        if row["organisation_kind"] in {"owners_committee", "supervisory_committee"} and row["state"] == "current":
            estate = re.sub(r"(业委会|业主监督委员会)$", "", str(row["organisation"]))
            sides[row["person"], row["community"], estate].add(row["organisation_kind"])
    assert sum(len(kinds) == 2 for kinds in sides.values()) == 3


def test_tenures_are_current_ended_and_ended_at_an_unknown_date_and_some_change_hands_in_a_day(rows: Rows) -> None:
    assert {r["state"] for r in rows["tenure"]} == {"current", "ended", "ended_unknown"}
    ends = {(r["organisation"], r["role"], r["valid_to"]) for r in rows["tenure"] if "valid_to" in r}
    starts = {(r["organisation"], r["role"], r["valid_from"]) for r in rows["tenure"]}
    assert len(ends & starts) > 50


def test_some_ties_show_no_activity_and_some_terms_have_run_out(district: District, rows: Rows) -> None:
    active = {u for r in rows["activity"] for u in r.get("participants", ())}  # type: ignore[union-attr] # a tuple
    assert {u.name for u in district.units} - active
    assert any(c.overdue for c in district.owners_committees)


def test_codes_are_well_made_and_of_a_province_that_does_not_exist(rows: Rows) -> None:
    codes = [str(r["code"]) for record in ("property_firm", "co_building_unit") for r in rows[record]]
    assert len(set(codes)) == len(codes)
    assert all(credit_code_problem(c) is None and c[2:8] == "990206" for c in codes)


def test_nobody_is_real(rows: Rows) -> None:
    people = {r["person"]: r for record in ("tenure", "reserve_listing") for r in rows[record]}
    # no province has the number 99, and no mobile telephone has a number that begins with 100
    assert all(str(r["identity_number"]).startswith("990206") for r in people.values())
    assert all(re.fullmatch(r"100\d{8}", str(r["telephone"])) for r in people.values())
    assert all(str(r["person_name"])[0] in "例拟示样设仿" for r in people.values())
    assert (
        len({r["identity_number"] for r in people.values()})
        == len({r["telephone"] for r in people.values()})
        == len(people)
    )


def test_a_person_has_one_political_status_in_all_rows(rows: Rows) -> None:
    found = defaultdict(set)
    for record in ("tenure", "reserve_listing"):
        for row in rows[record]:
            found[row["person"]].add(row["political_status"])
    assert all(len(statuses) == 1 for statuses in found.values())


def test_the_small_size_is_smaller_in_everything() -> None:
    small = make_district(Setting(20240903, SMALL))
    assert 3_500 < sum(map(len, small.registers.values())) < 5_000
    assert len(small.registers["estate"]) == SMALL.estates
    assert len({(r["community"], r["estate"]) for r in small.registers["owners_committee"]}) == SMALL.owners_committees


def test_a_code_was_given_to_another_community_over_the_years(tmp_path: Path) -> None:
    rows = list(openpyxl.load_workbook(write_division_history(tmp_path)).active.iter_rows(min_row=4, values_only=True))
    names = defaultdict(set)
    for _, code, name, *_ in rows:
        names[code].add(name)
    changed = {code: found for code, found in names.items() if len(found) > 1}
    assert changed == {
        "990206003026": {"岚浦社区居委会", "芦花里社区居委会"},
        "990206002009": {"石磴社区居委会", "石蹬社区居委会"},
    }
