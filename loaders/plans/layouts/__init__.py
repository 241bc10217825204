"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.beside_things import units_of_a_community
from loaders.plans.layouts.context import context
from loaders.plans.layouts.further_records import further_records
from loaders.plans.layouts.kinds_by_names import kinds_by_names
from loaders.plans.layouts.kinds_in_headings import kinds_in_headings
from loaders.plans.layouts.lists_abreast import lists_abreast
from loaders.plans.layouts.lost_merges import lost_merges
from loaders.plans.layouts.matrices import matrix
from loaders.plans.layouts.member_rosters import member_roster
from loaders.plans.layouts.named_above import named_above
from loaders.plans.layouts.reported_members import reported_members
from loaders.plans.layouts.role_columns import beside_plain_columns, without_plain_columns
from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole
from loaders.plans.layouts.sent_members import sent_members
from loaders.plans.layouts.successive_firms import successive_firms
from loaders.plans.layouts.units_of_objects import units_of_objects

WHOLE: tuple[ReadsWhole, ...] = (matrix, member_roster, lists_abreast)
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = (
    context,
    lost_merges,
    reported_members,
    units_of_objects,
    kinds_in_headings,
    successive_firms,
    beside_plain_columns,
    kinds_by_names,
    further_records,  # after what fills fields of the first plan: it takes the place of its records from there
    units_of_a_community,
    named_above,
    sent_members,
)
"""Layouts that build on the plain columns of a table."""

INSTEAD: tuple[ReadsWhole, ...] = (without_plain_columns,)
"""Layouts of tables whose headings fit no record type."""
