"""Files typed here, or in processes of their own, in whatever order: one graph, one report."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from graph_store.workspace.home import Workspace
from loaders.load import LoadReport, load
from loaders.preparing import typing_files
from loaders.preparing.options import LoadOptions
from loaders.readers.process import start_module
from sample_data.example import write_example

APART, HERE = 1, 10**12


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two districts with faults in them, a copy of one file, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("districts")
    found = list(write_example(folder, scale="small", districts=2))
    (folder / "副本.csv").write_bytes(found[0].read_bytes())
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    faulty = folder / "小区来件_20240903.csv"
    faulty.write_text("小区名称,所属社区,户数\n甲花园,没有的社区,12\n乙花园,,x\n", encoding="utf-8")
    return [*found, folder / "副本.csv", folder / "坏.xlsx", faulty]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "person.key"
    path.write_text("0" * 64)
    return path


def loaded(files: Sequence[Path], home: Path, key: Path) -> LoadReport:
    return load(files, Workspace(home), LoadOptions(key=key, keep_going=True))


def told(report: LoadReport) -> tuple[Any, ...]:
    assert report.snapshot is not None
    faults = [(f.code, f.file, f.sheet, f.row, f.column, f.value, f.source) for f in report.faults]
    passed = [(p.path.name, p.reason) for p in report.passed_over]
    counts = report.read, report.accepted, report.rejected, report.skipped, report.private_values_dropped
    return report.snapshot.manifest.content_hash, counts, faults, passed


def test_files_typed_here_or_apart_in_any_order_give_one_graph_and_one_report(
    files: list[Path], tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for number, (worth, given) in enumerate(((HERE, files), (APART, files), (APART, files[::-1]), (HERE, files[::-1]))):
        monkeypatch.setattr(typing_files, "WORTH", worth)
        monkeypatch.setattr(typing_files, "_FILES_OF_RUN", 5)
        found.append(told(loaded(given, tmp_path / str(number), key)))
    assert found[1:] == found[:1] * 3
    assert found[0][1][2] == 2  # the two rows with faults are rejected


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed by a signal there")
def test_a_process_that_is_killed_while_it_types_costs_time_alone(
    files: list[Path], tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_files, "WORTH", APART)
    monkeypatch.setattr(typing_files, "_FILES_OF_RUN", 5)
    wanted = told(loaded(files, tmp_path / "whole", key))
    started: list[Popen[bytes]] = []

    def killed_soon(module: str) -> "Popen[bytes]":
        process = start_module(module)
        started.append(process)
        if len(started) == 1:
            os.kill(process.pid, signal.SIGKILL)
        return process

    monkeypatch.setattr(typing_files, "start_module", killed_soon)
    assert told(loaded(files, tmp_path / "killed", key)) == wanted
    assert len(started) == typing_files.PROCESSES
