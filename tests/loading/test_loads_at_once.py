"""Two loads at once never interleave: what comes of them is what one after the other comes to."""

from pathlib import Path

from graph_store.workspace.home import Workspace
from loaders.load import load
from loaders.preparing.options import LoadOptions
from tests.loading import command_line
from tests.loading.invented_district import InventedDistrict, write_district


def _load(home: Path, district: InventedDistrict) -> None:
    assert load(district.files, Workspace(home), LoadOptions(mapping=district.mapping)).rejected == 0


def test_two_loads_at_once_are_one_after_the_other(tmp_path: Path) -> None:
    districts = [write_district(tmp_path / code, prefix=code, estates=30) for code in ("880104", "880105")]
    home = tmp_path / "at once"
    running = [command_line.start(home, *district.load) for district in districts]
    assert [command_line.finish(process).code for process in running] == [0, 0]
    current = Workspace(home).current()
    assert current is not None
    current.verify()
    assert current.manifest.sequence == 2
    one_by_one = tmp_path / "one by one"
    one_by_one.mkdir()
    (one_by_one / "person.key").write_bytes((home / "person.key").read_bytes())
    for district in districts:
        _load(one_by_one, district)
    expected = Workspace(one_by_one).current()
    assert expected is not None
    assert current.manifest.content_hash == expected.manifest.content_hash
