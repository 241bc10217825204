"""Context: what stands around a table fills the fields that its rows lack, and never one that they have."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.faults import Fault
from loaders.plans.headings import filled_around
from loaders.plans.layouts.asking import asked_of_table
from loaders.plans.layouts.places_around import around, around_given
from loaders.plans.layouts.section_captions import captions_of
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.readers.sheet import Cell, Sheet
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.values.cell_reading import cell_text, is_missing, split_list

_WIDE = 3
_ASIDE = re.compile(
    r"(?:注|备注|说明|填表|制表|填报|审核|联系|单位|数据来源|资料来源|合计|小计|总计|共计)|.{21,}|.*\((?:盖章|公章|签章|签字|章)\)"
    r"|20\d\d年"
)
"""Texts that are read as notes, feet or totals wherever they stand."""
_BETWEEN_ROLES = "、，；;,/"


def given_around(sheet: Sheet, title: tuple[str, ...], outer: tuple[str, ...], first_row: int) -> frozenset[str]:
    """Return what stands around a table, or in captions of its sections: "community", "subdistrict", "body", "list".

    Args:
        sheet: the sheet, or the part of one that holds the table.
        title: the texts above its headings.
        outer: the title of the whole sheet.
        first_row: its first row below the headings, from 0 in the sheet's rows.
    """
    captions = captions_of(sheet.rows[first_row:])
    return (around_given(sheet, title, outer) - captions.within) | {*captions.below}


def context(seen: SeenTable) -> Claim | None:
    """Fill what rows lack from what stands around them."""
    below = seen.sheet.rows[seen.rows.rows[-1] + 1 - seen.sheet.first_row :]
    found, said = around(seen.sheet, seen.title, seen.outer), captions_of(below)
    captions = said.below
    taken = {**found.taken, **captions}
    given = (frozenset({*found.taken, *found.values}) - said.within) | {*captions}
    if "body" in given and not _are_roles(seen, below):
        given -= {"body"}
    wanted = filled_around(seen.match.record, seen.match.fields, given)
    if found.bare and not captions:
        wanted = {f: what for f, what in wanted.items() if _may_be_bare(seen, f, what, wanted)}
    if wanted and _has_lone_texts(seen, below, frozenset(captions)):
        required = required_fields(RECORD_TYPES[seen.match.record])
        wanted = {f: what for f, what in wanted.items() if f not in required or what in captions}
    faults = tuple(_clash(seen, found.clash)) if found.clash else ()
    if not wanted:
        return Claim(seen.plan, faults=faults) if faults else None
    plan = replace(
        seen.plan,
        taken={**seen.plan.taken, **{f: taken[what] for f, what in wanted.items() if what in taken}},
        values={**seen.plan.values, **{f: found.values[what] for f, what in wanted.items() if what not in taken}},
    )
    if "body" in wanted.values() and "organisation_kind" not in seen.match.fields:
        if "body" in captions:
            plan = replace(plan, taken={**plan.taken, "organisation_kind": captions["body kind"]})
        else:
            plan = replace(plan, values={**plan.values, "organisation_kind": found.kind})
    return Claim(plan, filled=frozenset(wanted), faults=faults)


def _has_lone_texts(seen: SeenTable, below: Sequence[Sequence[Cell]], captions: frozenset[str]) -> bool:
    """Whether a few rows hold one text and nothing else: with a place from around they would pass for things."""
    if captions or len(seen.rows.headings) < _WIDE:
        return False
    rows = [said for row in below if (said := [cell for cell in row if not is_missing(cell)])]
    lone = [said for said in rows if len(said) == 1 and not _ASIDE.match(normal_text(cell_text(said[0])))]
    return 0 < len(lone) * 2 < len(rows)


def _are_roles(seen: SeenTable, below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column of roles holds roles of the body around it: 示例银行行长 is one elsewhere."""
    heading = seen.match.fields.get("role")
    if heading is None:
        return True
    words = vocabulary("role").writings()
    said = [cell_text(row[heading.column]) for row in below if not is_missing(row[heading.column])]
    return all(part in words for text in said for part in split_list(text, _BETWEEN_ROLES))


def _may_be_bare(seen: SeenTable, field: str, what: str, wanted: Mapping[str, str]) -> bool:
    """A sheet's name that does not say that it is a community's is taken where rows need a community."""
    if what != "community":
        return True
    required = required_fields(RECORD_TYPES[seen.match.record])
    return field in required or any(f in required and w == "community" for f, w in wanted.items())


def _clash(seen: SeenTable, texts: tuple[str, str]) -> Iterator[Fault]:
    """A title and a name that contradict each other are asked about, where rows do not say where they are."""
    if not {"community", "subdistrict"} & seen.match.fields.keys():
        fields = columns(RECORD_TYPES[seen.match.record])
        if "community" in fields or "subdistrict" in fields:
            blanks = {"first": texts[0][:40], "second": texts[1][:40]}
            yield asked_of_table("places_contradict", seen.sheet, seen.rows.rows[-1], blanks)
