"""The example's files before the loaders: the clean ones say nothing wrong, the others what the key says, no more."""

import json
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from loaders.check import CheckReport, check
from loaders.preparing.options import LoadOptions
from sample_data.example import plant_faults, write_division_history, write_example
from sample_data.published import write_published

SEED = 20240903
Spot = tuple[str, str | None, int | None, str | None, str]


def data_files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.name not in {"README.txt", "README.md", "planted_faults.json"})


def checked(folder: Path) -> CheckReport:
    return check(data_files(folder), None, LoadOptions())


def reported(report: CheckReport) -> Counter[Spot]:
    return Counter((f.file, f.sheet, f.row, f.column, f.code) for f in report.faults)


def planted(key: Sequence[dict[str, object]]) -> Counter[Spot]:
    places = ("file", "sheet", "row", "column", "code")
    return Counter(tuple(e[p] for p in places) for e in key if e["code"])  # type: ignore[misc] # as a Spot has them


def test_nothing_is_wrong_with_the_clean_files(clean: Path) -> None:
    report = checked(clean)
    assert report.faults == ()
    assert (report.rejected, report.accepted) == (0, report.read)
    assert report.read > 19_000


def test_every_plant_is_reported_where_it_is_and_nothing_else(faulty: Path) -> None:
    report = checked(faulty)
    key = json.loads((faulty / "planted_faults.json").read_text(encoding="utf-8"))
    assert reported(report) == planted(key)
    assert report.accepted + report.rejected == report.read


@pytest.mark.parametrize(
    ("seed", "left_out"),
    [
        (1, frozenset()),
        pytest.param(SEED, frozenset({"member_twice", "thirteenth_month"}), marks=pytest.mark.soak),
    ],
)
def test_so_it_is_for_another_seed_and_without_some_plants(
    clean: Path, tmp_path: Path, seed: int, left_out: frozenset[str]
) -> None:
    folder = tmp_path / "files"
    if seed == SEED:
        shutil.copytree(clean, folder)
    else:
        write_example(folder, seed=seed)
    key = plant_faults(folder, seed, left_out)
    assert reported(checked(folder)) == planted(key)


def test_a_code_that_was_given_to_another_community_confuses_nothing(clean: Path, tmp_path: Path) -> None:
    history = write_division_history(tmp_path)
    report = check([*data_files(clean), history], None, LoadOptions())
    assert report.faults == ()
    assert report.read == report.accepted


def test_many_districts_do_not_disturb_each_other(tmp_path: Path) -> None:
    write_example(tmp_path, districts=2)
    report = checked(tmp_path)
    assert report.faults == ()
    assert report.read == report.accepted


def test_nothing_is_wrong_with_the_published_record(tmp_path: Path) -> None:
    write_published(tmp_path)
    report = checked(tmp_path)
    assert report.faults == ()
    assert report.read == report.accepted == 151
