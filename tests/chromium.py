"""A real browser for the tests: the Chromium of this machine, without a window."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def _chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    candidates = (
        [named] if named else ["/usr/bin/chromium", *map(shutil.which, ("chromium", "google-chrome", "chrome"))]
    )
    return next((str(c) for c in candidates if c and Path(c).exists()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Headless Chromium; without one the tests that need it are skipped, and say so."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = _chromium()
    if executable is None:
        pytest.skip("no Chromium: install one, or name it in the variable CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(_FLAGS))
        yield started
        started.close()
