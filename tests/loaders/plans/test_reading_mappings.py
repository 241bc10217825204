"""A mapping file says what it means, or every mistake in it with line, key, and what was probably meant."""

from datetime import date
from pathlib import Path

import pytest

from loaders.plan import Spells
from loaders.plans import MappingError, parse_mapping, read_mapping

WHOLE = """\
version = 1

[[table]]
file    = "委员名册*.csv"
sheet   = 2
header  = [3, 4]
record  = "tenure"
columns = { person = "成员编号", organisation = "机构代码", valid_from = "统计月份", role = "角色", routes = "方式" }
values  = { organisation_kind = "co_building_unit", in_service = true }
dates   = { valid_from = "%Y%m" }
spells  = { key = ["person", "organisation", "role"], on = "valid_from", step = "month", steps = "observed" }
translate = { role = { "２" = "member" } }
split = { routes = "+/" }
where = { "角色代码" = [2, "三"], "状态" = "" }
namespace = "no"
as_of = 2023-05-31
end_inclusive = true
encoding = "GB18030"

[[table]]
file = "a.xlsx"
record = "area"
[table.columns]
name = "Name"
[table.values]
estates = ["甲小区", "乙小区"]
"""


def test_every_key_of_a_mapping() -> None:
    first, second = parse_mapping(WHOLE).tables
    assert (first.number, first.file, first.sheet, first.header, first.record) == (
        0,
        "委员名册*.csv",
        2,
        (3, 4),
        "tenure",
    )
    assert first.columns["valid_from"] == "统计月份"
    assert first.values == {"organisation_kind": "co_building_unit", "in_service": True}
    assert first.dates == {"valid_from": "%Y%m"}
    assert first.spells == Spells(("person", "organisation", "role"), "valid_from", "month", "observed")
    assert first.translate == {"role": {"2": "member"}}
    assert first.split == {"routes": "+/"}
    assert {h: c.cells for h, c in first.where.items()} == {"角色代码": {"2", "三"}, "状态": {""}}
    assert (first.namespace, first.as_of, first.end_inclusive, first.encoding) == (
        "no",
        date(2023, 5, 31),
        True,
        "gb18030",
    )
    assert (second.number, second.header, second.sheet, second.spells) == (1, "auto", None, None)
    assert second.values == {"estates": "甲小区、乙小区"}


def problems(text: str) -> list[tuple[int | None, str, str, str]]:
    with pytest.raises(MappingError) as caught:
        parse_mapping(text, "m.toml")
    return [(p.line, p.key, p.zh, p.en) for p in caught.value.problems]


MINIMAL = """\
version = 1
[[table]]
file = "a.csv"
record = "tenure"
columns = { organisation = "机构", role = "职务", person = "编号", valid_from = "月" }
"""


