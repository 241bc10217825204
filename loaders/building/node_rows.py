"""Nodes that the rows of one record type define, as a table of statements: one row says one thing of one node."""

from collections.abc import Mapping, Sequence

import polars as pl

from graph_model.schema import polars_schema, property_kinds
from loaders.building.distinct_rows import by_distinct_rows
from loaders.building.person_joining import shown_name
from loaders.building.row_times import BOUNDS, days_of_events, written_bounds
from loaders.building.tie_rows import TieReader
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.resolution.resolved_records import ResolvedRecords
from loaders.resolution.resolver import Resolver

STATEMENT = {
    "uid": pl.String(),
    "name": pl.String(),
    "day": pl.Date(),
    "newest": pl.String(),
    "file": pl.String(),
    "row": pl.Int64(),
    "source": pl.String(),
    "record": pl.String(),
    "index": pl.Int64(),
    "stated": pl.Boolean(),
}
"""Columns of a statement beside the properties: where it stands, and what makes one go before another."""


def own_properties(label: str) -> list[str]:
    """Return the properties of a label that rows state, other than its name."""
    return [p for p in property_kinds(label) if p not in {"uid", "name", "defined", "sources"}]


def statement_schema(label: str) -> dict[str, pl.DataType]:
    """Return the columns of the statements about nodes with a label."""
    schema = polars_schema(label)
    return STATEMENT | {p: schema[p] for p in own_properties(label)}


def statements(
    record: str, resolved: ResolvedRecords, indices: Sequence[int], reader: TieReader
) -> Mapping[str, pl.DataFrame]:
    """Return what rows say of the nodes that they define.

    Args:
        record: the record type.
        resolved: its rows, resolved.
        indices: positions of the rows that count.
        reader: gives each row as `sources` writes it.

    Returns:
        label -> table with the columns of `statement_schema(label)`.
    """
    if not resolved.subject:
        return {}
    chosen = pl.Series(indices, dtype=pl.UInt32)
    subject = pl.Series(resolved.subject, dtype=pl.String)[chosen]
    labels = pl.Series(resolved.labels, dtype=pl.String)[chosen]
    found = {}
    for label in labels.filter(subject.is_not_null()).unique(maintain_order=True):
        rows = chosen.filter(subject.is_not_null() & (labels == label))
        found[label] = _of_label(label, record, resolved, rows, reader)
    return found


def _of_label(label: str, record: str, resolved: ResolvedRecords, rows: pl.Series, reader: TieReader) -> pl.DataFrame:
    has_terms = "term" in RECORD_TYPES[record].key
    said = [pl.Series("uid", resolved.subject, dtype=pl.String), pl.Series("name", resolved.names, dtype=pl.String)]
    kinds, schema = property_kinds(label), statement_schema(label)
    for name in own_properties(label):
        if name not in BOUNDS and (values := _values(record, resolved, name)) is not None:
            told = days_of_events(values) if kinds[name] == "date" else values
            said.append(told.cast(schema[name]).alias(name))
    if "valid_from" in kinds:
        said += _validity(resolved, written=not has_terms)
    if has_terms:
        said.append(resolved.series("valid_from").fill_null("").alias("newest"))
    return _frame(label, pl.DataFrame([*said, *_standing(record, resolved, reader)])[rows])


def _values(record: str, resolved: ResolvedRecords, name: str) -> pl.Series | None:
    """The cells of a property, references by what they mean; None where rows of this type do not say it."""
    column = columns(RECORD_TYPES[record]).get(name)
    if column is not None and column.reference is not None:
        return resolved.uids(name)
    return resolved.series(name) if column is not None and not column.many else None


def _validity(resolved: ResolvedRecords, *, written: bool) -> list[pl.Series]:
    nothing = pl.Series([None] * len(resolved.frame), dtype=pl.String)
    starts, ends = (resolved.series(c) if written else nothing for c in ("valid_from", "valid_to"))
    bounds = written_bounds(starts, ends, resolved.series("day"), nothing, resolved.series("end_inclusive"))
    return [*bounds.get_columns(), (starts.is_not_null() | ends.is_not_null()).alias("stated")]


def tenure_statements(
    record: str,
    resolved: ResolvedRecords,
    indices: Sequence[int],
    *,
    reader: TieReader,
    resolver: Resolver,
) -> Mapping[str, pl.DataFrame]:
    """Return what rows with a person say of the person and of the post.

    Args:
        record: "tenure" or "reserve_listing".
        resolved: its rows, resolved.
        indices: positions of the rows that count.
        reader: gives each row's person and post.
        resolver: gives the names of organisations.
    """
    chosen = pl.Series(indices, dtype=pl.UInt32)
    standing = _standing(record, resolved, reader)
    names = [shown_name(uid) if uid else None for uid in reader.persons]
    person = [
        reader.persons.alias("uid"),
        pl.Series("name", names, dtype=pl.String),
        resolved.series("political_status").alias("party_member"),
    ]
    found = {"Person": _named(_frame("Person", pl.DataFrame([*person, *standing])[chosen]))}
    if record == "tenure":
        role, seat = resolved.series("role").alias("role"), resolved.series("seat").alias("seat")
        shown = _post_names(resolver, pl.DataFrame([resolved.uids("organisation"), role, seat]))
        post = [reader.posts.alias("uid"), shown, role, seat]
        found["Post"] = _named(_frame("Post", pl.DataFrame([*post, *standing])[chosen]))
    return found


def _post_names(resolver: Resolver, seats: pl.DataFrame) -> pl.Series:
    def shown(organisation: str | None, role: str | None, seat: str | None) -> tuple[str]:
        return (resolver.post_name(organisation, role, seat) if organisation and role else "",)

    return by_distinct_rows(seats, shown, {"name": pl.String()}).to_series()


def _named(statements: pl.DataFrame) -> pl.DataFrame:
    """Only what is said of something: a vacant post has nobody."""
    return statements.filter(pl.col("uid").is_not_null())


def _standing(record: str, resolved: ResolvedRecords, reader: TieReader) -> list[pl.Series]:
    """Where statements stand."""
    size = len(resolved.frame)
    return [
        resolved.series("day").alias("day"),
        resolved.series("source").alias("file"),
        resolved.series("row").alias("row"),
        reader.sources.alias("source"),
        pl.Series("record", [record], dtype=pl.String).new_from_index(0, size),
        pl.int_range(size, dtype=pl.Int64, eager=True).alias("index"),
    ]


def _frame(label: str, said: pl.DataFrame) -> pl.DataFrame:
    """Statements with all their columns; but for the day, none goes before another if nothing else is said."""
    usual = {"newest": pl.lit(""), "stated": pl.lit(value=False)}
    columns = (
        pl.col(name) if name in said.columns else usual.get(name, pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in statement_schema(label).items()
    )
    return said.select(columns)
