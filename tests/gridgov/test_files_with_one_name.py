"""Two offices send files with one name: what is shown, returned and handed to other programs tells them apart."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY
from tests.loaders.office import write_csv, write_xlsx

ERROR = "FFF4B6B0"
HEADINGS = ("小区名称", "所属街道", "所属社区", "户数")
GOOD = ("花园", "甲街道", "东社区", 12)
BAD = ("新苑", "甲街道", "西社区", "四百")
WORSE = ("新村", "甲街道", "西社区", "五百")


def two_offices(folder: Path) -> list[Path]:
    """The bad cell of the one stands where the other's is good."""
    return [
        write_xlsx(folder / "甲街道" / "小区台账.xlsx", 台账=[HEADINGS, BAD, GOOD]),
        write_xlsx(folder / "乙街道" / "小区台账.xlsx", 台账=[HEADINGS, GOOD, WORSE]),
    ]


def faults_of(outcome: str) -> list[tuple[str, int | None]]:
    found = [f for f in json.loads(outcome)["faults"] if f["code"] == "invalid_number"]
    return [(f["file"], f["row"]) for f in found]


def test_a_name_that_repeats_is_shown_with_its_folder(loaded: Command, tmp_path: Path) -> None:
    files = two_offices(tmp_path)
    arguments = ("check", *files, "--as-of", DAY)
    assert sorted(faults_of(loaded(*arguments, "--format", "json").out)) == [
        ("乙街道/小区台账.xlsx", 3),
        ("甲街道/小区台账.xlsx", 2),
    ]
    shown = loaded(*arguments).out
    for name in ("甲街道/小区台账.xlsx：错误", "乙街道/小区台账.xlsx：错误"):
        assert name in shown


def test_a_name_that_is_alone_stays_plain_and_its_source_is_its_hash(loaded: Command, tmp_path: Path) -> None:
    outcome = loaded("check", two_offices(tmp_path)[0], "--as-of", DAY, "--format", "json")
    assert faults_of(outcome.out) == [("小区台账.xlsx", 2)]
    sources = {f["source"] for f in json.loads(outcome.out)["faults"]}
    assert all(len(s) == 12 and int(s, 16) >= 0 for s in sources)


