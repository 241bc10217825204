"""Records: an organisation adopts a mechanism."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Adoption(Record):
    """An organisation adopts a mechanism."""

    zh: ClassVar[str] = "机制采用"
    about_zh: ClassVar[str] = "一个机构采用一项机制。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "机制采用",
        "制度落实",
        "机制落实",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("ADOPTS", "organisation", "mechanism", dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "organisation",
        "organisation_kind",
        "community",
        "mechanism",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    organisation: str = reference(
        "采用单位",
        "organisation",
        "机构名称",
        "落实单位",
        "建立单位",
        "单位名称",
        required=True,
        example="示例花园联合党支部",
        to="Organisation",
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
        example="小区党支部",
    )
    mechanism: str = reference(
        "机制名称",
        "mechanism",
        "制度名称",
        "机制",
        "采用机制",
        "落实制度",
        to="Mechanism",
        stub="Mechanism",
        required=True,
        example="支部先议制度",
    )
    valid_from: str | None = partial_date(
        "起始日期",
        "valid from",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "采用日期",
        "建立日期",
        "建立时间",
        "落实日期",
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
        "停止日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
