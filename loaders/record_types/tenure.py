"""Records: one person in one post of one organisation for a time."""

from typing import ClassVar

from loaders.record_types.base import PERSON, POST, TERM_OF_OFFICE, Period, Record, Tie
from loaders.record_types.columns import partial_date, private, reference, term, text, yes_no
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Tenure(Record):
    """One person in one post of one organisation for a time."""

    zh: ClassVar[str] = "任职"
    about_zh: ClassVar[str] = "一个人在一个机构的一个职务上的一段任职。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "任职",
        "人员",
        "委员名册",
        "任职名册",
        "名册",
        "班子成员",
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie(
            "HOLDS",
            PERSON,
            POST,
            properties=(
                "routes",
                "state",
                "in_service",
                "owner",
            ),
            dated=True,
        ),
        Tie("SEAT_OF", POST, "organisation"),
        Tie("DELEGATED_BY", POST, "delegated_by"),
    )
    key: ClassVar[tuple[str, ...]] = (
        "@person",
        "organisation",
        "organisation_kind",
        "community",
        "role",
        "seat",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (TERM_OF_OFFICE,)

    person: str | None = private("人员编号", "person number", "工号", "成员编号", "人员序号（编号）", "人员代码")
    person_name: str | None = private(
        "姓名", "person name", "人员姓名", "任职人员", "负责人姓名", "成员姓名", "委员姓名", "兼职委员姓名"
    )
    identity_number: str | None = private(
        "身份证号",
        "identity number",
        "身份证号码",
        "公民身份号码",
        "证件号码",
        "身份证",
        "居民身份证号码",
        "身份证件号码",
    )
    telephone: str | None = private(
        "联系电话", "telephone", "电话", "手机", "手机号", "手机号码", "联系方式", "移动电话"
    )
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    organisation: str = reference(
        "任职机构",
        "organisation",
        "机构名称",
        "组织名称",
        "所在机构",
        "任职单位",
        "所在组织",
        "任职组织",
        "任职党组织",
        "党组织名称",
        "大党委名称",
        "党支部名称",
        "业委会名称",
        "报到党支部",
        "报到党组织",
        required=True,
        example="示例花园联合党支部",
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
    role: str = term(
        "职务",
        "role",
        "role",
        "任职职务",
        "担任职务",
        "职务名称",
        "岗位",
        "现任职务",
        "所任职务",
        "兼任职务",
        "任职岗位",
        "认领岗位",
        "认岗",
        required=True,
        example="书记",
    )
    seat: str | None = text("席位名称", "seat", "席位", "分工")
    delegated_by: str | None = reference(
        "派出单位",
        "delegated by",
        "委派单位",
        "工作单位及派出单位",
        "所在单位",
        to="Organisation",
        stub="CoBuildingUnit",
    )
    political_status: str | None = term(
        "政治面貌", "political status", "political_status", "党派", "政治身份", example="中共党员"
    )
    in_service: bool | None = yes_no("是否在职党员", "in-service member", "在职党员", "在职党员报到")
    owner: bool | None = yes_no("是否业主", "owner", "业主", "是否本小区业主", "业主身份")
    valid_from: str | None = partial_date(
        "任职起始日期",
        "tenure start",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "任职日期",
        "任职时间",
        "到任时间",
        "任职开始日期",
        "任期起",
        "起始日期",
        "任命时间",
        "当选时间",
        "任期开始时间",
        "任期（起）",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "任职终止日期",
        "tenure end",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "离任日期",
        "离任时间",
        "免职时间",
        "卸任日期",
        "任期止",
        "任职结束日期",
        "终止日期",
        "卸任时间",
        "任期届满时间",
        "任期结束时间",
        "任期（止）",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    state: str | None = term("任职状态", "tenure state", "tenure_state", "状态", "在任情况", example="在任")
    routes: list[str] = term("产生方式", "routes", "route", "任职方式", "产生途径", many=True, example="推荐、选举")
    note: str | None = note_column()
