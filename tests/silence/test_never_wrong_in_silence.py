"""Never wrong in silence: what a table says comes out as a person reads it, or is asked about at its place.

The cases stand in `cases/`, a file for each kind of trap. They were written from outside: from how spreadsheet programs
and offices behave, not from what the loaders do. A fault at the place is always right; what fails is a wrong or a
missing fact of which nobody was told, and a crash.
"""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.silence.cases_as_data import Case, all_cases
from tests.silence.judging import FAILURES, judge

KNOWN = pytest.mark.xfail(reason="known to be wrong in silence", strict=True)


def _parameter(case: Case) -> ParameterSet:
    marks = [KNOWN] if case.open else []
    return pytest.param(case, id=f"{case.kind}-{case.id}", marks=[*marks, pytest.mark.soak] if case.further else marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in all_cases()])
def test_what_a_table_says_is_read_or_asked_about(case: Case, tmp_path: Path) -> None:
    verdict = judge(case, tmp_path)
    assert verdict.outcome not in FAILURES, f"{verdict.outcome}: {verdict.detail}"


def test_every_case_has_a_name_of_its_own() -> None:
    names = [(case.kind, case.id) for case in all_cases()]
    assert len(names) == len(set(names))
