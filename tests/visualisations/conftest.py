"""Pages for the tests to open in a real browser."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.visualisations.invented_district import InventedSnapshot, invented_district
from visualisations.page import Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog
    from playwright.sync_api import Page as Tab


@pytest.fixture(scope="session")
def invented_snapshot() -> InventedSnapshot:
    """A district of the size of the target pictures, under invented names."""
    return invented_district()


@dataclass
class Visit:
    """A page as a visitor has it open, with all that the browser noticed."""

    tab: "Tab"
    address: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def refuse(self, dialog: "Dialog") -> None:
        """Close a dialogue that no page of ours opens, and keep its text."""
        self.messages.append(f"dialogue: {dialog.message}")
        dialog.dismiss()

    def state(self, name: str) -> str | None:
        """What the page says of its state."""
        value: str | None = self.tab.evaluate(f"document.documentElement.dataset.{name}")
        return value

    def wait_for(self, name: str, value: str) -> None:
        """Wait until the page says so of its state."""
        self.tab.wait_for_function(f"document.documentElement.dataset.{name} === {value!r}")

    def assert_quiet(self) -> None:
        """The page asked nobody for anything and had nothing to say."""
        assert self.requests == [self.address.partition("#")[0]]
        assert self.messages == []


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Opens a page in a fresh context: visit(page, hash="", size=(1600, 1000), dark=False)."""
    contexts: list[BrowserContext] = []

    def open_page(page: Page, at: str = "", size: tuple[int, int] = (1600, 1000), dark: bool = False) -> Visit:
        file = page.write(tmp_path / f"page{len(contexts)}.html")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        visited = Visit(context.new_page(), file.as_uri() + at)
        visited.tab.on("request", lambda request: visited.requests.append(request.url.partition("#")[0]))
        visited.tab.on("console", lambda message: visited.messages.append(f"{message.type}: {message.text}"))
        visited.tab.on("pageerror", lambda error: visited.messages.append(f"error: {error}"))
        visited.tab.on("dialog", visited.refuse)
        visited.tab.goto(visited.address)
        visited.tab.wait_for_function("document.documentElement.dataset.ready !== undefined")
        return visited

    yield open_page
    for context in contexts:
        context.close()
