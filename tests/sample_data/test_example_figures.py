"""Each published figure that can be met is met: counted here from the registries in plain Python."""

from collections.abc import Mapping, Sequence

from sample_data.example.truth import District
from sample_data.example.truth.entities import Row

Rows = Mapping[str, Sequence[Row]]


def members(row: Row, field: str) -> tuple[str, ...]:
    value = row.get(field, ())
    assert isinstance(value, tuple)
    return value


def current(row: Row) -> bool:
    return row["state"] == "current"


def test_the_division_has_5_subdistricts_and_59_communities(rows: Rows) -> None:
    levels = [r["level"] for r in rows["division"]]
    assert (levels.count("district"), levels.count("subdistrict"), levels.count("community")) == (1, 5, 59)
    assert all(str(r["code"]).startswith("990206") for r in rows["division"])


def test_65_committees_stand_on_three_levels(rows: Rows) -> None:
    kinds = [r["kind"] for r in rows["party_committee"]]
    assert len(kinds) == 65
    assert kinds.count("district_committee") == 1
    assert kinds.count("enlarged_subdistrict_committee") == 5
    assert kinds.count("enlarged_community_committee") + kinds.count("general_branch") == 59
    assert kinds.count("general_branch") > 0


def test_444_branches_cover_each_of_513_estates_by_work(rows: Rows) -> None:
    estates = {(r["community"], r["name"]) for r in rows["estate"]}
    by_work = {(r["community"], r["estate"]) for r in rows["branch_coverage"]}
    organised = {(r["community"], e) for r in rows["party_branch"] for e in members(r, "estates")}
    assert (len(rows["party_branch"]), len(estates)) == (444, 513)
    assert organised | by_work == estates
    assert organised < estates  # coverage by organisation is not complete


def test_grids_are_of_4_kinds_and_training_of_3_levels(rows: Rows) -> None:
    assert {r["kind"] for r in rows["grid"]} == {"estate", "urban_village", "business_park", "mixed"}
    assert {r["level"] for r in rows["training_site"]} == {"district", "subdistrict", "community"}


def test_96_and_557_units_co_build_and_some_at_both_levels(rows: Rows) -> None:
    subdistrict, community = (
        {r["unit"] for r in rows["co_building"] if ("community" in r) is at_community} for at_community in (False, True)
    )
    assert (len(subdistrict), len(community), len(subdistrict & community)) == (96, 557, 14)
    defined = {r["name"] for r in rows["co_building_unit"]} | {r["name"] for r in rows["property_firm"]}
    assert subdistrict | community <= defined


def test_143_platforms_are_convened_by_committees(rows: Rows) -> None:
    committees = {r["name"] for r in rows["party_committee"]}
    assert len(rows["platform"]) == 143
    assert {r["convenor"] for r in rows["platform"]} <= committees


def test_359_estates_are_managed_and_each_has_a_contract_today(rows: Rows) -> None:
    managed = {(r["community"], r["name"]) for r in rows["estate"] if r["managed"]}
    served = {
        (r["community"], r["estate"])
        for r in rows["property_service"]
        if "valid_to" not in r or str(r["valid_to"].iso) > "2024-09-03"  # type: ignore[union-attr] # a date
    }
    assert len(managed) == 359
    assert served == managed


def test_42_firms_have_a_party_organisation_and_13_of_them_the_mechanism(rows: Rows) -> None:
    with_party = {r["firm"] for r in rows["firm_party_organisation"]}
    mechanism = {r["organisation"] for r in rows["adoption"] if r["mechanism"] == "红色物业党建联建机制"}
    assert (len(with_party), len(mechanism)) == (42, 13)
    assert mechanism <= with_party


def test_331_estates_have_one_owners_committee_each(rows: Rows) -> None:
    estates = {(r["community"], r["estate"]) for r in rows["owners_committee"]}
    names = {(r["community"], r["name"]) for r in rows["owners_committee"]}
    assert len(estates) == len(names) == 331
    assert sum(r["owner_body"] == "committee" for r in rows["estate"]) == 331
    assert round(331 / 513 * 100, 1) == 64.5


