"""A whole folder of the sample may be given: what stands beside its workbooks is no registry."""

import json
from pathlib import Path

from loaders.check import check
from loaders.preparing.options import LoadOptions


def test_what_sample_writes_beside_the_workbooks_is_passed_over(tmp_path: Path) -> None:
    """README and key of the planted faults are neither read nor faulted; a foreign file of that kind is."""
    (tmp_path / "README.txt").write_text("示例数据，合成，非真实\n第一行，第二行\n第三行，第四行\n", encoding="utf-8")
    (tmp_path / "planted_faults.json").write_text(json.dumps([{"file": "a.xlsx", "code": "x"}]), encoding="utf-8")
    registry = "机制名称,机制类别\n支部先议制度,制度\n"
    (tmp_path / "机制（20240903）.csv").write_text(registry, encoding="utf-8")
    report = check(sorted(tmp_path.iterdir()), None, LoadOptions())
    assert (report.read, report.accepted, [f.code for f in report.faults]) == (1, 1, [])
    foreign = [{"甲": "1", "乙": "2"}, {"甲": "3", "乙": "4"}]
    (tmp_path / "foreign.json").write_text(json.dumps(foreign), encoding="utf-8")
    report = check(sorted(tmp_path.iterdir()), None, LoadOptions())
    assert [(f.file, f.code) for f in report.faults] == [("foreign.json", "unrecognised_sheet")]
