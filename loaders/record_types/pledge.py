"""Records: an item of the lists of needs, resources and projects."""

from typing import ClassVar

from loaders.record_types.base import DISTRICT, SUBJECT, Defines, HeadingOfSome, Period, Record, Tie
from loaders.record_types.columns import code, partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Pledge(Record):
    """An item of the lists of needs, resources and projects."""

    zh: ClassVar[str] = "三张清单"
    about_zh: ClassVar[str] = "需求、资源、项目三张清单中的一项。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "三张清单",
        "需求清单",
        "资源清单",
        "项目清单",
        "清单",
    )
    defines: ClassVar[Defines | None] = Defines(
        "Pledge", parents=("made_to", "community", DISTRICT), key_fields=("number",), code="number"
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("MADE_BY", SUBJECT, "made_by"),
        Tie("MADE_TO", SUBJECT, "made_to"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "number",
        "name",
        "made_to",
        "made_by",
    )
    headings_of_some: ClassVar[tuple[HeadingOfSome, ...]] = (
        HeadingOfSome(("提供单位",), "made_by", "list", ("resources",)),
        HeadingOfSome(("责任单位",), "made_by", "list", ("resources", "projects")),
        HeadingOfSome(("资源方", "资源单位", "提供方"), "made_by", "list", ("resources",)),
        HeadingOfSome(("需求提出单位", "需求方", "需求单位"), "made_by", "list", ("needs",)),
    )
    periods: ClassVar[tuple[Period, ...]] = (Period("made_on", "done_on"),)
    event_day: ClassVar[str | None] = "made_on"

    number: str | None = code(
        "清单编号", "pledge number", "事项编号", "编号（清单）", "编号", "需求编号", "资源编号", "项目编号"
    )
    name: str = text(
        "清单事项",
        "pledge",
        "事项名称",
        "事项",
        "需求名称",
        "资源名称",
        "项目名称（清单）",
        "清单内容",
        "需求内容",
        "资源内容",
        "项目内容",
        "项目名称",
        "需求事项",
        "资源事项",
        "项目事项",
        required=True,
        example="社区义诊",
    )
    list: str = term(
        "清单类别", "list", "pledge_list", "清单", "清单类型", "所属清单", example="资源清单", required=True
    )
    kind: str | None = term(
        "事项类别",
        "pledge kind",
        "pledge_kind",
        "事项类型（清单）",
        "服务类别",
        "需求类别",
        "资源类别",
        "项目类别",
        "需求类型",
        "资源类型",
        "项目类型",
        example="医疗健康",
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    made_by: str | None = reference(
        "提出单位",
        "made by",
        "提供单位",
        "责任单位",
        "提出方",
        "资源提供单位",
        "需求提出单位",
        "项目责任单位",
        "需求方",
        "需求单位",
        "资源方",
        "资源单位",
        "提供方",
        to="Organisation",
        stub="CoBuildingUnit",
        within=(
            "community",
            "subdistrict",
        ),
        example="示例第一医院",
    )
    made_to: str | None = reference(
        "面向党组织",
        "made to",
        "对接党组织",
        "面向对象",
        "对接党委",
        "所属党组织（清单）",
        to="PartyCommittee",
        stub="PartyCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        example="和盛里社区大党委",
    )
    answers: str | None = reference(
        "对应需求编号",
        "answers need",
        "对应需求",
        "对接需求编号",
        "响应需求",
        to="Pledge",
        within=(
            "community",
            "subdistrict",
        ),
        comment="资源或项目所响应的需求",
    )
    state: str | None = term("事项状态", "pledge state", "pledge_state", "状态", "进展", "完成情况", example="已完成")
    made_on: str | None = partial_date(
        "提出日期", "made on", "提出时间", "登记日期", "列入日期", "登记时间", "列入时间", example="2024-03-01"
    )
    done_on: str | None = partial_date(
        "完成日期", "done on", "完成时间", "办结日期（清单）", "办结时间", "办结日期", example="2024-06-20"
    )
    note: str | None = note_column()
