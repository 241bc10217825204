"""One process reads many workbooks, and a file that kills it kills nothing else."""

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from loaders.readers import FileReader, Limits, read_files
from loaders.readers.messages import receive
from tests.loaders.readers.asking import WithCells, failure_of

POSIX = os.name == "posix"


@pytest.fixture
def workbooks(tmp_path: Path) -> list[Path]:
    paths = []
    for number in range(6):
        workbook = openpyxl.Workbook()
        workbook.active["A1"] = number
        paths.append(tmp_path / f"{number}.xlsx")
        workbook.save(paths[-1])
    return paths


@pytest.fixture
def large_workbook(tmp_path: Path) -> Path:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("a")
    for row in range(3000):
        sheet.append([f"{row} {column}" for column in range(20)])
    workbook.save(tmp_path / "大.xlsx")
    return tmp_path / "大.xlsx"


def test_one_process_serves_many_files(workbooks: list[Path]) -> None:
    with FileReader() as reader:
        numbers, processes = zip(
            *((reader.read(path).sheets[0].rows[0][0], reader.process_id) for path in workbooks), strict=True
        )
    assert numbers == (0, 1, 2, 3, 4, 5)
    assert len(set(processes)) == 1
    assert reader.process_id is None


def test_text_is_read_without_any_other_process(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n", encoding="utf-8")
    with FileReader() as reader:
        assert reader.read(tmp_path / "a.csv").sheets
        assert reader.process_id is None


def test_large_text_is_read_in_the_other_process_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("名称,类型\n", encoding="gb18030")
    with FileReader(Limits(trusted_bytes=4)) as reader:
        result = reader.read(tmp_path / "a.csv")
        assert result.sheets[0].rows == [["名称", "类型"]]
        assert result.encoding_used == "gb18030"
        assert reader.process_id is not None


@pytest.mark.skipif(not POSIX, reason="sends a POSIX signal")
def test_a_process_killed_between_two_files_is_replaced(workbooks: list[Path]) -> None:
    with FileReader() as reader:
        reader.read(workbooks[0])
        first = reader.process_id
        assert first is not None
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)  # until the system says that it is gone
        assert reader.read(workbooks[1]).sheets[0].rows == [[1]]
        assert reader.process_id != first


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its address space")
def test_a_file_that_needs_too_much_memory_fails_alone(workbooks: list[Path], with_cells: WithCells) -> None:
    """Two cells apart: within the limit of cells, and 150 MB in calamine."""
    apart = with_cells(
        "远.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row><row r="490000"><c r="J490000"><v>2</v></c></row>'
    )
    results = list(read_files([workbooks[0], apart, workbooks[1]], limits=Limits(memory_bytes=128 << 20)))
    assert [bool(result.sheets) for result in results] == [True, False, True]
    assert failure_of(results[1]).code in ("reader_memory", "reader_crashed")
    assert len(results[1].source) == 64


def test_a_file_that_takes_too_long_fails_alone(workbooks: list[Path], large_workbook: Path) -> None:
    with FileReader(Limits(seconds=0.02)) as hasty:
        assert failure_of(hasty.read(large_workbook)).code == "reader_timeout"
        assert hasty.process_id is None
        hasty.limits = Limits()
        assert hasty.read(workbooks[0]).sheets[0].rows == [[0]]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its address space")
def test_a_process_that_cannot_even_begin_is_a_failure_too(workbooks: list[Path]) -> None:
    with FileReader(Limits(memory_bytes=1 << 20)) as reader:
        assert failure_of(reader.read(workbooks[0])).code in ("reader_crashed", "reader_memory")


def test_without_an_interpreter_to_start_a_workbook_is_a_failure(
    workbooks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(workbooks[0].with_name("no-python")))
    with FileReader() as reader:
        assert failure_of(reader.read(workbooks[0])).code == "reader_crashed"


def test_results_come_in_the_order_of_the_files_from_several_processes(
    workbooks: list[Path], large_workbook: Path
) -> None:
    paths = [large_workbook, *workbooks]
    assert [result.path for result in read_files(paths, processes=3)] == paths


def test_whoever_stops_in_the_middle_leaves_no_process_behind(workbooks: list[Path]) -> None:
    results = read_files(workbooks, processes=2)
    next(results)
    results.close()
    if Path("/proc/self/task").exists():
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()
        commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
        assert not any(b"loaders.readers.child" in command for command in commands)


def test_no_module_of_the_users_folder_is_taken_for_one_of_ours(
    workbooks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workbooks[0].parent
    (folder / "python_calamine.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(folder)
    with FileReader() as reader:
        assert reader.read("0.xlsx").sheets[0].rows == [[0]]


def test_the_other_process_imports_no_heavy_library() -> None:
    code = "import loaders.readers.child, loaders.readers.workbooks, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert not {"polars", "pydantic", "openpyxl", "networkx", "pandas"} & set(done.stdout.split())


class Harmful:
    """What a process taken over by its file might send."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("exit 1",))


def test_an_answer_that_holds_anything_but_cells_is_not_unpacked(tmp_path: Path) -> None:
    data = pickle.dumps(Harmful())
    path = tmp_path / "answer"
    path.write_bytes(len(data).to_bytes(8, "big") + data)
    with path.open("rb") as stream, pytest.raises(pickle.UnpicklingError, match="does not send"):
        receive(stream)
