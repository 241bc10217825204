"""Where things are: administrative units, grids, areas, estates."""

from typing import ClassVar

from pydantic import Field

from graph_model.base import Dated, Node


class AdminUnit(Node, Dated):
    """A unit of the administrative division with a 12-digit code; codes are reused over the years."""

    super_labels: ClassVar[tuple[str, ...]] = ("AdminUnit",)

    code: str | None = Field(None, description="12-digit division code")


class District(AdminUnit):
    """A city district or county."""

    zh: ClassVar[str] = "区"


class Subdistrict(AdminUnit):
    """A subdistrict of a district, the lowest level of government proper."""

    zh: ClassVar[str] = "街道"


class Community(AdminUnit):
    """A residents' community, the area of one residents' committee."""

    zh: ClassVar[str] = "社区"


class Grid(Node):
    """A grid: the smallest area that governance is organised by."""

    zh: ClassVar[str] = "网格"

    code: str | None = Field(None, description="official number of the grid")
    kind: str | None = Field(None, description="estate, urban village, business park or mixed")


class Area(Node):
    """An area named for a purpose, such as a renewal; it may cross communities."""

    zh: ClassVar[str] = "片区"

    pilot_of: str | None = Field(None, description="programme of which the area is a pilot")


class Estate(Node, Dated):
    """A residential estate."""

    zh: ClassVar[str] = "小区"

    code: str | None = Field(None, description="official number of the estate")
    managed: bool | None = Field(None, description="whether the register says that a property firm manages it")
    old: bool | None = Field(None, description="whether it is registered as an old estate")
    households: int | None = Field(None, description="number of households")
    owner_body: str | None = Field(None, description="which body acts for the owners")
    address: str | None = Field(None, description="address as the register gives it")
