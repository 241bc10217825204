"""A district that does not exist, of any size, as a snapshot in memory: what maps are tried on."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES
from graph_store.snapshot.graph_tables import GraphTables, normal_tables

DAY = date(2024, 9, 3)
SIZES = (18, 9, 12, 11, 9)
_FIRST = "霁岚漪澹缃璟颢蔚峤煦沅苕"
_SECOND = "坞汀屿陂埭洼"
_UNIT_KINDS = (("医院", "hospital"), ("学校", "school"), ("银行", "bank"), ("企业", "firm"), ("机关", "bureau"))
_SOURCES = {name: f"{i:012x}" + "0" * 52 for i, name in enumerate(("小区台账.xlsx", "党组织.csv", "共建单位.xls"), 1)}


@dataclass(frozen=True)
class InventedManifest:
    """What the invented snapshot says about itself."""

    snapshot: str = "2024-09-03-0123456789ab"
    as_of: date = DAY
    content_hash: str = "0123456789abcdef" * 4
    sources: tuple[dict[str, Any], ...] = tuple(
        {"sha256": sha, "name": name, "day": DAY.isoformat()} for name, sha in _SOURCES.items()
    )


@dataclass(frozen=True)
class InventedSnapshot:
    """A snapshot that was never written."""

    tables: GraphTables
    facts_from: pl.DataFrame = field(default_factory=pl.DataFrame)
    manifest: InventedManifest = InventedManifest()

    def nodes(self, label: str) -> pl.DataFrame:
        return self.tables.nodes[label]

    def relationships(self, relationship_type: str) -> pl.DataFrame:
        return self.tables.relationships[relationship_type]

    def evidence(self) -> pl.DataFrame:
        return self.facts_from


class Rows:
    """Collects nodes and relationships by hand."""

    def __init__(self, rename: Callable[[str], str] = lambda name: name) -> None:
        self.nodes: dict[str, list[dict[str, Any]]] = {}
        self.ties: dict[str, list[dict[str, Any]]] = {}
        self._rename = rename
        self._row = 2

    def node(self, label: str, uid: str, name: str, **properties: Any) -> str:
        row = {"uid": uid, "name": self._rename(name), "defined": True, "sources": [self._source()], **properties}
        self.nodes.setdefault(label, []).append(row)
        return uid

    def tie(
        self, kind: str, start: str, end: str, since: date | None = None, to: date | None = None, **more: Any
    ) -> None:
        row = {
            "uid": f"{kind.lower()}:{len(self.ties.get(kind, ())):08x}",
            "start": start,
            "end": end,
            "valid_from": since,
            "valid_from_latest": since or DAY,
            "valid_to_earliest": to or DAY + timedelta(days=1),
            "valid_to": to,
            "sources": [self._source()],
        }
        self.ties.setdefault(kind, []).append(row | more)

    def snapshot(self) -> InventedSnapshot:
        nodes = {label: pl.DataFrame(rows, infer_schema_length=None) for label, rows in self.nodes.items()}
        ties = {kind: pl.DataFrame(rows, infer_schema_length=None) for kind, rows in self.ties.items()}
        return InventedSnapshot(normal_tables(GraphTables(nodes, ties)), self._evidence())

    def _source(self) -> str:
        self._row += 1
        sha = list(_SOURCES.values())[self._row % len(_SOURCES)]
        return f"{sha[:12]}#台账!{self._row}"

    def _evidence(self) -> pl.DataFrame:
        rows = [
            {"uid": row["uid"], "property": key, "source": row["sources"][0]}
            for row in self.nodes.get("Estate", ())
            for key in ("households", "managed")
        ]
        return pl.DataFrame(rows, schema={"uid": pl.String, "property": pl.String, "source": pl.String})


def empty_snapshot() -> InventedSnapshot:
    """Return a snapshot without any row."""
    return InventedSnapshot(normal_tables(GraphTables()))


def invented_district(
    sizes: Sequence[int] = SIZES,
    *,
    times: int = 1,
    seed: int = 7,
    persons: bool = True,
    rename: Callable[[str], str] = lambda name: name,
) -> InventedSnapshot:
    """Return a district with so many communities in each subdistrict.

    Args:
        sizes: communities of each subdistrict.
        times: how many times the things of an ordinary district.
        seed: of the numbers drawn.
        persons: with posts and holders.
        rename: changes every name, such as to plant something in it.
    """
    return _Generator(sizes, times, seed, persons, rename).snapshot()


class _Generator:
    def __init__(
        self, sizes: Sequence[int], times: int, seed: int, persons: bool, rename: Callable[[str], str]
    ) -> None:
        self.rows = Rows(rename)
        self.random = random.Random(seed)
        self.sizes, self.times, self.persons = sizes, times, persons
        self.communities: list[tuple[str, str, str, str]] = []  # uid, committee, subdistrict's committee, name
        self.firms: list[str] = []
        self.units = 0
        self.posts = 0
        self.activities = 0

    def snapshot(self) -> InventedSnapshot:
        self._places()
        self._firms()
        for community in self.communities:
            self._community(*community)
        self._alliance()
        assert set(self.rows.nodes) <= set(NODE_TYPES)
        assert set(self.rows.ties) <= set(RELATIONSHIP_TYPES)
        return self.rows.snapshot()

    def _day(self, first: int = 2018, last: int = 2023) -> date:
        start = date(first, 1, 1)
        return start + timedelta(days=self.random.randrange((date(last, 12, 31) - start).days))

    def _places(self) -> None:
        district = self.rows.node("District", "district:990206000000", "示例区", code="990206000000")
        top = self.rows.node("PartyCommittee", "party_committee:990206000000", "示例区委", kind="district_committee")
        self.rows.tie("LEADS", top, district)
        names = [a + b for b in _SECOND for a in _FIRST]
        for s, size in enumerate(self.sizes):
            code = f"990206{s + 1:03d}000"
            name = f"{_FIRST[s % 12]}{'溪原川台'[s // 12 % 4]}街道"
            sub = self.rows.node("Subdistrict", f"subdistrict:{code}", name, code=code)
            self.rows.tie("PART_OF", sub, district)
            led = self.rows.node(
                "PartyCommittee", f"party_committee:{code}", f"{name}大党工委", kind="enlarged_subdistrict_committee"
            )
            self.rows.tie("LEADS", led, sub)
            self.rows.tie("SUBORDINATE_TO", led, top)
            self._level_units(code, led, name)
            for c in range(size):
                self._place(f"990206{s + 1:03d}{c + 1:03d}", sub, led, names[(s * 12 + c * 5) % len(names)])

    def _place(self, code: str, sub: str, led: str, name: str) -> None:
        place = self.rows.node("Community", f"community:{code}", f"{name}社区", code=code)
        self.rows.tie("PART_OF", place, sub)
        committee = self.rows.node(
            "PartyCommittee", f"party_committee:{code}", f"{name}社区大党委", kind="enlarged_community_committee"
        )
        self.rows.tie("LEADS", committee, place)
        self.rows.tie("SUBORDINATE_TO", committee, led)
        self.communities.append((place, committee, led, name))

    def _level_units(self, code: str, led: str, name: str) -> None:
        for _ in range(16 * self.times):
            unit = self._unit(None)
            self.rows.tie("CO_BUILDS_WITH", unit, led, self._day(2020))
        for i in range(3):
            self._platform(f"platform:{code}/{i}", f"{name}党建共同体{i + 1}", led)

    def _firms(self) -> None:
        for i in range(118 * self.times):
            since = self._day(2010, 2020)
            firm = self.rows.node("PropertyFirm", f"property_firm:F{i:05d}", f"示例物业 {i + 1:02d}", valid_from=since)
            self.firms.append(firm)
            if i % 14 < 5:
                party = self.rows.node(
                    "FirmPartyOrganisation", f"firm_party_organisation:F{i:05d}", f"示例物业 {i + 1:02d} 党支部"
                )
                self.rows.tie("ORGANISED_IN", party, firm, self._day())

    def _unit(self, community: str | None) -> str:
        self.units += 1
        zh, kind = _UNIT_KINDS[self.units % len(_UNIT_KINDS)]
        return self.rows.node(
            "CoBuildingUnit",
            f"co_building_unit:990206/{self.units:05d}",
            f"示例{zh} {self.units:02d}",
            kind=kind,
            affiliation="district",
            code=f"U-{self.units:05d}",
            registered_community=community,
        )

    def _platform(self, uid: str, name: str, convenor: str) -> str:
        self.rows.node("Platform", uid, name, kind="community_hub", valid_from=self._day(2020))
        self.rows.tie("CONVENES", convenor, uid)
        return uid

    def _community(self, place: str, committee: str, led: str, name: str) -> None:
        code = place.partition(":")[2]
        estates = [self._estate(i, place, name) for i in range(self.random.randint(4, 14) * self.times)]
        self._branches(code, committee, estates, name)
        platforms = [
            self._platform(f"platform:{code}/{i}", f"{name}聚能圈{i + 1}", committee)
            for i in range(self.random.randint(1, 3))
        ]
        for _ in range(self.random.randint(4, 14) * self.times):
            self._builds(place, committee, led, platforms)

    def _estate(self, number: int, place: str, name: str) -> str:
        code = place.partition(":")[2]
        managed = self.random.random() < 0.7
        estate = self.rows.node(
            "Estate",
            f"estate:{code}/{number:04d}",
            f"{name}花园 {number + 1:02d}",
            managed=managed,
            households=self.random.randint(90, 1900),
            old=self.random.random() < 0.3,
        )
        self.rows.tie("LOCATED_IN", estate, place)
        if managed:
            self.rows.tie("SERVES", self.random.choice(self.firms), estate, self._day(2016, 2023))
        if self.random.random() < 0.645:
            since = self._day(2015, 2023)
            body = self.rows.node(
                "OwnersCommittee", f"owners_committee:{code}/{number:04d}", f"{name}花园 {number + 1:02d} 业委会",
                valid_from=since,
            )  # fmt: skip
            self.rows.tie("REPRESENTS", body, estate, since, term="1")
            self._seats(body, ("director", "member", "member2"))
        return estate

    def _branches(self, code: str, committee: str, estates: list[str], name: str) -> None:
        for i, estate in enumerate(estates):
            if i % 7 == 6:
                continue
            branch = self.rows.node(
                "PartyBranch", f"party_branch:{code}/{i:04d}", f"{name}第{i + 1}党支部",
                members=self.random.randint(5, 80), valid_from=self._day(2019, 2022), kind="estate_branch",
            )  # fmt: skip
            self.rows.tie("SUBORDINATE_TO", branch, committee)
            for covered in estates[i : i + 2] if i % 7 == 5 else [estate]:
                self.rows.tie("COVERS", branch, covered, mode="work")
            self._seats(branch, ("secretary", "deputy_secretary", "member"))

    def _seats(self, body: str, roles: Sequence[str]) -> None:
        for role in roles if self.persons else ():
            self.posts += 1
            post = self.rows.node(
                "Post", f"post:{body.partition(':')[2]}/{role}-{self.posts}", role, role=role, seats=1
            )
            self.rows.tie("SEAT_OF", post, body)
            if self.random.random() < 0.9:
                person = f"person:{self.posts:016x}"
                self.rows.node("Person", person, f"人员 {self.posts:06X}", party_member="unknown")
                self.rows.tie("HOLDS", person, post, self._day(2021), state="current")

    def _builds(self, place: str, committee: str, led: str, platforms: list[str]) -> None:
        unit = self._unit(place)
        joined = [committee]
        if self.random.random() < 0.3:
            others = self.random.sample(self.communities, min(self.random.randint(1, 6), len(self.communities)))
            joined += [c[1] for c in others if c[1] != committee]
        if self.random.random() < 0.1:
            joined.append(led)
        for i, other in enumerate(joined):
            since = self._day(2020)
            self.rows.tie("CO_BUILDS_WITH", unit, other, since, pact=f"P-{self.units}-{i}")
            for _ in range(self.random.choice((0, 2, 4, 7))):
                self._activity(unit, other, since)
        if self.random.random() < 0.4:
            self.rows.tie("TAKES_PART_IN", unit, self.random.choice(platforms))

    def _activity(self, unit: str, body: str, since: date) -> None:
        self.activities += 1
        held = since + timedelta(days=self.random.randrange(max(1, (DAY - since).days)))
        act = self.rows.node(
            "Activity", f"activity:{self.activities:06d}", "联席会议", kind="joint_meeting", held_on=held
        )
        self.rows.tie("TOOK_PART_IN", unit, act)
        self.rows.tie("HELD_UNDER", act, body)

    def _alliance(self) -> None:
        alliance = self.rows.node("Alliance", "alliance:990206/红色物业", "红色物业党建联盟", kind="red_property")
        for firm in self.firms[:13]:
            self.rows.tie("PARTY_TO", firm, alliance, self._day(2022), role="member")
