"""Records: an organisation adopts a mechanism."""

from typing import ClassVar

from loaders.record_types.base import Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text


class Adoption(Record):
    """An organisation adopts a mechanism."""

    zh: ClassVar[str] = "机制采用"
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

    subdistrict: str | None = reference(
        "所属街道",
        "subdistrict",
        "街道",
        "街道名称",
        "所在街道",
        "所属街道名称",
        "镇街",
        "街道（镇）",
        "街镇",
        "所属街镇",
        "所在街镇",
        "镇（街道）",
        to="Subdistrict",
        example="鹭湾街道",
    )
    community: str | None = reference(
        "所属社区",
        "community",
        "社区",
        "社区名称",
        "所在社区",
        "所属社区名称",
        "社区居委会",
        "所属社区（村）",
        "社区代码",
        "村居",
        "所属村居",
        "村（居）",
        "社区（村）",
        to="Community",
        within=("subdistrict",),
        example="和盛里社区",
    )
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
    note: str | None = text("备注", "note", "说明", "备注说明", "情况说明", "附注", "remarks", "remark", "notes")
