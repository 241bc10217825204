"""Records: a residential estate of a community."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, VALIDITY, Defines, Period, Record, Tie
from loaders.record_types.columns import code, integer, partial_date, reference, term, text, yes_no
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Estate(Record):
    """A residential estate of a community."""

    zh: ClassVar[str] = "小区"
    about_zh: ClassVar[str] = "一个社区的一个住宅小区，含户数、物业状况等。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "小区",
        "小区台账",
        "住宅小区",
    )
    defines: ClassVar[Defines | None] = Defines("Estate", parents=("community",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("LOCATED_IN", SUBJECT, "community"),
        Tie("LOCATED_IN", SUBJECT, "grid"),
        Tie("LOCATED_IN", SUBJECT, "area"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "community",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    name: str = text(
        "小区名称",
        "estate",
        "小区",
        "住宅小区",
        "小区全称",
        "楼盘名称",
        "住宅小区名称",
        "estate name",
        "name of estate",
        required=True,
        example="示例花园",
    )
    code: str | None = code("小区编号", "estate code", "小区代码", "小区编码")
    subdistrict: str | None = subdistrict_column()
    community: str = community_column(required=True)
    grid: str | None = reference(
        "所属网格",
        "grid",
        "网格",
        "网格名称",
        "所在网格",
        to="Grid",
        within=(
            "community",
            "subdistrict",
        ),
        example="第一网格",
    )
    area: str | None = reference(
        "所属片区", "area", "片区", "片区名称", to="Area", within=("subdistrict",), example="鹭渡片区"
    )
    managed: bool | None = yes_no(
        "是否有物业管理",
        "managed",
        "有无物业",
        "是否有物业",
        "物业管理",
        "是否物业管理",
        "有无物业管理",
        "是否有物业服务",
        "under property management",
    )
    old: bool | None = yes_no("是否老旧小区", "old estate", "老旧小区", "是否老旧", example="否")
    households: int | None = integer(
        "户数", "households", "总户数", "住户数", "居民户数", "户数（户）", "number of households", example="860"
    )
    owner_body: str | None = term(
        "业主组织", "owner body", "owner_body", "业主组织形式", "业委会情况", "业主组织情况", example="业委会"
    )
    address: str | None = text("地址", "address", "小区地址", "详细地址", "坐落")
    valid_from: str | None = partial_date(
        "起始日期",
        "valid from",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "建成日期",
        "交付日期",
        "建成时间",
        "建成年份",
        "建成年月",
        "建成年代",
        "交付时间",
        "交付使用时间",
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
        "拆除日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