FOLDERS = {
    "two folders": ("甲", "乙"),
    "one below the other": ("甲", "甲/乙"),
    "the last folders are alike": ("甲/台账", "乙/台账"),
    "three, two of them alike": ("甲/台账", "乙/台账", "丙"),
    "digits": ("1", "11", "1/11"),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_marked_workbooks_of_one_name_never_share_a_name_or_a_mark(loaded: Command, tmp_path: Path, case: str) -> None:
    rows = {folder: [HEADINGS, *[GOOD] * n, BAD] for n, folder in enumerate(FOLDERS[case])}
    files = [write_xlsx(tmp_path / "in" / f / "台账.xlsx", 台账=r) for f, r in rows.items()]
    out = tmp_path / "out"
    shown = faults_of(loaded("check", *files, "--as-of", DAY, "--marked", out, "--format", "json").out)
    assert len({name for name, _ in shown}) == len(files)
    found = {}
    for path in out.iterdir():
        table = openpyxl.load_workbook(path)["台账"]
        red = [c.coordinate for c in table["D"] if c.fill.fgColor.rgb == ERROR]
        found[path.name] = (table.max_row, red)
    assert sorted(found.values()) == [(n + 2, [f"D{n + 2}"]) for n in range(len(files))]


@pytest.mark.parametrize(
    "names",
    [("台账.xlsx", "台账.csv"), ("台账.CSV", "台账.csv.xlsx"), ("A.xlsx", "a.csv"), ("台账.xlsx", "台账.xlsm")],
)
def test_files_that_differ_by_ending_or_capitals_alone_have_marked_workbooks_of_their_own(
    loaded: Command, tmp_path: Path, names: tuple[str, str]
) -> None:
    files = [
        write_csv(tmp_path / n, [HEADINGS, BAD, *[GOOD] * i])
        if n.lower().endswith("csv")
        else write_xlsx(tmp_path / n, 表=[HEADINGS, BAD, *[GOOD] * i])
        for i, n in enumerate(names)
    ]
    out = tmp_path / "out"
    loaded("check", *files, "--as-of", DAY, "--marked", out)
    assert len({p.name.casefold() for p in out.iterdir()}) == 2


def test_a_marked_workbook_never_goes_over_what_an_office_sent(loaded: Command, tmp_path: Path) -> None:
    """Neither the file itself, nor another that was given, nor one that merely lies there."""
    csv, xlsx = (
        write_csv(tmp_path / "台账.csv", [HEADINGS, BAD]),
        write_xlsx(tmp_path / "台账.xlsx", 表=[HEADINGS, WORSE]),
    )
    other = write_xlsx(tmp_path / "单位.xlsx", 表=[("别的",)])
    bad = write_csv(tmp_path / "单位.csv", [HEADINGS, BAD, GOOD])
    before = {path: path.read_bytes() for path in (csv, xlsx, other, bad)}
    for _ in range(2):
        outcome = loaded("check", csv, xlsx, bad, "--as-of", DAY, "--marked", tmp_path)
        assert (outcome.code, "Traceback" in outcome.err) == (1, False)
    assert {path: path.read_bytes() for path in before} == before
    new = [p for p in tmp_path.glob("*.xlsx") if p not in before]
    assert len(new) == 3


def test_a_result_is_replaced_by_the_next(loaded: Command, tmp_path: Path) -> None:
    files = two_offices(tmp_path)
    for _ in range(2):
        loaded("check", *files, "--as-of", DAY, "--marked", tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_what_is_passed_over_is_named_on_stderr_and_in_json(loaded: Command, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "甲" / "台账.csv", [HEADINGS, GOOD])
    copy = write_csv(tmp_path / "乙" / "台账.csv", [HEADINGS, GOOD])
    lock = tmp_path / "~$台账.xlsx"
    lock.write_bytes(b"\x05office")
    for verb in ("check", "load"):
        outcome = loaded(verb, first, copy, lock, "--as-of", DAY, "--format", "json")
        passed = {p["reason"]: p for p in json.loads(outcome.out)["passed_over"]}
        assert passed["lock_file"]["file"] == "~$台账.xlsx"
        assert {passed["copy"]["file"], passed["copy"]["same_as"]} == {"甲/台账.csv", "乙/台账.csv"}
        assert "~$台账.xlsx" in outcome.err
        assert "甲/台账.csv" in outcome.err


def test_marked_workbooks_do_not_go_into_the_folder_that_is_checked(loaded: Command, tmp_path: Path) -> None:
    """The next check of the folder would read them as further files of the office."""
    write_csv(tmp_path / "来件" / "台账.csv", [HEADINGS, BAD])
    for marked in (tmp_path / "来件", tmp_path / "来件" / "退回"):
        outcome = loaded("check", tmp_path / "来件", "--as-of", DAY, "--marked", marked)
        assert (outcome.code, outcome.out) == (2, "")
        assert "--marked" in outcome.err
    assert [p.name for p in (tmp_path / "来件").iterdir()] == ["台账.csv"]


def test_a_fault_of_an_earlier_file_with_the_same_name_is_not_this_ones(loaded: Command, tmp_path: Path) -> None:
    """Corrected files bear the old name: the screen tells which of the two is meant."""
    from gridgov.file_naming import FileNames
    from loaders.faults import Fault

    now, earlier = "a" * 64, "b" * 12
    faults = [Fault("missing_value", "error", "台账.xlsx", source=s) for s in (now, earlier)]
    names = FileNames({now: tmp_path / "台账.xlsx"}, faults)
    assert names.of(faults[0]) != names.of(faults[1])
    assert "台账.xlsx" in names.of(faults[1])


def test_where_a_fact_stands_names_which_of_two_files_it_is(loaded: Command, tmp_path: Path) -> None:
    """A snapshot knows no folders, so that it is the same wherever the files lie: there the hash tells them apart."""
    names = ("碧苑", "翠苑")
    for n, name in enumerate(names):
        file = write_csv(tmp_path / str(n) / "台账.csv", [HEADINGS, (name, "甲街道", "东社区", 12)])
        assert loaded("load", file, "--as-of", DAY).code == 0
    shown = [json.loads(loaded("show", name, "--format", "json").out)["sources"][0]["file"] for name in names]
    assert len(set(shown)) == 2
    assert all(name.startswith("台账.csv #") for name in shown)
