"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.beside_things import firm_of_estates, units_of_a_community
from loaders.plans.layouts.context import context
from loaders.plans.layouts.lost_merges import lost_merges
from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole

WHOLE: tuple[ReadsWhole, ...] = ()
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = (context, lost_merges, firm_of_estates, units_of_a_community)
"""Layouts that build on the plain columns of a table."""
