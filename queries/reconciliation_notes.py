"""What is said beside a reconciled figure: its readings, what was inferred, what cannot hold together."""

from collections.abc import Iterable

from queries.contradictions import Contradiction, bases_for, bases_that_fit
from queries.figure_definitions import Figure, FigureSet
from queries.reconciliation_messages import joined, message, ranges_text

_MOST_BASES_LISTED = 12


def standing_notes(figures: FigureSet, figure: Figure, language: str) -> list[str]:
    """Return what holds of a figure whatever was counted: the file's note, the reading of its base, its word."""
    notes = [figures.text(figure, "note", language)]
    if figure.base and not figure.base_named:
        name = base_name(figures, figure.base, language)
        notes.append(message("base_reading", language, base=figure.base, name=name))
    if figure.value is None:
        notes.append(message("words", language, words=figures.text(figure, "words", language)))
    return [*filter(None, notes), *base_notes(figures, figure, language)]


def base_notes(figures: FigureSet, figure: Figure, language: str) -> list[str]:
    """Return which totals a published share needs: inferred from its count, or those that fit it below a bound."""
    if figure.operator != "%" or not figure.value:
        return []
    percentage = f"{figure.value}"
    numerator = figures.figures[figure.numerator].range if figure.numerator else range(0)
    if numerator and numerator[0] > 0:
        bases = bases_for(numerator, figure.value)
        part = ranges_text((numerator,), language)
        if not bases:
            return [message("no_base_fits", language, part=part, percentage=percentage)]
        text = ranges_text(bases, language)
        return [message("inferred_base", language, part=part, percentage=percentage, bases=text)]
    bound = _bound(figures, figure)
    fitting = bases_that_fit(figure.value, bound) if bound else ()
    if not 0 < len(fitting) <= _MOST_BASES_LISTED:
        return []
    listed = joined([str(b) for b in fitting], language)
    return [message("fitting_bases", language, bound=bound, percentage=percentage, bases=listed)]


def contradiction_notes(figures: FigureSet, figure: Figure, found: Iterable[Contradiction], language: str) -> list[str]:
    """Return, for each set of figures that cannot hold together and of which this is one, which they are.

    The totals that the other shares of the set need are said beside it.
    """
    notes = []
    for contradiction in found:
        if figure.id in contradiction.figures:
            members = [_published(figures, figures.figures[f], language) for f in contradiction.figures]
            rounding = message("however_rounded", language) if contradiction.however_rounded else ""
            notes.append(message("contradiction", language, figures=joined(members, language), rounding=rounding))
            others = (figures.figures[f] for f in contradiction.figures if f != figure.id)
            notes.extend(note for other in others for note in base_notes(figures, other, language))
    return notes


def base_name(figures: FigureSet, base: str, language: str) -> str:
    """Return the name of what a share is a share of."""
    if base in figures.figures:
        return figures.text(figures.figures[base], "name", language)
    named = figures.bases[base]
    return named.name_zh if language == "zh" else named.name_en


def _bound(figures: FigureSet, figure: Figure) -> int | None:
    """The greatest total that is known from what it is a part of."""
    whole = figure.base
    while whole and whole in figures.bases:
        whole = figures.bases[whole].within
    return figures.figures[whole].range[-1] if whole and figures.figures[whole].range else None


def _published(figures: FigureSet, figure: Figure, language: str) -> str:
    name = figures.text(figure, "name", language)
    sign = ">" if figure.operator == ">" else ""
    unit = "%" if figure.operator == "%" else ""
    return f"{name} {sign}{figure.value}{unit}"
