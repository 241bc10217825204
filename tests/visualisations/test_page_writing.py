"""Pages as text: data is not code, the policy names what may run."""

import base64
import hashlib
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualisations import Page, PageNotWritten, board
from visualisations.page_writing import asset, island, render


@given(st.text())
def test_an_island_holds_no_markup_and_comes_back_whole(text: str) -> None:
    written = island({"name": text})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": text}


def test_scripts_and_styles_never_hold_their_own_end_tag() -> None:
    names = [
        f.name for f in (Path(__file__).parents[2] / "visualisations/pages").iterdir() if f.suffix in {".js", ".css"}
    ]
    assert names
    for name in names:
        assert "</script" not in asset(name).lower()
        assert "</style" not in asset(name).lower()


def test_no_page_sets_markup_from_data() -> None:
    pages = Path(__file__).parents[2] / "visualisations/pages"
    for script in pages.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text), (
            script
        )


def test_a_script_with_an_end_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="end tag"):
        render("board.html.jinja", styles=[], scripts=[], islands={}, library="'</SCRIPT>'", language="zh", title="")


def test_the_policy_names_the_hash_of_every_script_and_style(invented_snapshot: Any) -> None:
    text = board(invented_snapshot).html
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    styles = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert len(scripts) == len(styles) == 1
    for code in scripts + styles:
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_titles_are_escaped(invented_snapshot: Any) -> None:
    text = board(invented_snapshot, title="<img src=x onerror=alert(1)>").html
    assert "<img" not in text


def test_the_same_snapshot_gives_the_same_page(invented_snapshot: Any) -> None:
    assert board(invented_snapshot).html == board(invented_snapshot).html


def test_writing_replaces_a_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "地图.html"
    Page("t", "old").write(target)
    assert Page("t", "区").write(target) == target
    assert target.read_bytes() == "区".encode()
    assert [f.name for f in target.parent.iterdir()] == ["地图.html"]


def test_a_page_that_cannot_be_written_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PageNotWritten) as caught:
        Page("t", "x").write(tmp_path / "file" / "map.html")
    assert "map.html" in caught.value.message("zh")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(PageNotWritten):
        Page("t", "x").write(tmp_path / "folder.html")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["file", "folder.html"]


def test_in_a_notebook_the_page_stands_in_a_sandboxed_frame() -> None:
    shown = Page('a "title"', '<p title="x">&amp;</p>')._repr_html_()
    assert 'sandbox="allow-scripts' in shown
    assert "allow-same-origin" not in shown
    assert html.unescape(re.findall(r'srcdoc="([^"]*)"', shown)[0]) == '<p title="x">&amp;</p>'
