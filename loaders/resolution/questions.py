"""References as they stand in rows, and what they may be answered with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from graph_model.schema import concrete_labels, super_labels

PLACE_LABELS = ("District", "Subdistrict", "Community", "Grid", "Area", "Estate")
DIVISION_LABELS = frozenset({"District", "Subdistrict", "Community"})


class Question(NamedTuple):
    """A reference as it stands in a row.

    Args:
        text: the cell.
        labels: concrete labels that may be meant, preferred ones first.
        stub: label of the stub if nobody defines it; None: it is a fault.
        within: uids of the places that the row names beside it, narrowest first.
        district: uid of the row's district.
        day: the day of the row, for codes that were reused.
    """

    text: str
    labels: tuple[str, ...]
    stub: str | None
    within: tuple[str, ...]
    district: str | None
    day: date | None

    @property
    def around(self) -> tuple[str, ...]:
        """Uids of the places that the row names, narrowest first, and of its district."""
        return (*self.within, self.district) if self.district else self.within


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reference means.

    Args:
        uid: the thing, or None.
        rule: by what rule it was found: code, name, body_of_place, upper_place, elsewhere, decision, stub.
        stub: label of the stub that stands for it, where nobody defines it.
        fault: code of the fault, or None.
        blanks: what fills the blanks of the fault's texts.
    """

    uid: str | None
    rule: str = ""
    stub: str | None = None
    fault: str | None = None
    blanks: Mapping[str, str] = field(default_factory=dict)


def labels_for(labels: Iterable[str], kind: str | None, stub: str | None) -> tuple[tuple[str, ...], str | None]:
    """Return the concrete labels that may be meant and the label of the stub, where a row may name the kind.

    Args:
        labels: labels of the reference; super-labels stand for all of theirs.
        kind: term of the vocabulary of kinds of organisation, or None.
        stub: label of the stub if no kind is named.
    """
    concrete = tuple(dict.fromkeys(c for label in labels for c in concrete_labels(label)))
    if kind is None:
        return concrete, stub
    label = label_of_kind(kind)
    if label == "CoBuildingUnit":
        organisations = tuple(c for c in concrete if "Organisation" in super_labels(c))
        return organisations or (label,), label
    return (label,), None if label in PLACE_LABELS else label


def label_of_kind(kind: str) -> str:
    """Return the concrete label that a term of the vocabulary of kinds of organisation stands for."""
    return "".join(part.title() for part in kind.split("_"))
