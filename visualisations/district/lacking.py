"""What lacks that which its filled glyph stands for."""

from collections.abc import Iterable
from datetime import date

from visualisations.district.things import District, Tie


def lacking(district: District, day: date) -> frozenset[str]:
    """Return what lacks on a day that which its filled glyph stands for.

    An estate is under management if a firm serves it on the day; where no firm was ever recorded, what the register
    says of the estate counts.
    """
    served = _ever_and_now(district.of_type("SERVES"), day)
    organised = _ever_and_now(district.of_type("ORGANISED_IN"), day)
    held = _ever_and_now(district.of_type("HOLDS"), day)
    estates = {
        t.uid
        for t in district.of_label("Estate")
        if not (served[t.uid] if t.uid in served else t.facts.get("managed") is True)
    }
    firms = {t.uid for t in district.of_label("PropertyFirm") if not organised.get(t.uid)}
    posts = {t.uid for t in district.of_label("Post") if not held.get(t.uid)}
    return frozenset(estates | firms | posts)


def _ever_and_now(ties: Iterable[Tie], day: date) -> dict[str, bool]:
    """Return for each end of a tie whether one holds on the day; ends that never had one are left out."""
    found: dict[str, bool] = {}
    for tie in ties:
        found[tie.end] = found.get(tie.end, False) or tie.span.holds(day)
    return found
