"""Seats, who fills them, and the people who do: invented, with numbers that belong to nobody."""

import random
from dataclasses import dataclass, field

from sample_data.example.truth.chance import chance, weighted
from sample_data.example.truth.entities import Person, Registers, Value
from sample_data.example.truth.invented_names import FAMILY_NAMES, GIVEN_NAMES
from sample_data.example.truth.official_numbers import identity_number, telephone
from sample_data.example.truth.setting import Setting
from sample_data.example.truth.when import When

_STATUSES = {"member": 4.0, "not_member": 4.0, "unknown": 1.0}


@dataclass(frozen=True)
class Seat:
    """A seat of an organisation.

    Args:
        organisation: its name.
        kind: term of the vocabulary of organisations.
        role: term of the vocabulary of roles.
        where: the fields that tell its place.
        name: what splits the seats of one role.
        delegated_by: the unit whose delegate fills it.
        estates: the estates for which its holder is responsible.
    """

    organisation: str
    kind: str
    role: str
    where: dict[str, Value]
    name: str | None = None
    delegated_by: str | None = None
    estates: tuple[str, ...] = ()

    @property
    def row(self) -> dict[str, Value]:
        """The fields that a seat has in every registry."""
        fields = {"organisation": self.organisation, "organisation_kind": self.kind, "role": self.role}
        return {**self.where, **fields, "seat": self.name, "delegated_by": self.delegated_by}


@dataclass
class People:
    """Makes people, and puts them into seats.

    Args:
        setting: the setting of the district.
        registers: the registries into which seats and tenures go.
    """

    setting: Setting
    registers: Registers
    made: list[Person] = field(default_factory=list)
    _rng: random.Random = field(init=False)
    _numbers: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._rng = chance(self.setting.seed, "people")

    def new(self, political_status: str | None = None) -> Person:
        """Return somebody new.

        Args:
            political_status: term of the vocabulary; None: as chance has it.
        """
        rng, order = self._rng, len(self.made) + 1
        number = identity_number(rng, self.setting.code)
        while number in self._numbers:
            number = identity_number(rng, self.setting.code)
        self._numbers.add(number)
        status = political_status or weighted(rng, _STATUSES)
        name = rng.choice(FAMILY_NAMES) + rng.choice(GIVEN_NAMES)
        area = int(self.setting.code[2:]) % 1000
        person = Person(f"RY{self.setting.code}{order:05d}", name, number, telephone(area * 10**5 + order), status)
        self.made.append(person)
        return person

    def seats(self, seat: Seat, number: int) -> None:
        """Put down how many seats of one kind an organisation has."""
        self.registers.add("post", {**seat.row, "seats": number, "estates": seat.estates})

    def hold(
        self,
        person: Person,
        seat: Seat,
        since: When | None,
        until: When | None = None,
        *,
        state: str = "current",
        routes: tuple[str, ...] = (),
        owner: bool | None = None,
        in_service: bool | None = None,
    ) -> None:
        """Put down that somebody holds or held a seat."""
        row: dict[str, Value] = {
            **seat.row,
            "person": person.number,
            "person_name": person.name,
            "identity_number": person.identity_number,
            "telephone": person.telephone,
            "political_status": person.political_status,
            "in_service": in_service,
            "owner": owner,
            "valid_from": since,
            "valid_to": until,
            "state": state,
            "routes": routes,
        }
        self.registers.add("tenure", row)
