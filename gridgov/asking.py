"""Asking the graph from the command line: the store that is open while a verb asks, and its answer delivered."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.settings import Settings
from gridgov.terminal import put, tell
from gridgov.usage import usage_error
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.protocol import Store
    from graph_store.snapshot.reading import Snapshot
    from graph_store.snapshot.store_tables import StoreTables
    from queries.tables import Table

_WRITTEN = Words("已写入 {file}", "Written: {file}")
_NEEDS_FILE = Words("{form} 不能显示在终端上，请加 -o 文件名。", "{form} cannot be shown on a terminal; add -o FILE.")


@contextmanager
def open_graph(settings: Settings) -> Iterator[tuple["Snapshot | StoreTables", "Store"]]:
    """Open a graph and what answers for it: a server if one is named, else the current snapshot's embedded engine.

    Raises:
        NothingPublished: the server holds no snapshot.
        StoreError: the server or the engine cannot be used.
    """
    from graph_store.opening import open_store

    if settings.store is not None:
        from gridgov.servers import connected, held

        with connected(settings) as store:
            yield held(store), store
        return
    snapshot = settings.snapshot()
    with open_store(snapshot, settings.workspace()) as store:
        yield snapshot, store


@contextmanager
def open_tables(settings: Settings) -> Iterator["Snapshot | StoreTables"]:
    """Open the tables of a graph: of a server if one is named, else of the current snapshot, without any engine."""
    if settings.store is None:
        yield settings.snapshot()
        return
    with open_graph(settings) as (tables, _):
        yield tables


@contextmanager
def open_any_store(settings: Settings) -> Iterator["Store"]:
    """Open what answers statements, as `open_graph` does; a server may hold anything."""
    if settings.store is None:
        with open_graph(settings) as (_, store):
            yield store
        return
    from gridgov.servers import connected

    with connected(settings) as store:
        yield store


def deliver(settings: Settings, table: "Table", form: str, output: Path | None) -> None:
    """Show rows in one of the forms, or write them to a file.

    Args:
        settings: the language, for the forms made for reading.
        table: the rows.
        form: one of `queries.output_formats.FORMATS`.
        output: the file; None: stdout.

    Raises:
        UsageError: if a workbook would go to a terminal.
    """
    from queries.output_formats import render

    content = render(table, form, settings.language)
    if output is not None:
        output.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        tell(settings.text(_WRITTEN, file=output))
    elif isinstance(content, str):
        put(content)
    elif form == "xlsx" and sys.stdout.isatty():
        raise usage_error(_NEEDS_FILE, form=form)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
