"""The plan that `check --write-mapping` saves is the one that a load uses: given back, it gives the same snapshot."""

import hashlib
from pathlib import Path

import pytest

from graph_store.workspace.home import Workspace
from loaders.check import check
from loaders.load import load
from loaders.plans import draft_mapping
from loaders.preparing.options import LoadOptions
from sample_data.example import write_example
from tests.loaders.office import district

KEY = bytes(range(32))


def bytes_of(folder: Path) -> dict[str, str]:
    """The hash of each file of a snapshot."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def assert_round_trip(files: list[Path], folder: Path) -> None:
    key = folder / "person.key"
    key.write_bytes(KEY)
    key.chmod(0o600)
    report = check(files, None, LoadOptions(keep_cells=True))
    mapping = folder / "mapping.toml"
    mapping.write_text(draft_mapping(report.readings), encoding="utf-8")
    first, second = Workspace(folder / "first"), Workspace(folder / "second")
    recognised = load(files, first, LoadOptions(key=key))
    mapped = load(files, second, LoadOptions(key=key, mapping=mapping))
    assert (recognised.read, recognised.skipped) == (mapped.read, mapped.skipped)
    assert recognised.snapshot is not None
    assert mapped.snapshot is not None
    assert all(table.mapped for reading in mapped.readings for table in reading.tables)
    assert bytes_of(recognised.snapshot.path) == bytes_of(mapped.snapshot.path)


def test_a_district_of_plain_files_comes_back_byte_for_byte(tmp_path: Path) -> None:
    assert_round_trip(district(tmp_path / "files"), tmp_path)


def test_every_offices_style_of_the_example_comes_back_byte_for_byte(tmp_path: Path) -> None:
    write_example(tmp_path / "files", seed=7, scale="figures")
    files = [file for file in sorted((tmp_path / "files").iterdir()) if file.suffix not in {".md", ".txt"}]
    assert_round_trip(files, tmp_path)
    assert sum(1 for _ in files) > 10


@pytest.mark.parametrize("name", ["小区表（20240903）.csv"])
def test_two_offices_files_of_one_name_keep_a_plan_each(name: str, tmp_path: Path) -> None:
    rows = (
        "小区名称,所属社区\n示例花园,和盛里社区\n示例新村,和盛里社区\n",
        "所属社区,小区\n榕岸社区,示例雅苑\n",
    )
    for office, text in zip(("甲街道", "乙街道"), rows, strict=True):
        (tmp_path / "files" / office).mkdir(parents=True)
        (tmp_path / "files" / office / name).write_text(text, encoding="utf-8")
    files = [*district(tmp_path / "files", without=["小区"]), *sorted((tmp_path / "files").glob(f"*/{name}"))]
    assert_round_trip(files, tmp_path)


def test_a_mapping_that_leaves_everything_to_recognition_changes_nothing(tmp_path: Path) -> None:
    key, mapping = tmp_path / "person.key", tmp_path / "mapping.toml"
    key.write_bytes(KEY)
    key.chmod(0o600)
    files = district(tmp_path / "files")
    mapping.write_text('version = 1\n[[table]]\nfile = "*.csv"\nrecognise = true\n', encoding="utf-8")
    recognised = load(files, Workspace(tmp_path / "first"), LoadOptions(key=key))
    completed = load(files, Workspace(tmp_path / "second"), LoadOptions(key=key, mapping=mapping))
    assert recognised.snapshot is not None
    assert completed.snapshot is not None
    assert recognised.faults == completed.faults
    assert bytes_of(recognised.snapshot.path) == bytes_of(completed.snapshot.path)
