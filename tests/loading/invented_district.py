"""A district that is not the example: other codes, English headings, any size, and what a load of it must come to.

The numbers are counted while the rows are made, not by the program that is tested.
"""

import csv
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

DAY = "2031-03-15"
MAPPING = """\
version = 1

[[table]]
file = "zones.csv"
record = "division"
columns = { code = "zone", name = "title", level = "tier", parent_code = "upper" }
translate = { level = { "1" = "区", "2" = "街道", "3" = "社区" } }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "lots.csv"
record = "estate"
columns = { code = "lot", name = "title", community = "zone", households = "homes", managed = "run by a firm" }
translate = { managed = { "Y" = "是", "N" = "否" } }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "boards.csv"
record = "party_committee"
columns = { code = "board", name = "title", place = "zone", superior = "above" }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "cells.csv"
record = "party_branch"
columns = { code = "cell", name = "title", community = "zone", superior = "above", estates = "lots" }
split = { estates = "|" }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "owners.csv"
record = "owners_committee"
columns = { name = "title", estate = "lot", valid_from = "since" }
dates = { valid_from = "%d/%m/%Y" }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "firms.csv"
record = "property_firm"
columns = { name = "firm" }
where = { "first mention" = ["Y"] }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "firms.csv"
record = "property_service"
columns = { firm = "firm", estate = "lot", contract = "contract", valid_from = "since" }
dates = { valid_from = "%d/%m/%Y" }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "partners.csv"
record = "co_building_unit"
columns = { name = "partner" }
where = { "first mention" = ["Y"] }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "partners.csv"
record = "co_building"
columns = { unit = "partner", committee = "board", pact = "pact", valid_from = "since" }
dates = { valid_from = "%d/%m/%Y" }
as_of = 2031-03-15
namespace = "register"

[[table]]
file = "seats.csv"
record = "tenure"
columns = { person = "member", organisation = "cell", role = "job", valid_from = "since" }
values = { organisation_kind = "小区党支部" }
translate = { role = { "head" = "书记", "other" = "委员" } }
dates = { valid_from = "%d/%m/%Y" }
as_of = 2031-03-15
namespace = "register"
"""


@dataclass(frozen=True)
class InventedDistrict:
    """The files of a district, and what a load of them must come to.

    Args:
        files: the files.
        mapping: the mapping file that explains them.
        read: how many rows a load reads, once for each table of the mapping.
        nodes: label -> number of nodes, without sources.
        ties: relationship type -> number of relationships.
    """

    files: tuple[Path, ...]
    mapping: Path
    read: int
    nodes: Mapping[str, int]
    ties: Mapping[str, int]

    @property
    def load(self) -> list[str | Path]:
        """The command that loads it."""
        return ["load", *self.files, "--mapping", self.mapping]


