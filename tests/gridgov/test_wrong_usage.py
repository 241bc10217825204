"""Wrong usage exits with 2 and says, in the language asked for, what was probably meant."""

import pytest

from tests.gridgov.command import Command


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (["lod"], "load"),
        (["chek", "x.xlsx"], "check"),
        (["reconsile"], "reconcile"),
        (["snapshot"], "snapshots"),
        (["snapshots", "us"], "use"),
        (["query", "lst"], "list"),
        (["map", "bord"], "board"),
        (["--hom", "x", "info"], "--home"),
        (["load", "--tolerence", "3", "x.xlsx"], "--tolerance"),
        (["check", "--mark", "x", "a.xlsx"], "--marked"),
        (["info", "--format", "jsn"], "json"),
        (["sample", "x", "--scale", "smal"], "small"),
        (["query", "run", "bridging_unit"], "bridging_units"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_nearest_word_is_named(gridgov: Command, arguments: list[str], nearest: str, language: str) -> None:
    outcome = gridgov("--lang", language, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert nearest in outcome.err
    assert ("是" in outcome.err) == (language == "zh")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["diff", "a"], "B"),
        (["diff", "a", "b", "c"], "c"),
        (["load"], "FILES"),
        (["load", "--tolerance"], "--tolerance"),
        (["load", "--tolerance", "-1", "x.xlsx"], "--tolerance"),
        (["load", "--as-of", "3 September", "x.xlsx"], "3 September"),
        (["load", "--fresh=yes", "x.xlsx"], "--fresh"),
        (["snapshots", "prune"], "--keep"),
        (["info", "--lang", "fr"], "fr"),
        (["cypher"], "-f"),
        (["cypher", "RETURN 1", "-f", "x.cypher"], "-f"),
        (["cypher", "-f", "not there.cypher"], "not there.cypher"),
        (["sample", "x", "--published", "--faults"], "--published"),
        (["sample", "x", "--scale", "small", "--faults"], "--faults"),
    ],
)
def test_what_is_wrong_is_named(gridgov: Command, arguments: list[str], named: str) -> None:
    for language in ("zh", "en"):
        outcome = gridgov(*arguments, *(() if "--lang" in arguments else ("--lang", language)))
        assert (outcome.code, outcome.out) == (2, "")
        assert named in outcome.err
        assert "Traceback" not in outcome.err


def test_an_unknown_word_that_is_near_to_none_gets_the_list(gridgov: Command) -> None:
    outcome = gridgov("xyzzy")
    assert outcome.code == 2
    assert all(verb in outcome.err for verb in ("demo", "load", "map"))


def test_the_language_holds_before_and_after_the_verb_and_from_the_environment(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no data" in gridgov("--lang", "en", "info").err
    assert "no data" in gridgov("info", "--lang=en").err
    assert "还没有数据" in gridgov("info").err
    monkeypatch.setenv("GRIDGOV_LANG", "en")
    assert "no data" in gridgov("info").err
    assert "还没有数据" in gridgov("info", "--lang", "zh").err


@pytest.mark.parametrize("verb", [["info"], ["show", "x"], ["reconcile"], ["cypher", "RETURN 1"], ["map", "board"]])
def test_a_verb_that_needs_data_says_how_to_load_some(gridgov: Command, verb: list[str]) -> None:
    outcome = gridgov(*verb)
    assert outcome.code == 2
    assert "gridgov load" in outcome.err
