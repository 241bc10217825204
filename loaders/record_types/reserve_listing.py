"""Records: somebody is listed in a reserve of people for posts."""

from typing import ClassVar

from loaders.record_types.base import PERSON, TERM_OF_OFFICE, Period, Record, Tie
from loaders.record_types.columns import partial_date, private, reference, term
from loaders.record_types.shared_columns import note_column


class ReserveListing(Record):
    """Somebody is listed in a reserve of people for posts."""

    zh: ClassVar[str] = "储备人才"
    about_zh: ClassVar[str] = "一个人列入某个人才储备名录。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "储备人才",
        "人才库",
        "书记储备",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("LISTED_IN", PERSON, "pool", dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "@person",
        "pool",
    )
    periods: ClassVar[tuple[Period, ...]] = (TERM_OF_OFFICE,)

    person: str | None = private("人员编号", "person number", "工号", "成员编号", "人员序号（编号）", "人员代码")
    person_name: str | None = private("姓名", "person name", "人员姓名", "任职人员", "负责人姓名", "成员姓名")
    identity_number: str | None = private(
        "身份证号", "identity number", "身份证号码", "公民身份号码", "证件号码", "身份证"
    )
    telephone: str | None = private("联系电话", "telephone", "电话", "手机", "手机号", "手机号码", "联系方式")
    pool: str = reference(
        "人才库名称",
        "pool",
        "储备库",
        "人才库",
        "所属人才库",
        "储备人才库",
        to="ReservePool",
        stub="ReservePool",
        required=True,
        example="示例区小区书记储备人才库",
    )
    political_status: str | None = term("政治面貌", "political status", "political_status", "党派", example="中共党员")
    valid_from: str | None = partial_date(
        "入库日期",
        "listed on",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "入库时间",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "出库日期",
        "struck off on",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "出库时间",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
