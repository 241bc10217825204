"""What stands on a board, and what does not leave the desk."""

import json
import re
from typing import Any

import pytest

from tests.visualisations.invented_district import DAY, Rows, empty_snapshot, invented_district
from visualisations import NothingToPartition, board
from visualisations.board_data import board_data
from visualisations.board_parts import BoardData
from visualisations.district.lacking import lacking
from visualisations.district.reading import read_district
from visualisations.palette import STYLES


def data_of(snapshot: Any) -> BoardData:
    return board_data(read_district(snapshot), snapshot.manifest.as_of)


def placed(data: BoardData) -> list[str]:
    return [uid for block in data.blocks for pane in block.panes for row in pane.rows for uid in row]


def island(html: str, name: str) -> Any:
    return json.loads(re.findall(rf'id="island-{name}">(.*?)</script>', html, re.S)[0])


def test_each_thing_stands_once(invented_snapshot: Any) -> None:
    labels = ("Estate", "PartyBranch", "OwnersCommittee", "CoBuildingUnit", "PropertyFirm", "Platform")
    uids = sorted(uid for label in labels for uid in invented_snapshot.nodes(label)["uid"])
    assert sorted(placed(data_of(invented_snapshot))) == uids


def test_subdistricts_and_communities_stand_in_the_order_of_their_codes(invented_snapshot: Any) -> None:
    blocks = [b for b in data_of(invented_snapshot).blocks if b.unit]
    assert [b.unit for b in blocks] == sorted(str(b.unit) for b in blocks)
    for block in blocks:
        units = [p.unit for p in block.panes if p.kind == "community"]
        assert units == sorted(map(str, units))
        assert block.panes[0].kind == "level"


def test_the_filled_stand_before_the_hollow(invented_snapshot: Any) -> None:
    data = data_of(invented_snapshot)
    for block in data.blocks:
        for pane in block.panes:
            hollow = [uid in data.hollow for uid in pane.rows[0]]
            assert hollow == sorted(hollow)


def test_management_follows_contracts_and_else_the_register() -> None:
    rows = Rows()
    for name, managed in (("served", False), ("registered", True), ("ended", True), ("neither", False)):
        rows.node("Estate", f"estate:{name}", name, managed=managed)
    firm = rows.node("PropertyFirm", "property_firm:1", "示例物业")
    rows.tie("SERVES", firm, "estate:served")
    rows.tie("SERVES", firm, "estate:ended", None, DAY)
    found = lacking(read_district(rows.snapshot()), DAY)
    assert {uid for uid in found if uid.startswith("estate")} == {"estate:ended", "estate:neither"}


def test_an_estate_without_community_stands_in_a_pane_that_says_so() -> None:
    rows = Rows()
    sub = rows.node("Subdistrict", "subdistrict:1", "示例街道", code="1")
    area = rows.node("Area", "area:1", "示例片区")
    rows.tie("PART_OF", area, sub)
    known, lost = rows.node("Estate", "estate:a", "甲"), rows.node("Estate", "estate:b", "乙")
    rows.tie("LOCATED_IN", known, area)
    data = data_of(rows.snapshot())
    assert [(p.kind, p.unit, p.rows[0]) for b in data.blocks for p in b.panes] == [
        ("none", sub, (known,)),
        ("none", None, (lost,)),
    ]


def test_a_stub_is_no_glyph() -> None:
    rows = Rows()
    rows.node("Subdistrict", "subdistrict:1", "示例街道", code="1")
    rows.node("CoBuildingUnit", "co_building_unit:x", "示例单位", defined=False)
    assert placed(data_of(rows.snapshot())) == []


def test_without_subdistricts_there_is_nothing_to_partition() -> None:
    with pytest.raises(NothingToPartition) as caught:
        board(empty_snapshot())
    assert "街道" in caught.value.message("zh")
    assert "gridgov map network" in caught.value.message("en")


@pytest.mark.parametrize("sizes", [(3,), (1,) * 40, (30,) * 6])
def test_districts_of_other_sizes_have_a_board(sizes: tuple[int, ...]) -> None:
    page = board(invented_district(sizes, persons=False))
    panes = island(page.html, "data")["panes"]
    assert sum(p["kind"] == "community" for p in panes) == sum(sizes)


def test_by_default_no_post_and_no_person_is_in_the_file(invented_snapshot: Any) -> None:
    html = board(invented_snapshot, synthetic=True).html
    assert "person:" not in html
    assert "post:990" not in html
    assert "人员 0" not in html
    assert island(html, "data")["counted"]["Person"] == invented_snapshot.nodes("Person").height
    assert "person:0" in board(invented_snapshot, persons=True).html


def test_the_file_of_an_ordinary_district_is_under_three_megabytes(invented_snapshot: Any) -> None:
    assert len(board(invented_snapshot).html.encode()) < 3_000_000
    assert len(board(invented_snapshot, persons=True).html.encode()) < 3_000_000


def test_the_first_day_is_kept_within_the_time_that_the_data_covers(invented_snapshot: Any) -> None:
    early = island(board(invented_snapshot, as_of=DAY.replace(year=1950)).html, "about")["day"]
    assert early == island(board(invented_snapshot).html, "data")["timeline"]["first"]


def test_sources_name_file_sheet_and_row(invented_snapshot: Any) -> None:
    data = island(board(invented_snapshot).html, "data")
    uid = invented_snapshot.nodes("Estate")["uid"][0]
    source = invented_snapshot.nodes("Estate")["sources"][0][0]
    number = data["nodes"]["sources"][data["nodes"]["uid"].index(uid)]
    file, sheet, row = data["sources"]["rows"][number * 3 : number * 3 + 3]
    names = {s["sha256"][:12]: s["name"] for s in invented_snapshot.manifest.sources}
    assert data["sources"]["files"][file] == names[source[:12]]
    assert f"#{data['sources']['sheets'][sheet]}!{row}" == source[12:]


def test_no_two_kinds_share_shape_and_fill() -> None:
    looks = [(s.shape, s.light) for s in STYLES]
    assert len(set(looks)) == len(looks)
    for style in STYLES:
        assert re.fullmatch(r"#[0-9A-F]{6}", style.light)
        assert re.fullmatch(r"#[0-9A-F]{6}", style.dark)


def test_figures_are_shown_with_name_operator_and_unit(invented_snapshot: Any) -> None:
    rows = [
        {"figure": "share", "published": 72, "unit": "%", "computed": 69.98, "verdict": "contradicts", "name": "占比"},
        {"figure": "matters", "operator": ">", "published": 50, "unit": "件", "computed": None, "verdict": "agrees"},
    ]
    figures = island(board(invented_snapshot, reconciliation=rows).html, "figures")
    assert [(f["zh"], f["published"], f["computed"]) for f in figures] == [
        ("占比", "72%", "69.98%"),
        ("matters", "> 50 件", ""),
    ]
