"""Published figures held against a graph, each with the rows that were counted."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from queries.contradictions import Contradiction, find_contradictions
from queries.counting import Counted, Row, count
from queries.figure_definitions import Figure, FigureSet, ParameterValue
from queries.reconciliation_messages import joined, message
from queries.reconciliation_notes import contradiction_notes, standing_notes

Verdict = Literal["agrees", "contradicts", "differs", "not_counted"]
RunQuery = Callable[[str, dict[str, ParameterValue | date]], Sequence[Row]]
"""Runs a catalogue query by its id; of the parameters, `as_of` is only for queries that declare it."""


class Loaded(Protocol):
    """What a snapshot holds at all."""

    def has(self, need: str) -> bool:
        """Return whether there is at least one of what a figure needs."""


@dataclass(frozen=True)
class FigureResult:
    """A published figure beside what a graph counts.

    Args:
        figure: id of the figure.
        name: what it counts, in the language asked for.
        operator: "=", ">" or "%".
        published: the number; None where the publication has a word.
        unit: of both numbers.
        computed: what was counted; None if nothing was.
        verdict: agrees: the count satisfies operator and rounding. contradicts: it does not, and the figure belongs to
            a smallest set of published figures that no whole numbers satisfy. differs: it does not, otherwise.
            not_counted: no query counts it, or nothing of that kind was loaded.
        query: id of the query that counts it, if there is one.
        note: readings, what was inferred, what cannot hold together.
        rows: the rows that were counted.
    """

    figure: str
    name: str
    operator: str
    published: int | float | None
    unit: str
    computed: int | float | None
    verdict: Verdict
    query: str | None
    note: str
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, object]:
        """Return what other programs rely on; without the name and the rows."""
        keys = ("figure", "operator", "published", "unit", "computed", "verdict", "query", "note")
        return {key: getattr(self, key) for key in keys}


@dataclass(frozen=True)
class Reconciliation:
    """How published figures are held against one graph.

    Args:
        figures: the published figures.
        run_query: runs a catalogue query on the graph.
        loaded: what the graph holds at all.
        as_of: the day asked about.
        language: of names, units and notes: "zh" or "en".
    """

    figures: FigureSet
    run_query: RunQuery
    loaded: Loaded
    as_of: date
    language: str = "zh"

    def result(self, figure: Figure, found: Sequence[Contradiction]) -> FigureResult:
        """Hold one figure against the graph, given all sets of figures that cannot hold together."""
        notes = standing_notes(self.figures, figure, self.language)
        counted = self._counted(figure, notes)
        contradictory = contradiction_notes(self.figures, figure, found, self.language)
        return FigureResult(
            figure=figure.id,
            name=self.figures.text(figure, "name", self.language),
            operator=figure.operator,
            published=figure.published,
            unit=self.figures.text(figure, "unit", self.language),
            computed=counted.shown(figure) if counted else None,
            verdict=_verdict(figure, counted, contradictory=bool(contradictory)),
            query=figure.query,
            note=("" if self.language == "zh" else " ").join([*notes, *contradictory]),
            rows=counted.rows if counted else (),
        )

    def _counted(self, figure: Figure, notes: list[str]) -> Counted | None:
        missing = [need for need in figure.needs if not self.loaded.has(need)]
        if figure.query is None:
            notes.extend([message("no_query", self.language)] if figure.value is not None else [])
            return None
        if missing:
            notes.append(message("not_loaded", self.language, needs=joined(missing, self.language)))
            return None
        parameters = self.figures.parameters(figure)
        counted = self._run(figure, parameters)
        if counted.exact is None:
            notes.append(message("no_base", self.language))
            return None
        notes.extend(self._reading_notes(figure, parameters))
        notes.extend([message("stubs", self.language, stubs=counted.stubs)] if counted.stubs else [])
        notes.extend([message("unknown", self.language, unknown=counted.unknown)] if counted.unknown else [])
        return counted

    def _reading_notes(self, figure: Figure, parameters: dict[str, ParameterValue]) -> list[str]:
        notes = []
        for reading in figure.readings:
            text = reading.zh if self.language == "zh" else reading.en
            named = {"parameter": reading.parameter, "value": _written(reading.value)}
            notes.append(message("reading", self.language, text=text, **named))
            for other in reading.others:
                computed = self._run(figure, {**parameters, reading.parameter: other}).shown(figure)
                named = {"parameter": reading.parameter, "value": _written(other)}
                notes.append(message("other_reading", self.language, computed=computed, **named))
        return notes

    def _run(self, figure: Figure, parameters: dict[str, ParameterValue]) -> Counted:
        return count(figure, self.run_query(figure.query or "", {"as_of": self.as_of, **parameters}))


def reconcile(
    figures: FigureSet,
    run_query: RunQuery,
    *,
    loaded: Loaded,
    as_of: date,
    language: str = "zh",
    only: Collection[str] | None = None,
) -> tuple[FigureResult, ...]:
    """Hold published figures against a graph.

    The sets of figures that contradict each other are found among all figures, whichever are asked for.

    Args:
        figures: the published figures.
        run_query: runs a catalogue query on the graph: its id and parameters in, rows out.
        loaded: what the graph holds at all; a figure whose kind was not loaded is not counted, not counted as 0.
        as_of: the day asked about.
        language: of names, units and notes: "zh" or "en".
        only: ids of the figures asked for; None: all.

    Returns:
        One result a figure, in the order of the file.

    Raises:
        UsageError: if `only` names a figure that the file lacks.
        FigureRowsError: if a query returns what cannot be counted.
    """
    asked = list(figures.figures.values()) if only is None else [figures.figure(f) for f in only]
    found = find_contradictions(figures.claims())
    held = Reconciliation(figures, run_query, loaded, as_of, language)
    return tuple(held.result(figure, found) for figure in asked)


def _verdict(figure: Figure, counted: Counted | None, *, contradictory: bool) -> Verdict:
    if counted is None:
        return "not_counted"
    if counted.satisfies(figure):
        return "agrees"
    return "contradicts" if contradictory else "differs"


def _written(value: ParameterValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
