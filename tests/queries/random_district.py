"""A small district of chance: every label and every tie, dates of every kind, stubs, ends that are not known."""

import random
from datetime import date, timedelta
from typing import Any

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.snapshot.graph_tables import GraphTables

DAY = date(2024, 9, 3)
"""The day as of which the district is asked."""


def random_district(seed: int, estates: int = 14) -> GraphTables:
    """Return the tables of a district that a seed gives."""
    return _District(random.Random(seed), estates).tables()


class _District:
    def __init__(self, chance: random.Random, estates: int) -> None:
        self.chance = chance
        self.nodes: dict[str, list[dict[str, Any]]] = {label: [] for label in NODE_TYPES}
        self.ties: dict[str, list[dict[str, Any]]] = {kind: [] for kind in RELATIONSHIP_TYPES}
        self._places()
        self._estates(estates)
        self._party()
        self._bodies_of_estates()
        self._firms()
        self._units()
        self._joint_bodies()
        self._posts()
        self._events()
        self._lists_and_matters()
        self._training()

    def tables(self) -> GraphTables:
        return GraphTables(
            {label: _frame(label, rows) for label, rows in self.nodes.items()},
            {kind: _frame(kind, rows) for kind, rows in self.ties.items()},
        )

    # building blocks

    def add(self, label: str, **properties: Any) -> str:
        rows = self.nodes[label]
        uid = f"{label.lower()}:{len(rows)}"
        defined = properties.pop("defined", self.chance.random() > 0.08)
        name = properties.pop("name", f"{NODE_TYPES[label].zh}{len(rows)}")
        rows.append({"uid": uid, "name": name, "defined": defined, "sources": ["0" * 12 + "#一!2"], **properties})
        return uid

    def tie(self, kind: str, start: str, end: str, *, dated: bool = True, **properties: Any) -> None:
        rows = self.ties[kind]
        days = self.interval() if dated else {}
        rows.append({"uid": f"{kind.lower()}:{len(rows)}", "start": start, "end": end, **days, **properties})

    def interval(self) -> dict[str, date | None]:
        """Return four bounds as the loaders write them: outer and inner ones, some open."""
        start = DAY - timedelta(days=self.chance.randint(-60, 1500))
        blur = self.chance.choice((0, 0, 27, 364))
        bounds: dict[str, date | None] = {"valid_from": start, "valid_from_latest": start + timedelta(days=blur)}
        if self.chance.random() < 0.1:
            bounds["valid_from"] = None
        match self.chance.randrange(4):
            case 0:
                bounds |= {"valid_to_earliest": DAY + timedelta(days=1), "valid_to": None}
            case 1:
                end = start + timedelta(days=blur + self.chance.randint(1, 1500))
                bounds |= {"valid_to_earliest": end, "valid_to": end}
            case 2:
                bounds |= {"valid_to_earliest": start, "valid_to": DAY - timedelta(days=self.chance.randint(-40, 40))}
            case _:
                bounds |= {"valid_to_earliest": DAY - timedelta(days=self.chance.randint(0, 90)), "valid_to": None}
        return bounds

    def some(self, uids: list[str], fewest: int = 0, most: int = 3) -> list[str]:
        return self.chance.sample(uids, min(len(uids), self.chance.randint(fewest, most)))

    def day(self) -> date | None:
        """Return a day of the last two years or just after the day asked about; sometimes none."""
        return None if self.chance.random() < 0.15 else DAY - timedelta(days=self.chance.randint(-20, 700))

    def uids(self, *labels: str) -> list[str]:
        return [row["uid"] for label in labels for row in self.nodes[label]]

    # what there is

    def _places(self) -> None:
        district = self.add("District", defined=True)
        for s in range(3):
            subdistrict = self.add("Subdistrict", name=f"街道{s}", defined=True)
            self.tie("PART_OF", subdistrict, district, dated=False)
            area = self.add("Area", name=f"片区{s}")
            self.tie("PART_OF", area, subdistrict, dated=False)
            for _ in range(self.chance.randint(1, 3)):
                community = self.add("Community", defined=True)
                self.tie("PART_OF", community, subdistrict, dated=False)
                for _ in range(2):
                    kind = self.chance.choice(("estate", "urban_village", "business_park", "mixed", None))
                    self.tie("PART_OF", self.add("Grid", kind=kind), community, dated=False)

    def _estates(self, estates: int) -> None:
        for _ in range(estates):
            estate = self.add(
                "Estate",
                managed=self.chance.choice((True, False, None)),
                old=self.chance.choice((True, False, None)),
                households=self.chance.choice((None, self.chance.randint(20, 2000))),
                owner_body=self.chance.choice(("committee", "none", None)),
                **(self.interval() if self.chance.random() < 0.1 else {}),
            )
            self.tie("LOCATED_IN", estate, self.chance.choice(self.uids("Community")), dated=False)
            for place in self.some(self.uids("Grid"), 0, 1) + self.some(self.uids("Area"), 0, 1):
                self.tie("LOCATED_IN", estate, place, dated=False)

    def _party(self) -> None:
        top = self.add("PartyCommittee", kind="district_committee", defined=True)
        self.tie("LEADS", top, self.uids("District")[0])
        for place in self.uids("Subdistrict"):
            committee = self.add("PartyCommittee", kind="enlarged_subdistrict_committee")
            self.tie("LEADS", committee, place)
            self.tie("SUBORDINATE_TO", committee, top)
        of_subdistricts = self.uids("PartyCommittee")[1:]
        for place in self.uids("Community"):
            kind = self.chance.choice(("enlarged_community_committee", "general_branch"))
            committee = self.add("PartyCommittee", kind=kind)
            self.tie("LEADS", committee, place)
            self.tie("SUBORDINATE_TO", committee, self.chance.choice(of_subdistricts))
        for _ in range(12):
            form = self.chance.choice(("estate_branch", "grid_branch", "joint_branch", None))
            branch = self.add("PartyBranch", kind=form, members=self.chance.choice((None, 12)))
            self.tie("SUBORDINATE_TO", branch, self.chance.choice(self.uids("PartyCommittee")))
            most = self.chance.choice((1, 3, 9))
            for place in self.some(self.uids("Estate", "Grid"), 0, most):
                self.tie("COVERS", branch, place, mode=self.chance.choice(("organisation", "work", None)))

    def _bodies_of_estates(self) -> None:
        for estate in self.some(self.uids("Estate"), 8, 12):
            committee = self.add("OwnersCommittee", filing_date=self.day())
            for term in range(self.chance.randint(1, 2)):
                self.tie("REPRESENTS", committee, estate, term=str(term))
            if self.chance.random() < 0.5:
                self.tie("SUPERVISES", self.add("SupervisoryCommittee"), committee)
            for branch in self.some(self.uids("PartyBranch"), 0, 1):
                for right in self.some(["nominate", "remove"], 0, 2):
                    self.tie("HAS_RIGHT_OVER", branch, committee, right=right, basis=self.chance.choice((None, "决议")))
        for community in self.uids("Community"):
            self.tie("REPRESENTS", self.add("ResidentsCommittee"), community, term="1")
        for committee in self.uids("OwnersCommittee", "ResidentsCommittee"):
            if self.chance.random() < 0.5:
                election = self.add(
                    "Election",
                    kind=self.chance.choice(("first", "change_of_term")),
                    state=self.chance.choice(("preparing", "held", "overdue", None)),
                    held_on=self.day(),
                )
                self.tie("CONSTITUTES", election, committee, dated=False)
                for guide in self.some(self.uids("PartyCommittee", "PartyBranch"), 0, 2):
                    self.tie("GUIDES", guide, election, dated=False)

    def _firms(self) -> None:
        kinds = ("system", "system", "system", "red_property_service", "model", None)
        for kind in kinds:
            self.add("Mechanism", kind=kind)
        for _ in range(6):
            firm = self.add("PropertyFirm", registered_community=self.chance.choice((None, "community:0")))
            for estate in self.some(self.uids("Estate"), 0, 4):
                self.tie("SERVES", firm, estate, contract=str(self.chance.randint(1, 9)))
            if self.chance.random() < 0.6:
                self.tie("ORGANISED_IN", self.add("FirmPartyOrganisation", kind="branch"), firm)
        for adopter in self.uids("PropertyFirm", "PartyBranch", "OwnersCommittee"):
            for mechanism in self.some(self.uids("Mechanism"), 0, 4):
                self.tie("ADOPTS", adopter, mechanism)

    def _units(self) -> None:
        for _ in range(10):
            self.add(
                "CoBuildingUnit",
                kind=self.chance.choice(("hospital", "school", None)),
                affiliation=self.chance.choice(("central", "municipal", None)),
                registered_community=self.chance.choice((None, *self.uids("Community"))),
            )
        for unit in self.uids("CoBuildingUnit", "PropertyFirm"):
            for committee in self.some(self.uids("PartyCommittee"), 0, 3):
                self.tie("CO_BUILDS_WITH", unit, committee, pact=self.chance.choice((None, "协议")))

    def _joint_bodies(self) -> None:
        members = self.uids("CoBuildingUnit", "PartyBranch", "OwnersCommittee", "PropertyFirm")
        for _ in range(4):
            platform = self.add("Platform", kind=self.chance.choice(("circle", None)), level="community")
            for committee in self.some(self.uids("PartyCommittee"), 0, 2):
                self.tie("CONVENES", committee, platform)
            for member in self.some(members, 0, 5):
                self.tie("TAKES_PART_IN", member, platform)
        for _ in range(2):
            alliance = self.add("Alliance", kind="red_property_service", **self.interval())
            for member in self.some(members, 0, 6):
                self.tie("PARTY_TO", member, alliance, role=self.chance.choice(("lead", "member", "guest")))

    def _posts(self) -> None:
        for i in range(25):
            self.add("Person", name=f"人员 {i:06X}", defined=True, party_member=self.membership())
        roles = {
            "PartyBranch": ("secretary", "member"),
            "PartyCommittee": ("secretary", "part_time_member"),
            "OwnersCommittee": ("director", "member"),
            "SupervisoryCommittee": ("supervisory_member",),
            "ResidentsCommittee": ("director", "member"),
            "PropertyFirm": ("project_manager",),
            "Platform": ("convenor",),
        }
        for label, found in roles.items():
            for body in self.uids(label):
                for role in found:
                    self._post(body, role)

    def _post(self, body: str, role: str) -> None:
        post = self.add("Post", role=role, seat=None, seats=self.chance.choice((None, 1, 2, 3)), defined=True)
        self.tie("SEAT_OF", post, body, dated=False)
        if role == "part_time_member":
            for unit in self.some(self.uids("CoBuildingUnit"), 0, 2):
                self.tie("DELEGATED_BY", post, unit, dated=False)
        people = self.uids("Person")
        busy = people[:5] if self.chance.random() < 0.6 else people
        for person in self.some(busy, 0, 3):
            self.tie(
                "HOLDS",
                person,
                post,
                routes=self.some(["recommended", "elected", "appointed"], 0, 2),
                state=self.chance.choice(("current", None)),
                owner=self.chance.choice((True, False, None)),
                identity=self.chance.choice(("strong", "medium", "decided", "alone")),
            )

    def membership(self) -> str | None:
        return self.chance.choice(("member", "member", "not_member", "unknown", None))

    def _events(self) -> None:
        kinds = ("joint_meeting", "audit_meeting", "service", None)
        for _ in range(16):
            activity = self.add("Activity", kind=self.chance.choice(kinds), held_on=self.day())
            for under in self.some(self.uids("Platform", "PartyCommittee"), 0, 1):
                self.tie("HELD_UNDER", activity, under, dated=False)
            for member in self.some(self.uids("CoBuildingUnit", "OwnersCommittee", "PropertyFirm"), 0, 4):
                self.tie("TOOK_PART_IN", member, activity, dated=False)
            for estate in self.some(self.uids("Estate"), 0, 2):
                self.tie("CONCERNS", activity, estate, dated=False)
        for _ in range(8):
            audit = self.add("Audit", batch=self.chance.choice(("第一批", "第二批")), fund="both", held_on=self.day())
            self.tie("CONCERNS", audit, self.chance.choice(self.uids("Estate")), dated=False)
            for examined in self.some(self.uids("OwnersCommittee", "PropertyFirm"), 0, 2):
                self.tie("EXAMINES", audit, examined, dated=False)
            self.tie("CARRIED_OUT_BY", audit, self.authority(), dated=False)
        for _ in range(6):
            project = self.add("Project", kind=self.chance.choice(("renewal", "service", None)), state="planned")
            for area in self.some(self.uids("Area"), 0, 1):
                self.tie("WITHIN", project, area, dated=False)
            for estate in self.some(self.uids("Estate"), 0, 5):
                self.tie("CONCERNS", project, estate, dated=False)

    def authority(self) -> str:
        authority = self.add("Authority", kind="audit", level="district")
        self.tie("SERVES_IN", authority, self.uids("District")[0])
        return authority

    def _lists_and_matters(self) -> None:
        for _ in range(20):
            kind = self.chance.choice(("needs", "resources", "projects"))
            needs = [row["uid"] for row in self.nodes["Pledge"] if row["list"] == "needs"]
            answers = self.chance.choice(needs) if needs and kind != "needs" and self.chance.random() < 0.6 else None
            state = self.chance.choice(("open", "taken_up", "done", "withdrawn", None))
            made, done = self.day(), self.day()
            pledge = self.add(
                "Pledge", list=kind, kind="health", state=state, made_on=made, done_on=done, answers=answers
            )
            for unit in self.some(self.uids("CoBuildingUnit", "PartyCommittee"), 0, 1):
                self.tie("MADE_BY", pledge, unit, dated=False)
            for committee in self.some(self.uids("PartyCommittee"), 0, 1):
                self.tie("MADE_TO", pledge, committee, dated=False)
        for _ in range(20):
            matter = self.add(
                "Matter",
                kind=self.chance.choice(("dispute", "urgent_need", "other")),
                state=self.chance.choice(("open", "settled", None)),
                received_on=self.day(),
                settled_on=self.day(),
            )
            for estate in self.some(self.uids("Estate"), 0, 2):
                self.tie("CONCERNS", matter, estate, dated=False)
            for body in self.some(self.uids("ResidentsCommittee", "PartyCommittee", "PartyBranch"), 0, 2):
                self.tie("HANDLED_BY", matter, body, dated=False)
            for activity in self.some(self.uids("Activity"), 0, 1):
                self.tie("RAISED_AT", matter, activity, dated=False)

    def _training(self) -> None:
        for level in ("district", "subdistrict", "community", None):
            site = self.add("TrainingSite", level=level)
            self.tie("RUN_BY", site, self.chance.choice(self.uids("PartyCommittee")), dated=False)
            for _ in range(self.chance.randint(0, 4)):
                attendances = self.chance.choice((None, self.chance.randint(5, 90)))
                session = self.add("TrainingSession", level=level, held_on=self.day(), attendances=attendances)
                self.tie("HELD_AT", session, site, dated=False)
        document = self.add("PolicyDocument", kind="guideline", issued_on=self.day())
        self.tie("ISSUED_BY", document, self.authority(), dated=False)
        pool = self.add("ReservePool")
        for person in self.some(self.uids("Person"), 0, 3):
            self.tie("LISTED_IN", person, pool)
        self.add("SelfGovernanceGroup", kind="mediation")
        self.add("Source", sha256="0" * 64, day=DAY)


def _frame(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict(polars_schema(name)), orient="row")
