"""Which columns of the example's plain CSV files refer to what: the work that plain libraries are given."""

from collections.abc import Iterator, Mapping
from pathlib import Path

TITLE_ROWS = 1

NAMES: Mapping[str, str] = {
    "division": "区划名称",
    "grid": "网格名称",
    "estate": "小区名称",
    "party_committee": "党组织名称",
    "authority": "部门名称",
    "residents_committee": "居委会名称",
    "property_firm": "物业企业名称",
    "party_branch": "党支部名称",
    "owners_committee": "业委会名称",
    "supervisory_committee": "监督委员会名称",
    "co_building_unit": "单位名称",
    "platform": "平台名称",
    "activity": "活动编号",
}
"""Record type -> the heading by which its rows are found."""

ORGANISATIONS = (
    "party_committee",
    "authority",
    "residents_committee",
    "property_firm",
    "party_branch",
    "owners_committee",
    "supervisory_committee",
    "co_building_unit",
    "platform",
    "grid",
)

REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("estate", "所属社区", ("division",)),
    ("estate", "所属网格", ("grid",)),
    ("party_branch", "上级党组织", ("party_committee",)),
    ("party_branch", "覆盖小区", ("estate",)),
    ("owners_committee", "小区名称", ("estate",)),
    ("property_service", "小区名称", ("estate",)),
    ("property_service", "物业企业", ("property_firm",)),
    ("co_building", "共建单位", ORGANISATIONS),
    ("co_building", "共建党组织", ("party_committee",)),
    ("platform", "召集党组织", ("party_committee",)),
    ("platform_participation", "平台名称", ("platform",)),
    ("platform_participation", "成员单位", ORGANISATIONS),
    ("activity_participation", "活动编号", ("activity",)),
    ("activity_participation", "参加单位", ORGANISATIONS),
    ("pledge", "提出单位", ORGANISATIONS),
    ("tenure", "任职机构", ORGANISATIONS),
    ("post", "机构名称", ORGANISATIONS),
)
"""Record type, heading, and the record types among whose names its cells are looked up."""

LIST_SEPARATOR = "、"


def files_by_record(folder: Path) -> Iterator[tuple[str, Path]]:
    """Return each CSV file of a folder with its record type, which its name tells."""
    for path in sorted(folder.glob("*.csv")):
        yield "_".join(path.stem.split("_")[1:-1]), path
