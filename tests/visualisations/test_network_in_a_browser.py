"""What a visitor does on the network, with keys and mouse, and what follows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.visualisations.conftest import Open, Visit
from tests.visualisations.injections import STRINGS
from tests.visualisations.invented_district import InventedSnapshot
from visualisations import NetworkLink, NetworkNode, Page, Subgraph, aggregate, around, neighbourhood, network

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def centre(invented_snapshot: InventedSnapshot) -> str:
    ties = invented_snapshot.relationships("CO_BUILDS_WITH").group_by("start").len().sort("len", "start")
    return str(ties["start"][-1])


@pytest.fixture(scope="module")
def shown(invented_snapshot: InventedSnapshot, centre: str) -> Subgraph:
    return neighbourhood(invented_snapshot, centre)


@pytest.fixture(scope="module")
def page(invented_snapshot: InventedSnapshot, shown: Subgraph) -> Page:
    more = around(invented_snapshot, [n.uid for n in shown.nodes])
    sources = invented_snapshot.manifest.sources
    return network(shown.nodes, shown.links, title="一个单位", synthetic=True, further=more, sources=sources, note="x")


def count(visited: Visit, name: str = "shown") -> int:
    return int(visited.state(name) or -1)


def spot(visited: Visit, uid: str) -> tuple[float, float]:
    """Where a node stands on the screen."""
    box = visited.tab.locator("#network").bounding_box()
    assert box is not None
    place: list[float] = visited.tab.evaluate("uid => document.getElementById('network').spotOf(uid)", uid)
    return box["x"] + place[0], box["y"] + place[1]


def test_it_opens_quietly(visit: Open, page: Page, shown: Subgraph, record_property: Callable[..., None]) -> None:
    visited = visit(page)
    record_property("usable_after_ms", visited.state("ready"))
    assert count(visited) == len(shown.nodes)
    assert count(visited, "ties") == len(shown.links)
    assert "示例数据" in visited.tab.inner_text("body")
    visited.assert_quiet()


def test_search_selects_and_escape_goes_back(visit: Open, page: Page, centre: str, shown: Subgraph) -> None:
    visited = visit(page)
    name = next(str(n.properties["name"]) for n in shown.nodes if n.uid == centre)
    visited.tab.keyboard.press("/")
    visited.tab.keyboard.type(name)
    visited.tab.keyboard.press("Enter")
    visited.wait_for("selected", centre)
    assert visited.tab.inner_text("#card h2") == name
    assert "第" in visited.tab.inner_text("#sources")
    visited.tab.keyboard.press("Escape")
    assert visited.state("selected") == ""
    visited.assert_quiet()


def test_a_click_selects_and_a_double_click_expands(visit: Open, page: Page, centre: str, shown: Subgraph) -> None:
    visited = visit(page)
    committee = next(n.uid for n in shown.nodes if n.labels[0] == "PartyCommittee")
    visited.tab.mouse.click(*spot(visited, centre))
    visited.wait_for("selected", centre)
    visited.tab.mouse.dblclick(*spot(visited, committee))
    visited.tab.wait_for_function(f"+document.documentElement.dataset.shown > {len(shown.nodes)}")
    assert "open=" in visited.tab.url
    visited.assert_quiet()


def test_the_legend_filters_labels_and_types(visit: Open, page: Page, shown: Subgraph) -> None:
    visited = visit(page)
    communities = sum(n.properties.get("kind") == "enlarged_community_committee" for n in shown.nodes)
    visited.tab.click("#legend label:has(input[data-key='PartyCommittee:community'])")
    assert count(visited) == len(shown.nodes) - communities
    visited.tab.click("#legend-all")
    visited.tab.click("#legend label:has(input[data-key=CO_BUILDS_WITH])")
    assert count(visited, "ties") == sum(t.type != "CO_BUILDS_WITH" for t in shown.links)


def test_the_keyboard_moves_selects_and_expands(visit: Open, page: Page, shown: Subgraph) -> None:
    visited = visit(page)
    visited.tab.focus("#network")
    first = visited.state("at")
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        visited.tab.keyboard.press(key)
    visited.tab.keyboard.press("ArrowDown")
    assert visited.state("at") != first or visited.tab.inner_text("#live")
    visited.tab.keyboard.press("Enter")
    assert visited.state("selected") == visited.state("at")
    visited.assert_quiet()


def test_a_path_between_two(visit: Open, page: Page, centre: str, shown: Subgraph) -> None:
    visited = visit(page)
    ends = [n.uid for n in shown.nodes if n.labels[0] == "PartyCommittee"][:2]
    visited.tab.evaluate(f"location.hash = 'at={ends[0]}&to={ends[1]}'")
    visited.wait_for("target", ends[1])
    steps = visited.tab.locator("#path .tie")
    assert 2 <= steps.count() <= 3


def test_the_table_lists_every_relationship(visit: Open, page: Page, shown: Subgraph) -> None:
    visited = visit(page)
    visited.tab.click("#table-switch")
    assert visited.tab.locator("#table tbody tr").count() == len(shown.links)


def test_export_as_drawing_and_picture(visit: Open, page: Page, tmp_path: Path) -> None:
    visited = visit(page)
    visited.tab.click("#export")
    with visited.tab.expect_download() as vector:
        visited.tab.click("#export-svg")
    vector.value.save_as(tmp_path / "n.svg")
    text = (tmp_path / "n.svg").read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert "示例数据 / synthetic" in text
    visited.tab.click("#export")
    with visited.tab.expect_download() as raster:
        visited.tab.click("#export-png")
    raster.value.save_as(tmp_path / "n.png")
    assert (tmp_path / "n.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    visited.assert_quiet()


@pytest.mark.parametrize("presses", ["", "+++", "---"])
def test_no_two_labels_overlap(visit: Open, page: Page, presses: str) -> None:
    visited = visit(page)
    for key in presses:
        visited.tab.keyboard.press(key)
    visited.tab.wait_for_function("(document.getElementById('network').labelBoxes || []).length > 0")
    boxes: list[list[float]] = visited.tab.evaluate("document.getElementById('network').labelBoxes")
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_parallel_relationships_and_an_aggregate_open_quietly(visit: Open, shown: Subgraph) -> None:
    nodes = [NetworkNode(f"estate:{i}", ("Estate",), {"name": f"小区{i}"}) for i in range(2)]
    ties = [NetworkLink(f"t{i}", "SERVES", f"estate:{i % 2}", f"estate:{(i + 1) % 2}") for i in range(5)]
    merged = aggregate(shown.nodes, shown.links)
    loop = NetworkLink("loop", "SERVES", "estate:0", "estate:0")
    for visited in (
        visit(network(nodes, [*ties, loop], title="t")),
        visit(network(merged.nodes, merged.links, title="t", language="en")),
    ):
        visited.assert_quiet()


def test_the_largest_network_opens(visit: Open, record_property: Callable[..., None]) -> None:
    nodes = [NetworkNode(f"estate:{i:03d}", ("Estate",), {"name": f"小区{i}"}) for i in range(800)]
    ties = [
        NetworkLink(f"t{i}", "SERVES", f"estate:{i % 800:03d}", f"estate:{(i * 37 + i // 7) % 800:03d}")
        for i in range(1600)
    ]
    visited = visit(network(nodes, ties, title="t"))
    record_property("usable_after_ms", visited.state("ready"))
    assert count(visited) == 800
    visited.assert_quiet()


def test_script_injections_in_every_text_run_nothing(visit: Open) -> None:
    texts: dict[str, Any] = {"kind": STRINGS[0], "note": STRINGS[4]}
    nodes = [
        NetworkNode(f"estate:{text}", (text if i % 2 else "Estate",), {"name": text, **texts, text: text})
        for i, text in enumerate(STRINGS)
    ]
    ties = [
        NetworkLink(f"t{i}", STRINGS[i], nodes[i].uid, nodes[i - 1].uid, {"sources": [f"0#{STRINGS[i]}!1"]})
        for i in range(len(nodes))
    ]
    page = network(nodes, ties, title=STRINGS[1], note=STRINGS[2], sources=[{"sha256": "0" * 64, "name": STRINGS[3]}])
    visited = visit(page)
    for i in range(len(nodes)):
        visited.tab.fill("#search", STRINGS[i][:12])
        visited.tab.keyboard.press("Enter")
    visited.tab.keyboard.press("Escape")
    visited.tab.click("#table-switch")
    assert visited.tab.evaluate("window.injected") is None
    assert visited.tab.query_selector("img, iframe, object, embed, form") is None
    visited.assert_quiet()


def test_in_a_notebook_it_runs_inside_its_frame(visit: Open, page: Page) -> None:
    notebook = Page("notebook", f"<!DOCTYPE html><html data-ready='1'><body>{page._repr_html_()}</body></html>")
    visited = visit(notebook)
    frame = visited.tab.frame_locator("iframe")
    frame.locator("#legend label").first.wait_for()
    frame.locator("#theme").click()
    assert frame.locator("html").get_attribute("data-theme") == "dark"
    assert visited.messages == []
