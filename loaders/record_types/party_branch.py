"""Records: a Party branch of estates or grids; a joint branch covers several."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, VALIDITY, Defines, Period, Record, Tie
from loaders.record_types.columns import code, integer, partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class PartyBranch(Record):
    """A Party branch of estates or grids; a joint branch covers several."""

    zh: ClassVar[str] = "小区（网格）党支部"
    about_zh: ClassVar[str] = "小区或网格的党支部；联合党支部覆盖几个小区。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "党支部",
        "小区党支部",
        "网格党支部",
        "支部",
    )
    defines: ClassVar[Defines | None] = Defines("PartyBranch", parents=("community",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("SUBORDINATE_TO", SUBJECT, "superior", dated=True),
        Tie("COVERS", SUBJECT, "estates", properties=("mode",), dated=True),
        Tie("COVERS", SUBJECT, "grids", properties=("mode",), dated=True),
    )
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "community",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "党支部名称",
        "branch",
        "支部名称",
        "小区（网格）党支部",
        "小区党支部名称",
        "党支部",
        "党支部全称",
        required=True,
        example="示例花园联合党支部",
    )
    code: str | None = code("支部代码", "branch code", "党支部代码", "支部编码")
    subdistrict: str | None = subdistrict_column()
    community: str = community_column(required=True)
    kind: str | None = term(
        "支部类型",
        "branch kind",
        "branch_kind",
        "支部类别",
        "组建方式",
        "类型",
        "类别",
        "组建形式",
        "支部形式",
        example="联合党支部",
    )
    superior: str | None = reference(
        "上级党组织",
        "superior committee",
        "隶属党组织",
        "所属党委",
        "上级党委",
        "所属党组织",
        to="PartyCommittee",
        stub="PartyCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        example="和盛里社区大党委",
    )
    estates: list[str] = reference(
        "覆盖小区",
        "estates covered",
        "覆盖的小区",
        "所辖小区",
        "覆盖小区名称",
        "所覆盖小区",
        "小区名称",
        "覆盖的小区名称",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
        example="示例花园、示例新村",
    )
    grids: list[str] = reference(
        "覆盖网格",
        "grids covered",
        "所辖网格",
        "覆盖的网格",
        to="Grid",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
        example="第一网格",
    )
    mode: str | None = term("覆盖方式", "coverage mode", "coverage_mode", "覆盖类型", example="组织覆盖")
    members: int | None = integer(
        "党员人数", "members", "党员数", "党员总数", "在册党员数", "党员人数（名）", "在册党员", example="23"
    )
    valid_from: str | None = partial_date(
        "起始日期",
        "valid from",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "成立日期",
        "成立时间",
        "建立时间",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "终止日期",
        "valid to",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "撤销日期",
        "撤销时间",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
