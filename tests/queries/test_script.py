"""Scripts as Neo4j Browser runs them: statements, parameters, comments."""

import random
from datetime import date

import pytest

from graph_store.errors import ParameterMissing, WriteRefused
from graph_store.protocol import Node, Relationship
from queries.script import ScriptError, parse_script, run_statement
from tests.queries.conftest import District


def texts(script: str) -> list[str]:
    return [s.text for s in parse_script(script)]


def test_a_semicolon_ends_a_statement_but_not_within_a_text_or_a_comment() -> None:
    script = """
        RETURN ';' AS a, "x;y" AS `b;c` // not here;
        ;
        /* nor; here */ RETURN 2 AS b;;
        RETURN 'it\\'s;' AS c
    """
    assert texts(script) == [
        "RETURN ';' AS a, \"x;y\" AS `b;c`",
        "RETURN 2 AS b",
        "RETURN 'it\\'s;' AS c",
    ]


@pytest.mark.parametrize("end", ["// done", "/* done */", "", ";", "\n\n// one\n// two\n"])
def test_a_comment_behind_the_last_semicolon_is_no_statement(end: str) -> None:
    assert texts("RETURN 1 AS a; " + end) == ["RETURN 1 AS a"]


def test_an_empty_script_has_no_statements() -> None:
    assert parse_script("\n// nothing\n") == ()


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (":param minimum => 2", {"minimum": 2}),
        (":param minimum: 2", {"minimum": 2}),
        (":param name => 'a; b'", {"name": "a; b"}),
        (":param as_of => date('2024-09-03')", {"as_of": date(2024, 9, 3)}),
        (":param {a: 1, b: date('2024-09-03')}", {"a": 1, "b": date(2024, 9, 3)}),
        (":params {a: -1.5, b: [1, 'x', null], c: {d: true}}", {"a": -1.5, "b": [1, "x", None], "c": {"d": True}}),
        (":params {\n  a: 1,\n  b: 2\n}", {"a": 1, "b": 2}),
        (":param minimum => 2;", {"minimum": 2}),
        (":params {}", {}),
        (":param `a b` => 1", {"a b": 1}),
    ],
)
def test_param_lines_set_what_follows(line: str, values: dict[str, object]) -> None:
    before, after = parse_script(f"RETURN 1 AS a;\n{line}\n// why\nRETURN 2 AS b;")
    assert before.parameters == {}
    assert after.parameters == values
    assert after.text == "RETURN 2 AS b"


def test_a_later_line_changes_a_parameter_for_what_follows_it() -> None:
    first, second = parse_script(":param a => 1\nRETURN $a;\n:param a => 2\nRETURN $a;")
    assert (first.parameters["a"], second.parameters["a"]) == (1, 2)


def test_a_statement_knows_its_line() -> None:
    assert [s.line for s in parse_script("// one\nRETURN 1;\n\n  RETURN\n2;")] == [2, 4]


@pytest.mark.parametrize("line", [":parm a => 1", ":use neo4j", ":param a =>", ":param a => b + 1", ":param a 1", ":"])
def test_a_command_that_cannot_be_read_is_shown_with_its_line(line: str) -> None:
    with pytest.raises(ScriptError) as caught:
        parse_script(f"RETURN 1;\n{line}\nRETURN 2;", "my.cypher")
    assert caught.value.en.startswith("my.cypher:2:")
    assert line in caught.value.en
    assert caught.value.exit_code == 2


def test_splitting_keeps_every_statement_whole(seed: int = 7) -> None:
    """Statements of odd pieces, joined by semicolons, come back one by one."""
    chance = random.Random(seed)
    pieces = ["RETURN 1", "'a;b'", '"c;"', "`d;`", "/* e; */", "{a: ';'}", "[x IN [1] | x]", "-- 2", "中文；"]
    for _ in range(200):
        statements = ["RETURN " + " ".join(chance.choices(pieces, k=4)) + " + 0" for _ in range(chance.randint(1, 5))]
        assert texts(" ;\n".join(statements)) == statements


@pytest.mark.parametrize("district", [1], indirect=True)
def test_a_script_is_run_with_its_parameters_and_those_from_outside_win(district: District) -> None:
    (statement,) = parse_script(":param label => 'a'\nRETURN $label AS label, $day AS day, [1, null] AS numbers;")
    table = run_statement(district.store, statement, {"day": date(2024, 9, 3)})
    assert table.records() == [{"label": "a", "day": date(2024, 9, 3), "numbers": [1, None]}]
    assert run_statement(district.store, statement, {"day": None, "label": "b"}).records()[0]["label"] == "b"


@pytest.mark.parametrize("district", [1], indirect=True)
def test_nodes_and_relationships_come_back_as_such(district: District) -> None:
    (statement,) = parse_script("MATCH (c:Community)-[t:PART_OF]->(s) RETURN c, t ORDER BY c.uid LIMIT 1")
    ((node, tie),) = run_statement(district.store, statement, {}).rows
    assert isinstance(node, Node)
    assert isinstance(tie, Relationship)
    assert tie.start == node.uid


@pytest.mark.parametrize("district", [1], indirect=True)
def test_a_missing_parameter_and_a_statement_that_writes_are_refused(district: District) -> None:
    (missing,) = parse_script("RETURN $nothing AS a")
    with pytest.raises(ParameterMissing, match="nothing"):
        run_statement(district.store, missing, {})
    (writing,) = parse_script("CREATE (:Area {uid: 'area:x'})")
    with pytest.raises(WriteRefused):
        run_statement(district.store, writing, {})
