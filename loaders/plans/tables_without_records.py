"""Tables that know headings of a record type and hold no records: guests, bids, accounts, counts, filled-in forms."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from graph_model.names import normal_text
from loaders.plans.accounts import is_account
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import HeadingMatch, heading_key, is_known, names_place
from loaders.plans.layouts.occasions import is_of_an_occasion, nothing_is_in_place
from loaders.plans.layouts.role_headings import role_of
from loaders.plans.layouts.titles import texts_around
from loaders.plans.statistical_tables import is_statistical
from loaders.plans.values_around import key_around
from loaders.readers.sheet import Cell, Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.cell_reading import cell_text, is_missing

_SHORTEST_LABEL: Final = 3
_FEWEST_LABELS: Final = 2
_FEWEST_FIELDS: Final = 2
_PLACES: Final = frozenset({"District", "Subdistrict", "Community", "Grid", "Area", "Estate", "AdminUnit"})


def holds_no_records(
    sheet: Sheet, headings: HeadingRows, matches: Sequence[HeadingMatch], rows: Sequence[Sequence[Cell]]
) -> bool:
    """Tell whether the rows under some headings are no records of the types that these fit.

    Args:
        sheet: the sheet, or the part of one that holds the table.
        headings: its headings.
        matches: how they fit the record types that they fit best; empty: they fit none.
        rows: the rows from the first heading row on, merged cells repeated.
    """
    own = sum(key_around(h.shown) is None for h in headings.headings)
    if not matches or _says_where_alone(sheet, matches[0]):
        return True
    if len(matches[0].fields) < min(_FEWEST_FIELDS, own) and not _is_staffed(sheet, matches[0], headings):
        return True
    if sheet.record is None and _is_of_something_else(sheet, headings, matches, rows):
        return True
    is_unclear = len(matches) > 1 or bool(matches[0].missing)
    return is_unclear and sheet.kind == "cells" and is_statistical(sheet.rows)


def _is_staffed(sheet: Sheet, match: HeadingMatch, headings: HeadingRows) -> bool:
    """Whether a table names grids, of the community around it, with those who work in each."""
    works = any("grid" in role.kinds for role in map(role_of, headings.headings) if role is not None)
    return match.record == "grid" and not match.missing and works and not is_of_an_occasion(sheet, headings)


def _is_of_something_else(
    sheet: Sheet, headings: HeadingRows, matches: Sequence[HeadingMatch], rows: Sequence[Sequence[Cell]]
) -> bool:
    """Whether a table that does not say itself of which type its rows are is of something that no type is of."""
    if _says_no_more_than_a_place(sheet, matches[0], headings) or any(map(is_account, matches)):
        return True
    if _has_labels(rows[0], rows[max(len(headings.rows), 1) :]):
        return True
    return not matches[0].missing and nothing_is_in_place(sheet, headings, matches[0].record)


def _says_where_alone(sheet: Sheet, match: HeadingMatch) -> bool:
    """Whether objects around lists, or within one, have known keys for their place alone: every record type has one."""
    around = [key_around(heading.shown) is not None for heading in match.fields.values()]
    places = [names_place(heading.shown) for heading in match.fields.values()]
    return (sheet.around_lists or any(around)) and all(map(any, zip(around, places, strict=True)))


def _says_no_more_than_a_place(sheet: Sheet, match: HeadingMatch, headings: HeadingRows) -> bool:
    """Whether of all headings those of places and days alone are known: a list of guests has them, as has an audit's.

    The names of estates are such where nothing says that estates are listed, nor in which community.

    A sheet that bears the name of a record type, as in the blank workbook, says itself what its rows are.
    """
    cls = RECORD_TYPES[match.record]
    names = [normal_text(name) for name in (*cls.sheet_names, cls.zh)]
    if normal_text(sheet.name) in names:
        return False
    known = [columns(cls)[field] for field in match.fields if field != "note"]
    places = [c for c in known if c.reference and _PLACES.issuperset(c.reference.labels)]
    days = [c for c in known if c.kind == "date"]
    around = normal_text(" ".join(text.text for text in texts_around(sheet, headings)))
    is_named = any(name in around for name in names)
    if match.record == "estate" and match.fields.keys() <= {"name", "note"}:
        return bool(match.missing) and not is_named
    return len(places) + len(days) == len(known) and not (days and is_named)


def _has_labels(headings: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether headings have their values beside them, or what stands first in most rows is one: no table of rows."""
    beside = list(pairwise(headings))
    if all(isinstance(b, int | float) for a, b in beside if isinstance(a, str) and is_known(a)) and beside:
        return any(isinstance(a, str) and is_known(a) for a, _ in beside)  # 小区 17: a count
    firsts = [next((cell_text(c) for c in row if not is_missing(c)), "") for row in below]
    said = [text for text in firsts if text]
    labels = {heading_key(t) for t in said if len(heading_key(t)) >= _SHORTEST_LABEL and is_known(t)}
    return len(labels) >= _FEWEST_LABELS and len(labels) * 2 >= len(said)
