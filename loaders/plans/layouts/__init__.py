"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.matrices import matrix
from loaders.plans.layouts.member_columns import member_column
from loaders.plans.layouts.member_rosters import member_roster
from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole

WHOLE: tuple[ReadsWhole, ...] = (matrix, member_roster)
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = (member_column,)
"""Layouts that build on the plain columns of a table."""
