"""Tables as offices make them: each is understood as a person reads it, and none is ever wrong.

The cases stand in `cases/`, a file for each kind of table; they were written from a person's reading. Known to be not
yet understood: `status = "open"`. Known to be wrong: a line in `wrong.txt`, which is to become empty.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.loaders.layouts.bench import summary
from tests.loaders.layouts.bench_cases import layouts
from tests.loaders.layouts.verdicts import ASKED, UNDERSTOOD, WRONG, Verdict, judge
from tests.silence.cases_as_data import Case

ALL = {f"{case.kind}-{case.id}": case for case in layouts()}
WRONG_YET = frozenset((Path(__file__).parent / "wrong.txt").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Verdicts"]:
    found = Verdicts(tmp_path_factory)
    yield found
    print(f"\n{summary(found.seen)}")  # noqa: T201 - the table is what the bench is for; -s shows it


class Verdicts:
    """Each case judged once, whichever test asks."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self.seen: list[tuple[str, Verdict]] = []
        self.of = cache(lambda name: self._judge(ALL[name], folders.mktemp("layout")))

    def _judge(self, case: Case, folder: Path) -> Verdict:
        verdict = judge(case, folder)
        self.seen.append((case.kind, verdict))
        return verdict


def _parameters(known: frozenset[str], reason: str) -> list[ParameterSet]:
    mark = pytest.mark.xfail(reason=reason, strict=True)
    return [pytest.param(name, id=name, marks=[mark] if name in known else []) for name in ALL]


OPEN = frozenset(name for name, case in ALL.items() if case.open)


@pytest.mark.parametrize("name", _parameters(OPEN, "known to be not yet understood"))
def test_a_table_is_understood(name: str, verdicts: Verdicts) -> None:
    verdict = verdicts.of(name)
    right = {UNDERSTOOD, ASKED} if ALL[name].at else {UNDERSTOOD}
    assert verdict.outcome in right, f"{verdict.outcome}: {verdict.detail}"


@pytest.mark.parametrize("name", _parameters(WRONG_YET, "known to be wrong"))
def test_a_table_is_never_wrong(name: str, verdicts: Verdicts) -> None:
    verdict = verdicts.of(name)
    assert verdict.outcome != WRONG, verdict.detail


def test_what_is_wrong_is_named_as_it_is_called() -> None:
    assert set(ALL) >= WRONG_YET
