"""The pages of docs/: those that are made are as they would be made, and no other stands beside them unnamed."""

import re
from pathlib import Path

from gridgov.documentation import MARK, PAGES, differences, made, write
from gridgov.verbs import verb_names

DOCS = Path(__file__).parents[2] / "docs"
BY_HAND = {
    "architecture.md",
    "mapping.md",
    "privacy.md",
    "benchmarks.md",
    "soak.md",
    "neo4j.md",
    "engines.md",
    "scale.md",
    "decisions.md",
}


def test_the_pages_are_what_make_docs_makes() -> None:
    assert differences(DOCS) == []


def test_every_page_is_made_or_written_by_hand() -> None:
    there = {path.name for path in DOCS.glob("*.md")}
    assert there - BY_HAND == set(PAGES)
    assert [name for name in there & BY_HAND if (DOCS / name).read_text(encoding="utf-8").startswith(MARK)] == []


def test_a_changed_a_missing_and_a_stray_page_are_told(tmp_path: Path) -> None:
    write(tmp_path)
    assert differences(tmp_path) == []
    (tmp_path / "schema.md").write_text("changed", encoding="utf-8")
    (tmp_path / "faults.md").unlink()
    (tmp_path / "old.md").write_text(MARK + "of an earlier version", encoding="utf-8")
    (tmp_path / "by_hand.md").write_text("by hand", encoding="utf-8")
    assert differences(tmp_path) == ["faults.md", "old.md", "schema.md"]
    write(tmp_path)
    assert differences(tmp_path) == []
    assert (tmp_path / "by_hand.md").exists()


def test_every_verb_is_on_its_page_and_in_the_readme() -> None:
    page = made()["commands.md"]
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in verb_names() if f"## gridgov {verb}\n" not in page] == []
    assert [verb for verb in verb_names() if f"gridgov {verb}" not in readme] == []


def test_every_link_between_pages_leads_somewhere() -> None:
    dead = []
    for page in [*DOCS.glob("*.md"), DOCS.parent / "README.md"]:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
            if not (page.parent / target).exists():
                dead.append(f"{page.name}: {target}")
    assert dead == []