def test_159_party_members_direct_a_committee_and_68_are_secretaries_of_its_branch(
    district: District, rows: Rows
) -> None:
    directors = [
        r
        for r in rows["tenure"]
        if r["organisation_kind"] == "owners_committee" and r["role"] == "director" and current(r)
    ]
    members = {r["person"] for r in directors if r["political_status"] == "member"}
    assert len(members) == 159
    assert len({r["person"] for r in directors}) == len(directors)
    covering = {(b.community.name, e.owners_committee): b.name for b in district.branches for e in b.all_estates}
    secretaries = {
        (r["person"], r["community"], r["organisation"])
        for r in rows["tenure"]
        if r["organisation_kind"] == "party_branch" and r["role"] == "secretary" and current(r)
    }
    both = [
        r
        for r in directors
        if (r["person"], r["community"], covering[str(r["community"]), str(r["organisation"])]) in secretaries
    ]
    assert len(both) == 68
    elsewhere = {p for p, _, _ in secretaries} & {r["person"] for r in directors} - {r["person"] for r in both}
    assert elsewhere  # some secretaries direct the committee of an estate that another branch covers


def test_12_elections_of_the_first_subdistrict_were_guided(rows: Rows) -> None:
    guided = [r for r in rows["election"] if r["subdistrict"] == "鹭湾街道" and r.get("guided_by")]
    assert len(guided) == 12
    assert all(r["state"] == "held" and len(members(r, "guided_by")) == 2 for r in guided)


def test_the_pilot_community_settled_more_than_50_disputes_and_30_urgent_matters(rows: Rows) -> None:
    here = [r for r in rows["matter"] if r["community"] == "和盛里社区"]
    for kind, low, high in (("dispute", 51, 59), ("urgent_need", 31, 39)):
        of_kind = [r for r in here if r["kind"] == kind]
        settled = [r for r in of_kind if r["state"] == "settled"]
        assert low <= len(settled) < len(of_kind) <= high


def test_training_sessions_and_attendances(rows: Rows) -> None:
    levels = [r["level"] for r in rows["training_session"]]
    assert (levels.count("district"), levels.count("subdistrict")) == (14, 76)
    assert 1100 < levels.count("community") < 1200
    assert 12_000 < sum(int(str(r["attendances"])) for r in rows["training_session"]) < 13_000


def test_25_estates_were_audited_first_and_5_meetings_held(rows: Rows) -> None:
    first = {(r["community"], r["estate"]) for r in rows["audit"] if r["batch"] == "第一批"}
    assert len(first) == 25
    assert sum(r["kind"] == "audit_meeting" for r in rows["activity"]) == 5


def test_25_old_estates_of_the_area_are_renewed_in_13_projects(rows: Rows) -> None:
    projects = [r for r in rows["project"] if r["area"] == "鹭渡片区"]
    old = {r["name"] for r in rows["estate"] if r["subdistrict"] == "鹭湾街道" and r["old"]}
    renewed = {e for r in projects if r["kind"] == "renewal" for e in members(r, "estates")}
    assert len(projects) == 13
    assert len(renewed) == 25
    assert renewed <= old
    assert {e for r in projects for e in members(r, "estates")} == renewed


def test_3_systems_are_adopted_by_branches(rows: Rows) -> None:
    systems = {r["name"] for r in rows["mechanism"] if r["kind"] == "system"}
    adopted = {r["mechanism"] for r in rows["adoption"] if r["organisation_kind"] == "party_branch"}
    assert len(systems) == 3
    assert adopted == systems


def test_most_estates_let_their_branch_nominate_and_remove(rows: Rows) -> None:
    rights: dict[str, set[tuple[object, object]]] = {right: set() for right in ("nominate", "remove")}
    for row in rows["right"]:
        if str(row["body"]).endswith("业委会"):
            rights[str(row["right"])].add((row["community"], row["body"]))
    assert rights["nominate"] == rights["remove"]
    assert 0.85 < len(rights["nominate"]) / 331 < 1
