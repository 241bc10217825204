"""How many tables of the bench are understood, asked about, refused or wrong, kind by kind.

Run as `python -m tests.loaders.layouts.bench [PART OF A CASE'S NAME]`; with a name, what was found otherwise is shown.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.loaders.layouts.bench_cases import layouts
from tests.loaders.layouts.verdicts import ASKED, REFUSED, UNDERSTOOD, WRONG, Verdict, judge

OUTCOMES = (UNDERSTOOD, ASKED, REFUSED, WRONG)


def summary(verdicts: Iterable[tuple[str, Verdict]]) -> str:
    """Return the table of verdicts and of ties understood, a line a kind."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, verdict in verdicts:
        for line in (kind, "in all"):
            kinds[line] += Counter({verdict.outcome: 1, "ties": verdict.ties, "read": verdict.understood})
    lines = ["| kind | understood | asked | refused | wrong | ties understood |", "|---|---|---|---|---|---|"]
    for kind, counts in sorted(kinds.items(), key=lambda line: line[0] == "in all"):
        numbers = " | ".join(str(counts[outcome]) for outcome in OUTCOMES)
        lines.append(f"| {kind} | {numbers} | {counts['read']} of {counts['ties']} |")
    return "\n".join(lines)


def main(wanted: str = "") -> None:
    """Judge the cases whose names hold a text, and print what came of them."""
    verdicts = []
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(case for case in layouts() if wanted in f"{case.kind}-{case.id}"):
            verdict = judge(case, Path(folder) / str(number))
            verdicts.append((case.kind, verdict))
            sys.stdout.write(f"{verdict.outcome}: {case.kind}-{case.id}\n")
            if wanted:
                sys.stdout.write(f"{verdict.detail}\n\n")
    sys.stdout.write(f"\n{summary(verdicts)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
