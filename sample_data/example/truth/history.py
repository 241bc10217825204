"""Tables of the division at three days: a code that was given to another community, a name written anew."""

from collections.abc import Iterator

from sample_data.example.truth.entities import Registers
from sample_data.example.truth.places import Places
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import When

NEWEST, EARLIER = When(2023, 6, 30), (When(2021, 6, 30), When(2022, 6, 30))
_MOVED, _NEWCOMER = "岚浦社区", "芦花里社区"
_WRITTEN_BEFORE = {"石蹬社区": "石磴社区"}


def add_divisions(
    registers: Registers, setting: Setting, places: Places, *, days: tuple[When, ...] = (NEWEST,)
) -> None:
    """Put tables of the division into the registry.

    Args:
        registers: the registries.
        setting: the setting of the district.
        places: its places.
        days: the cut-offs of the tables: the newest alone, or earlier ones.
    """
    for day in days:
        for code, name, level, parent in _table(setting, places, first=day == EARLIER[0]):
            row = {"code": code, "name": name, "level": level, "parent_code": parent, "cutoff_date": day}
            registers.add("division", row)


def _table(setting: Setting, places: Places, *, first: bool) -> Iterator[tuple[str, str, str, str | None]]:
    district = f"{setting.code}000000"
    yield district, setting.district, "district", None
    for subdistrict in places.subdistricts:
        yield subdistrict.code, subdistrict.name, "subdistrict", district
    codes = {c.name: c.code for c in places.communities}
    for community in places.communities:
        name, code = community.name, community.code
        if first and name == _NEWCOMER:
            continue
        if first and name == _MOVED:
            code = codes[_NEWCOMER]  # before the newcomer was founded, its code was that of the other community
        written = _WRITTEN_BEFORE.get(name, name) if first else name
        yield code, f"{written}居委会", "community", community.subdistrict.code
