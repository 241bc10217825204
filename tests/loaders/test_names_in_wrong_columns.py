"""A person's name in a column where none belongs is told of, and never printed."""

from pathlib import Path

import pytest

from tests.loaders.office import checked, district, write_csv

WRONG = {
    "a role": (["姓名", "任职机构", "职务"], ["某甲", "和盛里社区居委会", "张建国"]),
    "an organisation": (["姓名", "任职机构", "职务"], ["某甲", "张建国", "书记"]),
    "a community": (["小区名称", "所属社区"], ["示例新苑", "张建国"]),
    "a number": (["小区名称", "所属社区", "户数"], ["示例新苑", "和盛里社区", "张建国"]),
    "a day": (["小区名称", "所属社区", "建成年份"], ["示例新苑", "和盛里社区", "张建国"]),
    "yes or no": (["小区名称", "所属社区", "是否老旧小区"], ["示例新苑", "和盛里社区", "张建国"]),
    "no heading at all": (["张建国", "王小明"], ["甲", "乙"]),
}


@pytest.mark.parametrize("where", WRONG)
def test_a_name_is_not_printed(where: str, tmp_path: Path) -> None:
    heading, row = WRONG[where]
    path = write_csv(tmp_path / "来件（20240903）.csv", [heading, row])
    report = checked([*district(tmp_path), path])
    told = [fault for fault in report.faults if fault.file == path.name]
    assert told
    for fault in told:
        shown = (fault.value, *(fault.reason(x) + fault.suggestion(x) for x in ("zh", "en")))
        assert "张建国" not in "".join(text or "" for text in shown), fault.code
