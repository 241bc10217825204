"""Neo4j servers from the command line: who asks, what they hold, what they cannot do."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph_model.errors import UsageError
from gridgov.settings import STORE_VARIABLE, Settings
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.bolt.credentials import Credentials, Prompt
    from graph_store.bolt.store import BoltStore
    from graph_store.snapshot.store_tables import StoreTables

_NOTHING = Words(
    "{address} 上没有 gridgov 发布的数据。请先运行 gridgov push {address}。",
    "{address} holds nothing that gridgov published. Run gridgov push {address} first.",
)
_SNAPSHOT_NEEDED = Words(
    "{what}要用快照里的出处，只能从本机工作目录做；请取消环境变量 GRIDGOV_STORE，不用 store。",
    "{what} needs the sources in the snapshot, and is made from the workspace alone: "
    "name no store, and unset GRIDGOV_STORE.",
)
_ASK_USER = Words("{address} 的用户名", "User at {address}")
_ASK_PASSWORD = Words("{user} 的密码", "Password of {user}")


@contextmanager
def connected(settings: Settings, address: str | None = None) -> Iterator["BoltStore"]:
    """Connect to a server.

    Args:
        settings: who asks, and the language of the prompt.
        address: of the server; None: the one that the settings name.

    Raises:
        StoreUnavailable: it cannot be reached or used.
        UsageError: the address is none, or nothing says who asks.
    """
    from graph_store.bolt.address import parse_address
    from graph_store.bolt.store import connect

    where = address or settings.store or ""
    with connect(where, credentials=_credentials(settings, str(parse_address(where)))) as store:
        yield store


def held(store: "BoltStore") -> "StoreTables":
    """Return the graph that a server holds.

    Raises:
        NothingPublished: it holds none.
    """
    from graph_store.errors import NothingPublished
    from graph_store.snapshot.store_tables import StoreTables

    mark = store.mark()
    if mark.content_hash is None or mark.as_of is None:
        address = store.server.address
        raise NothingPublished(_NOTHING("zh", address=address), _NOTHING("en", address=address))
    return StoreTables(store, mark.as_of, mark.content_hash)


def snapshot_needed(what: Words) -> UsageError:
    """Return the error for something that a server cannot give."""
    return UsageError(_SNAPSHOT_NEEDED("zh", what=what.zh), _SNAPSHOT_NEEDED("en", what=what.en))


def refuse_server(what: Words) -> None:
    """Say that something needs the snapshot, where the environment names a server.

    Raises:
        UsageError: it does.
    """
    if os.environ.get(STORE_VARIABLE):
        raise snapshot_needed(what)


def _credentials(settings: Settings, address: str) -> "Credentials":
    from graph_store.bolt.credentials import NOBODY, find_credentials

    found = find_credentials(address, file=settings.password_file, prompt=_prompt(settings))
    return found if settings.user is None or found == NOBODY else replace(found, user=settings.user)


def _prompt(settings: Settings) -> "Prompt | None":
    """Return what asks the person at the terminal; None where nobody is there."""
    if not sys.stdin.isatty():
        return None

    def ask(address: str) -> "Credentials":
        from graph_store.bolt.credentials import Credentials

        user = settings.user or click.prompt(settings.text(_ASK_USER, address=address), default="neo4j", err=True)
        password = click.prompt(settings.text(_ASK_PASSWORD, user=user), hide_input=True, err=True)
        return Credentials(user, password)

    return ask
