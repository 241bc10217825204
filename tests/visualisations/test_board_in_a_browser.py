"""What a visitor does on the board, with keys and mouse, and what follows."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.visualisations.conftest import Open
from tests.visualisations.injections import STRINGS
from tests.visualisations.invented_district import InventedSnapshot, invented_district
from visualisations import Page, board

pytestmark = pytest.mark.browser
RECONCILIATION = (
    {"figure": "managed_share", "published": "72 %", "computed": 69.9, "verdict": "contradicts", "note": "口径说明"},
    {"figure": "estates", "published": 513, "computed": 513, "verdict": "agrees", "note": None},
)


@pytest.fixture(scope="module")
def page(invented_snapshot: InventedSnapshot) -> Page:
    return board(invented_snapshot, synthetic=True, reconciliation=RECONCILIATION)


@pytest.fixture(scope="module")
def busy_unit(invented_snapshot: InventedSnapshot) -> dict[str, Any]:
    """The unit that builds with most committees."""
    ties = invented_snapshot.relationships("CO_BUILDS_WITH").group_by("start").len().sort("len", "start")
    units = invented_snapshot.nodes("CoBuildingUnit")
    found: dict[str, Any] = units.filter(units["uid"] == ties["start"][-1]).row(0, named=True)
    return found | {"ties": ties["len"][-1]}


def shown(visited: Any) -> int:
    return int(visited.state("shown"))


def test_it_opens_quietly_and_says_what_it_shows(visit: Open, page: Page, record_property: Callable[..., None]) -> None:
    visited = visit(page)
    record_property("usable_after_ms", visited.state("ready"))
    text = visited.tab.inner_text("body")
    for word in ("示例区概览", "示例数据", "霁溪街道", "口径不一", "口径说明", "0123456789ab"):
        assert word in text
    visited.assert_quiet()


def test_pinyin_initials_and_enter_go_there_and_escape_goes_back(
    visit: Open, page: Page, busy_unit: dict[str, Any]
) -> None:
    visited = visit(page)
    number = busy_unit["name"].split()[-1]
    kind = {"医院": "yy", "学校": "xx", "银行": "yx", "企业": "qy", "机关": "jg"}[busy_unit["name"][2:4]]
    visited.tab.keyboard.press("/")
    visited.tab.keyboard.type(f"sl{kind} {number}")
    visited.tab.keyboard.press("Enter")
    visited.wait_for("selected", busy_unit["uid"])
    assert visited.tab.inner_text("#card h2") == busy_unit["name"]
    assert len(visited.tab.query_selector_all("#board .link")) >= busy_unit["ties"]
    visited.tab.keyboard.press("Escape")
    visited.wait_for("selected", "")
    assert visited.tab.query_selector_all("#board .link") == []
    visited.assert_quiet()


def test_codes_find_too_and_nonsense_finds_nothing(visit: Open, page: Page, busy_unit: dict[str, Any]) -> None:
    visited = visit(page)
    visited.tab.fill("#search", busy_unit["code"].lower())
    assert busy_unit["name"] in visited.tab.inner_text("#hits")
    visited.tab.fill("#search", "zzqqzz")
    assert visited.tab.inner_text("#hits") == "没有找到"


def test_the_legend_filters_and_counts(visit: Open, page: Page, invented_snapshot: InventedSnapshot) -> None:
    visited = visit(page)
    before, estates = shown(visited), invented_snapshot.nodes("Estate").height
    label = visited.tab.locator("#legend label:has(input[data-key=estate])")
    assert label.inner_text().split()[-1] == f"{estates:,}"
    label.click()
    assert shown(visited) == before - estates
    visited.tab.locator("#legend label:has(input[data-key=estate])").press("Space")
    visited.tab.locator("#legend label:has(input[data-key='estate+'])").click()
    hollow = shown(visited)
    assert 0 < before - hollow < estates
    visited.tab.click("#legend-all")
    assert shown(visited) == before
    visited.assert_quiet()


def test_subdistricts_and_gaps_filter(visit: Open, page: Page, invented_snapshot: InventedSnapshot) -> None:
    visited = visit(page)
    before = shown(visited)
    visited.tab.click("#legend label:has(input[data-key='0'])")
    assert shown(visited) < before
    visited.tab.click("#legend label:has(input[data-key='0'])")
    visited.tab.click("#legend label:has(input[data-key=gap_manager])")
    served = set(invented_snapshot.relationships("SERVES")["end"])
    assert shown(visited) == invented_snapshot.nodes("Estate").height - len(served)
    assert "gap=gap_manager" in visited.tab.url


def test_a_click_selects_and_the_card_links_on(visit: Open, page: Page, busy_unit: dict[str, Any]) -> None:
    visited = visit(page, f"#at={busy_unit['uid']}")
    assert visited.state("selected") == busy_unit["uid"]
    groups = visited.tab.locator("#card section:has(.live) .tie")
    assert groups.count() >= min(busy_unit["ties"], 10)
    sources = visited.tab.inner_text("#sources")
    assert re.search(r"\.(xlsx|xls|csv) · 表“台账” · 第 \d+ 行", sources)
    groups.first.click()
    assert str(visited.state("selected")).startswith("party_committee:")
    visited.tab.mouse.click(700, 985)
    visited.tab.keyboard.press("Escape")
    assert visited.state("selected") == ""
    visited.assert_quiet()


def test_a_click_on_a_glyph_selects_it(visit: Open, page: Page) -> None:
    visited = visit(page)
    box = visited.tab.locator("#board .glyph.owners").nth(40).bounding_box()
    assert box is not None
    visited.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert str(visited.state("selected")).startswith("owners_committee:")
    visited.tab.mouse.move(box["x"] + 2, box["y"] + 2)
    assert "业委会" in visited.tab.inner_text("#tip")


def test_arrows_move_between_glyphs_and_enter_selects(visit: Open, page: Page) -> None:
    visited = visit(page)
    visited.tab.focus("#board")
    seen = {visited.state("at")}
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown"):
        visited.tab.keyboard.press(key)
        seen.add(visited.state("at"))
    assert len(seen) >= 5
    visited.tab.keyboard.press("Enter")
    assert visited.state("selected") == visited.state("at")
    assert visited.tab.get_attribute("#board .cursor", "visibility") == "visible"
    assert visited.tab.inner_text("#live")


def test_the_path_to_another_and_around_hubs(
    visit: Open, page: Page, busy_unit: dict[str, Any], invented_snapshot: InventedSnapshot
) -> None:
    visited = visit(page, f"#at={busy_unit['uid']}")
    visited.tab.click("#path-start")
    target = invented_snapshot.nodes("OwnersCommittee").row(-1, named=True)
    visited.tab.keyboard.press("/")
    visited.tab.keyboard.type(target["name"])
    visited.tab.keyboard.press("Enter")
    visited.wait_for("target", target["uid"])
    plain = visited.tab.locator("#path .tie").all_inner_texts()
    assert plain[0].startswith(busy_unit["name"])
    assert plain[-1].startswith(target["name"])
    visited.tab.check("#avoid")
    around = " ".join(visited.tab.locator("#path .tie").all_inner_texts())
    assert "街道" not in around.replace("街道级", "")
    assert "avoid=1" in visited.tab.url
    visited.assert_quiet()


def test_the_slider_shows_another_day(visit: Open, page: Page) -> None:
    visited = visit(page)
    before = shown(visited)
    visited.tab.focus("#slider")
    visited.tab.keyboard.press("ArrowLeft")
    assert visited.state("day") == "2024-09-02"
    visited.tab.keyboard.press("PageDown")
    assert visited.state("day") == "2024-08-02"
    visited.tab.fill("#day", "2021-06-30")
    visited.tab.keyboard.press("Enter")
    assert visited.state("day") == "2021-06-30"
    assert shown(visited) < before
    visited.tab.fill("#day", "2021-02-30")
    visited.tab.keyboard.press("Enter")
    assert visited.tab.get_attribute("#day", "aria-invalid") == "true"
    assert visited.state("day") == "2021-06-30"


def test_counts_follow_the_day(visit: Open, page: Page, invented_snapshot: InventedSnapshot) -> None:
    from datetime import date  # noqa: PLC0415 - used in this one test

    visited = visit(page, "#day=2021-06-30")
    bodies = invented_snapshot.nodes("OwnersCommittee")
    there = bodies.filter(bodies["valid_from"] <= date(2021, 6, 30)).height
    assert visited.tab.inner_text("#legend label:has(input[data-key=owners])").split()[-1] == f"{there:,}"


def test_a_view_is_in_the_address_and_comes_back(visit: Open, page: Page, busy_unit: dict[str, Any]) -> None:
    first = visit(page, f"#at={busy_unit['uid']}")
    first.tab.click("#legend label:has(input[data-key=firm])")
    first.tab.click("#language")
    first.tab.click("#theme")
    again = visit(page, "#" + first.tab.url.partition("#")[2])
    assert again.state("selected") == busy_unit["uid"]
    assert again.state("shown") == first.state("shown")
    assert again.state("theme") == "dark"
    assert "Legend and filter" in again.tab.inner_text("#legend")


def test_dark_follows_the_system_until_switched(visit: Open, page: Page) -> None:
    visited = visit(page, dark=True)
    assert visited.state("theme") == "dark"
    visited.tab.click("#theme")
    assert visited.state("theme") == "light"


def test_export_by_keys_and_mouse(visit: Open, page: Page, busy_unit: dict[str, Any], tmp_path: Path) -> None:
    visited = visit(page, f"#at={busy_unit['uid']}")
    visited.tab.focus("#export")
    with visited.tab.expect_download() as vector:
        visited.tab.keyboard.press("Enter")
        visited.tab.keyboard.press("Enter")
    vector.value.save_as(tmp_path / "map.svg")
    assert vector.value.suggested_filename == "示例区-分区看板-2024-09-03.svg"
    text = (tmp_path / "map.svg").read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert "示例数据 / synthetic" in text
    assert "var(--" not in text
    assert busy_unit["name"] in text
    visited.tab.click("#export")
    with visited.tab.expect_download() as raster:
        visited.tab.click("#export-png")
    raster.value.save_as(tmp_path / "map.png")
    head = (tmp_path / "map.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") >= 2 * 1034
    assert visited.state("exported") == raster.value.suggested_filename
    visited.assert_quiet()


def test_it_prints_on_one_sheet_of_a3(visit: Open, page: Page) -> None:
    pdf = visit(page).tab.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") == 1
    assert re.search(rb"/MediaBox \[0 0 119[01]", pdf)


def test_the_table_holds_what_is_shown_and_can_be_copied(visit: Open, page: Page) -> None:
    visited = visit(page)
    visited.tab.click("#legend label:has(input[data-key=gap_both])")
    visited.tab.click("#table-switch")
    assert visited.tab.locator("#table tbody tr").count() == shown(visited)
    visited.tab.click("#table caption button")
    assert visited.state("copied") == visited.state("shown")
    visited.tab.locator("#table tbody button").first.click()
    assert str(visited.state("selected")).startswith("estate:")
    visited.assert_quiet()


def test_english_and_chinese(visit: Open, page: Page, busy_unit: dict[str, Any]) -> None:
    visited = visit(page, f"#at={busy_unit['uid']}")
    assert "来源" in visited.tab.inner_text("#card")
    visited.tab.click("#language")
    card = visited.tab.inner_text("#card")
    assert "Source" in card
    assert "来源" not in card
    assert visited.tab.get_attribute("html", "lang") == "en"


def test_posts_and_holders_are_off_at_first_and_come_in_places_of_their_own(
    visit: Open, invented_snapshot: InventedSnapshot
) -> None:
    visited = visit(board(invented_snapshot, persons=True))
    before = shown(visited)
    visited.tab.click("#legend label:has(input[data-key=post])")
    assert shown(visited) == before + invented_snapshot.nodes("Post").height
    visited.assert_quiet()


@pytest.mark.parametrize("size", [(1600, 1000), (1280, 720), (2400, 1300)])
@pytest.mark.parametrize("at", ["", "#zoom=1.60", "#lang=en"])
def test_no_two_labels_overlap(visit: Open, page: Page, size: tuple[int, int], at: str) -> None:
    visited = visit(page, at, size)
    assert overlapping_labels(visited) == []


def test_no_two_labels_overlap_with_very_long_names(visit: Open, busy_unit: dict[str, Any]) -> None:
    long = board(invented_district(persons=False, rename=lambda name: name + "之很长很长的名称" * 6))
    for at in ("", f"#at={busy_unit['uid']}"):
        assert overlapping_labels(visit(long, at)) == []


def test_a_selection_covers_no_name(visit: Open, page: Page, busy_unit: dict[str, Any]) -> None:
    assert overlapping_labels(visit(page, f"#at={busy_unit['uid']}")) == []


def overlapping_labels(visited: Any) -> list[list[str]]:
    found: list[list[str]] = visited.tab.evaluate(
        """() => {
          const seen = [...document.querySelectorAll('#board text')]
            .filter((t) => t.textContent && t.getAttribute('visibility') !== 'hidden')
            .map((t) => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.width);
          const bad = [];
          seen.forEach(([one, a], i) => seen.slice(i + 1).forEach(([other, b]) => {
            if (a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
              bad.push([one, other]);
          }));
          return bad;
        }"""
    )
    return found


def test_script_injections_in_every_name_run_nothing(visit: Open) -> None:
    strings = iter(STRINGS * 2000)
    planted = invented_district((3, 2), rename=lambda name: next(strings) + name)
    page = board(planted, synthetic=True, persons=True, title=STRINGS[0])
    for at in (
        "",
        "#table=1",
        f"#at={planted.nodes('CoBuildingUnit')['uid'][0]}",
        f"#at={STRINGS[1]}&off={STRINGS[2]}",
    ):
        visited = visit(page, at)
        visited.tab.fill("#search", "script")
        for i in range(6):
            visited.tab.evaluate(f"location.hash = 'at=' + {planted.nodes('Estate')['uid'][i]!r}")
            visited.tab.keyboard.press("Escape")
        assert visited.tab.evaluate("window.injected") is None
        assert visited.tab.query_selector("img, iframe, object, embed, form, a[href^=javascript]") is None
        visited.assert_quiet()
