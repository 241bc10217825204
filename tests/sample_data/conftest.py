"""The example district, made and written once for all tests."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sample_data.example import write_example
from sample_data.example.truth import District, make_district
from sample_data.example.truth.entities import Row
from sample_data.example.truth.setting import Setting

SEED = 20240903


@pytest.fixture(scope="session")
def district() -> District:
    """The example district at the size of the published figures."""
    return make_district(Setting(SEED))


@pytest.fixture(scope="session")
def rows(district: District) -> Mapping[str, Sequence[Row]]:
    """Its registries."""
    return district.registers


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with its clean files."""
    folder = tmp_path_factory.mktemp("clean")
    write_example(folder)
    return folder


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with planted faults and their key."""
    folder = tmp_path_factory.mktemp("faulty")
    write_example(folder, faults=True)
    return folder
