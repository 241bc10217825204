"""What belongs where, and since when."""

from datetime import date
from typing import Any

from visualisations.district.homes import homes
from visualisations.district.presence import presences
from visualisations.district.reading import read_district
from visualisations.district.things import District, Span, Thing, Tie
from visualisations.district.timeline import timeline

DAY = date(2024, 9, 3)


def district(things: list[Thing], *ties: tuple[str, str, str] | Tie) -> District:
    made = [t if isinstance(t, Tie) else Tie(f"t{i}", *t) for i, t in enumerate(ties)]
    return District({t.uid: t for t in things}, made)


def thing(uid: str, label: str, **facts: Any) -> Thing:
    return Thing(uid, label, uid, facts=facts)


PLACES = [
    thing("s1", "Subdistrict"),
    thing("c1", "Community"),
    thing("c2", "Community"),
    thing("ps1", "PartyCommittee"),
    thing("pc1", "PartyCommittee"),
    thing("pc2", "PartyCommittee"),
]
LED = [("LEADS", "ps1", "s1"), ("LEADS", "pc1", "c1"), ("LEADS", "pc2", "c2")]


def test_a_unit_of_two_communities_belongs_where_it_is_registered() -> None:
    unit = thing("u", "CoBuildingUnit", registered_community="c2")
    found = homes(district([*PLACES, unit], *LED, ("CO_BUILDS_WITH", "u", "pc1"), ("CO_BUILDS_WITH", "u", "ps1")), DAY)
    assert found["u"] == "c2"


def test_a_unit_that_builds_at_subdistrict_level_alone_belongs_to_that_level() -> None:
    unit = thing("u", "CoBuildingUnit", registered_community="c2")
    assert homes(district([*PLACES, unit], *LED, ("CO_BUILDS_WITH", "u", "ps1")), DAY)["u"] == "s1"


def test_a_unit_without_address_belongs_to_the_community_it_builds_with() -> None:
    unit = thing("u", "CoBuildingUnit")
    ties = [("CO_BUILDS_WITH", "u", "ps1"), ("CO_BUILDS_WITH", "u", "pc1")]
    assert homes(district([*PLACES, unit], *LED, *ties), DAY)["u"] == "c1"


def test_a_branch_belongs_to_its_committee_and_else_to_what_it_covers() -> None:
    things = [*PLACES, thing("b1", "PartyBranch"), thing("b2", "PartyBranch"), thing("e", "Estate"), thing("g", "Grid")]
    ties = [
        ("SUBORDINATE_TO", "b1", "pc1"),
        ("COVERS", "b1", "e"),
        ("COVERS", "b2", "e"),
        ("LOCATED_IN", "e", "g"),
        ("PART_OF", "g", "c2"),
    ]
    found = homes(district(things, *LED, *ties), DAY)
    assert (found["b1"], found["e"], found["b2"]) == ("c1", "c2", "c2")


def test_what_belongs_nowhere_is_left_out_and_a_cycle_ends() -> None:
    things = [*PLACES, thing("p", "PartyCommittee"), thing("q", "PartyCommittee"), thing("e", "Estate")]
    found = homes(district(things, ("SUBORDINATE_TO", "p", "q"), ("SUBORDINATE_TO", "q", "p")), DAY)
    assert not {"p", "q", "e"} & set(found)


def test_a_tie_that_has_ended_counts_after_one_that_holds() -> None:
    ended = Tie("t", "LOCATED_IN", "e", "c1", Span(None, date(2020, 1, 1)))
    found = homes(district([*PLACES, thing("e", "Estate")], ended, ("LOCATED_IN", "e", "c2")), DAY)
    assert found["e"] == "c2"


def test_a_unit_is_one_for_as_long_as_it_builds() -> None:
    first = Tie("t1", "CO_BUILDS_WITH", "u", "pc1", Span(date(2020, 1, 1), date(2021, 1, 1)))
    second = Tie("t2", "CO_BUILDS_WITH", "u", "pc2", Span(date(2022, 1, 1), date(2023, 1, 1)))
    found = presences(district([*PLACES, thing("u", "CoBuildingUnit")], first, second))
    assert found["u"] == Span(date(2020, 1, 1), date(2023, 1, 1))


def test_a_span_is_half_open() -> None:
    span = Span(date(2020, 1, 1), date(2021, 1, 1))
    assert [span.holds(d) for d in (date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_the_timeline_counts_organisations_that_come_and_go() -> None:
    things = [
        Thing("a", "PropertyFirm", "a", Span(date(2020, 1, 1))),
        Thing("b", "PropertyFirm", "b", Span(date(2020, 1, 1), date(2022, 1, 1))),
        Thing("e", "Estate", "e", Span(date(1990, 1, 1))),
    ]
    some = district(things)
    line = timeline(some, presences(some), DAY)
    assert line.first == date(2020, 1, 1)
    assert line.registered[0] == (date(2020, 1, 1), 2)
    assert line.registered[-1] == (DAY, 1)


def test_a_district_without_dates_has_one_day() -> None:
    some = district([thing("a", "PropertyFirm")])
    assert timeline(some, presences(some), DAY).registered == ((DAY, 1),)


def test_persons_and_posts_are_counted_and_not_read(invented_snapshot: Any) -> None:
    read = read_district(invented_snapshot)
    assert read.not_drawn["Person"] == invented_snapshot.nodes("Person").height > 0
    assert not {t.label for t in read.things.values()} & {"Person", "Post"}
    assert {"HOLDS", "SEAT_OF"}.isdisjoint(t.type for t in read.ties)
    assert {"Person", "Post"} <= {t.label for t in read_district(invented_snapshot, persons=True).things.values()}
