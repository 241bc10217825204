"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.beside_estates import beside_estates
from loaders.plans.layouts.committee_members import committee_members
from loaders.plans.layouts.matrices import matrix
from loaders.plans.layouts.member_columns import member_column
from loaders.plans.layouts.member_rosters import member_roster
from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole
from loaders.plans.layouts.served_estates import contracted_project, managed_estates

WHOLE: tuple[ReadsWhole, ...] = (matrix, committee_members, member_roster)
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = (member_column, managed_estates, contracted_project, beside_estates)
"""Layouts that build on the plain columns of a table."""
