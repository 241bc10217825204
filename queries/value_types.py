"""The types that a query file may declare for parameters and columns."""

import re
from datetime import date

SCALARS = ("string", "int", "float", "boolean", "date")
TYPES = (*SCALARS, *(f"list<{scalar}>" for scalar in SCALARS))

_CLASSES: dict[str, type] = {"string": str, "int": int, "float": float, "boolean": bool, "date": date}


def options(declared: str) -> tuple[str, ...]:
    """Return the words that a declared type allows, as in `string(units|participations)`; none if it allows any."""
    match = re.fullmatch(r"string\((\w+(?:\|\w+)+)\)", declared)
    return tuple(match.group(1).split("|")) if match else ()


def is_type(declared: str) -> bool:
    """Return whether a text is a type that parameters can have; columns have one of TYPES."""
    return declared in TYPES or bool(options(declared))


def element_type(declared: str) -> str | None:
    """Return the type of a list's elements, or None if the declared type is no list."""
    match = re.fullmatch(r"list<(\w+)>", declared)
    return match.group(1) if match else None


def conforms(value: object, declared: str) -> bool:
    """Return whether a value is of a declared type; null is of every type, and every value of a type unknown here.

    A boolean is no int. An int may stand where a float is declared.
    """
    if value is None or not is_type(declared):
        return True
    if options(declared):
        return value in options(declared)
    element = element_type(declared)
    if element:
        return isinstance(value, list | tuple) and all(conforms(v, element) for v in value)
    if declared == "float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is _CLASSES[declared]


def type_of(value: object) -> str:
    """Return the name of a value's type, as a message says it."""
    if isinstance(value, list | tuple):
        kinds = sorted({type_of(v) for v in value})
        return f"list<{kinds[0]}>" if len(kinds) == 1 else "list"
    names = {cls: name for name, cls in _CLASSES.items()}
    return names.get(type(value), "null" if value is None else type(value).__name__)
