"""Puts a question of the catalogue to a store."""

from collections.abc import Mapping
from datetime import date

from graph_store.protocol import Store
from queries.parameters import bind
from queries.query_file import QueryFile
from queries.tables import Table


def run(
    store: Store,
    query: QueryFile,
    parameters: Mapping[str, object],
    snapshot_day: date,
    *,
    timeout: float | None = None,
) -> Table:
    """Return the rows that answer a query, under the columns it declares, in their order.

    Args:
        store: the graph that is asked.
        query: the question.
        parameters: values by name, of the declared types; what is left out takes its default.
        snapshot_day: the day of the snapshot in the store: the default of a day.
        timeout: seconds the query may take; None: the store's own limit.

    Raises:
        ParameterError: a parameter is missing, unknown or of another type.
        StoreError: the store did not answer.
    """
    values = bind(query, parameters, snapshot_day)
    declared = [column.name for column in query.columns]
    result = store.run(query.body, values, columns=declared, timeout=timeout)
    places = [result.columns.index(name) for name in declared]
    return Table(query.columns, tuple(tuple(row[i] for i in places) for row in result.rows))
