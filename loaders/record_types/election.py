"""Records: an election or change of term of a committee, also while it is prepared."""

from typing import ClassVar

from loaders.record_types.base import SUBJECT, Defines, Record, Tie
from loaders.record_types.columns import partial_date, reference, term, text
from loaders.record_types.shared_columns import community_column, note_column, subdistrict_column


class Election(Record):
    """An election or change of term of a committee, also while it is prepared."""

    zh: ClassVar[str] = "选举"
    about_zh: ClassVar[str] = "一次选举或换届，筹备中的也算。"
    sheet_names: ClassVar[tuple[str, ...]] = (
        "选举",
        "换届",
        "业委会选举",
        "换届选举",
    )
    defines: ClassVar[Defines | None] = Defines(
        "Election", parents=("body",), key_fields=("kind", "held_on"), name=("name", "body", "kind")
    )
    ties: ClassVar[tuple[Tie, ...]] = (
        Tie("CONSTITUTES", SUBJECT, "body"),
        Tie("GUIDES", "guided_by", SUBJECT),
    )
    key: ClassVar[tuple[str, ...]] = (
        "body",
        "community",
        "kind",
        "held_on",
        "state",
    )
    event_day: ClassVar[str | None] = "held_on"

    name: str | None = text("选举名称", "election", "换届名称", "选举事项")
    subdistrict: str | None = subdistrict_column()
    community: str | None = community_column()
    body: str = reference(
        "选举机构",
        "body elected",
        "业委会名称",
        "业委会",
        "业主委员会",
        "产生机构",
        "选举产生的机构",
        "换届机构",
        to=(
            "OwnersCommittee",
            "ResidentsCommittee",
        ),
        stub="OwnersCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        required=True,
        example="示例花园业委会",
    )
    kind: str | None = term(
        "选举类型", "election kind", "election_kind", "换届类型", "选举类别", "换届类别", example="换届"
    )
    state: str | None = term(
        "选举状态", "election state", "election_state", "换届状态", "状态", "进展情况", example="已举行"
    )
    held_on: str | None = partial_date(
        "选举日期",
        "held on",
        "选举时间",
        "换届日期",
        "选举大会日期",
        "换届时间",
        "换届选举时间",
        "换届选举日期",
        example="2024-05-18",
    )
    guided_by: list[str] = reference(
        "指导党组织",
        "guided by",
        "全程指导党组织",
        "指导单位",
        "指导党组织名称",
        to="PartyOrganisation",
        stub="PartyCommittee",
        within=(
            "community",
            "subdistrict",
        ),
        many=True,
        example="和盛里社区大党委、示例花园党支部",
    )
    note: str | None = note_column()
