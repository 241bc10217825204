"""What holds for all tests: where everything is required, a skipped test is a failed one."""

import os
from collections.abc import Generator

import pytest

from tests.chromium import browser  # noqa: F401 - one browser for all tests
from tests.graph_store.neo4j_server import neo4j_server  # noqa: F401 - one server for all tests


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure when REQUIRE_ALL=1 says that this machine has all that tests need."""
    report = yield
    expected = hasattr(report, "wasxfail") or item.get_closest_marker("elsewhere")
    if report.skipped and os.environ.get("REQUIRE_ALL") == "1" and not expected:
        report.outcome = "failed"
        report.longrepr = f"skipped, though everything is required: {report.longreprtext}"
    return report
