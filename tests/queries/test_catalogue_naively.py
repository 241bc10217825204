"""The rows of catalogue queries against a second computation, written out in plain Python over the same tables."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

import pytest

from tests.queries.conftest import District
from tests.queries.naive_graph import holds, surely
from tests.queries.random_district import DAY


def _uids(rows: list[dict[str, Any]], column: str = "uid") -> list[Any]:
    return [row[column] for row in rows]


def test_units_with_communities_are_those_with_a_tie_on_the_day(district: District) -> None:
    g = district.naive
    expected = {
        unit["uid"]
        for unit in g.of("Organisation")
        for _, committee in g.out("CO_BUILDS_WITH", unit["uid"])
        if g.out("LEADS", committee["uid"], "Community")
    }
    rows = district.records("figures/units_with_communities")
    assert sorted(_uids(rows)) == sorted(expected)


def test_participations_are_the_ties_themselves(district: District) -> None:
    g = district.naive
    expected = [
        tie["uid"] for tie in g.ties["CO_BUILDS_WITH"] if holds(tie, DAY) and g.out("LEADS", tie["end"], "Subdistrict")
    ]
    rows = district.records("figures/units_with_subdistricts", count_as="participations")
    assert sorted(_uids(rows)) == sorted(expected)


def test_work_coverage_has_every_estate_and_counts_the_covered_ones(district: District) -> None:
    g = district.naive
    expected = {e["uid"]: bool(g.branches_of(e["uid"])) for e in g.there(g.of("Estate"))}
    rows = district.records("figures/work_coverage")
    assert {row["uid"]: row["counted"] for row in rows} == expected
    assert len(rows) == len(expected)


@pytest.mark.parametrize("count_as", ["persons", "seats"])
def test_secretaries_who_direct_the_committee_of_their_own_estate(district: District, count_as: str) -> None:
    g = district.naive
    secretary_of = defaultdict(set)
    for person, _, branch in g.seats("secretary", "PartyBranch"):
        secretary_of[person["uid"]].add(branch["uid"])
    expected = set()
    for person, tenure, committee in g.seats("director", "OwnersCommittee"):
        for _, estate in g.out("REPRESENTS", committee["uid"]):
            if g.branches_of(estate["uid"]) & secretary_of[person["uid"]]:
                expected.add(person["uid"] if count_as == "persons" else tenure["uid"])
    rows = district.records("figures/secretary_directors", count_as=count_as)
    assert sorted(_uids(rows)) == sorted(expected)


def test_party_members_who_direct_a_committee(district: District) -> None:
    g = district.naive
    expected = {
        person["uid"]
        for person, _, committee in g.seats("director", "OwnersCommittee")
        if person["party_member"] == "member" and g.out("REPRESENTS", committee["uid"])
    }
    assert sorted(_uids(district.records("figures/party_member_directors"))) == sorted(expected)
    both = set(_uids(district.records("figures/secretary_directors")))
    alone = set(_uids(district.records("figures/party_member_directors", include_secretaries=False)))
    assert alone == expected - both


def test_gaps_say_what_each_estate_has_and_what_is_not_formed(district: District) -> None:
    g = district.naive
    expected = {}
    for estate in g.there(g.of("Estate")):
        uid = estate["uid"]
        branches = g.branches_of(uid)
        committees = g.uids(g.into("REPRESENTS", uid, "OwnersCommittee"))
        firms = g.uids(g.into("SERVES", uid))
        joint = any(
            holds(body, DAY)
            for member in branches | committees | firms
            for kind in ("TAKES_PART_IN", "PARTY_TO")
            for _, body in g.out(kind, member)
        )
        expected[uid] = (bool(branches), bool(committees), bool(firms), joint)
    rows = district.records("estates/gaps")
    columns = ("has_branch", "has_owners_committee", "has_firm", "has_platform_or_alliance")
    assert {row["estate_uid"]: tuple(row[c] for c in columns) for row in rows} == expected
    assert all(row["gaps"] == len(row["not_formed"]) == 4 - sum(row[c] for c in columns) for row in rows)


def test_units_by_committee_has_a_row_a_tie_with_certainty_and_recent_activities(district: District) -> None:
    g = district.naive
    expected = []
    for tie in g.ties["CO_BUILDS_WITH"]:
        if not holds(tie, DAY):
            continue
        bodies = {tie["end"]} | g.uids(g.out("CONVENES", tie["end"], on_day=False))
        recent = {
            activity["uid"]
            for _, activity in g.out("TOOK_PART_IN", tie["start"])
            if activity["held_on"] and date(2023, 9, 3) < activity["held_on"] <= DAY
            if g.uids(g.out("HELD_UNDER", activity["uid"])) & bodies
        }
        certainty = "definite" if surely(tie, DAY) else "possible"
        expected.append((tie["end"], tie["start"], str(tie["valid_from"]), tie["pact"], len(recent), certainty))
    rows = district.records("co_building/units_by_committee")
    columns = ("committee_uid", "unit_uid", "since", "pact", "activities", "certainty")
    found = [tuple(str(row[c]) if c == "since" else row[c] for c in columns) for row in rows]
    assert Counter(found) == Counter(expected)


def test_bridging_units_join_at_least_so_many_communities_or_subdistricts(district: District) -> None:
    g = district.naive
    expected = {}
    for unit in g.of("Organisation"):
        communities, subdistricts = set(), set()
        for _, committee in g.out("CO_BUILDS_WITH", unit["uid"]):
            for _, place in g.out("LEADS", committee["uid"]):
                if place["label"] == "Community":
                    communities.add(place["uid"])
                    subdistricts |= g.uids(g.out("PART_OF", place["uid"]))
                elif place["label"] == "Subdistrict":
                    subdistricts.add(place["uid"])
        if max(len(communities), len(subdistricts)) >= 2:
            expected[unit["uid"]] = (len(communities), len(subdistricts))
    rows = district.records("co_building/bridging_units", minimum=2)
    assert {row["unit_uid"]: (row["communities"], row["subdistricts"]) for row in rows} == expected


def test_part_time_seats_show_each_holder_and_the_seats_left_free(district: District) -> None:
    g = district.naive
    expected: Counter[tuple[Any, ...]] = Counter()
    for post in g.of("Post"):
        if post["role"] != "part_time_member":
            continue
        for _, committee in g.out("SEAT_OF", post["uid"], "PartyOrganisation"):
            holders = g.into("HOLDS", post["uid"])
            for tenure, person in holders:
                expected[committee["uid"], person["name"], str(tenure["valid_from"]), None] += 1
            free = (1 if post["seats"] is None else post["seats"]) - len(holders)
            if free > 0:
                expected[committee["uid"], None, "None", free] += 1
    rows = district.records("posts/part_time_seats")
    found = Counter((r["committee_uid"], r["holder"], str(r["since"]), r["vacant_seats"]) for r in rows)
    assert found == expected
    assert all(row["vacant"] == (row["holder"] is None) for row in rows)


def test_needs_and_offers(district: District) -> None:
    g = district.naive
    expected = {}
    for need in g.of("Pledge"):
        if need["list"] != "needs" or (need["made_on"] and need["made_on"] > DAY):
            continue
        offers = [
            o["uid"]
            for o in g.of("Pledge")
            if o["answers"] == need["uid"] and (o["made_on"] is None or o["made_on"] <= DAY)
        ]
        names = sorted({name for o in offers for name in g.names(g.out("MADE_BY", o))})
        expected[need["uid"]] = (len(offers), names, need["state"])
    rows = district.records("needs/needs_and_offers")
    assert {r["need_uid"]: (r["offers"], r["offered_by"], r["state"]) for r in rows} == expected
    open_ones = {u for u, (offers, _, state) in expected.items() if not offers and state in {None, "open"}}
    assert set(_uids(district.records("needs/unmatched_needs"), "need_uid")) == open_ones


def test_platforms_with_members_meetings_and_days_to_settle(district: District) -> None:
    g = district.naive
    expected = {}
    for platform in g.there(g.of("Platform")):
        meetings = [a for _, a in g.into("HELD_UNDER", platform["uid"]) if a["held_on"] is None or a["held_on"] <= DAY]
        matters = {m["uid"]: m for a in meetings for _, m in g.into("RAISED_AT", a["uid"])}
        settled = [
            m
            for m in matters.values()
            if m["state"] == "settled" and (m["settled_on"] is None or m["settled_on"] <= DAY)
        ]
        days = [(m["settled_on"] - m["received_on"]).days for m in settled if m["settled_on"] and m["received_on"]]
        mean = pytest.approx(sum(days) / len(days)) if days else None
        members = g.uids(g.into("TAKES_PART_IN", platform["uid"]))
        expected[platform["uid"]] = (len(members), len(meetings), len(matters), len(settled), mean)
    rows = district.records("platforms/platform_work")
    columns = ("members", "meetings", "matters", "matters_settled", "days_to_settle")
    assert {row["platform_uid"]: tuple(row[c] for c in columns) for row in rows} == expected


def test_troika_is_complete_where_all_three_are_there_and_every_system_is_adopted(district: District) -> None:
    g = district.naive
    systems = {m["uid"] for m in g.of("Mechanism") if m["kind"] == "system"}
    expected = {}
    for estate in g.there(g.of("Estate")):
        branches = g.branches_of(estate["uid"])
        committees = g.uids(g.into("REPRESENTS", estate["uid"], "OwnersCommittee"))
        firms = g.uids(g.into("SERVES", estate["uid"]))
        adopted = {m for body in branches | committees for m in g.uids(g.out("ADOPTS", body))} & systems
        meetings = [
            a["held_on"]
            for _, a in g.into("CONCERNS", estate["uid"], "Activity")
            if a["kind"] == "joint_meeting" and a["held_on"] and a["held_on"] <= DAY
        ]
        troika = bool(branches and committees and firms)
        expected[estate["uid"]] = (troika, troika and adopted == systems, len(adopted), max(meetings, default=None))
    rows = district.records("estates/troika")
    found = {
        row["estate_uid"]: (row["troika_complete"], row["complete"], len(row["systems"]), row["last_joint_meeting"])
        for row in rows
    }
    assert found == expected


def test_firms_with_their_estates_by_community(district: District) -> None:
    g = district.naive
    expected = {}
    for firm in g.there(g.of("PropertyFirm")):
        estates = {e["uid"]: e for _, e in g.out("SERVES", firm["uid"])}.values()
        homes = sum(e["households"] or 0 for e in estates)
        places = Counter(name for e in estates for name in g.names(g.out("LOCATED_IN", e["uid"], "Community")))
        by_community = sorted(f"{name} {n}" for name, n in places.items())
        parties = g.names(g.into("ORGANISED_IN", firm["uid"]))
        expected[firm["uid"]] = (len(estates), homes, by_community, parties)
    rows = district.records("firms/firms_and_estates")
    columns = ("estates", "households", "estates_by_community", "party_organisations")
    assert {row["firm_uid"]: tuple(row[c] for c in columns) for row in rows} == expected


def test_secretaries_as_directors_with_own_estate_or_not(district: District) -> None:
    g = district.naive
    secretaries = g.seats("secretary", "PartyBranch")
    expected: Counter[tuple[Any, ...]] = Counter()
    for person, tenure, committee in g.seats("director", "OwnersCommittee"):
        for estate in g.uids(g.out("REPRESENTS", committee["uid"])):
            for other, seat, branch in secretaries:
                if other["uid"] == person["uid"]:
                    same = branch["uid"] in g.branches_of(estate)
                    sure = surely(tenure, DAY) and surely(seat, DAY)
                    expected[estate, person["name"], branch["name"], same, "definite" if sure else "possible"] += 1
    rows = district.records("roles/secretaries_as_directors")
    columns = ("estate_uid", "person", "branch", "same_estate", "certainty")
    assert Counter(tuple(row[c] for c in columns) for row in rows) == expected


def test_one_person_both_posts_counts_communities_and_lists_exceptions(district: District) -> None:
    g = district.naive
    secretaries, directors = defaultdict(set), defaultdict(set)
    for person, _, committee in g.seats("secretary", "PartyCommittee"):
        for community in g.uids(g.out("LEADS", committee["uid"], "Community")):
            secretaries[community].add(person["uid"])
    for person, _, committee in g.seats("director", "ResidentsCommittee"):
        for community in g.uids(g.out("REPRESENTS", committee["uid"])):
            directors[community].add(person["uid"])
    expected = {}
    for subdistrict in g.of("Subdistrict"):
        within = g.there([n for _, n in g.into("PART_OF", subdistrict["uid"], "Community")])
        one = [c for c in within if secretaries[c["uid"]] & directors[c["uid"]]]
        unknown = sorted(c["name"] for c in within if not (secretaries[c["uid"]] and directors[c["uid"]]))
        exceptions = sorted({c["name"] for c in within} - {c["name"] for c in one} - set(unknown))
        expected[subdistrict["uid"]] = (len(within), len(one), exceptions, unknown)
    rows = district.records("roles/one_person_both_posts")
    columns = ("communities", "with_one_holder", "exceptions", "without_record")
    assert {row["subdistrict_uid"]: tuple(row[c] for c in columns) for row in rows} == expected


def test_both_sides_of_supervision_with_days(district: District) -> None:
    g = district.naive
    expected: Counter[tuple[Any, ...]] = Counter()
    tenures = [(t, g.nodes[t["start"]], g.nodes[t["end"]]) for t in g.ties["HOLDS"] if holds(t, DAY)]
    body_of = {t["start"]: t["end"] for t in g.ties["SEAT_OF"]}
    for first, person, post in tenures:
        for _, committee in g.out("SUPERVISES", body_of[post["uid"]]):
            for estate in g.uids(g.out("REPRESENTS", committee["uid"])):
                supervised = {committee["uid"]} | g.uids(g.into("SERVES", estate))
                for second, other, seat in tenures:
                    if other["uid"] == person["uid"] and body_of[seat["uid"]] in supervised:
                        starts = (first["valid_from_latest"], second["valid_from_latest"])
                        sure = surely(first, DAY) and surely(second, DAY)
                        days = (DAY - max(starts)).days + 1 if sure else None
                        expected[estate, person["name"], g.nodes[body_of[seat["uid"]]]["name"], seat["role"], days] += 1
    rows = district.records("roles/both_sides_of_supervision")
    columns = ("estate_uid", "person", "supervised", "supervised_role", "days")
    assert Counter(tuple(row[c] for c in columns) for row in rows) == expected


def test_the_committee_tree_has_every_path_to_a_root(district: District) -> None:
    g = district.naive

    def paths(uid: str) -> list[list[str]]:
        above = [superior for _, superior in g.out("SUBORDINATE_TO", uid)]
        name = g.nodes[uid]["name"]
        return [[*path, name] for s in above for path in paths(s["uid"])] if above else [[name]]

    expected = [(o["uid"], path) for o in g.there(g.of("PartyOrganisation")) for path in paths(o["uid"])]
    rows = district.records("structure/committee_tree")
    assert sorted((row["uid"], row["path"]) for row in rows) == sorted(expected)
    assert all(row["depth"] == len(row["path"]) - 1 for row in rows)


def test_interlocks_are_pairs_of_organisations_that_share_persons(district: District) -> None:
    g = district.naive
    seats = defaultdict(set)
    for tie in g.ties["HOLDS"]:
        for _, body in g.out("SEAT_OF", tie["end"], "Organisation") if holds(tie, DAY) else ():
            seats[tie["start"]].add(body["uid"])
    expected = Counter((a, b) for bodies in seats.values() for a in bodies for b in bodies if a < b)
    rows = district.records("roles/interlocks")
    assert {(row["first_uid"], row["second_uid"]): row["persons"] for row in rows} == dict(expected)


def test_units_without_activity_have_none_in_the_last_twelve_months(district: District) -> None:
    g = district.naive
    expected = {}
    for unit in g.of("Organisation"):
        if g.out("CO_BUILDS_WITH", unit["uid"]):
            days = [a["held_on"] for _, a in g.out("TOOK_PART_IN", unit["uid"])]
            last = max((d for d in days if d and d <= DAY), default=None)
            if last is None or last <= date(2023, 9, 3):
                expected[unit["uid"]] = last
    rows = district.records("co_building/units_without_activity")
    assert {row["unit_uid"]: row["last_activity"] for row in rows} == expected


def test_joined_and_ended_within_a_period(district: District) -> None:
    first = DAY - timedelta(days=365)
    expected: Counter[tuple[Any, ...]] = Counter()
    for tie in district.naive.ties["CO_BUILDS_WITH"]:
        for event, earliest, latest in (
            ("joined", tie["valid_from"], tie["valid_from_latest"]),
            ("ended", tie["valid_to_earliest"], tie["valid_to"]),
        ):
            if earliest and latest and earliest <= DAY and latest >= first:
                sure = earliest >= first and latest <= DAY
                expected[event, tie["start"], tie["end"], "definite" if sure else "possible"] += 1
    rows = district.records("co_building/joined_and_ended", from_day=first)
    assert Counter((r["event"], r["unit_uid"], r["committee_uid"], r["certainty"]) for r in rows) == expected


def test_shares_of_party_members_never_show_a_cell_under_five(district: District) -> None:
    g = district.naive
    known = defaultdict(set)
    for person, _, committee in g.seats("director", "ResidentsCommittee"):
        for _, community in g.out("REPRESENTS", committee["uid"], on_day=False):
            for name in g.names(g.out("PART_OF", community["uid"])):
                known[name].add((person["uid"], person["party_member"]))
    rows = district.records("roles/party_member_share", smallest_cell=1)
    found = {
        row["subdistrict"]: row["base"]
        for row in rows
        if (row["body"], row["role_group"]) == ("ResidentsCommittee", "director")
    }
    bases = {name: sum(m in {"member", "not_member"} for _, m in people) for name, people in known.items()}
    assert found == {name: base or None for name, base in bases.items()}
    for row in district.records("roles/party_member_share"):
        assert all(row[cell] is None or row[cell] >= 5 for cell in ("n", "base", "unknown"))
        assert row["n"] is None or row["base"] - row["n"] >= 5


@pytest.mark.parametrize("name", ["disputes_mediated", "urgent_matters"])
def test_matters_of_a_community(district: District, name: str) -> None:
    g = district.naive

    def communities(matter: str) -> set[str]:
        found = set()
        for _, estate in g.out("CONCERNS", matter):
            found |= set(g.names(g.out("LOCATED_IN", estate["uid"], "Community")))
        for _, body in g.out("HANDLED_BY", matter):
            superiors = {body["uid"]} | g.uids(g.out("SUBORDINATE_TO", body["uid"], on_day=False))
            for uid in superiors:
                found |= set(g.names(g.out("LEADS", uid, "Community", on_day=False)))
            found |= set(g.names(g.out("REPRESENTS", body["uid"], "Community", on_day=False)))
        return found

    expected = set()
    for matter in g.of("Matter"):
        received = matter["received_on"] is None or matter["received_on"] <= DAY
        settled = matter["state"] == "settled" or bool(matter["settled_on"] and matter["settled_on"] <= DAY)
        counts = (
            settled and matter["kind"] == "dispute" if name == "disputes_mediated" else matter["kind"] == "urgent_need"
        )
        if received and counts and "社区1" in communities(matter["uid"]):
            expected.add(matter["uid"])
    rows = district.records(f"figures/{name}", community="社区1")
    assert set(_uids(rows)) == expected
    assert len(rows) == len(expected)
