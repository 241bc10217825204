"""The catalogue as it is delivered: every query can be asked, of a full district and of an empty one."""

import re
from datetime import date

import pytest

from queries.catalogue_page import catalogue_page
from queries.catalogue_reading import UnknownQueryError, read_catalogue
from queries.output_formats.cells import named_columns
from queries.query_file import QueryFile
from queries.value_types import conforms
from tests.queries.conftest import SEEDS, District

QUERIES = read_catalogue().queries
GIVEN = {
    "area": "片区1",
    "community": "社区1",
    "subdistrict": "街道1",
    "batch": "第一批",
    "uid": "partycommittee:1",
    "from_day": date(2023, 9, 1),
}
TWELVE = (
    "co_building/units_by_committee",
    "posts/part_time_seats",
    "co_building/bridging_units",
    "needs/needs_and_offers",
    "platforms/platform_work",
    "estates/troika",
    "firms/firms_and_estates",
    "roles/secretaries_as_directors",
    "roles/one_person_both_posts",
    "roles/both_sides_of_supervision",
    "roles/party_member_share",
    "terms/terms_due",
)


def given(query: QueryFile) -> dict[str, object]:
    return {p.name: GIVEN[p.name] for p in query.parameters if p.required}


@pytest.fixture(params=QUERIES, ids=lambda q: q.id)
def query(request: pytest.FixtureRequest) -> QueryFile:
    found: QueryFile = request.param
    return found


@pytest.mark.parametrize("district", SEEDS[:2], indirect=True)
def test_values_are_of_their_declared_types_and_rows_in_one_order(query: QueryFile, district: District) -> None:
    table = district.ask(query.id, **given(query))
    assert table.names == tuple(c.name for c in query.columns)
    for row in table.rows:
        for column, value in zip(query.columns, row, strict=True):
            assert conforms(value, column.type), (column.name, value)
    assert district.ask(query.id, **given(query)).rows == table.rows


def test_a_district_of_which_nothing_was_loaded_gives_no_rows(query: QueryFile, empty_district: District) -> None:
    table = empty_district.ask(query.id, **given(query))
    assert table.names == tuple(c.name for c in query.columns)
    nothing = [row for row in table.records() if any(row[c.name] for c in query.columns if c.name != "level")]
    assert not nothing, "levels of training are listed, with nothing on them"


def test_texts_are_there_in_chinese(query: QueryFile) -> None:
    texts = [query.title.zh, query.question.zh, *(p.meaning.zh for p in query.parameters)]
    texts += [caveat.zh for caveat in query.caveats]
    assert all(re.search("[一-鿿]", text) for text in texts)


@pytest.mark.parametrize("district", SEEDS[:2], indirect=True)
@pytest.mark.parametrize("query", [q for q in QUERIES if q.family == "figures"], ids=lambda q: q.id)
def test_figure_queries_return_what_is_counted_once(query: QueryFile, district: District) -> None:
    assert query.figures == (query.stem,)
    assert query.columns[0].name == "uid"
    uids = [row["uid"] for row in district.records(query.id, **given(query))]
    assert len(set(uids)) == len(uids)


def test_the_day_asked_about_decides(district: District) -> None:
    """Long before anything began, no dated tie is counted."""
    day = date(1990, 1, 1)
    for name in ("secretary_directors", "estates_with_owners_committee", "managed_estates"):
        rows = district.records(f"figures/{name}", as_of=day)
        assert len(rows) <= len(district.records(f"figures/{name}"))


def test_each_query_is_found_by_its_stem_while_that_is_unique() -> None:
    catalogue = read_catalogue()
    assert catalogue.find("bridging_units").id == "co_building/bridging_units"
    assert len({q.stem for q in QUERIES}) == len(QUERIES)


def test_a_mistyped_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownQueryError, match="did you mean co_building/bridging_units"):
        read_catalogue().find("bridgin_units")


def test_the_twelve_questions_and_the_two_others_are_there() -> None:
    ids = {q.id for q in QUERIES}
    assert ids.issuperset({*TWELVE, "structure/committee_tree", "estates/gaps"})


def test_every_column_has_a_chinese_heading_and_no_heading_is_left_over() -> None:
    assert {c.name for q in QUERIES for c in q.columns} == set(named_columns())


def test_the_page_shows_every_query_with_parameters_columns_and_caveats() -> None:
    page = catalogue_page(read_catalogue())
    for query in QUERIES:
        assert f"### {query.id}\n" in page
        assert query.title.zh in page
        assert all(f"| `{p.name}` |" in page for p in query.parameters)
        assert all(c.en in page for c in query.caveats)
