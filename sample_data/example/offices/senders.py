"""Which office sends which registries, in which files, with which habits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sample_data.example.offices.styles import Style, characters, chinese, dates, dots, slashes
from sample_data.example.truth.entities import Row


@dataclass(frozen=True)
class File:
    """A file that an office sends.

    Args:
        name: name with its ending.
        office: the office, for the title row.
        tables: record type -> rows, one sheet each.
        style: the habits of the office.
        encoding: encoding of a text file.
    """

    name: str
    office: str
    tables: dict[str, tuple[Row, ...]]
    style: Style
    encoding: str = "utf-8"


GROUPS = {
    "小区网格台账": ("grid", "estate", "residents_committee", "self_governance_group"),
    "党建工作台账": (
        "party_branch",
        "branch_coverage",
        "co_building",
        "platform",
        "platform_participation",
        "pledge",
        "activity",
        "activity_participation",
        "adoption",
    ),
    "业委会工作台账": ("owners_committee", "supervisory_committee", "election", "right", "matter"),
    "任职名册": ("post", "tenure"),
}
"""The workbooks in which a subdistrict keeps its registries."""

SINGLE = {
    "小区台账": "estate",
    "网格台账": "grid",
    "党支部台账": "party_branch",
    "业委会台账": "owners_committee",
    "共建单位台账": "co_building",
    "三张清单": "pledge",
    "任职名册": "tenure",
}
"""The registries that a subdistrict without workbooks sends as a file each."""

_PERIODS = {"owners_committee": "任期", "tenure": "任期", "property_service": "合同期限"}
_WORDS_OF_SECOND = {
    ("tenure_state", "current"): "现任",
    ("tenure_state", "ended"): "离任",
    ("political_status", "member"): "党员",
    ("political_status", "not_member"): "群众",
}
_SUBDISTRICT_STYLES = (
    Style(
        variant=0,
        write_date=dates,
        open_end="至今",
        merge=True,
        two_rows=_PERIODS,
        notes=("本表由各社区填报，街道汇总。",),
    ),
    Style(
        variant=1,
        write_date=slashes,
        missing="无",
        open_end="至今",
        separator=";",
        wide_digits=True,
        merge=True,
        two_rows=_PERIODS,
        left_out=frozenset({"identity_number", "person"}),
        total="总计",
        words=_WORDS_OF_SECOND,
    ),
    Style(
        variant=2,
        missing="—",
        unit_row=False,
        notes=("空格处为暂无数据。",),
        left_out=frozenset({"subdistrict", "person"}),
    ),
    Style(
        variant=1,
        write_date=chinese,
        missing="/",
        open_end="至今",
        separator="，",
        unit_after={"households": "户", "members": "名"},
        merge=True,
        left_out=frozenset({"person"}),
        words={("election_state", "held"): "已完成", ("tenure_state", "current"): "在职"},
    ),
    Style(variant=0, missing="", serial=False, total="", unit_row=False, left_out=frozenset({"identity_number"})),
)
_DISTRICT_STYLE = Style(variant=0, write_date=dates, open_end="", notes=("数据由区直部门提供。",))
_SECOND_STYLE = Style(variant=0, write_date=characters, missing="暂无", two_rows=_PERIODS)
_BY_COMMUNITY = replace(_SECOND_STYLE, left_out=frozenset({"subdistrict"}))
_DOTTED = Style(variant=0, write_date=dots, missing="N/A", left_out=frozenset({"subdistrict"}))
_SCANT = Style(variant=1, write_date=dates, serial=True, left_out=frozenset({"person"}))
_PLAIN = Style(variant=0, serial=False, total="", unit_row=False)
_WORKBOOKS = ("xlsx", "xls", "csv", "ods", "json")


def district_files(registers: dict[str, tuple[Row, ...]], district: str) -> Iterator[File]:
    """Return the files of the district's departments; what no subdistrict keeps is in them."""

    def take(*records: str) -> dict[str, tuple[Row, ...]]:
        return {r: registers[r] for r in records if registers.get(r)}

    yield File(f"{district}行政区划代码表.xlsx", f"{district}统计局", take("division"), _DISTRICT_STYLE)
    party = (
        "party_committee",
        "authority",
        "mechanism",
        "policy_document",
        "alliance",
        "alliance_party",
        "reserve_pool",
    )
    own = ("platform", "platform_participation", "post", "tenure")
    yield File(f"{district}党组织和部门名录.xlsx", f"{district}委组织部", take(*party, *own), _DISTRICT_STYLE)
    yield File(f"{district}共建单位名录.xlsx", f"{district}委社会工作部", take("co_building_unit"), _SECOND_STYLE)
    housing = ("property_firm", "firm_party_organisation", "property_service")
    yield File(f"{district}物业企业台账.xlsx", f"{district}住房和建设局", take(*housing), _BY_COMMUNITY)
    yield File(f"{district}小区公共收益专项审计.xls", f"{district}审计局", take("audit", "activity"), _DOTTED)
    yield File(f"{district}片区改造项目.ods", f"{district}住房和建设局", take("area", "project"), _SECOND_STYLE)
    yield File(f"{district}小区书记储备人才.xls", f"{district}委组织部", take("reserve_listing"), _SCANT)
    site = f"{district}社区治理学院"
    yield File(f"{site}培训阵地（20240903）.json", site, take("training_site"), _PLAIN)
    yield File(f"{site}培训场次.csv", site, take("training_session"), _DOTTED, "utf-8-sig")


def subdistrict_files(registers: dict[str, tuple[Row, ...]], name: str, order: int) -> Iterator[File]:
    """Return the files of one subdistrict: the first sends xlsx, the next xls, csv in GB18030, ods, json."""
    ending = _WORKBOOKS[order % len(_WORKBOOKS)]
    style = _SUBDISTRICT_STYLES[order % len(_SUBDISTRICT_STYLES)]
    alone = SINGLE if ending in {"csv", "json"} else {}
    encoding = "gb18030" if ending == "csv" else "utf-8"
    for title, record in alone.items():
        if registers.get(record):
            yield File(f"{name}{title}（20240903）.{ending}", name, {record: registers[record]}, style, encoding)
    rest = {r: rows for r, rows in registers.items() if r not in alone.values()}
    if alone:
        records = [r for group in GROUPS.values() for r in group if r in rest]
        yield File(f"{name}其他台账.xlsx", name, {r: rest[r] for r in records}, style)
        return
    for title, records_of_group in GROUPS.items():
        tables = {r: rest[r] for r in records_of_group if r in rest}
        yield File(f"{name}{title}.{ending}", name, tables, style)
