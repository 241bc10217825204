"""What happened and what was promised."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from graph_model.base import Node


class Election(Node):
    """An election or change of term of a committee, also while it is prepared."""

    zh: ClassVar[str] = "选举"

    kind: str | None = Field(None, description="first election or change of term")
    state: str | None = Field(None, description="preparing, held or overdue")
    held_on: date | None = Field(None, description="day of the election")


class Activity(Node):
    """A meeting, service, visit or task: evidence that an alliance lives."""

    zh: ClassVar[str] = "活动"

    code: str | None = Field(None, description="number of the activity in its register")
    kind: str | None = Field(None, description="form of the activity")
    held_on: date | None = Field(None, description="day of the activity")


class Pledge(Node):
    """An item of the lists of needs, resources and projects."""

    zh: ClassVar[str] = "清单事项"

    number: str | None = Field(None, description="number of the item in its list")
    list: str | None = Field(None, description="needs, resources or projects")
    kind: str | None = Field(None, description="subject of the item")
    state: str | None = Field(None, description="open, taken up, done or withdrawn")
    made_on: date | None = Field(None, description="day on which it was listed")
    done_on: date | None = Field(None, description="day on which it was done")
    answers: str | None = Field(None, description="uid of the need that this resource or project answers")


class Matter(Node):
    """A dispute mediated or an urgent need handled."""

    zh: ClassVar[str] = "事项"

    number: str | None = Field(None, description="number of the matter in its register")
    kind: str | None = Field(None, description="dispute, urgent need or other")
    state: str | None = Field(None, description="open or settled")
    received_on: date | None = Field(None, description="day on which it was received")
    settled_on: date | None = Field(None, description="day on which it was settled")


class Project(Node):
    """A renewal project."""

    zh: ClassVar[str] = "项目"

    kind: str | None = Field(None, description="subject of the project")
    state: str | None = Field(None, description="planned, under way or completed")
    started_on: date | None = Field(None, description="first day of works")
    completed_on: date | None = Field(None, description="day of completion")


class Audit(Node):
    """An audit of an estate's common funds."""

    zh: ClassVar[str] = "审计"

    batch: str | None = Field(None, description="batch to which the audit belongs")
    fund: str | None = Field(None, description="which fund was audited")
    held_on: date | None = Field(None, description="day of the audit")


class TrainingSession(Node):
    """A training session, with its attendances."""

    zh: ClassVar[str] = "培训"

    code: str | None = Field(None, description="number of the session in its register")
    level: str | None = Field(None, description="level of the academy that held it")
    audience: str | None = Field(None, description="whom it addressed")
    held_on: date | None = Field(None, description="day of the session")
    attendances: int | None = Field(None, description="attendances; a sum over sessions counts no persons")
