"""What every node and every relationship of the graph has."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


class GraphType(BaseModel):
    """A kind of thing that the graph can hold; its docstring says what it is in the district."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: ClassVar[str] = ""

    uid: str = Field(description="stable identifier, made from codes and names alone")
    note: str | None = Field(None, description="note of the row, as written")
    sources: list[str] = Field(default=[], description="rows that say so: <12 hex of the file>#<sheet>!<row>")


class Dated(BaseModel):
    """The time in which something held, as four bounds that keep what a partial date leaves open.

    `valid_from` and `valid_to` are the outer bounds, half-open; null is unbounded. `valid_from_latest` and
    `valid_to_earliest` are the inner bounds: between them it held for certain.
    """

    valid_from: date | None = Field(None, description="first day on which it may have held; null: unbounded")
    valid_from_latest: date | None = Field(None, description="day from which it held for certain")
    valid_to_earliest: date | None = Field(None, description="first day on which it may no longer have held")
    valid_to: date | None = Field(None, description="first day on which it no longer held; null: unbounded")


class Node(GraphType):
    """A thing with a name of its own."""

    super_labels: ClassVar[tuple[str, ...]] = ()

    name: str = Field(description="name as the newest source writes it")
    defined: bool = Field(True, description="false: a stub, named by some row and defined by none")


class Relationship(GraphType, Dated):
    """A tie between two nodes, read from left to right, for a time."""

    arrows: ClassVar[tuple[tuple[str, str], ...]] = ()
    discriminator: ClassVar[str | None] = None

    start: str = Field(description="uid of the node on the left")
    end: str = Field(description="uid of the node on the right")
