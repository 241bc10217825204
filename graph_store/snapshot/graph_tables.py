"""The rows of a whole graph as Polars tables, and the rules that they must keep to be published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, polars_schema
from graph_store.errors import TablesInconsistent
from graph_store.snapshot.content_hash import TABLE_ORDER, in_order_of_uid


@dataclass(frozen=True)
class GraphTables:
    """Nodes by concrete label and relationships by type; what has no rows may be left out.

    Attributes:
        nodes: label -> table with the columns of `polars_schema(label)`; a missing column is all null.
        relationships: type -> table with the columns of `polars_schema(type)`.
    """

    nodes: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    relationships: Mapping[str, pl.DataFrame] = field(default_factory=dict)

    def in_order(self) -> Iterator[tuple[str, pl.DataFrame]]:
        """Yield (label or type, table) in the order in which tables enter the content hash."""
        for name in TABLE_ORDER:
            tables = self.nodes if name in NODE_TYPES else self.relationships
            if name in tables:
                yield name, tables[name]


def normal_tables(tables: GraphTables) -> GraphTables:
    """Return tables as they are published: every label and type, the schema's columns, rows in order of uid.

    Raises:
        TablesInconsistent: a table or column is unknown, a uid is missing or there twice, or a relationship starts or
            ends at a node that is not there.
    """
    _known(tables.nodes, NODE_TYPES)
    _known(tables.relationships, RELATIONSHIP_TYPES)
    normal = GraphTables(
        {label: _normal(label, tables.nodes.get(label)) for label in NODE_TYPES},
        {kind: _normal(kind, tables.relationships.get(kind)) for kind in RELATIONSHIP_TYPES},
    )
    nodes = pl.concat([frame.get_column("uid") for frame in normal.nodes.values()])
    ties = pl.concat([frame.get_column("uid") for frame in normal.relationships.values()])
    _unique(nodes)
    _unique(ties)
    _ends_exist(normal.relationships, nodes.to_frame())
    return normal


def _known(tables: Mapping[str, pl.DataFrame], types: Mapping[str, object]) -> None:
    for name in tables:
        if name not in types:
            raise TablesInconsistent(f"模型中没有 {name}", f"the model knows no {name}")


def _normal(name: str, frame: pl.DataFrame | None) -> pl.DataFrame:
    schema = dict(polars_schema(name))
    if frame is None:
        return pl.DataFrame(schema=schema)
    unknown = [column for column in frame.columns if column not in schema]
    if unknown:
        raise TablesInconsistent(f"{name} 没有属性 {unknown[0]}", f"{name} has no property {unknown[0]}")
    columns = [_typed(frame, column, dtype) for column, dtype in schema.items()]
    return in_order_of_uid(frame.select(columns))


def _typed(frame: pl.DataFrame, column: str, dtype: pl.DataType) -> pl.Expr:
    if column not in frame.columns:
        return pl.lit(None, dtype).alias(column)
    return pl.col(column).cast(dtype)


def _unique(uids: pl.Series) -> None:
    if uids.null_count():
        raise TablesInconsistent("有一行没有 uid", "a row has no uid")
    if uids.n_unique() != len(uids):
        twice = uids.filter(uids.is_duplicated()).sort()[0]
        raise TablesInconsistent(f"uid 重复：{twice}", f"a uid is there twice: {twice}")


def _ends_exist(relationships: Mapping[str, pl.DataFrame], nodes: pl.DataFrame) -> None:
    ends = [frame.get_column(side).alias("uid") for frame in relationships.values() for side in ("start", "end")]
    named = pl.concat(ends).unique().to_frame()
    lost = named.join(nodes, on="uid", how="anti", nulls_equal=True).get_column("uid").implode()
    if not lost.list.len().item():
        return
    for kind, frame in relationships.items():
        for side in ("start", "end"):
            for uid, end in (
                frame.filter(pl.col(side).is_in(lost, nulls_equal=True)).select("uid", side).head(1).iter_rows()
            ):
                raise TablesInconsistent(
                    f"{kind} {uid} 的 {side} 指向不存在的节点 {end}", f"{side} of {kind} {uid} is no node: {end}"
                )
