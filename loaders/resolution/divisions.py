"""Division codes over the years: who held a code when, and which changes of name are the same place."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from graph_model.names import normal_name
from graph_model.official_codes import division_level
from graph_model.uids import node_uid

_COMMITTEE_ENDING = re.compile(r"(?<=社区)(?:居民委员会|居委会)$|(?<=村)(?:民委员会|委会)$")
_LABELS = {"district": "District", "subdistrict": "Subdistrict", "community": "Community"}


@dataclass(frozen=True)
class DivisionRow:
    """A row of a division table.

    Args:
        code: 12-digit code.
        name: name as written.
        level: term of the vocabulary, or None where the code tells it.
        day: the table's cut-off.
    """

    code: str
    name: str
    level: str | None
    day: date

    @property
    def label(self) -> str:
        """The concrete label of the unit."""
        return _LABELS[self.level or division_level(self.code)]

    @property
    def place_name(self) -> str:
        """The name of the unit as a place: tables of statistics list 和盛里社区 under the name of its 居委会."""
        return _COMMITTEE_ENDING.sub("", self.name) if self.label == "Community" else self.name


@cache
def renamed_divisions() -> frozenset[tuple[str, str, str]]:
    """Return (code, earlier name, later name) of changes of name that are the same place, names in normal form."""
    raw = tomllib.loads(files(__package__).joinpath("renamed_divisions.toml").read_text(encoding="utf-8"))
    return frozenset(
        (r["code"], normal_name("Community", r["earlier"]), normal_name("Community", r["later"]))
        for r in raw["renamed"]
    )


def division_uids(rows: Sequence[DivisionRow]) -> list[str]:
    """Return the uid of the unit that each row of the division tables speaks of.

    A code is the key of its holder in the newest table. An earlier holder with another name has the last cut-off on
    which it held the code behind it: `community:990206003026@2021-10-31`.
    """
    by_code: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        by_code[row.code].append(index)
    uids = [""] * len(rows)
    for code, indices in by_code.items():
        for holder in _holders(code, sorted(indices, key=lambda i: rows[i].day), rows):
            last = rows[holder[-1]].day
            is_newest = last == max(rows[i].day for i in indices)
            for index in holder:
                key = code if is_newest else f"{code}@{last.isoformat()}"
                uids[index] = node_uid(rows[index].label, key)
    return uids


def _holders(code: str, ordered: Sequence[int], rows: Sequence[DivisionRow]) -> list[list[int]]:
    holders: list[list[int]] = []
    for index in ordered:
        name = normal_name(rows[index].label, rows[index].name)
        before = normal_name(rows[holders[-1][-1]].label, rows[holders[-1][-1]].name) if holders else None
        if before is not None and (name == before or (code, before, name) in renamed_divisions()):
            holders[-1].append(index)
        else:
            holders.append([index])
    return holders


def holders_by_day(rows: Sequence[DivisionRow], uids: Sequence[str]) -> Mapping[str, list[tuple[date, str]]]:
    """Return for each code who held it on which cut-off."""
    found: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for row, uid in zip(rows, uids, strict=True):
        found[row.code].append((row.day, uid))
    return found
