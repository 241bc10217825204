"""What a layout is given of a table, and what it makes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from loaders.faults import Fault
from loaders.plan import TablePlan
from loaders.plans.heading_rows import HeadingRows
from loaders.plans.headings import HeadingMatch
from loaders.readers.sheet import Sheet


@dataclass(frozen=True)
class SeenTable:
    """A table whose headings were matched with the record type that they fit best.

    Args:
        sheet: the sheet, or the part of one that holds the table and its title.
        rows: its heading rows and headings; columns are counted from 0.
        match: how its headings fit the record type; those that layouts have claimed so far are not among the unknown,
            and what they have filled is not among the missing.
        plan: its plan so far.
        title: the texts above its headings.
        outer: the title of the whole sheet, where the table is a part of it without one of its own.
    """

    sheet: Sheet
    rows: HeadingRows
    match: HeadingMatch
    plan: TablePlan
    title: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """What a layout makes of a table beyond its plain columns.

    Args:
        plan: the plan of the table, as the layout changes it.
        further: plans of the same rows for other record types: 项目经理 beside an estate's firm is a tenure.
        headings: the columns, counted from 0, whose headings it has given a meaning.
        filled: required fields that it has filled.
        faults: what it has to ask.
    """

    plan: TablePlan
    further: tuple[TablePlan, ...] = ()
    headings: frozenset[int] = frozenset()
    filled: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class WholeTable:
    """A part of a sheet that a layout has understood as a whole: a form, a matrix.

    Args:
        plans: its plans, in order.
        faults: what is to be asked.
    """

    plans: tuple[TablePlan, ...]
    faults: tuple[Fault, ...] = field(default=())


ReadsWhole = Callable[[Sheet], WholeTable | None]
"""Understands a part of a sheet as a whole, before its headings are matched; None: it is none of its kind."""

ReadsBeside = Callable[[SeenTable], Claim | None]
"""Gives a meaning to what the plain columns of a table leave over; None: there is nothing for it."""
