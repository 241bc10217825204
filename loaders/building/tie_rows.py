"""Ties that the rows of one record type state, as tables: one row a tie that a row states."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

import polars as pl

from graph_model.names import normal_text
from graph_model.schema import RELATIONSHIP_TYPES, polars_schema
from graph_model.uids import TOLD_APART_BY, post_uid, relationship_uid_of
from loaders.building.distinct_rows import by_distinct_rows
from loaders.building.person_joining import JoinedPersons, identity_of
from loaders.building.row_times import BOUNDS, written_bounds
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import PERSON, POST, SUBJECT, Tie
from loaders.resolution.resolved_records import ResolvedRecords

_OPEN_NODE_TIES = frozenset({"SEAT_OF", "DELEGATED_BY"})


class TieReader:
    """Reads the ties of one record type.

    Args:
        record: the record type.
        resolved: its rows, resolved.
        persons: the persons of all rows.
    """

    def __init__(self, record: str, resolved: ResolvedRecords, persons: JoinedPersons) -> None:
        self._record = record
        self._resolved = resolved
        self._persons = persons

    @cached_property
    def sources(self) -> pl.Series:
        """Each row as `sources` writes it."""
        place = pl.format("{}#{}!{}", "source", "sheet", "row").alias("sources")
        return self._resolved.frame.select(place).to_series()

    @cached_property
    def posts(self) -> pl.Series:
        """The uid of the post of each row of a tenure."""
        seats = [self._resolved.uids("organisation"), self._resolved.series("role"), self._resolved.series("seat")]

        def post(organisation: str | None, role: str | None, seat: str | None) -> tuple[str | None]:
            return (post_uid(organisation, role, seat) if organisation and role else None,)

        return by_distinct_rows(pl.DataFrame(seats), post, {POST: pl.String()}).to_series()

    @cached_property
    def persons(self) -> pl.Series:
        """The uid of the person of each row; null for a vacant post, and for a row with an error."""
        return self._by_first_key(self._persons.uid)

    def _by_first_key(self, meant: Callable[[str | None], str | None]) -> pl.Series:
        keys = self._resolved.series("person_keys").list.first()
        return pl.Series([meant(key) for key in keys], dtype=pl.String)

    def _end(self, end: str) -> pl.Series:
        """The uid, or list of uids, at one end of a tie, for each row."""
        if end == SUBJECT:
            return pl.Series(self._resolved.subject, dtype=pl.String)
        if end == PERSON:
            return self.persons
        return self.posts if end == POST else self._resolved.uids(end)

    def ties(self, indices: Sequence[int]) -> Iterator[tuple[str, pl.DataFrame]]:
        """Return every tie that the rows at these positions state.

        Yields:
            A relationship type, and ties of that type with the columns of `polars_schema(type)` and the day of the
            row's source; `sources` is the one row.
        """
        chosen = pl.Series(indices, dtype=pl.UInt32)
        for tie in RECORD_TYPES[self._record].ties:
            yield tie.type, self._of_tie(tie, chosen)

    def _of_tie(self, tie: Tie, chosen: pl.Series) -> pl.DataFrame:
        schema = polars_schema(tie.type)
        place = [self.sources, self._resolved.series("day").alias("day")]
        ends = [self._end(tie.start).alias("start"), self._end(tie.end).alias("end")]
        own = self._properties(tie, schema)
        rows = pl.DataFrame([*ends, *self._times(tie).get_columns(), *own, *place])[chosen]
        for column in ends:
            if column.dtype == pl.List(pl.String):
                rows = rows.explode(column.name)
        rows = rows.filter(pl.col("start").str.len_bytes() > 0, pl.col("end").str.len_bytes() > 0)
        return rows.with_columns(_uids(tie.type, rows)).select(*schema_of_ties(tie.type))

    def _times(self, tie: Tie) -> pl.DataFrame:
        """The time of a tie: the row's own words, or from the day of an event, or as of the day of the source."""
        column = self._resolved.series
        nothing = pl.Series([None] * len(self._resolved.frame), dtype=pl.String)
        start, end, state = nothing, nothing, nothing
        inclusive = column("end_inclusive") if tie.dated else nothing.cast(pl.Boolean)
        if tie.dated:
            start, end = column("valid_from"), column("valid_to")
            state = column("state") if tie.type == "HOLDS" else nothing
        else:
            event_day = RECORD_TYPES[self._record].event_day
            start = column(event_day) if event_day else nothing
        return written_bounds(start, end, column("day"), state, inclusive)

    def _properties(self, tie: Tie, schema: Mapping[str, pl.DataType]) -> Iterator[pl.Series]:
        """The properties of a tie; none where the row says none."""
        named = {name: self._resolved.series(name) for name in tie.properties}
        if SUBJECT not in {tie.start, tie.end} and tie.type not in _OPEN_NODE_TIES:
            named["note"] = self._resolved.series("note")
        if tie.type == "HOLDS":
            named["identity"] = self._by_first_key(lambda key: identity_of([key]) if key else None)
        size, constants = len(self._resolved.frame), dict(tie.constants)
        for name, dtype in schema.items():
            if name in {"uid", "start", "end", "sources", *BOUNDS}:
                continue
            cells = named.get(name)
            if cells is None:
                cells = pl.Series([constants.get(name)], dtype=dtype).new_from_index(0, size)
            cells = cells.cast(dtype).alias(name)
            yield cells.fill_null([]) if dtype == pl.List(pl.String) else cells


def schema_of_ties(kind: str) -> Mapping[str, pl.DataType]:
    """Return the columns of ties as rows state them: those of the table, the row being one text, with its day."""
    return {**polars_schema(kind), "sources": pl.String(), "day": pl.Date()}


def _uids(kind: str, rows: pl.DataFrame) -> pl.Series:
    discriminator = RELATIONSHIP_TYPES[kind].discriminator
    told_apart = pl.lit("", pl.String)
    if discriminator:
        cells = rows[discriminator]
        normal = {cell: normal_text(cell) for cell in cells.unique() if cell}
        told_apart = pl.col(discriminator).replace_strict(normal, default="", return_dtype=pl.String)
    day = pl.col("valid_from").dt.to_string("%Y-%m-%d").fill_null("")
    texts = rows.select(pl.concat_str("start", "end", day, told_apart, separator=TOLD_APART_BY)).to_series()
    prefix = kind.lower()
    return pl.Series("uid", [relationship_uid_of(prefix, text) for text in texts], dtype=pl.String)
