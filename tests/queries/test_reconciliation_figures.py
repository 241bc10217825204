"""The published figures as data: their values, their files, and what a wrong file is told."""

from decimal import Decimal
from pathlib import Path

import pytest

from queries.contradictions import find_contradictions
from queries.figure_files import FIGURES_FOLDER, FiguresFileError, figures_for, read_figures

PUBLISHED = FIGURES_FOLDER / "huli_2024.toml"

VALUES = {
    "enlarged_subdistrict_committees": "= 5",
    "enlarged_community_committees": "= 59",
    "units_with_subdistricts": "= 96",
    "units_with_communities": "= 557",
    "platforms": "= 143",
    "branches": "= 444",
    "work_coverage": "% 100",
    "grid_kinds": "= 4",
    "organisation_levels": "= 4",
    "training_levels": "= 3",
    "managed_estates": "= 359",
    "managed_share": "% 72",
    "training_sessions_district": "= 14",
    "training_sessions_subdistrict": "= 76",
    "training_sessions_community": "> 1100 below 1200",
    "audited_estates": "= 25",
    "dongdu_old_estates": "= 25",
    "dongdu_projects": "= 13",
    "systems": "= 3",
    "nominate_and_remove_estates": "= None",
    "firms_with_party_organisation": "= 42",
    "firms_with_mechanism": "= 13",
    "estates_with_owners_committee": "= 331",
    "owners_committee_share": "% 64.5",
    "secretary_directors": "= 68",
    "party_member_directors": "= 159",
    "elections_guided": "= 12",
    "troika_satisfaction": "% 87.78",
    "disputes_mediated": "> 50 below 60",
    "urgent_matters": "> 30 below 40",
    "attendances": "> 12000 below 13000",
    "audit_meetings": "= 5",
}

SMALL = """
district = "110105000000"
[publication]
author = "示例"
title = "示例"
place = "示例"
day = 2020-01-01
as_of_zh = "目前"
as_of_en = "at present"
[bases.estates]
name_zh = "小区总数"
name_en = "all estates"
[figures.branches]
name_zh = "党支部"
name_en = "branches"
value = 7
operator = "="
unit_zh = "个"
unit_en = "branches"
needs = ["PartyBranch"]
[figures.covered]
name_zh = "覆盖率"
name_en = "coverage"
value = 64.50
operator = "%"
unit_zh = "%"
unit_en = "%"
numerator = "branches"
base = "estates"
"""


