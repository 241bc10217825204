"""Faults without names of persons: what stands in a wrong column is not printed either."""

from collections.abc import Mapping
from dataclasses import replace

from loaders.faults import Fault
from loaders.values.person_names import HIDDEN, without_names

_OF_HEADINGS = frozenset({"unmatched_heading", "duplicate_column", "heading_of_other_rows", "headings_aside"})


def hide_names(fault: Fault) -> Fault:
    """Return a fault whose value, and whatever repeats it, shows no name of a person."""
    if fault.value is None or fault.code in _OF_HEADINGS:
        return fault
    shown = without_names(fault.value)
    if shown == fault.value:
        return fault
    return replace(fault, value=shown, blanks=_hidden(fault.blanks, fault.value))


def _hidden(blanks: Mapping[str, str], name: str) -> Mapping[str, str]:
    return {blank: without_names(text).replace(name, HIDDEN) for blank, text in blanks.items()}
