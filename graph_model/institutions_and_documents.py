"""Mechanisms, places of training, documents, and the files that all of it came from."""

import datetime
from typing import ClassVar

from pydantic import Field

from graph_model.base import Node


class Mechanism(Node):
    """A system or model of governance that organisations adopt."""

    zh: ClassVar[str] = "机制"

    kind: str | None = Field(None, description="form of the mechanism")


class TrainingSite(Node):
    """The academy of community governance, or one of its departments or teaching points."""

    zh: ClassVar[str] = "培训阵地"

    level: str | None = Field(None, description="district, subdistrict or community")


class PolicyDocument(Node):
    """A guiding opinion, a working guideline or another document of policy."""

    zh: ClassVar[str] = "政策文件"

    kind: str | None = Field(None, description="form of the document")
    number: str | None = Field(None, description="document number")
    issued_on: datetime.date | None = Field(None, description="day of issue")


class Source(Node):
    """One input file."""

    zh: ClassVar[str] = "来源文件"

    sha256: str | None = Field(None, description="sha256 of the file")
    day: datetime.date | None = Field(None, description="day as of which the file speaks")
