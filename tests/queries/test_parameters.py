"""Parameters of a query: what goes in is of the declared type, or an error names it."""

from datetime import date

import pytest

from queries.checking import check_texts
from queries.parameters import ParameterError, bind, from_texts, untyped_from_texts
from queries.query_file import QueryFile

DAY = date(2024, 9, 3)
HEAD = """// A
// 甲
//
// @question   Q | 问
// @param      word     string        required  a word | 词
// @param      minimum  int           2         fewest | 最少
// @param      ratio    float         0.5       ratio | 比例
// @param      reading  string(units|persons)  'units'  reading | 口径
// @param      flag     boolean       true      flag | 是否
// @param      kinds    list<string>  []        kinds | 类型
// @param      years    list<int>     []        years | 年份
// @param      limit    int           null      most; null: all | 最多，null 为不限
// @param      as_of    date          snapshot  day | 日期
// @returns    uid string
// Browser:    :params VALUES
MATCH (n:Area)
WHERE n.name = $word AND [$minimum, $ratio, $reading, $flag, $kinds, $years, $limit, $as_of] IS NOT NULL
RETURN n.uid AS uid
ORDER BY uid
""".replace(
    "VALUES",
    "{word: 'x', minimum: 2, ratio: 0.5, reading: 'units', flag: true, kinds: [], years: [], limit: null, "
    "as_of: date('2024-09-03')}",
)


@pytest.fixture
def query() -> QueryFile:
    queries, faults = check_texts([("a/b", "b.cypher", HEAD)])
    assert not faults, faults[0].text("en")
    return queries[0]


def test_what_is_left_out_takes_its_default_and_the_day_is_the_snapshots(query: QueryFile) -> None:
    values = bind(query, {"word": "x"}, DAY)
    assert values == {
        "word": "x",
        "minimum": 2,
        "ratio": 0.5,
        "reading": "units",
        "flag": True,
        "kinds": [],
        "years": [],
        "limit": None,
        "as_of": DAY,
    }


def test_a_missing_parameter_is_named(query: QueryFile) -> None:
    with pytest.raises(ParameterError, match=r"needs parameter word \(string, a word\)") as caught:
        bind(query, {}, DAY)
    assert "缺少参数 word" in caught.value.zh
    assert caught.value.exit_code == 2


def test_an_unknown_parameter_is_answered_with_the_nearest(query: QueryFile) -> None:
    with pytest.raises(ParameterError, match="did you mean minimum"):
        bind(query, {"word": "x", "minimun": 3}, DAY)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("as_of", "2024-09-03"),
        ("as_of", None),
        ("as_of", 20240903),
        ("minimum", "3"),
        ("minimum", 3.0),
        ("minimum", True),
        ("word", 3),
        ("flag", 1),
        ("flag", "true"),
        ("kinds", "hospital"),
        ("kinds", [1]),
        ("years", [2023, "2024"]),
        ("word", None),
    ],
)
def test_a_value_of_another_type_is_refused(query: QueryFile, name: str, value: object) -> None:
    """Above all a text for a day: compared with dates it would give no rows and no error."""
    with pytest.raises(ParameterError, match=f"parameter {name} of query a/b"):
        bind(query, {"word": "x", name: value}, DAY)


@pytest.mark.parametrize(("name", "value"), [("ratio", 1), ("limit", None), ("limit", 3), ("kinds", ["hospital"])])
def test_a_value_of_its_type_goes_in(query: QueryFile, name: str, value: object) -> None:
    assert bind(query, {"word": "x", name: value}, DAY)[name] == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("word=2024-09-03", "2024-09-03"),
        ("word=a=b", "a=b"),
        ("word=", ""),
        ("minimum=3", 3),
        ("minimum=-3", -3),
        ("ratio=0.25", 0.25),
        ("flag=false", False),
        ("flag=是", True),
        ("kinds=hospital, school", ["hospital", "school"]),
        ('kinds:=["a, b"]', ["a, b"]),
        ("years=2023,2024", [2023, 2024]),
        ("as_of=2023-01-31", date(2023, 1, 31)),
        ('as_of:="2023-01-31"', date(2023, 1, 31)),
        ("limit:=null", None),
    ],
)
def test_the_command_line_is_read_by_the_declared_type(query: QueryFile, written: str, value: object) -> None:
    name = written.partition("=")[0].rstrip(":")
    read = from_texts(query, [written])
    assert read == {name: value}
    assert type(read[name]) is type(value)


@pytest.mark.parametrize(
    "written",
    ["minimum=three", "minimum=3.5", "minimum=３", "flag=perhaps", "as_of=2024-13-01", "as_of=2024", "years=1,x"],
)
def test_a_text_that_is_not_of_the_declared_type_is_refused(query: QueryFile, written: str) -> None:
    with pytest.raises(ParameterError) as caught:
        from_texts(query, [written])
    name, _, value = written.partition("=")
    assert name in caught.value.en
    assert value in caught.value.en


@pytest.mark.parametrize("written", ["minimum", "=3", "kinds:=[1", ":=3"])
def test_an_assignment_that_is_none_is_refused(query: QueryFile, written: str) -> None:
    with pytest.raises(ParameterError):
        from_texts(query, [written])


@pytest.mark.parametrize("written", ["reading=person", "reading=", 'reading:="Units"'])
def test_a_word_that_is_none_of_the_words_allowed_is_refused(query: QueryFile, written: str) -> None:
    """A reading mistyped would otherwise be counted under another one."""
    with pytest.raises(ParameterError, match="parameter reading of query a/b cannot be"):
        from_texts(query, [written])
    with pytest.raises(ParameterError, match="did you mean persons"):
        bind(query, {"word": "x", "reading": "person"}, DAY)
    assert from_texts(query, ["reading=persons"]) == {"reading": "persons"}


def test_a_scripts_parameters_are_texts_dates_and_json() -> None:
    written = ["a=2024-09-03", "b=3", "c:=3", 'd:=["2024-09-03", null]', "e=2024-9", 'f:={"g": "2024-01-01"}']
    assert untyped_from_texts(written) == {
        "a": date(2024, 9, 3),
        "b": "3",
        "c": 3,
        "d": [date(2024, 9, 3), None],
        "e": "2024-9",
        "f": {"g": date(2024, 1, 1)},
    }
