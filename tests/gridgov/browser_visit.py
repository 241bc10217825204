"""Neo4j Browser as a visitor has it open: its files come from its artefact; it asks a server through a WebSocket."""

import base64
import mimetypes
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest

from tests.graph_store.neo4j_server import VERSION

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page, Route

BROWSER = "5.24.0"  # .ci/neo4j fetches it

_LOOPBACK = "http://127.0.0.1:"

_DROP = """([name, text]) => {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  const dropped = new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer});
  document.querySelector('.filedrop').dispatchEvent(dropped);
}"""
_DRAWN = """nodes => nodes.map(node => {
  const circle = node.querySelector('circle.b-outline');
  return [node.textContent.trim(), circle.getAttribute('fill'), Number(circle.getAttribute('r'))];
})"""
_ROWS = "rows => rows.map(row => [...row.children].map(cell => cell.innerText.trim()))"


def application() -> Path:
    """Return where Browser's artefact is; the test is skipped where there is none."""
    home = os.environ.get("GRIDGOV_NEO4J_HOME")
    folder = Path(home) if home else Path.home() / ".cache" / "gridgov" / f"neo4j-{VERSION}"
    jar = folder / "browser" / f"neo4j-browser-{BROWSER}.jar"
    if not jar.exists():
        pytest.skip(f"no Neo4j Browser at {jar}: run .ci/neo4j, which needs Maven")
    return jar


@dataclass
class BrowserVisit:
    """A window with Neo4j Browser in it.

    Attributes:
        tab: the window.
        address: of Browser's page.
        refused: the hosts elsewhere that Browser asked for something and did not get it from.
        sockets: the addresses that it spoke to over a WebSocket.
    """

    tab: "Page"
    address: str
    refused: set[str] = field(default_factory=set)
    sockets: set[str] = field(default_factory=set)

    def connect(self, uri: str, user: str, password: str) -> None:
        """Fill in the form that it opens with."""
        self.tab.goto(f"{self.address}?dbms={uri}")
        self.part("username").fill(user)
        self.part("password").fill(password)
        self.part("connect").click()
        self.tab.get_by_text(f"You are connected as user {user}").wait_for()

    def drop(self, file: Path) -> None:
        """Drop a file on the window, as from a folder."""
        self.tab.evaluate(_DROP, [file.name, base64.b64encode(file.read_bytes()).decode("ascii")])

    def part(self, name: str) -> "Locator":
        """Return the parts of the window that bear a name."""
        return self.tab.get_by_test_id(name)

    def run(self, text: str) -> None:
        """Type a statement and run it."""
        self.part("activeEditor").locator(".monaco-editor").first.click()
        self.tab.keyboard.insert_text(text)
        self.part("editor-Run").click()

    def drawn(self, nodes: int) -> list[tuple[str, str, float]]:
        """Return caption, colour and radius of each node, once as many stand there."""
        self.tab.wait_for_function(f"document.querySelectorAll('g.node').length === {nodes}")
        found = self.tab.locator("g.node").evaluate_all(_DRAWN)
        return sorted((caption, colour, radius) for caption, colour, radius in found)

    def rows(self, column: str) -> list[list[str]]:
        """Return the cells of the result that begins with a column, each row after its number."""
        frame = self.part("frame").filter(has=self.tab.get_by_role("columnheader", name=column, exact=True))
        rows = frame.locator("tbody tr")
        rows.first.wait_for()
        found: list[list[str]] = rows.evaluate_all(_ROWS)
        return found


def visit(context: "BrowserContext", address: str) -> BrowserVisit:
    """Open a window that gets nothing by HTTP from elsewhere."""
    visited = BrowserVisit(context.new_page(), address)

    def pass_on(route: "Route") -> None:
        if route.request.url.startswith(_LOOPBACK):
            route.continue_()
            return
        visited.refused.add(urlsplit(route.request.url).hostname or "")
        route.abort()

    context.route("**/*", pass_on)
    visited.tab.on("websocket", lambda socket: visited.sockets.add(socket.url.rstrip("/")))
    return visited


@contextmanager
def served(jar: Path) -> Iterator[str]:
    """Serve Browser's files on the loopback address: from any other, Chromium lets no page reach a server there."""
    with ZipFile(jar) as files:
        names = set(files.namelist())

        class Handler(BaseHTTPRequestHandler):
            """Answers with a file of the artefact."""

            def do_GET(self) -> None:
                name = self.path.partition("?")[0].removeprefix("/")
                found = name in names
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", mimetypes.guess_type(name)[0] or "application/octet-stream")
                self.end_headers()
                self.wfile.write(files.read(name) if found else b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield f"{_LOOPBACK}{server.server_port}/browser/index.html"
            finally:
                server.shutdown()
