"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole
from loaders.plans.layouts.units_of_objects import units_of_objects

WHOLE: tuple[ReadsWhole, ...] = ()
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = (units_of_objects,)
"""Layouts that build on the plain columns of a table."""
