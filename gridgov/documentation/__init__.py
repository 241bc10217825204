"""The pages of docs/ that are made from the definitions, so that no page tells of what is not there."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from gridgov.documentation.catalogue import catalogue_page
from gridgov.documentation.commands import commands_page
from gridgov.documentation.faults import faults_page
from gridgov.documentation.records import records_page
from gridgov.documentation.schema import schema_page

PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "catalogue.md": catalogue_page,
        "commands.md": commands_page,
        "faults.md": faults_page,
        "records.md": records_page,
        "schema.md": schema_page,
    }
)
"""File -> what makes it."""

MARK = "<!-- Made by `make docs` from the definitions. Change those, not this page. -->\n\n"
"""The first line of each page that is made."""


def made() -> dict[str, str]:
    """Return every page that is made: file -> text."""
    return {name: MARK + make() for name, make in PAGES.items()}


def write(folder: Path) -> None:
    """Write every page that is made, and remove those that are made no more."""
    for name in differences(folder):
        (folder / name).unlink(missing_ok=True)
    for name, text in made().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def differences(folder: Path) -> list[str]:
    """Return the files that are not as they would be made: changed, missing, or bearing the mark without a maker."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    marked = {name: text for name, text in there.items() if text.startswith(MARK) or name in PAGES}
    expected = made()
    return sorted(name for name in marked.keys() | expected.keys() if marked.get(name) != expected.get(name))
