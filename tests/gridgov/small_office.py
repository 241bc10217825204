"""The files of a very small office, and the same with faults."""

from pathlib import Path

DAY = "2024-09-03"

FILES = {
    "区划.csv": """\
区划代码,名称,级别,上级代码
990207000000,试验区,区,
990207001000,甲街道,街道,990207000000
990207001001,东社区,社区,990207001000
990207001002,西社区,社区,990207001000
""",
    "小区台账.csv": """\
小区名称,所属街道,所属社区,户数,是否有物业管理
花园,甲街道,东社区,420,是
新苑,甲街道,西社区,88,否
""",
    "党组织.csv": """\
党组织名称,所属区划,党组织类型
东社区大党委,东社区,社区大党委
""",
    "名册.csv": """\
姓名,身份证号,任职机构,机构类别,所属社区,职务,任职起始日期,政治面貌
张试验,110101199003070011,东社区大党委,社区大党委,东社区,书记,2023-05,中共党员
""",
}

FAULTY = """\
小区名称,所属街道,所属社区,户数,交付日期
花园,甲街道,东社区,四百,2019-05-01
,甲街道,东社区,12,2020-01-01
新苑,甲街道,西社区,88,2020-02-01
"""


def write_office(folder: Path) -> list[Path]:
    """Write the files and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in FILES]


def write_faulty(folder: Path) -> Path:
    """Write a list of estates with two bad rows and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "小区（有误）.csv"
    path.write_text(FAULTY, encoding="utf-8")
    return path
