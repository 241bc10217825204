"""Records: a dispute mediated or an urgent need handled."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Matter(Record):
    """A dispute mediated or an urgent need handled."""

    zh: ClassVar[str] = "事项办理"
    about_zh: ClassVar[str] = "一件调解的纠纷或办理的急难愁盼事项。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "事项",
        "事项办理",
        "矛盾纠纷",
        "急难愁盼",
    )
    defines: ClassVar[Defines | None] = Defines(
        "Matter", parents=("estate", "community", DISTRICT), key_fields=("number", "received_on"), code="number"
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("CONCERNS", SUBJECT, "estate"),
        Tie("HANDLED_BY", SUBJECT, "handled_by"),
        Tie("RAISED_AT", SUBJECT, "raised_at"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "number",
        "name",
        "community",
        "estate",
        "received_on",
    )
    periods: ClassVar[tuple[Period, ...]] = (Period("received_on", "settled_on"),)
    event_day: ClassVar[str | None] = "received_on"

    number: str | None = code("事项编号", "matter number", "编号", "受理编号", "工单编号")
    name: str = text(
        "事项名称",
        "matter",
        "事项内容",
        "事由",
        "问题描述",
        "事项",
        "反映问题",
        "诉求内容",
        "纠纷简要情况",
        "简要情况",
        "纠纷事由",
        required=True,
        example="消防通道占用调解",
    )
    kind: str | None = term(
        "事项类型",
        "matter kind",
        "matter_kind",
        "事项类别",
        "问题类型",
        "类型",
        "类别",
        "纠纷类型",
        "纠纷类别",
        example="矛盾纠纷",
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    estate: str | None = reference(
        "小区名称",
        "estate",
        "小区",
        "所在小区",
        "所属小区",
        "小区（楼盘）",
        "服务小区",
        "涉及小区",
        "住宅小区",
        "小区全称",
        to="Estate",
        within=(
            "community",
            "subdistrict",
        ),
        example="示例花园",
    )
    handled_by: list[str] = reference(
        "办理单位",
        "handled by",
        "承办单位",
        "处理单位",
        "调解单位",
        "责任单位",
        "办理部门",
        to="Organisation",
        stub="SelfGovernanceGroup",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
        example="和盛里社区居委会",
    )
    raised_at: str | None = reference(
        "提出场合",
        "raised at",
        "来源活动",
        "提出会议",
        "来源会议",
        to="Activity",
        stub="Activity",
        within=(
            "community",
            "subdistrict",
        ),
    )
    state: str | None = term(
        "办理状态", "matter state", "matter_state", "状态", "办理结果", "调解结果", "调处结果", example="已办结"
    )
    received_on: str | None = partial_date(
        "受理日期", "received on", "受理时间", "登记日期", "接报日期", "接报时间", "反映时间", example="2024-03-05"
    )
    settled_on: str | None = partial_date(
        "办结日期", "settled on", "办结时间", "化解时间", "完成时间", example="2024-03-20"
    )
    note: str | None = note_column()
