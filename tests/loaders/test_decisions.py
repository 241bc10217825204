"""The ledger of decisions, as Excel, WPS and people leave it: read, or refused with its line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph_model.errors import UsageError
from graph_store.workspace.home import Workspace
from loaders.resolution.decisions import FILE_NAME, read_decisions
from tests.loaders.office import codes, district, load_into, snapshot_of, ties, write_csv

UID = "co_building_unit:990206000000/示例第一医院"
UNIT = ("CoBuildingUnit", "示例一院")
HEADING = "label,name,decision,uid,who,when"
LINE = f"CoBuildingUnit,示例一院,same,{UID},某,2024-09-01"
TEXT = f"{HEADING}\n{LINE}\n"


def read(folder: Path, content: str | bytes) -> Mapping[tuple[str, str], str]:
    file = folder / FILE_NAME
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_decisions(file)


READ: dict[str, str | bytes] = {
    "as the page shows it": TEXT,
    "UTF-8 with a mark: Excel's CSV UTF-8": b"\xef\xbb\xbf" + TEXT.encode(),
    "GB18030: Excel's CSV on a Chinese Windows": TEXT.replace("\n", "\r\n").encode("gb18030"),
    "UTF-16 with tabs: Excel's Unicode text": TEXT.replace(",", "\t").encode("utf-16"),
    "tabs": TEXT.replace(",", "\t"),
    "semicolons: Excel where the comma is for decimals": TEXT.replace(",", ";"),
    "GB18030 with tabs": TEXT.replace(",", "\t").encode("gb18030"),
    "Excel's own line for the delimiter": "sep=;\r\n" + TEXT.replace(",", ";"),
    "line feeds of an old Mac": TEXT.replace("\n", "\r"),
    "every cell quoted": "\n".join(",".join(f'"{c}"' for c in line.split(",")) for line in (HEADING, LINE)),
    "no line feed at the end": TEXT.rstrip(),
    "empty lines": f"{HEADING}\n\n{LINE}\n\n\n",
    "empty lines as Excel leaves them": f"{HEADING}\n,,,,,\n{LINE}\n,,,,,\n , ,,,,\n",
    "the same line twice": f"{TEXT}{LINE}\n",
    "a column of one's own": f"{HEADING},备注\n{LINE},电话里问过\n",
    "a column without a heading": f"{HEADING},\n{LINE},\n",
    "columns in another order": f"uid,decision,name,label\n{UID},same,示例一院,CoBuildingUnit\n",
    "only the columns that are needed": f"label,name,decision,uid\nCoBuildingUnit,示例一院,same,{UID}\n",
    "headings in capitals and blanks": f" Label ,NAME,Decision,UID\nCoBuildingUnit,示例一院,same,{UID}\n",
    "blanks around": f"{HEADING}\n CoBuildingUnit , 示例一院 , same , {UID} ,,\n",
    "a decision in capitals": TEXT.replace("same", "Same"),
    "a line that is cut short": f"{HEADING}\nCoBuildingUnit,示例一院,same,{UID}\n",
    "what is unsure beside": f"{TEXT}CoBuildingUnit,示例二院,unsure,,某,\n",
    "the later of two": f"{HEADING}\nCoBuildingUnit,示例一院,same,co_building_unit:990206000000/另,某,\n{LINE}\n",
    "another thing that it is not": f"{TEXT}CoBuildingUnit,示例一院,not_same,co_building_unit:990206000000/另,某,\n",
}


@pytest.mark.parametrize("case", READ)
def test_a_decision_is_read_however_it_was_saved(tmp_path: Path, case: str) -> None:
    assert read(tmp_path, READ[case]) == {UNIT: UID}


UNDONE = {
    "by its uid": f"CoBuildingUnit,示例一院,not_same,{UID},某,",
    "without a uid": "CoBuildingUnit,示例一院,not_same,,某,",
    "as unsure": f"CoBuildingUnit,示例一院,unsure,{UID},某,",
}


@pytest.mark.parametrize("case", UNDONE)
def test_a_later_line_undoes_a_decision(tmp_path: Path, case: str) -> None:
    assert read(tmp_path, f"{TEXT}{UNDONE[case]}\n") == {}


@pytest.mark.parametrize("content", ["", "\n\n", HEADING, f"{HEADING}\n", f"{HEADING}\n,,,,,\n", b"\xef\xbb\xbf"])
def test_a_ledger_without_a_line_decides_nothing(tmp_path: Path, content: str | bytes) -> None:
    assert read(tmp_path, content) == {}
    assert read_decisions(tmp_path / "elsewhere.csv") == {}


REFUSED: dict[str, tuple[str, str]] = {  # what stands on row 3, and a word of the answer
    "no uid": ("CoBuildingUnit,示例二院,same,,某,", "uid"),
    "a uid without a label": ("CoBuildingUnit,示例二院,same,990206000000/示例第一医院,某,", "co_building_unit:"),
    "a name for a uid": ("CoBuildingUnit,示例二院,same,示例第一医院,某,", "co_building_unit:"),
    "a uid without a key": ("CoBuildingUnit,示例二院,same,co_building_unit:,某,", "co_building_unit:"),
    "a uid of blanks": ("CoBuildingUnit,示例二院,same,co_building_unit:  ,某,", "co_building_unit:"),
    "a full-width colon": ("CoBuildingUnit,示例二院,same,co_building_unit：990206000000/甲,某,", "co_building_unit:"),
    "the label as the schema writes it": ("CoBuildingUnit,示例二院,same,CoBuildingUnit:990206000000/甲,某,", "co_b"),
    "a uid of another label": ("CoBuildingUnit,示例二院,same,property_firm:990206000000/甲,某,", "co_building_unit:"),
    "a uid of no label": ("CoBuildingUnit,示例二院,same,hospital:990206000000/甲,某,", "co_building_unit:"),
    "a rounded uid": ("Community,东社区,same,9.90206E+11,某,", "community:"),
    "what it is not, in the wrong form": ("CoBuildingUnit,示例二院,not_same,示例第一医院,某,", "co_building_unit:"),
    "no label": (f",示例二院,same,{UID},某,", "label"),
    "an unknown label": (f"Hospital,示例二院,same,{UID},某,", "label"),
    "a label above several": (f"Organisation,示例二院,same,{UID},某,", "label"),
    "no name": (f"CoBuildingUnit,,same,{UID},某,", "name"),
    "no decision": (f"CoBuildingUnit,示例二院,,{UID},某,", "decision"),
    "an unknown decision": (f"CoBuildingUnit,示例二院,maybe,{UID},某,", "decision"),
    "a decision in Chinese": (f"CoBuildingUnit,示例二院,相同,{UID},某,", "decision"),
    "more cells than headings": (f"CoBuildingUnit,示例,二院,same,{UID},某,2024-09-01", "7"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_line_that_is_none_is_refused_with_its_place(tmp_path: Path, case: str) -> None:
    line, word = REFUSED[case]
    with pytest.raises(UsageError) as refused:
        read(tmp_path, f"{TEXT}{line}\n")
    for text in (refused.value.zh, refused.value.en):
        assert word in text
        assert FILE_NAME in text
    assert "第 3 行" in refused.value.zh
    assert "row 3" in refused.value.en


def test_every_bad_line_is_told_at_once(tmp_path: Path) -> None:
    lines = [line for case, (line, _) in REFUSED.items() if case != "more cells than headings"]
    with pytest.raises(UsageError) as refused:
        read(tmp_path, TEXT + "\n".join(lines))
    assert [f"第 {3 + n} 行" in refused.value.zh for n in range(len(lines))] == [True] * len(lines)


FILES_REFUSED: dict[str, tuple[str | bytes, str]] = {
    "no heading": (f"{LINE}\n", "label"),
    "a misspelt heading": (f"lable,name,decision,uid\n{LINE}\n", "label"),
    "headings without uid": ("label,name,decision\nCoBuildingUnit,甲,unsure\n", "uid"),
    "a heading twice": (f"label,name,decision,uid,uid\nCoBuildingUnit,甲,same,{UID},x\n", "uid"),
    "neither UTF-8 nor GB18030": (TEXT.encode("gb18030") + b"\xff\xff\n", "FF"),
    "damaged UTF-8": (TEXT.encode() + "示例市第一人民医院".encode() + b"\xff\n", "FF"),
    "a quote that is never closed": (f'{HEADING}\n"CoBuildingUnit,示例一院,same,{UID},,\n', "2"),
    "a workbook under the name of a CSV": (b"PK\x03\x04\x14\x00\x06\x00", "CSV"),
}


@pytest.mark.parametrize("case", FILES_REFUSED)
def test_a_file_that_is_no_ledger_is_refused_in_words(tmp_path: Path, case: str) -> None:
    content, word = FILES_REFUSED[case]
    with pytest.raises(UsageError) as refused:
        read(tmp_path, content)
    assert FILE_NAME in refused.value.zh
    assert word in refused.value.zh
    assert word in refused.value.en


def test_a_folder_under_its_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(UsageError, match=FILE_NAME):
        read_decisions(tmp_path / FILE_NAME)


def test_a_ledger_as_excel_saves_it_is_obeyed_by_a_load(tmp_path: Path, workspace: Workspace) -> None:
    workspace.prepare()
    (workspace.home / FILE_NAME).write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    rows = [["共建单位", "共建党组织"], ["示例一院", "和盛里社区大党委"]]
    files = [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)]
    snapshot = snapshot_of(workspace, files)
    assert {u for u, _ in ties(snapshot, "CO_BUILDS_WITH")} == {UID}


def test_a_uid_that_nothing_bears_is_a_stub_and_no_crash(tmp_path: Path, workspace: Workspace) -> None:
    workspace.prepare()
    nowhere = LINE.replace("示例第一医院", "无此单位")
    (workspace.home / FILE_NAME).write_text(f"{HEADING}\n{nowhere}\n", encoding="utf-8")
    rows = [["共建单位", "共建党组织"], ["示例一院", "和盛里社区大党委"]]
    report = load_into(workspace, [*district(tmp_path), write_csv(tmp_path / "共建关系（20240903）.csv", rows)])
    assert report.accepted + report.rejected == report.read
    assert codes(report) == ["undefined_organisation"]
    assert report.snapshot is not None
    stub = report.snapshot.nodes("CoBuildingUnit").filter(defined=False)
    assert stub["uid"].to_list() == [UID.replace("示例第一医院", "无此单位")]


def test_the_ledger_that_the_page_shows_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "decisions.md").read_text(encoding="utf-8")
    shown = page.partition("```csv\n")[2].partition("```")[0]
    assert read(tmp_path, shown) == {UNIT: UID}
