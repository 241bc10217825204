"""Records: a seat of an organisation, filled or vacant."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import integer, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Post(Record):
    """A seat of an organisation, filled or vacant."""

    zh: ClassVar[str] = "职务席位"
    about_zh: ClassVar[str] = "一个机构的一个职务席位，有人或空缺。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "职务",
        "席位",
        "岗位",
        "兼职委员席位",
        "职数",
    )
    defines: ClassVar[Defines | None] = Defines("Post")
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("SEAT_OF", SUBJECT, "organisation"),
        Tie("DELEGATED_BY", SUBJECT, "delegated_by"),
        Tie("RESPONSIBLE_FOR", SUBJECT, "estates"),
        Tie("RESPONSIBLE_FOR", SUBJECT, "grids"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "organisation",
        "organisation_kind",
        "community",
        "role",
        "seat",
    )

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    organisation: str = reference(
        "机构名称",
        "organisation",
        "所在机构",
        "组织名称",
        "任职机构",
        "所属机构",
        "党组织名称",
        "大党委名称",
        required=True,
        example="和盛里社区大党委",
        to=(
            "Organisation",
            "JointBody",
            "Grid",
        ),
        kind_field="organisation_kind",
        within=(
            "community",
            "subdistrict",
        ),
    )
    organisation_kind: str | None = term(
        "机构类别",
        "organisation kind",
        "organisation_kind",
        "机构类型",
        "组织类别",
        "组织类型",
        "单位类别（机构）",
        "kind of organisation",
        example="小区党支部",
    )
    role: str = term("职务", "role", "role", "岗位", "职务名称", "岗位名称", required=True, example="兼职委员")
    seat: str | None = text("席位名称", "seat", "席位", "分工", example="医疗席")
    seats: int | None = integer("席位数", "seats", "职数", "名额", "应配职数", "席位数（个）", example="1")
    delegated_by: str | None = reference(
        "派出单位",
        "delegated by",
        "委派单位",
        "推荐单位",
        "所在单位（派出）",
        to="Organisation",
        stub="CoBuildingUnit",
        example="示例第一医院",
    )
    estates: list[str] = reference(
        "负责小区",
        "responsible for estates",
        "包联小区",
        "联系小区",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
    )
    grids: list[str] = reference(
        "负责网格",
        "responsible for grids",
        "包联网格",
        "联系网格",
        to="Grid",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
    )
    note: str | None = note_column()
