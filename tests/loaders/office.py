"""A tiny district that exists nowhere, and files as its offices would send them."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from loaders.check import CheckReport, check
from loaders.load import LoadReport, load
from loaders.preparing.options import LoadOptions

Rows = Sequence[Any]

DIVISIONS: Rows = (
    ("区划代码", "区划名称", "级别"),
    ("990206000000", "示例区", "区"),
    ("990206003000", "鹭湾街道", "街道"),
    ("990206004000", "和汀街道", "街道"),
    ("990206003022", "和盛里社区居委会", "社区"),
    ("990206003023", "榕岸社区居委会", "社区"),
    ("990206004001", "榕岸南社区居委会", "社区"),
    ("990206004002", "鹭湾社区居委会", "社区"),
)
ESTATES: Rows = (
    ("小区编号", "小区名称", "所属社区"),
    ("XQ-1", "示例花园", "和盛里社区"),
    ("XQ-2", "示例新村", "和盛里社区"),
    ("XQ-3", "示例花园", "榕岸社区"),
)
COMMITTEES: Rows = (
    ("党组织名称", "党组织类别", "所领导区划"),
    ("中共示例区委员会", "区委", "示例区"),
    ("鹭湾街道大党工委", "街道大党工委", "990206003000"),
    ("和盛里社区大党委", "社区大党委", "和盛里社区"),
    ("榕岸社区大党委", "社区大党委", "榕岸社区"),
    ("示例区住建行业党委", "行业党委", None),
)
BRANCHES: Rows = (
    ("支部名称", "所属社区", "覆盖小区"),
    ("示例花园联合党支部", "和盛里社区", "示例花园、示例新村"),
)
UNITS: Rows = (("共建单位名称", "单位类型"), ("示例第一医院", "医院"), ("示例小学", "学校"))
OWNERS: Rows = (("业委会名称", "所在小区", "所属社区"), ("示例花园业委会", "示例花园", "和盛里社区"))

DISTRICT: Mapping[str, Rows] = {
    "行政区划（20240903）.csv": DIVISIONS,
    "小区（20240903）.csv": ESTATES,
    "党组织（20240903）.csv": COMMITTEES,
    "党支部（20240903）.csv": BRANCHES,
    "共建单位名录（20240903）.csv": UNITS,
    "业委会（20240903）.csv": OWNERS,
}
"""The files of the district, in which nothing is wrong."""


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8") -> Path:
    """Write a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(["" if c is None else c for c in row] for row in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, **sheets: Rows) -> Path:
    """Write a workbook, a sheet for each keyword."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    return path


def district(folder: Path, *, without: Sequence[str] = ()) -> list[Path]:
    """Write the files of the district, except those whose names begin so."""
    kept = {name: rows for name, rows in DISTRICT.items() if not name.startswith(tuple(without) or ("\0",))}
    return [write_csv(folder / name, rows) for name, rows in kept.items()]


def checked(files: Sequence[Path], **options: Any) -> CheckReport:
    """Check files that stand alone."""
    return check(files, None, LoadOptions(keep_cells=True, **options))


def load_into(workspace: Workspace, files: Sequence[Path], **options: Any) -> LoadReport:
    """Load files under the workspace's own key, or that of `key`."""
    return load(files, workspace, LoadOptions(**options))


def snapshot_of(workspace: Workspace, files: Sequence[Path], **options: Any) -> Snapshot:
    """Load files that are to be published."""
    report = load_into(workspace, files, **options)
    assert report.snapshot is not None, codes(report)
    return report.snapshot


def codes(report: CheckReport) -> list[str]:
    """Return the codes of all faults, in order."""
    return [fault.code for fault in report.faults]


def places(report: CheckReport) -> list[tuple[str, int | None, str | None]]:
    """Return code, row and column of all faults, in order."""
    return [(fault.code, fault.row, fault.column) for fault in report.faults]


def uids(snapshot: Snapshot, label: str) -> list[str]:
    """Return the uids of the nodes with a label."""
    return sorted(snapshot.nodes(label)["uid"])


def ties(snapshot: Snapshot, kind: str) -> set[tuple[str, str]]:
    """Return start and end of all relationships of a type."""
    return set(snapshot.relationships(kind).select("start", "end").iter_rows())
