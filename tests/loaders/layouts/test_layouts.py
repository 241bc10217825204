"""Tables as offices make them: each is understood as a person reads it, and none is ever wrong.

The cases stand in `cases/`, a file for each kind of table; they were written from a person's reading. One that is known
to be not yet understood says `status = "open"`, and must say so no longer once it is.
"""

from collections.abc import Callable
from functools import cache

import pytest

from tests.loaders.layouts.bench_cases import layouts
from tests.loaders.layouts.verdicts import ASKED, UNDERSTOOD, WRONG, Verdict, judge

ALL = {f"{case.kind}-{case.id}": case for case in layouts()}


@pytest.fixture(scope="module")
def verdict_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Verdict]:
    """Each case is judged once, whichever test asks."""
    return cache(lambda name: judge(ALL[name], tmp_path_factory.mktemp("layout")))


@pytest.mark.parametrize("name", ALL)
def test_a_table_is_understood_unless_it_is_known_not_to_be(name: str, verdict_of: Callable[[str], Verdict]) -> None:
    verdict = verdict_of(name)
    right = {UNDERSTOOD, ASKED} if ALL[name].at else {UNDERSTOOD}
    assert (verdict.outcome in right) is not ALL[name].open, f"{verdict.outcome}: {verdict.detail}"


@pytest.mark.parametrize("name", ALL)
def test_a_table_is_never_wrong(name: str, verdict_of: Callable[[str], Verdict]) -> None:
    verdict = verdict_of(name)
    assert verdict.outcome != WRONG, verdict.detail
