"""Bodies that several organisations form together."""

from typing import ClassVar

from pydantic import Field

from graph_model.base import Dated, Node


class JointBody(Node, Dated):
    """A body formed by several organisations; never flattened to pairs until a question asks for it."""

    super_labels: ClassVar[tuple[str, ...]] = ("JointBody",)

    kind: str | None = Field(None, description="form of the body")


class Platform(JointBody):
    """A consultation platform convened by a committee."""

    zh: ClassVar[str] = "共建平台"

    level: str | None = Field(None, description="level of the committee that convenes it")


class Alliance(JointBody):
    """A dated alliance of named parties under a pact."""

    zh: ClassVar[str] = "联盟"

    pact: str | None = Field(None, description="name or number of the pact")
