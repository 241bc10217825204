"""A workspace with a snapshot, and a load that would make another one: what the tests that kill loads begin with."""

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions
from tests.loading import command_line, kills
from tests.loading.invented_district import InventedDistrict, write_district

QUESTION = ("cypher", "MATCH (n:Estate) RETURN count(n) AS n", "--format", "json")
"""A question to the old snapshot, whose engine is built for it; there are four."""


@dataclass(frozen=True)
class KilledOffice:
    """What the tests that kill loads begin with.

    Args:
        template: a workspace with the old snapshot.
        district: the files of the load that is killed.
        old: content hash before it.
        new: content hash after it, if nothing kills it.
        calls: stage of the load -> how many calls it takes; "engine": the same of building the old snapshot's engine.
        seconds: how long the load takes.
    """

    template: Path
    district: InventedDistrict
    old: str
    new: str
    calls: Mapping[str, int]
    seconds: float

    def home(self, folder: Path) -> Path:
        """Return a copy of the workspace with the old snapshot."""
        return Path(shutil.copytree(self.template, folder))

    def load(self, home: Path) -> str:
        """Load the files, with nobody to kill it, and return the content hash."""
        report = load(self.district.files, Workspace(home), LoadOptions(mapping=self.district.mapping))
        assert report.snapshot is not None, report.faults
        return report.snapshot.manifest.content_hash

    def survived(self, home: Path) -> str:
        """See that a workspace is whole after a kill and takes the next load; return whether it is "old" or "new"."""
        workspace = Workspace(home)
        current = workspace.current()
        assert current is not None
        current.verify()
        found = {self.old: "old", self.new: "new"}[current.manifest.content_hash]
        assert self.load(home) == self.new
        assert sorted(s.manifest.content_hash for s in workspace.snapshots()) == sorted([self.old, self.new])
        names = [path.name for path in workspace.snapshots_folder.iterdir()]
        assert not [name for name in names if name.startswith(".")], "what the kill left was not removed"
        return found


def prepare_office(folder: Path, *, estates: int) -> KilledOffice:
    """Make the old snapshot, and measure the load that is to be killed.

    Args:
        folder: where to.
        estates: size of the district that is loaded.
    """
    first = write_district(folder / "first", prefix="880102", estates=4, communities=2)
    second = write_district(folder / "second", estates=estates)
    template = folder / "home"
    report = load(first.files, Workspace(template), LoadOptions(mapping=first.mapping))
    assert report.snapshot is not None, report.faults
    office = KilledOffice(template, second, report.snapshot.manifest.content_hash, "", {}, 0)
    new = office.load(office.home(folder / "whole"))
    calls = kills.measured(office.home(folder / "measured"), office.district.load)
    built = kills.measured(office.home(folder / "built"), QUESTION)
    began = time.perf_counter()
    assert command_line.gridgov(office.home(folder / "timed"), *office.district.load).code == 0
    seconds = time.perf_counter() - began
    return KilledOffice(template, second, office.old, new, {**calls, "engine": built["engine"]}, seconds)
