"""With what Java is started."""

from pathlib import Path

import pytest

from graph_model.errors import UsageError
from graph_store.embedded.java_start import heap_for, java_arguments, write_logging_settings


@pytest.mark.parametrize(
    ("rows", "wanted", "heap"),
    [(0, None, "512m"), (40_000, None, "512m"), (1_100_000, None, "1571m"), (40_000, "4g", "4g")],
)
def test_a_large_graph_gets_more_memory(
    monkeypatch: pytest.MonkeyPatch, rows: int, wanted: str | None, heap: str
) -> None:
    monkeypatch.delenv("GRIDGOV_ENGINE_HEAP", raising=False)
    assert heap_for(rows, wanted) == heap


def test_the_environment_says_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRIDGOV_ENGINE_HEAP", "3g")
    assert heap_for(10) == "3g"
    assert heap_for(10, "1g") == "1g"


@pytest.mark.parametrize("said", ["lots", "4", "g", "-1g", "512m -Dx"])
def test_what_is_no_size_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="512m"):
        heap_for(10, said)


def test_the_logs_folder_may_have_any_name(tmp_path: Path) -> None:
    logs = tmp_path / "日志 é𠀀"
    write_logging_settings(logs)
    text = (logs / "engine-logging.properties").read_bytes().decode("ascii")
    pattern = next(line for line in text.splitlines() if "pattern" in line).partition("=")[2]
    units = pattern.encode("ascii").decode("unicode_escape")
    assert units.encode("utf-16", "surrogatepass").decode("utf-16") == (logs / "engine.%u.log").as_posix()
    assert f"-Djava.util.logging.config.file={logs / 'engine-logging.properties'}" in java_arguments(logs, heap="512m")
