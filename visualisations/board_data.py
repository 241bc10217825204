"""What stands on a partition board: which thing in which pane, and in which order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from visualisations.board_panes import BoardPanes
from visualisations.board_parts import BoardData
from visualisations.district.homes import homes
from visualisations.district.lacking import lacking
from visualisations.district.presence import presences
from visualisations.district.things import District, Thing
from visualisations.district.timeline import timeline
from visualisations.errors import NothingToPartition
from visualisations.palette import Style, style_of


def board_data(district: District, day: date) -> BoardData:
    """Return what stands on the board of a district.

    Args:
        district: things and ties.
        day: the day of the snapshot.

    Raises:
        NothingToPartition: if there is no subdistrict.
    """
    subdistricts = [t for t in district.of_label("Subdistrict") if t.span.end is None or t.span.end > day]
    if not subdistricts:
        raise NothingToPartition
    at, there = homes(district, day), presences(district)
    hollow = lacking(district, day)
    styles = {uid: _style(thing, at, district) for uid, thing in district.things.items()}
    bare = BoardData(district, day, (), at, there, styles, hollow, timeline(district, there, day))
    return replace(bare, blocks=BoardPanes(bare).blocks(subdistricts))


def _style(thing: Thing, at: Mapping[str, str], district: District) -> Style:
    if thing.label == "PartyCommittee" and thing.facts.get("kind") != "industry_committee" and thing.uid in at:
        return style_of(district.things[at[thing.uid]].label)
    return style_of(thing.label)
