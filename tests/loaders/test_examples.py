"""The examples of the blank workbook are rows that load."""

from pathlib import Path

from graph_store.workspace.home import Workspace
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.returning.template.record_sheet import sheet_name
from tests.loaders.office import Rows, district, load_into, write_csv, write_xlsx


def test_the_blank_workbook_with_its_examples_as_rows_loads_whole(tmp_path: Path, workspace: Workspace) -> None:
    sheets: dict[str, Rows] = {}
    for record, cls in RECORD_TYPES.items():
        fields = columns(cls).values()
        sheets[sheet_name(record, "zh")] = [[c.heading for c in fields], [c.example or None for c in fields]]
    book = write_xlsx(tmp_path / "模板（20240903）.xlsx", **sheets)
    other = write_csv(tmp_path / "小区补（20240903）.csv", [["小区名称", "所属社区"], ["示例新村", "和盛里社区"]])
    report = load_into(workspace, [district(tmp_path)[0], other, book])
    assert [(f.sheet, f.row, f.column, f.code, f.value) for f in report.faults if f.severity == "error"] == []
    assert report.read == 8 + len(RECORD_TYPES)
    assert report.snapshot is not None
