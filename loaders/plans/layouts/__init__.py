"""Layouts of offices' tables beyond one heading a column: each in a module of its own, asked in this order."""

from loaders.plans.layouts.matrices import matrix
from loaders.plans.layouts.seen import ReadsBeside, ReadsWhole

WHOLE: tuple[ReadsWhole, ...] = (matrix,)
"""Layouts that are no table of plain columns."""

BESIDE: tuple[ReadsBeside, ...] = ()
"""Layouts that build on the plain columns of a table."""