class _Writer:
    """Makes the rows of a district, and counts them."""

    def __init__(self, folder: Path, prefix: str, seed: int) -> None:
        self.folder, self.prefix, self.random = folder, prefix, random.Random(seed)
        self.nodes: Counter[str] = Counter()
        self.ties: Counter[str] = Counter()
        self.read = 0
        self.files: list[Path] = []
        self.communities: list[str] = []
        self.lots: dict[str, list[str]] = {}
        self.cells: list[str] = []

    def write(self, name: str, heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heading, *rows])
        self.files.append(path)
        self.read += len(rows)

    def since(self) -> str:
        return f"{date(2025, 1, 1) + timedelta(days=self.random.randrange(2000)):%d/%m/%Y}"

    def zones(self, subdistricts: int, communities: int) -> None:
        top = f"{self.prefix}000000"
        rows = [(top, f"试{self.prefix}区", 1, "")]
        subs = [f"{self.prefix}{n:03}000" for n in range(1, subdistricts + 1)]
        rows += [(code, f"第{n}街道", 2, top) for n, code in enumerate(subs, start=1)]
        for n in range(communities):
            sub = subs[n % subdistricts]
            code = f"{sub[:9]}{n // subdistricts + 1:03}"
            self.communities.append(code)
            rows.append((code, f"{n + 1}号社区", 3, sub))
        self.write("zones.csv", ("zone", "title", "tier", "upper"), rows)
        self.nodes.update(District=1, Subdistrict=subdistricts, Community=communities)
        self.ties["PART_OF"] += subdistricts + communities
        boards = [(f"B{code}", f"委员会{code}", code, f"B{upper}" if upper else "") for code, _, _, upper in rows]
        self.write("boards.csv", ("board", "title", "zone", "above"), boards)
        self.nodes["PartyCommittee"] += len(boards)
        self.ties.update(LEADS=len(boards), SUBORDINATE_TO=len(boards) - 1)

    def estates(self, number: int) -> None:
        rows = []
        for n in range(number):
            zone = self.communities[n % len(self.communities)]
            lot = f"L{self.prefix}{n:05}"
            self.lots.setdefault(zone, []).append(lot)
            rows.append((lot, f"地块{n:05}", zone, self.random.randrange(40, 3000), self.random.choice("YN")))
        self.write("lots.csv", ("lot", "title", "zone", "homes", "run by a firm"), rows)
        self.nodes["Estate"] += number
        self.ties["LOCATED_IN"] += number

    def branches(self) -> None:
        rows: list[tuple[str, str, str, str, str]] = []
        for zone, lots in self.lots.items():
            left = list(lots)
            while left:
                covered = [left.pop() for _ in range(min(len(left), self.random.randrange(1, 4)))]
                cell = f"C{self.prefix}{len(rows):05}"
                rows.append((cell, f"第{len(rows)}支部", zone, f"B{zone}", "|".join(covered)))
                self.cells.append(cell)
                self.ties["COVERS"] += len(covered)
        self.write("cells.csv", ("cell", "title", "zone", "above", "lots"), rows)
        self.nodes["PartyBranch"] += len(rows)
        self.ties["SUBORDINATE_TO"] += len(rows)

    def owners(self) -> None:
        lots = [lot for lots in self.lots.values() for lot in lots]
        chosen = sorted(self.random.sample(lots, len(lots) * 2 // 3))
        self.write("owners.csv", ("title", "lot", "since"), [(f"{lot}业委会", lot, self.since()) for lot in chosen])
        self.nodes["OwnersCommittee"] += len(chosen)
        self.ties["REPRESENTS"] += len(chosen)
        firms = [f"{self.prefix}第{n}物业有限公司" for n in range(len(lots) // 25 + 1)]
        rows = [(self.random.choice(firms), lot, f"K{lot}", self.since()) for lot in chosen]
        self._mentioned("firms.csv", ("firm", "lot", "contract", "since"), rows, "PropertyFirm", "SERVES")

    def partners(self) -> None:
        partners = [f"{self.prefix}第{n}共建单位" for n in range(len(self.communities))]
        pairs = {
            (self.random.choice(partners), f"B{self.random.choice(self.communities)}") for _ in self.communities * 3
        }
        rows = [(partner, board, f"P{n}", self.since()) for n, (partner, board) in enumerate(sorted(pairs))]
        heading = ("partner", "board", "pact", "since")
        self._mentioned("partners.csv", heading, rows, "CoBuildingUnit", "CO_BUILDS_WITH")

    def seats(self) -> None:
        rows: list[tuple[str, str, str, str]] = []
        posts, persons = set(), set()
        for cell in self.cells:
            for job in ("head", "other", "other"):
                person = f"M{self.prefix}-{self.random.randrange(len(self.cells) * 2)}"
                if (person, cell, job) not in persons:
                    persons.add((person, cell, job))
                    posts.add((cell, job))
                    rows.append((person, cell, job, self.since()))
        self.write("seats.csv", ("member", "cell", "job", "since"), rows)
        self.nodes.update(Post=len(posts), Person=len({person for person, _, _ in persons}))
        self.ties.update(HOLDS=len(rows), SEAT_OF=len(posts))

    def _mentioned(
        self, name: str, heading: Sequence[str], rows: Sequence[Sequence[str]], label: str, tie: str
    ) -> None:
        """Write ties whose first column names a thing, marked where it is named for the first time."""
        seen: set[str] = set()
        marked = []
        for row in rows:
            marked.append((*row, "N" if row[0] in seen else "Y"))
            seen.add(row[0])
        self.write(name, (*heading, "first mention"), marked)
        self.read += len(seen)
        self.nodes[label] += len(seen)
        self.ties[tie] += len(rows)


def write_district(
    folder: Path,
    *,
    prefix: str = "880101",
    subdistricts: int = 2,
    communities: int = 5,
    estates: int = 20,
    seed: int = 7,
) -> InventedDistrict:
    """Write the files of a district.

    Args:
        folder: where to.
        prefix: the first six digits of all division codes.
        subdistricts: how many.
        communities: how many in all.
        estates: how many in all; everything else grows with them.
        seed: source of all chance.
    """
    folder.mkdir(parents=True, exist_ok=True)
    writer = _Writer(folder, prefix, seed)
    writer.zones(subdistricts, communities)
    writer.estates(estates)
    writer.branches()
    writer.owners()
    writer.partners()
    writer.seats()
    mapping = folder / "mapping.toml"
    mapping.write_text(MAPPING, encoding="utf-8", newline="\n")
    return InventedDistrict(tuple(writer.files), mapping, writer.read, dict(writer.nodes), dict(writer.ties))
