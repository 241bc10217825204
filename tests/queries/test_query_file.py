"""A query file in its parts: what an analyst wrote is what the runner knows."""

from datetime import date

from queries.checking import check_texts
from queries.header_parsing import TAGS
from queries.query_file import QueryFile

TEXT = """// Units that co-build with more than one committee
// 与多个党组织共建的单位
//
// @question   Which units join several committees? | 哪些单位与多个党组织共建？
// @param      minimum  int           2                    fewest committees | 最少党组织数
// @param      kinds    list<string>  ['hospital', 'it''s']  kinds of unit
// @param      since    date          2023-01-01           first day
// @param      as_of    date          snapshot             the day asked about | 查询的日期
// @param      word     string        required             a word
// @returns    unit_uid string, committees int
// @returns    names list<string>
// @caveat     One. | 一。
// @caveat     Two.
// @figure     some_figure other_figure
// Browser:    :params {minimum: 2, kinds: [], since: date('2023-01-01'), as_of: date('2024-09-03'), word: 'x'}
MATCH (u:Organisation)-[t:CO_BUILDS_WITH]->(c:PartyCommittee)
WHERE $since <= t.valid_from AND t.valid_from <= $as_of AND u.kind IN $kinds AND u.name CONTAINS $word
WITH u, count(c) AS committees, collect(c.name) AS names
WHERE committees >= $minimum
RETURN u.uid AS unit_uid, committees, names
ORDER BY unit_uid
""".replace("it''s", "its")


def parsed(text: str = TEXT) -> QueryFile:
    queries, faults = check_texts([("co_building/several", "several.cypher", text)])
    assert not faults, faults[0].text("en")
    return queries[0]


def test_titles_question_and_caveats_are_there_in_both_languages() -> None:
    query = parsed()
    assert query.title.text("zh") == "与多个党组织共建的单位"
    assert query.title.text("en") == "Units that co-build with more than one committee"
    assert query.question.zh == "哪些单位与多个党组织共建？"
    assert [c.zh for c in query.caveats] == ["一。", "Two."], "what has no Chinese is shown in English"


def test_parameters_have_types_defaults_and_meanings() -> None:
    minimum, kinds, since, as_of, word = parsed().parameters
    assert (minimum.type, minimum.default, minimum.meaning.zh) == ("int", 2, "最少党组织数")
    assert (kinds.type, kinds.default, kinds.meaning.en) == ("list<string>", ["hospital", "its"], "kinds of unit")
    assert (since.default, since.meaning.en) == (date(2023, 1, 1), "first day")
    assert as_of.snapshot_day
    assert as_of.default is None
    assert word.required


def test_columns_keep_their_order_over_several_lines() -> None:
    assert [(c.name, c.type) for c in parsed().columns] == [
        ("unit_uid", "string"),
        ("committees", "int"),
        ("names", "list<string>"),
    ]


def test_the_id_gives_family_and_stem_and_figures_are_listed() -> None:
    query = parsed()
    assert (query.family, query.stem) == ("co_building", "several")
    assert query.figures == ("some_figure", "other_figure")


def test_a_file_saved_on_windows_is_read_the_same() -> None:
    assert parsed(TEXT.replace("\n", "\r\n")).parameters == parsed().parameters


def test_the_statement_begins_behind_the_head() -> None:
    query = parsed()
    assert query.body.startswith("MATCH (u:Organisation)")
    assert query.text.splitlines()[query.body_line - 1].startswith("MATCH (u:Organisation)")


def test_all_tags_are_used_above() -> None:
    assert all(f"@{tag} " in TEXT for tag in TAGS)
