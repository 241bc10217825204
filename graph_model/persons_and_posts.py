"""Seats, and the pseudonyms of those who hold them."""

from typing import ClassVar

from pydantic import Field

from graph_model.base import Node


class Post(Node):
    """A role in an organisation, filled or vacant, with a number of seats."""

    zh: ClassVar[str] = "职务"

    role: str | None = Field(None, description="role, as a term of the vocabulary or as written")
    seat: str | None = Field(None, description="name of the seat, where one role is split")
    seats: int | None = Field(None, description="number of seats; null: not stated")


class Person(Node):
    """A pseudonym: somebody who holds posts; no name, number or telephone is kept."""

    zh: ClassVar[str] = "任职人员"

    party_member: str | None = Field(None, description="member, not_member or unknown, as the register says")


class ReservePool(Node):
    """A reserve of people for posts; never exported by person."""

    zh: ClassVar[str] = "储备人才库"
