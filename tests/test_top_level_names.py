"""The names that the wheel puts beside everything else that is installed: none of them may be another package's."""

import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

WELL_KNOWN = {
    "accelerate", "benchmarks", "catalogue", "common", "config", "core", "data", "dataset", "datasets", "docs",
    "evaluate", "examples", "graph", "graphs", "helpers", "loader", "maps", "models", "notebooks", "pipelines",
    "plots", "query", "records", "samples", "schema", "scripts", "store", "stores", "tests", "tokenizers", "tools",
    "transformers", "utils", "visualization",
}  # fmt: skip
"""Top-level names that packages on the index install, those of Hugging Face and of careless wheels among them."""


def _packages() -> list[str]:
    settings = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    packages: list[str] = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    return packages


def test_no_top_level_name_of_the_wheel_is_that_of_a_well_known_package() -> None:
    assert not WELL_KNOWN.intersection(_packages())


def test_no_installed_package_has_a_top_level_name_of_the_wheel() -> None:
    owners = packages_distributions()
    assert {name: owners[name] for name in _packages() if set(owners.get(name, ())) - {"gridgov"}} == {}


def test_every_room_tells_type_checkers_that_it_is_typed() -> None:
    root = Path(__file__).parents[1]
    assert [name for name in _packages() if not (root / name / "py.typed").exists()] == []
