"""Records: a property firm serves an estate under a contract."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import code, credit_code, partial_date, reference
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class PropertyService(Record):
    """A property firm serves an estate under a contract."""

    zh: ClassVar[str] = "物业服务"
    about_zh: ClassVar[str] = "一家物业企业按合同服务一个小区。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "物业服务",
        "物业合同",
        "物业服务合同",
        "物业管理",
    )
    ties: ClassVar[tuple[Tie, ...]] = (Tie("SERVES", "firm", "estate", properties=("contract",), dated=True),)
    key: ClassVar[tuple[str, ...]] = (
        "firm",
        "firm_code",
        "estate",
        "community",
        "contract",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    estate: str = reference(
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
        required=True,
        example="示例花园",
    )
    firm: str = reference(
        "物业企业",
        "property firm",
        "物业企业名称",
        "物业公司",
        "物业公司名称",
        "服务企业",
        "物业服务企业",
        "物业服务企业名称",
        "物业服务公司",
        "物业服务公司名称",
        "物业服务单位",
        to="PropertyFirm",
        stub="PropertyFirm",
        required=True,
        example="示例物业服务有限公司",
    )
    firm_code: str | None = credit_code("统一社会信用代码", "unified social credit code", "信用代码", "企业信用代码")
    contract: str | None = code("合同编号", "contract", "物业合同编号", "合同号", "物业服务合同编号", "合同备案号")
    valid_from: str | None = partial_date(
        "合同起始日期",
        "contract start",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "合同开始日期",
        "进驻时间",
        "服务起始日期",
        "合同起",
        "合同起始时间",
        "合同开始时间",
        "合同签订日期起",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "合同终止日期",
        "contract end",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "合同到期日",
        "合同结束日期",
        "退出日期",
        "合同止",
        "合同终止时间",
        "合同结束时间",
        "合同到期时间",
        "合同到期日期",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