def test_the_minimal_mapping_has_no_problem() -> None:
    assert parse_mapping(MINIMAL).tables[0].columns["role"] == "职务"


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        (MINIMAL.replace("version = 1", "version = 2"), 1, "version", "version = 1"),
        (MINIMAL.replace("file =", "fiel ="), 3, "table 1: fiel", '"file"'),
        (MINIMAL.replace('"tenure"', '"tenuer"'), 4, "table 1: record", '"tenure"'),
        (MINIMAL.replace('"tenure"', '"任职情况"'), 4, "table 1: record", '"tenure"'),
        (MINIMAL.replace("role =", "rol ="), 5, "table 1: columns.rol", '"role"'),
        (MINIMAL.replace("role =", '"职务名" ='), 5, "table 1: columns.职务名", '"role"'),
        (MINIMAL.replace('role = "职务", ', ""), 5, "table 1: columns", "role"),
        (MINIMAL.replace('"职务"', "3"), 5, "table 1: columns.role", "a text"),
        (MINIMAL + "headers = 3", 6, "table 1: headers", '"header"'),
        (MINIMAL + "header = [3, 5]", 6, "table 1: header", "two rows"),
        (MINIMAL + "header = 0", 6, "table 1: header", "a row number"),
        (MINIMAL + "sheet = 0", 6, "table 1: sheet", "position"),
        (MINIMAL + 'values = { role = "member" }', 6, "table 1: values.role", "already"),
        (
            MINIMAL + 'values = { organisation_kind = "party_brunch" }',
            6,
            "table 1: values.organisation_kind",
            '"party_branch"',
        ),
        (MINIMAL + 'values = { owner = "yess" }', 6, "table 1: values.owner", '"yes"'),
        (MINIMAL + 'dates = { role = "%Y" }', 6, "table 1: dates.role", "no date"),
        (MINIMAL + 'dates = { valid_from = "YYYYMM" }', 6, "table 1: dates.valid_from", "no format"),
        (MINIMAL + 'dates = { valid_to = "%Y" }', 6, "table 1: dates.valid_to", "no column"),
        (MINIMAL + "translate = { role = { 2 = 3 } }", 6, "table 1: translate.role.2", "a text"),
        (MINIMAL + 'where = { "甲" = { a = 1 } }', 6, "table 1: where.甲", "not"),
        (MINIMAL + 'as_of = "May"', 6, "table 1: as_of", "2023-05-31"),
        (MINIMAL + 'end_inclusive = "yes"', 6, "table 1: end_inclusive", "true or false"),
        (MINIMAL + 'encoding = "gb20000"', 6, "table 1: encoding", "gb18030"),
        (MINIMAL + 'spells = { key = ["role"], on = "valid_from" }', 6, "table 1: spells.step", "lacks step"),
        (
            MINIMAL + 'spells = { key = ["role"], on = "valid_from", step = "day" }',
            6,
            "table 1: spells.step",
            '"month"',
        ),
        (MINIMAL + 'spells = { key = ["rôle"], on = "valid_from", step = "year" }', 6, "table 1: spells.key", '"role"'),
        (
            MINIMAL + 'spells = { key = "role", on = "valid_from", step = "year" }',
            6,
            "table 1: spells.key",
            "list of texts",
        ),
        (MINIMAL + 'spells = { key = ["role"], on = "person", step = "year" }', 6, "table 1: spells.on", "no date"),
        (
            MINIMAL + 'spells = { key = ["role"], on = "valid_from", step = "year", steps = "all" }',
            6,
            "table 1: spells.steps",
            '"observed"',
        ),
        (
            MINIMAL + 'spells = { keys = ["role"], on = "valid_from", step = "year" }',
            6,
            "table 1: spells.keys",
            '"key"',
        ),
        (MINIMAL + "where = { 角色 = 1 }", 6, "", "quotes"),
    ],
)
def test_a_mistake_is_shown_at_its_line_and_key_with_what_is_meant(text: str, line: int, key: str, says: str) -> None:
    found = problems(text)
    at_key = [p for p in found if p[:2] == (line, key)]
    assert at_key, found
    assert any(says in en for *_, en in at_key), at_key
    assert all(zh != en for *_, zh, en in at_key)


def test_all_mistakes_come_together_in_the_order_of_their_lines() -> None:
    text = (
        MINIMAL.replace("file =", "fiel =")
        + 'dates = { role = "%Y" }\n[tables]\n[[table]]\nfile = "x"\nrecord = "grid"\n'
    )
    with pytest.raises(MappingError) as caught:
        parse_mapping(text, "m.toml")
    lines = [problem.line for problem in caught.value.problems if problem.line is not None]
    assert len(lines) == len(caught.value.problems)
    assert lines == sorted(lines)
    assert {3, 6, 7, 8} <= set(lines)
    assert str(caught.value).splitlines()[0].startswith("m.toml:2: table 1: file")
    assert caught.value.exit_code == 2
    assert "m.toml:3：table 1: fiel：没有这个键" in caught.value.message("zh")


def test_one_of_several_fields_must_be_filled() -> None:
    text = 'version = 1\n[[table]]\nfile = "a"\nrecord = "branch_coverage"\ncolumns = { branch = "支部" }\n'
    assert any("estate, grid" in en for *_, en in problems(text))


def test_spells_need_a_record_type_with_an_interval() -> None:
    text = (
        'version = 1\n[[table]]\nfile = "a"\nrecord = "activity"\ncolumns = { name = "名", held_on = "日" }\n'
        'spells = { key = ["name"], on = "held_on", step = "year" }\n'
    )
    assert [(line, key) for line, key, *_ in problems(text)] == [(6, "table 1: spells")]


def test_spells_work_out_the_end_themselves() -> None:
    text = MINIMAL.replace("valid_from =", 'valid_to = "止", valid_from =')
    text += 'spells = { key = ["role"], on = "valid_from", step = "year" }\n'
    assert any("valid_to" in en for *_, en in problems(text))


def test_a_mapping_without_tables_is_refused() -> None:
    assert problems("version = 1\n")[0][1] == "table"
    assert problems("version = 1\n[table]\nfile = 'a'\n")[0][:2] == (2, "table")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_mapping_may_be_saved_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "对照.toml"
    path.write_bytes(WHOLE.replace("\n", "\r\n").encode(encoding))
    assert read_mapping(path).tables == parse_mapping(WHOLE).tables
    assert read_mapping(path).name == "对照.toml"


def test_a_mapping_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="cannot be read"):
        read_mapping(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"version = 1 # \xff\xff")
    with pytest.raises(MappingError, match=r"bad\.toml"):
        read_mapping(tmp_path / "bad.toml")
