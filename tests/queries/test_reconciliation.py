"""Published figures held against rows: verdicts, notes, and what a row that is taken away changes."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from graph_model.errors import UsageError
from queries.counting import FigureRowsError, Row
from queries.figure_definitions import FigureSet, ParameterValue
from queries.figure_files import FIGURES_FOLDER, read_figures
from queries.reconciliation import FigureResult, reconcile
from queries.reconciliation_messages import MESSAGES

DAY = date(2024, 9, 3)
ESTATES = 513
FIGURES = read_figures(FIGURES_FOLDER / "huli_2024.toml")
COUNTED = [f.id for f in FIGURES.figures.values() if f.query]


class Everything:
    """A snapshot that holds something of every kind."""

    def has(self, need: str) -> bool:
        return True


class Lacking:
    """A snapshot that lacks some kinds."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    def has(self, need: str) -> bool:
        return not any(kind in need for kind in self.kinds)


def rows(number: int, **columns: object) -> list[Row]:
    return [{"uid": f"thing:{n}", "name": f"示例{n}", **columns} for n in range(number)]


def share(part: int, whole: int) -> list[Row]:
    return [{**row, "counted": n < part} for n, row in enumerate(rows(whole))]


class District:
    """Rows of a district that has the published counts on 513 estates."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Row]] = {}
        for figure in FIGURES.figures.values():
            if figure.query and figure.operator != "%" and figure.value is not None:
                self.answers[figure.query] = rows(int(figure.value) + (5 if figure.operator == ">" else 0))
        self.answers["figures/attendances"] = rows(1_250, amount=10)
        self.answers["figures/managed_share"] = share(359, ESTATES)
        self.answers["figures/owners_committee_share"] = share(331, ESTATES)
        self.answers["figures/work_coverage"] = share(ESTATES, ESTATES)
        self.asked: list[tuple[str, dict[str, ParameterValue | date]]] = []

    def __call__(self, query: str, parameters: dict[str, ParameterValue | date]) -> Sequence[Row]:
        self.asked.append((query, parameters))
        return self.answers[query]


def results(district: Callable[..., Sequence[Row]], **options: object) -> dict[str, FigureResult]:
    settings: dict[str, object] = {"figures": FIGURES, "loaded": Everything(), "as_of": DAY, **options}
    figures = settings.pop("figures")
    return {r.figure: r for r in reconcile(figures, district, **settings)}  # type: ignore[arg-type] # passed through


def with_value(figure: str, value: str) -> FigureSet:
    """The same publication with another number for one figure."""
    document = FIGURES.model_dump()
    document["figures"][figure]["value"] = value
    return FigureSet.model_validate(document)


def test_each_figure_that_is_counted_agrees_and_the_one_that_cannot_contradicts() -> None:
    verdicts = {figure: r.verdict for figure, r in results(District()).items()}
    assert verdicts == {
        **dict.fromkeys(FIGURES.figures, "agrees"),
        "managed_share": "contradicts",
        "troika_satisfaction": "not_counted",
        "nominate_and_remove_estates": "not_counted",
    }


def test_the_contradiction_names_its_set_and_the_bases_that_it_takes() -> None:
    result = results(District(), language="en")["managed_share"]
    assert result.computed == 69.98
    assert result.published == 72
    assert "Different bases, or one figure is off" in result.note
    assert "cut or rounded up" in result.note
    assert all(number in result.note for number in ("359", "331", "72%", "64.5%", "496–502", "513"))
    assert "inferred, not published" in result.note
    assert "error" not in result.note
    assert "口径不一" in results(District())["managed_share"].note


def test_without_the_conflict_the_same_count_merely_differs() -> None:
    other = with_value("owners_committee_share", "66.2")
    assert results(District(), figures=other)["managed_share"].verdict == "differs"
    assert "口径不一" not in results(District(), figures=other)["managed_share"].note


def test_a_share_that_fits_no_total_is_said_to() -> None:
    result = results(District(), figures=with_value("owners_committee_share", "66.4"), language="en")
    assert result["owners_committee_share"].verdict == "contradicts"
    assert "no whole base fits" in result["owners_committee_share"].note
    assert result["managed_share"].verdict == "differs"


@pytest.mark.parametrize("figure", [f for f in COUNTED if FIGURES.figures[f].operator == "="])
def test_a_row_taken_away_from_an_exact_count_makes_it_differ(figure: str) -> None:
    district = District()
    query = FIGURES.figures[figure].query or ""
    whole = district.answers[query]
    district.answers[query] = whole[1:]
    (result,) = reconcile(FIGURES, district, loaded=Everything(), as_of=DAY, only=[figure])
    assert result.computed == len(whole) - 1
    belongs = figure in {"managed_estates", "estates_with_owners_committee"}  # to the set that cannot hold together
    assert result.verdict == ("contradicts" if belongs else "differs")


@pytest.mark.parametrize("figure", ["disputes_mediated", "urgent_matters", "training_sessions_community"])
def test_rows_taken_away_from_a_count_of_more_than_make_it_differ_at_its_end(figure: str) -> None:
    district = District()
    query = FIGURES.figures[figure].query or ""
    computed = []
    for _ in range(5):
        district.answers[query] = district.answers[query][1:]
        (result,) = reconcile(FIGURES, district, loaded=Everything(), as_of=DAY, only=[figure])
        computed.append((result.computed, result.verdict))
    value = int(FIGURES.figures[figure].value or 0)
    assert computed == [*((value + n, "agrees") for n in (4, 3, 2, 1)), (value, "differs")]


@pytest.mark.parametrize("figure", ["managed_share", "owners_committee_share"])
def test_rows_taken_away_from_a_share_move_it(figure: str) -> None:
    district = District()
    query = FIGURES.figures[figure].query or ""
    (before,) = reconcile(FIGURES, district, loaded=Everything(), as_of=DAY, only=[figure])
    district.answers[query] = district.answers[query][1:]
    (after,) = reconcile(FIGURES, district, loaded=Everything(), as_of=DAY, only=[figure])
    assert after.computed != before.computed
    assert after.verdict == ("contradicts" if figure == "managed_share" else "agrees")  # 64.45 still is 64.5


def test_an_uncovered_estate_moves_the_share() -> None:
    district = District()
    district.answers["figures/work_coverage"] = share(ESTATES - 3, ESTATES)
    result = results(district)["work_coverage"]
    assert (result.verdict, result.computed) == ("differs", 99.42)
    district.answers["figures/work_coverage"] = share(ESTATES - 2, ESTATES)
    assert results(district)["work_coverage"].verdict == "agrees"  # 99.61 is published as 100


@pytest.mark.parametrize(("counted", "verdict"), [(50, "differs"), (51, "agrees"), (59, "agrees"), (60, "differs")])
def test_more_than_fifty_is_fifty_one_to_fifty_nine(counted: int, verdict: str) -> None:
    district = District()
    district.answers["figures/disputes_mediated"] = rows(counted)
    assert results(district)["disputes_mediated"].verdict == verdict


@pytest.mark.parametrize(
    ("attendances", "verdict"), [(12_000, "differs"), (12_001, "agrees"), (12_999, "agrees"), (13_000, "differs")]
)
def test_attendances_are_added_up(attendances: int, verdict: str) -> None:
    district = District()
    district.answers["figures/attendances"] = [
        {"uid": "a", "amount": 12_000},
        {"uid": "b", "amount": attendances - 12_000},
    ]
    result = results(district)["attendances"]
    assert (result.computed, result.verdict) == (attendances, verdict)


@pytest.mark.parametrize(("part", "whole", "agrees"), [(1289, 2000, True), (1291, 2000, False), (1290, 2000, True)])
def test_the_ends_of_a_rounded_share(part: int, whole: int, agrees: bool) -> None:
    """1,289 of 2,000 is 64.45, a half, which goes up to 64.5; 1,291 is 64.55, which goes up to 64.6."""
    district = District()
    district.answers["figures/owners_committee_share"] = share(part, whole)
    assert (results(district)["owners_committee_share"].verdict == "agrees") is agrees


def test_figures_of_one_value_are_kept_apart() -> None:
    district = District()
    district.answers["figures/audited_estates"] = rows(24)
    district.answers["figures/dongdu_projects"] = rows(12)
    found = results(district)
    assert found["audited_estates"].verdict == "differs"
    assert found["dongdu_old_estates"].verdict == "agrees"
    assert found["dongdu_projects"].verdict == "differs"
    assert found["firms_with_mechanism"].verdict == "agrees"


def test_what_was_not_loaded_is_not_counted_and_no_query_runs() -> None:
    district = District()
    found = results(district, loaded=Lacking("PartyBranch", "Matter.received_on"))
    for figure in ("branches", "disputes_mediated", "urgent_matters"):
        assert (found[figure].verdict, found[figure].computed, found[figure].rows) == ("not_counted", None, ())
    assert "PartyBranch" in found["branches"].note
    assert found["platforms"].verdict == "agrees"
    assert "figures/branches" not in [query for query, _ in district.asked]


def test_nothing_of_a_loaded_kind_is_a_count_of_nought() -> None:
    district = District()
    district.answers["figures/elections_guided"] = []
    assert (results(district)["elections_guided"].computed, results(district)["elections_guided"].verdict) == (
        0,
        "differs",
    )


def test_a_share_of_no_rows_is_not_counted() -> None:
    district = District()
    district.answers["figures/managed_share"] = []
    assert results(district)["managed_share"].verdict == "not_counted"


def test_stubs_are_not_counted_and_the_note_says_how_many() -> None:
    district = District()
    stubs: list[Row] = [{"uid": f"stub:{n}", "defined": False} for n in range(3)]
    district.answers["figures/branches"] = [*rows(444, defined=True), *stubs]
    result = results(district, language="en")["branches"]
    assert (result.computed, result.verdict, len(result.rows)) == (444, "agrees", 444)
    assert "3 are only mentioned" in result.note


def test_a_row_that_does_not_say_is_in_the_base_and_not_in_the_count() -> None:
    district = District()
    district.answers["figures/managed_share"] = [
        {"uid": "a", "counted": True},
        {"uid": "b", "counted": None},
        {"uid": "c", "counted": False},
    ]
    result = results(district, language="en")["managed_share"]
    assert result.computed == 33.33
    assert "1 rows do not say" in result.note


def test_other_readings_are_counted_too_and_named() -> None:
    district = District()

    def run(query: str, parameters: dict[str, ParameterValue | date]) -> Sequence[Row]:
        if parameters.get("count_as") == "participations" and query == "figures/units_with_subdistricts":
            return rows(104)
        if parameters.get("include_secretaries") is False:
            return rows(91)
        return district(query, parameters)

    found = results(run, language="en")
    assert "count_as=units" in found["units_with_subdistricts"].note
    assert "With count_as=participations it is 104" in found["units_with_subdistricts"].note
    assert "With include_secretaries=false it is 91" in found["party_member_directors"].note
    assert "227" in found["party_member_directors"].note
    assert found["party_member_directors"].computed == 159


def test_the_reading_of_an_unnamed_base_is_said() -> None:
    found = results(District(), language="en")
    assert "reading base=estates" in found["managed_share"].note
    assert "reading base" not in found["owners_committee_share"].note


def test_the_bases_that_fit_a_bare_percentage_are_said() -> None:
    note = results(District())["troika_satisfaction"].note
    assert "90、180、221、270、311" in note
    assert "331" in note


def test_a_query_is_asked_about_the_day_and_the_place() -> None:
    district = District()
    results(district, only=["elections_guided"])
    assert district.asked == [("figures/elections_guided", {"as_of": DAY, "subdistrict": "湖里街道"})]


def test_a_thing_that_comes_twice_is_refused() -> None:
    district = District()
    district.answers["figures/branches"] = [{"uid": "a"}, {"uid": "a"}]
    with pytest.raises(FigureRowsError, match="a comes twice"):
        results(district)


@pytest.mark.parametrize(
    ("figure", "row", "missing"),
    [
        ("branches", {"name": "x"}, "uid"),
        ("attendances", {"uid": "x"}, "amount"),
        ("managed_share", {"uid": "x"}, "counted"),
    ],
)
def test_a_column_that_counting_needs_is_missed_by_name(figure: str, row: Row, missing: str) -> None:
    district = District()
    district.answers[f"figures/{figure}"] = [row]
    with pytest.raises(FigureRowsError, match=f"{figure}.*{missing}"):
        results(district)


def test_an_unknown_figure_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean branches"):
        results(District(), only=["branchs"])


def test_the_document_has_exactly_the_promised_keys_and_plain_values() -> None:
    for result in results(District()).values():
        document = result.as_json()
        assert list(document) == ["figure", "operator", "published", "unit", "computed", "verdict", "query", "note"]
        assert all(type(document[k]) in {int, float, type(None)} for k in ("published", "computed"))
    shares = results(District())
    assert shares["owners_committee_share"].as_json()["published"] == 64.5
    assert shares["owners_committee_share"].as_json()["computed"] == 64.522
    assert shares["nominate_and_remove_estates"].as_json()["published"] is None


def test_the_example_is_asked_under_its_own_places_and_never_names_real_ones() -> None:
    district = District()
    found = results(district, figures=read_figures(FIGURES_FOLDER / "example.toml"))
    places = {p for _, parameters in district.asked for k, p in parameters.items() if k in FIGURES.places}
    assert places == {"鹭湾街道", "和盛里社区", "鹭渡片区"}
    shown = " ".join(r.name + r.note for r in found.values())
    assert not [place for place in FIGURES.places.values() if place in shown]


def test_every_message_has_the_same_blanks_in_both_languages() -> None:
    for code, texts in MESSAGES.items():
        chinese, english = (sorted(re.findall(r"{(\w+)}", text)) for text in texts)
        assert chinese == english, code
