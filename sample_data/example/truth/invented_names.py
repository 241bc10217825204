"""Names that belong to nothing and nobody real, out of the file of the same name."""

import tomllib
from importlib.resources import files

_RAW = tomllib.loads(files(__package__).joinpath("invented_names.toml").read_text(encoding="utf-8"))


def _words(name: str) -> tuple[str, ...]:
    return tuple(_RAW[name].split())


SUBDISTRICTS = _words("subdistricts")

COMMUNITIES = tuple(tuple(text.split()) for text in _RAW["communities"])
"""The communities of each subdistrict, in order; the first of the third is that of the "1+5+N" pilot."""

AREAS = _words("areas")

ESTATES = tuple(f"{first}{last}" for last in _words("estate_last") for first in _words("estate_first"))
"""More estates than any district of this example has."""

FIRMS = _words("firms")

UNIT_KINDS = {kind: tuple(text.split()) for kind, text in _RAW["units"].items()}
"""Kinds of co-building unit, and what units of the kind are called."""

FAMILY_NAMES = _words("family_names")
"""Family names that nobody bears."""

GIVEN_NAMES = _words("given_names")
