"""What a person sees at the terminal, verb by verb, on the files of a very small office."""

import csv
import io
import shutil
import stat
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY, FILES, write_faulty, write_office


def test_load_says_what_it_read_and_published_and_names_no_person(gridgov: Command, tmp_path: Path) -> None:
    outcome = gridgov("load", *write_office(tmp_path / "office"), "--as-of", DAY)
    assert outcome.code == 0
    assert "读到 8 行：接受 8 行，退回 0 行" in outcome.out
    assert "2 个姓名、证件号码、电话已换成代号" in outcome.out
    for planted in ("张试验", "110101199003070011"):
        assert planted not in outcome.out + outcome.err


def test_load_with_rejects_publishes_nothing_unless_told_otherwise(loaded: Command, tmp_path: Path) -> None:
    faulty = write_faulty(tmp_path)
    before = loaded("snapshots").out
    refused = loaded("load", faulty, "--as-of", DAY)
    assert refused.code == 1
    assert "没有生成快照" in refused.out
    assert loaded("snapshots").out == before
    assert loaded("load", faulty, "--as-of", DAY, "--tolerance", "1").code == 1
    assert loaded("load", faulty, "--as-of", DAY, "--tolerance", "2").code == 0


def test_keep_going_loads_the_rest_and_still_exits_with_one(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("load", write_faulty(tmp_path), "--as-of", DAY, "--keep-going")
    assert outcome.code == 1
    assert "快照 2024-09-03-" in outcome.out


def test_a_file_that_is_not_there_is_a_fault(gridgov: Command, tmp_path: Path) -> None:
    outcome = gridgov("check", tmp_path / "没有.xlsx")
    assert outcome.code == 1
    assert "没有.xlsx" in outcome.out


def test_patterns_are_expanded_where_no_shell_does_it(gridgov: Command, tmp_path: Path) -> None:
    write_office(tmp_path / "office")
    outcome = gridgov("load", tmp_path / "office" / "*.csv", "--as-of", DAY)
    assert (outcome.code, "接受 8 行" in outcome.out) == (0, True)


def test_check_tells_place_code_reason_and_remedy(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("check", write_faulty(tmp_path), "--as-of", DAY)
    lines = outcome.out.splitlines()
    at = next(n for n, line in enumerate(lines) if "D2" in line)
    assert lines[at].split()[-3:] == ["错误", "invalid_number（读作小区）", "四百"]
    assert "不是确定的整数" in lines[at + 1]
    english = loaded("check", write_faulty(tmp_path), "--as-of", DAY, "--lang", "en").out
    assert "error invalid_number" in english
    assert "3 rows read: 1 accepted, 2 rejected" in english


def test_check_shows_twenty_faults_of_a_file_and_says_where_the_rest_is(loaded: Command, tmp_path: Path) -> None:
    rows = "".join(f"小区{n},甲街道,东社区,许多\n" for n in range(30))
    path = tmp_path / "许多.csv"
    path.write_text(f"小区名称,所属街道,所属社区,户数\n{rows}", encoding="utf-8")
    out = loaded("check", path, "--as-of", DAY).out
    assert out.count("错误 invalid_number") == 20
    assert "另有 10 条" in out
    assert "--marked" in out


def test_a_cell_cannot_steer_the_terminal(loaded: Command, tmp_path: Path) -> None:
    path = tmp_path / "控制.csv"
    path.write_text("小区名称,所属街道,所属社区,户数\n花园,甲街道,东社区,\x1b[2J四\n", encoding="utf-8")
    assert "\x1b" not in loaded("check", path, "--as-of", DAY).out


def test_marked_workbooks_show_the_faults_and_are_for_their_owner_alone(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("check", write_faulty(tmp_path), "--as-of", DAY, "--marked", tmp_path / "退回")
    written = list((tmp_path / "退回").iterdir())
    assert (outcome.code, [path.suffix for path in written]) == (1, [".xlsx"])
    sheet = openpyxl.load_workbook(written[0]).worksheets[0]
    comment = sheet["D2"].comment
    assert comment is not None
    assert "invalid_number" in comment.text
    if sys.platform != "win32":
        assert stat.S_IMODE(written[0].stat().st_mode) == 0o600


def test_a_drafted_mapping_is_written_once(gridgov: Command, tmp_path: Path) -> None:
    foreign = tmp_path / "外来.csv"
    foreign.write_text("小区名,街道,社区,总户数\n花园,甲街道,东社区,12\n", encoding="utf-8")
    draft = tmp_path / "对照.toml"
    gridgov("check", foreign, "--as-of", DAY, "--write-mapping", draft)
    text = draft.read_text(encoding="utf-8")
    assert 'record = "estate"' in text
    again = gridgov("check", foreign, "--as-of", DAY, "--write-mapping", draft)
    assert again.code == 2
    assert draft.read_text(encoding="utf-8") == text


def test_show_tells_facts_ties_and_where_they_stand_written(loaded: Command) -> None:
    out = loaded("show", "花园").out
    assert "estate:990207001001/花园" in out
    assert "小区台账.csv › 2" in out
    assert "420" in out
    assert "东社区" in out


@pytest.mark.parametrize("asked", ["community:990207001001", "990207001001", "东社区", "東社區", "东社区居委会"])
def test_show_finds_a_node_by_uid_code_and_any_writing_of_its_name(loaded: Command, asked: str) -> None:
    assert "community:990207001001" in loaded("show", asked).out


def test_show_lists_who_is_meant_where_several_are(loaded: Command) -> None:
    outcome = loaded("show", "社区")
    assert (outcome.code, outcome.out) == (2, "")
    assert "community:990207001001" in outcome.err
    assert "community:990207001002" in outcome.err


def test_show_names_those_that_are_alike_where_nobody_fits(loaded: Command) -> None:
    outcome = loaded("show", "东村社区", "--lang", "en")
    assert outcome.code == 2
    assert "东社区" in outcome.err


def test_snapshots_are_listed_used_and_pruned(loaded: Command, tmp_path: Path) -> None:
    first = loaded("snapshots").out
    more = tmp_path / "更多.csv"
    more.write_text("小区名称,所属街道,所属社区\n山庄,甲街道,西社区\n", encoding="utf-8")
    loaded("load", more, "--as-of", DAY)
    ids = [line.split()[-5] for line in loaded("snapshots").out.splitlines() if DAY in line]
    assert len(ids) == 2
    assert ids[0] in first
    assert loaded("snapshots", "use", ids[0]).code == 0
    assert "Estate" in loaded("info").out
    assert loaded("snapshots", "prune", "--keep", "1").code == 0
    assert len([line for line in loaded("snapshots").out.splitlines() if DAY in line]) == 2, "the current one stays"


def test_rows_go_to_a_file_in_each_form(loaded: Command, tmp_path: Path) -> None:
    for form in ("csv", "json", "markdown", "xlsx", "table"):
        target = tmp_path / f"gaps.{form}"
        outcome = loaded("query", "run", "estates/gaps", "--format", form, "-o", target)
        assert (outcome.code, outcome.out) == (0, "")
        assert target.stat().st_size > 0
    rows = list(csv.reader(io.StringIO((tmp_path / "gaps.csv").read_text(encoding="utf-8-sig"))))
    assert [row[3] for row in rows] == ["estate", "花园", "新苑"]


def test_a_wrong_parameter_is_said_before_an_engine_starts(loaded: Command, home: Path) -> None:
    shutil.rmtree(home / "engines")
    outcome = loaded("query", "run", "bridging_units", "-P", "minimun=3")
    assert outcome.code == 2
    assert "minimum" in outcome.err
    assert not (home / "engines").exists()


def test_query_show_tells_parameters_columns_and_text(loaded: Command) -> None:
    out = loaded("query", "show", "bridging_units").out
    for part in ("-P minimum=", "community_names", "MATCH"):
        assert part in out


def test_cypher_reads_a_file_of_several_statements_with_parameters(loaded: Command, tmp_path: Path) -> None:
    script = tmp_path / "问题.cypher"
    script.write_text(
        ":param name => '花园'\nMATCH (e:Estate {name: $name}) RETURN e.households AS households;\n"
        "MATCH (c:Community) RETURN count(*) AS communities;\n",
        encoding="utf-8",
    )
    out = loaded("cypher", "-f", script).out
    assert ("420" in out, "communities" in out) == (True, True), "each statement has its table"
    assert '"communities": 2' in loaded("cypher", "-f", script, "--format", "json").out
    assert (
        '"households": 88'
        in loaded(
            "cypher",
            "MATCH (e:Estate {name: $name}) RETURN e.households AS households",
            "-P",
            "name=新苑",
            "--format",
            "json",
        ).out
    )


def test_cypher_reads_standard_input(loaded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO("RETURN '花园' AS name".encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    assert "花园" in loaded("cypher", "-f", "-").out


def test_cypher_points_at_names_that_match_nothing(loaded: Command) -> None:
    outcome = loaded("cypher", "MATCH (e:Estate)-[:LOCATED_INN]->(c:Comunity) RETURN e.houeholds AS n")
    assert outcome.code == 0
    for written, meant in (("LOCATED_INN", "LOCATED_IN"), ("Comunity", "Community"), ("houeholds", "households")):
        assert any(written in line and f"{meant}？" in line for line in outcome.err.splitlines())
    assert loaded("cypher", "MATCH (e:Estate) RETURN e.households AS n").err == ""


def test_a_date_that_is_no_day_is_refused(loaded: Command) -> None:
    outcome = loaded("cypher", "RETURN $day AS day", "-P", "day=2024-02-30")
    assert (outcome.code, "2024-02-30" in outcome.err) == (2, True)


def test_cypher_does_not_write_unless_told_and_then_to_a_copy(loaded: Command) -> None:
    statement = "CREATE (e:Estate {uid: 'estate:x', name: '新'}) RETURN e.name AS name"
    assert loaded("cypher", statement).code == 2
    assert loaded("cypher", statement, "--write").code == 0
    count = loaded("cypher", "MATCH (e:Estate) RETURN count(*) AS n", "--format", "json").out
    assert '"n": 2' in count


def test_reconcile_shows_the_rows_that_were_counted(loaded: Command) -> None:
    out = loaded("reconcile", "--rows", "enlarged_community_committees").out
    assert "东社区大党委" in out


def test_the_board_is_one_file_without_a_person(loaded: Command, tmp_path: Path) -> None:
    target = tmp_path / "看板.html"
    outcome = loaded("map", "board", "-o", target)
    assert outcome.code == 0
    page = target.read_text(encoding="utf-8")
    assert "花园" in page
    assert "合成" in page, "division codes of no province: the data says that it is synthetic"
    assert "person:" not in page


def test_the_template_is_a_workbook(gridgov: Command, tmp_path: Path) -> None:
    target = tmp_path / "空白.xlsx"
    assert gridgov("template", target).code == 0
    assert "小区" in openpyxl.load_workbook(target).sheetnames


def test_a_template_that_may_be_filled_in_is_not_written_over(gridgov: Command, tmp_path: Path) -> None:
    target = tmp_path / "空白.xlsx"
    target.write_bytes(b"filled in")
    outcome = gridgov("template", target)
    assert (outcome.code, "空白.xlsx 已经存在" in outcome.err) == (2, True)
    assert target.read_bytes() == b"filled in"


def test_a_blank_workbook_is_told_from_a_clean_one(gridgov: Command, tmp_path: Path) -> None:
    target = tmp_path / "空白.xlsx"
    gridgov("template", target)
    outcome = gridgov("load", target)
    assert (outcome.code, "没有读出一行数据" in outcome.out, "没有发现问题" in outcome.out) == (1, True, False)


def test_nothing_is_written_beside_the_workspace(
    loaded: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    loaded("info")
    loaded("cypher", "RETURN 1 AS one")
    assert list(here.iterdir()) == []


def test_no_name_and_no_number_of_a_person_is_in_the_workspace(loaded: Command, home: Path) -> None:
    loaded("cypher", "MATCH (p:Person) RETURN p.name AS name")
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert "张试验".encode() not in content, path
            assert b"110101199003070011" not in content, path
    assert "张试验" in FILES["名册.csv"]


@pytest.mark.parametrize(
    "asked",
    [
        ["--focus", "东社区"],
        ["--query", "structure/committee_tree"],
        ["--query", "estates/gaps"],
        ["--cypher", "MATCH p = (:Estate {name: $name})-[:LOCATED_IN]->() RETURN p", "-P", "name=花园"],
    ],
)
def test_the_network_shows_a_result_or_what_lies_around_a_node(
    loaded: Command, tmp_path: Path, asked: list[str]
) -> None:
    target = tmp_path / "图.html"
    assert loaded("map", "network", *asked, "-o", target).code == 0
    page = target.read_text(encoding="utf-8")
    assert "东社区" in page
    assert "合成" in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "--focus"),
        (["--focus", "东社区", "--query", "gaps"], "--focus"),
        (["--cypher", "RETURN 1 AS one"], "RETURN a, r, b"),
        (["--query", "structure/organisations_by_label"], "uid"),
    ],
)
def test_a_network_of_nothing_is_refused(loaded: Command, tmp_path: Path, asked: list[str], said: str) -> None:
    outcome = loaded("map", "network", *asked, "-o", tmp_path / "图.html")
    assert outcome.code == 2
    assert said in outcome.err
    assert not (tmp_path / "图.html").exists()


def test_the_published_record_loads_as_anybodys_files(gridgov: Command, tmp_path: Path) -> None:
    assert gridgov("sample", tmp_path / "公开", "--published").code == 0
    assert gridgov("load", *sorted((tmp_path / "公开").glob("*.csv"))).code == 0
    out = gridgov("reconcile").out
    assert "不符 0 项" in out
    assert "口径不一 0 项" in out, "a share that was not counted contradicts nothing that was"
    assert "有 1 组不能同时成立" in out, "but the publication contradicts itself, whatever was loaded"
    assert "有物业管理的小区占比 72%" in out
    why = gridgov("reconcile", "--rows", "managed_share")
    assert ("没有载入可计数的数据" in why.err, why.out) == (True, "")
    gridgov("map", "board", "-o", tmp_path / "看板.html")
    assert '"synthetic":false' in (tmp_path / "看板.html").read_text(encoding="utf-8")


def test_the_sample_says_where_its_key_is(gridgov: Command, tmp_path: Path) -> None:
    outcome = gridgov("sample", tmp_path / "示例", "--faults", "--lang", "en")
    assert (outcome.code, "planted_faults.json" in outcome.err) == (0, True)
    assert (tmp_path / "示例" / "planted_faults.json").is_file()
