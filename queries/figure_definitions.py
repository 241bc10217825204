"""What a published figure is: its number, how exactly it was published, and what in a graph it would count."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph_model.errors import UsageError
from queries.contradictions import Claims, CountClaim, ShareClaim
from queries.query_faults import nearest

Operator = Literal["=", ">", "%"]
ParameterValue = bool | int | str
PLACE_BLANK = re.compile(r"\{(\w+)\}")
"""Where a text of a figure has the name of a place of its district."""
TextField = Literal["name", "unit", "note", "words"]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Publication(_Data):
    """Who published the figures, where and when."""

    author: str = Field(description="the body that published them")
    title: str = Field(description="title of the publication")
    place: str = Field(description="where it was published")
    day: date = Field(description="day of publication")
    as_of_zh: str = Field(description="the day of which the figures speak, in the publication's words")
    as_of_en: str = Field(description="the same in English")


class Base(_Data):
    """A total of which shares were published, and which was not published itself."""

    name_zh: str
    name_en: str
    within: str | None = Field(None, description="the count or base of which it is a part")


class Reading(_Data):
    """One of several ways to understand a figure; the query takes it as a parameter, and the note shows it."""

    parameter: str = Field(description="name of the query's parameter")
    value: ParameterValue = Field(description="the reading that is held against the published number")
    others: tuple[ParameterValue, ...] = Field(description="other readings; each is counted too, for the note")
    zh: str = Field(description="what the reading says")
    en: str = Field(description="the same in English")


class Figure(_Data):
    """One published figure."""

    id: str
    name_zh: str
    name_en: str
    value: Decimal | None = Field(None, description="the number; none where the publication uses a word")
    words_zh: str | None = Field(None, description="the word, where there is no number")
    words_en: str | None = Field(None, description="the same in English")
    operator: Operator = Field(description="= exact, > more than (余, 多), % a rounded share")
    step: int | None = Field(None, ge=2, description="a > agrees below value + step")
    unit_zh: str
    unit_en: str
    section: str | None = Field(None, description="section of the publication")
    numerator: str | None = Field(None, description="the published count of which a share is the share")
    base: str | None = Field(None, description="the published count or named base below a share")
    base_named: bool = Field(True, description="false: the publication does not name the base; `base` is a reading")
    within: str | None = Field(None, description="the published count or named base of which a count is a part")
    query: str | None = Field(None, description="the catalogue query whose rows are counted")
    counts: Literal["rows", "amount"] = Field("rows", description="whether rows are counted or their amounts added")
    scope: str | None = Field(None, description="the place it speaks of: a key of `places`, and a query parameter")
    parameters: Mapping[str, ParameterValue] = Field(default={}, description="further parameters of the query")
    readings: tuple[Reading, ...] = ()
    needs: tuple[str, ...] = Field((), description="what must have been loaded for a count to mean anything")
    note_zh: str = ""
    note_en: str = ""

    @property
    def published(self) -> int | float | None:
        """The number as JSON holds it."""
        if self.value is None:
            return None
        return int(self.value) if self.value == self.value.to_integral_value() else float(self.value)

    @property
    def range(self) -> range:
        """The whole numbers that a published count stands for."""
        if self.value is None or self.operator == "%":
            return range(0)
        value = int(self.value)
        return range(value, value + 1) if self.step is None else range(value + 1, value + self.step)

    def text(self, field: TextField, language: str) -> str:
        """Return one of the figure's texts as the file has it, places not filled in; language is "zh" or "en"."""
        return getattr(self, f"{field}_{'zh' if language == 'zh' else 'en'}") or ""


class FigureSet(_Data):
    """The figures of one publication on one district."""

    file: str
    district: str = Field(pattern=r"^\d{12}$", description="12-digit division code of the district")
    default: bool = Field(False, description="whether it is taken for a district that no file is about")
    publication: Publication
    places: Mapping[str, str] = Field(default={}, description="scope -> name of the place that figures speak of")
    bases: Mapping[str, Base] = {}
    figures: Mapping[str, Figure]

    def figure(self, figure_id: str) -> Figure:
        """Return a figure by its id.

        Raises:
            UsageError: if there is none; it names the nearest.
        """
        if figure_id in self.figures:
            return self.figures[figure_id]
        close = nearest(figure_id, self.figures)
        raise UsageError(
            f"{self.file} 中没有指标 {figure_id}" + (f"；是否指 {close}？" if close else "。"),
            f"{self.file} has no figure {figure_id}" + (f"; did you mean {close}?" if close else "."),
        )

    def text(self, figure: Figure, field: TextField, language: str) -> str:
        """Return one of a figure's texts, with the names of the district's places; language is "zh" or "en"."""
        return PLACE_BLANK.sub(lambda blank: self.places[blank[1]], figure.text(field, language))

    def parameters(self, figure: Figure) -> dict[str, ParameterValue]:
        """Return the parameters with which a figure's query runs, under the readings that are held against it."""
        place = {figure.scope: self.places[figure.scope]} if figure.scope else {}
        return {**figure.parameters, **place, **{r.parameter: r.value for r in figure.readings}}

    def claims(self) -> Claims:
        """Return what the figures claim of whole numbers."""
        numbers = [f for f in self.figures.values() if f.value is not None]
        parts = [(f.id, f.within) for f in numbers] + [(name, base.within) for name, base in self.bases.items()]
        return Claims(
            counts=tuple(CountClaim(f.id, f.range[0], f.range[-1]) for f in numbers if f.operator != "%"),
            shares=tuple(
                ShareClaim(f.id, f.value, f.numerator, f.base)
                for f in numbers
                if f.operator == "%" and f.value is not None
            ),
            within=tuple((part, whole) for part, whole in parts if whole),
        )
