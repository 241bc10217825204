"""Records: the committee by which owners supervise their owners' committee."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, text


class SupervisoryCommittee(Record):
    """The committee by which owners supervise their owners' committee."""

    zh: ClassVar[str] = "业主监督委员会"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "业主监督委员会",
        "监督委员会",
    )
    defines: ClassVar[Defines | None] = Defines("SupervisoryCommittee", parents=("owners_committee",), code="code")
    ties: ClassVar[tuple[Tie, ...]] = (Tie("SUPERVISES", SUBJECT, "owners_committee", dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "name",
        "owners_committee",
        "community",
    )

    name: str = text(
        "监督委员会名称",
        "supervisory committee",
        "业主监督委员会",
        "业主监督委员会名称",
        "监委会名称",
        required=True,
        example="示例花园业主监督委员会",
    )
    code: str | None = code("监委会代码", "supervisory committee code")
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
    owners_committee: str = reference(
        "监督对象业委会",
        "owners' committee supervised",
        "业委会名称",
        "业委会",
        "被监督业委会",
        "业主委员会",
        "对应业委会",
        "所属业委会",
        "所属业主委员会",
        to="OwnersCommittee",
        stub="OwnersCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园业委会",
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
        "届满日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = text("备注", "note", "说明", "备注说明", "情况说明", "附注", "remarks", "remark", "notes")
