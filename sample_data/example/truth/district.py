"""The whole synthetic district, and the registries that tell of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sample_data.example.truth.activities import add_activities, add_matters
from sample_data.example.truth.branches import add_branches, make_branches
from sample_data.example.truth.committees import add_institutions
from sample_data.example.truth.entities import Branch, Firm, Registers, Row, Unit
from sample_data.example.truth.firms import add_firms, make_firms
from sample_data.example.truth.history import add_divisions
from sample_data.example.truth.owner_seats import fill_owners_committees, list_reserve
from sample_data.example.truth.owners import OwnersCommittee, add_owners, make_owners_committees
from sample_data.example.truth.party_seats import fill_branches, fill_committees, fill_firms, fill_grids
from sample_data.example.truth.places import Places, make_places
from sample_data.example.truth.platforms import add_alliances, add_platforms, make_platforms
from sample_data.example.truth.renewal import add_areas_and_projects
from sample_data.example.truth.seats import People
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.units import add_units, make_units
from sample_data.example.truth.works import add_adoptions, add_audits, add_groups, add_training


@dataclass(frozen=True)
class District:
    """A synthetic district.

    Args:
        setting: what it was made from.
        places: where everything is.
        branches: its branches.
        firms: its property firms.
        owners_committees: its owners' committees.
        units: the units that co-build.
        registers: record type -> rows, as its offices keep them.
    """

    setting: Setting
    places: Places
    branches: tuple[Branch, ...]
    firms: tuple[Firm, ...]
    owners_committees: tuple[OwnersCommittee, ...]
    units: tuple[Unit, ...]
    registers: Mapping[str, tuple[Row, ...]]


def make_district(setting: Setting) -> District:
    """Make a synthetic district from its setting; the same setting gives the same district on every platform."""
    places = make_places(setting)
    branches = make_branches(setting, places)
    firms = make_firms(setting, places)
    committees = make_owners_committees(setting, places, branches)
    units = make_units(setting, places, firms)
    platforms = make_platforms(setting, places)
    registers = Registers()
    add_divisions(registers, setting, places)
    _add_places(registers, places)
    add_institutions(registers, setting, places)
    add_branches(registers, setting, branches)
    add_firms(registers, setting, places, firms)
    add_owners(registers, setting, committees)
    add_units(registers, setting, places, units)
    add_platforms(registers, setting, platforms, units, branches)
    add_alliances(registers, setting, places, firms=firms, units=units, committees=committees)
    add_activities(registers, setting, places, platforms, units=units, branches=branches)
    add_matters(registers, setting, places, firms)
    add_areas_and_projects(registers, setting, places)
    add_audits(registers, setting, firms, committees)
    add_training(registers, setting, places)
    add_groups(registers, setting, places)
    add_adoptions(registers, setting, places, firms=firms, branches=branches, committees=committees)
    people = People(setting, registers)
    fill_committees(people, places, units)
    secretaries = fill_branches(people, branches)
    fill_grids(people, places.grids)
    fill_owners_committees(people, committees, secretaries, fill_firms(people, firms))
    list_reserve(people, secretaries)
    rows = {record: tuple(found) for record, found in registers.rows.items()}
    return District(setting, places, branches, firms, committees, units, rows)


def _add_places(registers: Registers, places: Places) -> None:
    for grid in places.grids:
        registers.add("grid", {**grid.community.where, "name": grid.name, "code": grid.code, "kind": grid.kind})
    for order, estate in enumerate(places.estates):
        row = {"name": estate.name, "code": estate.code, "grid": estate.grid.name, "area": estate.area}
        facts = {"managed": estate.managed, "old": estate.old, "households": estate.households}
        address = f"示例路{order + 1}号"
        body = {"owner_body": estate.owner_body, "address": address}
        registers.add("estate", {**estate.community.where, **row, **facts, **body})
