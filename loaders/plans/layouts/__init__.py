"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.kinds_by_names import kinds_by_names
from loaders.plans.layouts.role_columns import beside_plain_columns, without_plain_columns
from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole
from loaders.plans.layouts.successive_firms import successive_firms

WHOLE: tuple[ReadsWhole, ...] = ()
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = (successive_firms, beside_plain_columns, kinds_by_names)
"""Layouts that build on the plain columns of a table."""

INSTEAD: tuple[ReadsWhole, ...] = (without_plain_columns,)
"""Layouts of tables whose headings fit no record type."""
