"""Records: a branch may nominate or remove members of a committee, as a resolution says."""

from typing import ClassVar

from loaders.record_types.base import VALIDITY, Period, Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Right(Record):
    """A branch may nominate or remove members of a committee, as a resolution says."""

    zh: ClassVar[str] = "提名罢免权"
    about_zh: ClassVar[str] = "按决议，一个党支部可以提名或罢免某个委员会的成员。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "提名罢免权",
        "提名权",
        "权利",
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie(
            "HAS_RIGHT_OVER",
            "branch",
            "body",
            properties=(
                "right",
                "basis",
            ),
            dated=True,
        ),
    )
    key: ClassVar[tuple[str, ...]] = (
        "branch",
        "body",
        "community",
        "right",
        "valid_from",
    )
    periods: ClassVar[tuple[Period, ...]] = (VALIDITY,)

    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    branch: str = reference(
        "党支部名称",
        "branch",
        "党支部",
        "支部名称",
        "权利支部",
        to="PartyBranch",
        stub="PartyBranch",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园联合党支部",
    )
    body: str = reference(
        "对象机构",
        "body",
        "业委会名称",
        "对象",
        "所涉机构",
        "权利对象",
        to=(
            "OwnersCommittee",
            "SupervisoryCommittee",
        ),
        stub="OwnersCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园业委会",
    )
    right: str = term("权利类型", "right", "right", "权利", "权利内容", required=True, example="提名")
    basis: str | None = text("决议依据", "basis", "依据", "业主大会决议", "决议文号")
    valid_from: str | None = partial_date(
        "决议日期",
        "resolved on",
        "开始日期",
        "起始时间",
        "开始时间",
        "起",
        "自",
        "生效日期",
        "start date",
        example="2023-05-01",
    )
    valid_to: str | None = partial_date(
        "失效日期",
        "lapsed on",
        "结束日期",
        "终止时间",
        "结束时间",
        "截止日期",
        "止",
        "至",
        "end date",
        comment="不再有效的第一天；仍然有效可留空或写“至今”",
    )
    note: str | None = note_column()
