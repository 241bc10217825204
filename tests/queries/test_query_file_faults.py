"""Faults of query files: one small file a case, in a folder named after the fault; beside it what is said of it."""

from pathlib import Path

import pytest

from queries.catalogue_reading import read_catalogue
from queries.checking import check_texts
from queries.query_faults import CatalogueError, QueryFault

FOLDER = Path(__file__).parent / "faulty_queries"
CASES = sorted(FOLDER.rglob("*.cypher"))


def faults_of(case: Path) -> tuple[QueryFault, ...]:
    text = case.read_text(encoding="utf-8")
    return check_texts([(case.stem, case.name, text)])[1]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.parent.name}/{c.stem}")
def test_a_fault_is_found_at_its_place(case: Path) -> None:
    faults = faults_of(case)
    found = "".join(f"{f.place.line}:{f.place.column} {f.code}: {f.en}\n" for f in faults)
    assert found == case.with_suffix(".txt").read_text(encoding="utf-8")
    assert case.parent.name in {f.code for f in faults}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.parent.name}/{c.stem}")
def test_a_fault_says_what_to_do_in_both_languages(case: Path) -> None:
    for fault in faults_of(case):
        assert fault.zh
        assert fault.zh != fault.en
        assert fault.remedy_en
        assert fault.remedy_zh
        assert fault.text("en").splitlines()[1].endswith(fault.source_line)


def test_the_message_points_at_the_word_and_names_the_nearest() -> None:
    (fault,) = faults_of(FOLDER / "undeclared_parameter" / "mistyped.cypher")
    assert fault.text("en").splitlines() == [
        "mistyped.cypher:12:32: parameter $minimun is used but not declared",
        "   12 | WHERE committees >= $minimum + $minimun",
        "      |                                ^^^^^^^^ did you mean $minimum (line 5)? "
        "If not, declare it: // @param  minimun  <type>  <default>  <meaning>",
    ]


def test_the_caret_stands_below_chinese_characters_that_are_two_columns_wide() -> None:
    (fault,) = faults_of(FOLDER / "data_in_text" / "name.cypher")
    line, caret = fault.text("en").splitlines()[1:]
    assert caret.index("^") == line.index("'湖里街道'")
    assert caret.count("^") == 10, "two quotes and four characters of two columns"


def test_all_faults_of_all_files_come_in_order_and_at_once(tmp_path: Path) -> None:
    for family, case in (("b", "writes/set"), ("a", "writes/create"), ("a", "no_order/none")):
        source = FOLDER / f"{case}.cypher"
        target = tmp_path / "catalogue" / family / f"{case.replace('/', '_')}.cypher"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(tmp_path / "catalogue")
    assert [(f.path, f.code) for f in caught.value.faults] == [
        ("catalogue/a/no_order_none.cypher", "no_order"),
        ("catalogue/a/writes_create.cypher", "writes"),
        ("catalogue/b/writes_set.cypher", "writes"),
    ]
    assert len(caught.value.message("zh").splitlines()) == 9, "place, line and remedy of each"


def test_an_id_that_is_there_twice_names_the_other_file() -> None:
    text = (FOLDER / "no_order" / "none.cypher").read_text(encoding="utf-8")
    _, faults = check_texts([("a/b", "one.cypher", text), ("a/b", "two.cypher", text)])
    assert "id a/b is already that of one.cypher" in [f.en for f in faults if f.code == "id_twice"]


def test_words_of_writing_are_no_fault_where_they_are_names() -> None:
    text = (FOLDER / "writes" / "set.cypher").read_text(encoding="utf-8")
    harmless = text.replace("SET u.kind = null", "// SET u.kind = null, CREATE, MERGE\n/* DELETE */")
    assert not check_texts([("a/b", "a.cypher", harmless)])[1]
