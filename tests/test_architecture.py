"""The rooms: none is left out of the contracts, and each exception to a contract says why."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]


def rooms() -> set[str]:
    return {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}


def test_every_room_stands_on_a_floor() -> None:
    layers = next(c for c in CONTRACTS if c["type"] == "layers")["layers"]
    assert {room.strip() for floor in layers for room in floor.split("|")} == rooms()


def test_every_room_is_checked_and_shipped() -> None:
    assert set(PROJECT["tool"]["importlinter"]["root_packages"]) == rooms()
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == rooms()


def test_every_doorway_guards_all_rooms() -> None:
    doorways = [c for c in CONTRACTS if c["type"] == "forbidden" and "ignore_imports" in c]
    assert [set(c["source_modules"]) for c in doorways] == [rooms()] * len(doorways)


def test_every_room_has_its_tests() -> None:
    assert {p.name for p in (ROOT / "tests").iterdir() if p.is_dir() and p.name in rooms()} == rooms()


def test_every_exception_to_a_rule_has_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"# noqa(?!: [A-Z0-9, ]+ - \w)", line) or re.search(r"# type: ignore(?!\[[\w, -]+\] +# \w)", line)
    ]
    assert bare == [], "an exception says why on its own line: # noqa: CODE - reason, # type: ignore[code]  # reason"


def test_no_file_is_named_after_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [str(p.relative_to(ROOT)) for p in python_files() if p.stem in nothing] == []


def python_files() -> list[Path]:
    folders = [ROOT / room for room in sorted({*rooms(), "tests", "benchmarks"})]
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return [path for path in files if path != Path(__file__)]