def written(folder: Path, text: str, name: str = "other.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, old: str, new: str) -> FiguresFileError:
    assert old in SMALL
    with pytest.raises(FiguresFileError) as refusal:
        read_figures(written(folder, SMALL.replace(old, new, 1)))
    return refusal.value


def test_every_figure_has_the_published_value_and_operator() -> None:
    found = {
        f.id: f"{f.operator} {f.value}" + (f" below {f.value + f.step}" if f.step and f.value else "")
        for f in read_figures(PUBLISHED).figures.values()
    }
    assert found == VALUES


def test_each_figure_has_its_own_query_and_both_languages() -> None:
    figures = read_figures(PUBLISHED).figures.values()
    assert [f.query for f in figures if f.query] == [f"figures/{f.id}" for f in figures if f.query]
    assert all(f.name_zh and f.name_en and f.unit_zh and f.unit_en for f in figures)
    assert all(f.needs for f in figures if f.query)
    assert all(bool(f.note_zh) == bool(f.note_en) for f in figures)


def test_the_publication_contradicts_itself_in_four_figures_and_nowhere_else() -> None:
    (found,) = find_contradictions(read_figures(PUBLISHED).claims())
    assert set(found.figures) == {
        "managed_estates",
        "managed_share",
        "estates_with_owners_committee",
        "owners_committee_share",
    }


def test_the_file_is_chosen_by_the_district() -> None:
    assert figures_for("350206000000").file == "huli_2024.toml"
    assert figures_for("990206000000").file == "example.toml"
    assert figures_for("110105000000").file == "huli_2024.toml"
    assert figures_for(None).file == "huli_2024.toml"


def test_a_later_publication_on_a_district_is_preferred(tmp_path: Path) -> None:
    written(tmp_path, SMALL, "z_old.toml")
    written(tmp_path, SMALL.replace("2020-01-01", "2023-01-01"), "a_new.toml")
    assert figures_for("110105000000", tmp_path).file == "a_new.toml"


def test_a_file_that_extends_another_changes_only_what_it_says(tmp_path: Path) -> None:
    text = 'extends = "huli_2024"\ndistrict = "110105000000"\n[figures.owners_committee_share]\nvalue = 66.2\n'
    other, published = read_figures(written(tmp_path, text)), read_figures(PUBLISHED)
    assert other.figures["owners_committee_share"].value == Decimal("66.2")
    assert other.figures["owners_committee_share"].base == "estates"
    assert {k: f for k, f in other.figures.items() if k != "owners_committee_share"} == {
        k: f for k, f in published.figures.items() if k != "owners_committee_share"
    }
    assert not other.default
    assert find_contradictions(other.claims()) == ()


def test_the_digits_of_a_percentage_are_kept(tmp_path: Path) -> None:
    figures = read_figures(written(tmp_path, SMALL)).figures
    assert str(figures["covered"].value) == "64.50"
    quoted = SMALL.replace("64.50", '"64.50"')
    assert str(read_figures(written(tmp_path, quoted)).figures["covered"].value) == "64.50"


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("value = 7", "value = 7.5", "figures.branches", "whole number"),
        ("value = 7", "value = -1", "figures.branches", "0 or more"),
        ("value = 7\n", "", "figures.branches", "needs words_zh"),
        ("value = 64.50", "value = 164.50", "figures.covered", "between 0 and 100"),
        ('operator = "="', 'operator = ">"', "figures.branches", "step"),
        ('operator = "="', 'operator = "<"', "figures.branches.operator", "Input should be"),
        ('unit_en = "branches"', 'unit = "branches"', "figures.branches.unit", "no such key"),
        ('name_en = "branches"', "", "figures.branches.name_en", "missing"),
        ('numerator = "branches"', 'numerator = "covered"', "figures.covered", "no count here"),
        ('base = "estates"', 'base = "estate"', "figures.covered", "neither one of the bases"),
        ("[bases.estates]", "[bases.branches]", "bases.branches", "same id"),
        ('["PartyBranch"]', '["PartyBranhc"]', "figures.branches", "no label PartyBranhc"),
        ('["PartyBranch"]', '["PartyBranch.kin"]', "figures.branches", "no property kin"),
        ('["PartyBranch"]', '["(:PartyBranch)-[:COVER]->(:Estate)"]', "figures.branches", "no relationship type COVER"),
        ('["PartyBranch"]', '["party branch"]', "figures.branches", "neither a label"),
        ('["PartyBranch"]', '["PartyBranch"]\nscope = "area"', "figures.branches", "places has no area"),
        ('name_en = "branches"', 'name_en = "branches of {area}"', "figures.branches", "places has no area"),
        ('district = "110105000000"', 'district = "1101"', "district", "pattern"),
        ("value = 7", "value = ", "", "not valid TOML"),
    ],
)
def test_a_fault_is_told_with_file_figure_and_remedy(tmp_path: Path, old: str, new: str, place: str, said: str) -> None:
    error = refused(tmp_path, old, new)
    assert "other.toml" in str(error)
    assert place in str(error)
    assert said in str(error)
    assert "other.toml" in error.message("zh")
    assert place in error.message("zh")
    assert error.exit_code == 2


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("value = 7", "value = 7.5").replace("64.50", "164.50")
    with pytest.raises(FiguresFileError, match=r"figures\.branches(.|\n)*figures\.covered"):
        read_figures(written(tmp_path, text))


@pytest.mark.parametrize("extends", ["nothing_of_the_kind", "other"])
def test_a_file_extends_one_that_exists_and_is_not_itself(tmp_path: Path, extends: str) -> None:
    with pytest.raises(FiguresFileError, match="to extend"):
        read_figures(written(tmp_path, f'extends = "{extends}"\n{SMALL}'))


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(FiguresFileError, match=r"no file .*none\.toml"):
        read_figures(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FiguresFileError, match=r"cannot read .*bytes\.toml"):
        read_figures(tmp_path / "bytes.toml")
