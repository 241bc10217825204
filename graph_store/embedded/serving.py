"""The embedded engine over Bolt, for Neo4j Browser, notebooks and the driver: on loopback, for as long as it is asked.

What is served is a copy, thrown away at the end. The engine opens an HTTP port with every server, through which its
administrator could run other languages, and no setting keeps it from that. It starts Bolt first, though: given no port
at all for HTTP, it gives up at that step, with Bolt up and nothing else.
"""

import json
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph_store.bolt.store import MARK
from graph_store.embedded.engine import ENGINE, OpenEngine, engine_errors, java_class, limit_time
from graph_store.embedded.folder import EngineFolder
from graph_store.embedded.store import TIMEOUT, EmbeddedStore
from graph_store.errors import StoreUnavailable
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.home import Workspace
from graph_store.workspace.scratch import ScratchFolder

PORT = 7687
"""Where Neo4j's clients look for a server."""

USER = "analyst"
"""The user that may ask; the engine's administrator has a password that nobody is told."""

_HOST = "127.0.0.1"
_DATABASE = "gridgov"
_NO_PORT = "1-0"  # from 1 to 0: none
_GAVE_UP = "Unable to listen to a HTTP port"
_RECORDS = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_EVERYTHING = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]


@dataclass(frozen=True)
class Served:
    """A server that answers.

    Attributes:
        uri: its address.
        user: who may ask.
        password: of that user; made for this one server.
    """

    uri: str
    user: str
    password: str = field(repr=False)


@contextmanager
def serve(snapshot: Snapshot, workspace: Workspace, *, port: int = PORT, timeout: float = TIMEOUT) -> Iterator[Served]:
    """Answer questions about a snapshot over Bolt on the loopback address, until the end of the `with` block.

    Args:
        snapshot: to be asked.
        workspace: that keeps the engine's files, and the copy that is served.
        port: to listen on; 0: any that is free.
        timeout: seconds that a statement may take; 0: any.

    Raises:
        StoreUnavailable: the port is taken, or the engine does not start.
        WorkspaceError: the copy cannot be written.
    """
    free = _free_port(port)
    EmbeddedStore(snapshot, workspace).close()  # starts Java, and builds the files where they are not there yet
    original = EngineFolder(workspace, snapshot.manifest.content_hash, ENGINE).path
    copy = ScratchFolder(workspace, original, f"databases/{_DATABASE}")
    try:
        _mark(copy.path, snapshot)
        _write_groups(copy.outer)
        password = secrets.token_urlsafe(18)
        server = _started(copy.outer, free)
        try:
            with engine_errors("设置引擎服务", "setting the engine's server up"):
                limit_time(server.getDatabase(_DATABASE), timeout)
                _add_user(server.getSecurity(), password)
            yield Served(f"bolt://{_HOST}:{free}", USER, password)
        finally:
            with engine_errors("停止引擎服务", "stopping the engine's server"):
                server.stop()
    finally:
        copy.remove()


def _free_port(port: int) -> int:
    with socket.socket() as found:
        try:
            found.bind((_HOST, port))
        except OSError as error:
            raise StoreUnavailable(
                f"{_HOST} 的端口 {port} 已被占用。请用 --port 换一个，或用 --port 0 任取一个空闲的",
                f"port {port} of {_HOST} is taken. Name another one with --port, or --port 0 for any that is free",
            ) from error
        return int(found.getsockname()[1])


def _mark(folder: Path, snapshot: Snapshot) -> None:
    """Say in the copy what is published, as a push does: so questions find their day."""
    manifest = snapshot.manifest
    with OpenEngine(folder, scratch=True) as engine:
        values = {"hash": manifest.content_hash, "as_of": manifest.as_of}
        text = f"CREATE (:{MARK} {{name: 'gridgov', content_hash: $hash, as_of: $as_of}})"
        engine.ask(text, values, write=True)


def _write_groups(root: Path) -> None:
    """Say who may do what: analysts whatever they like with the copy, nothing with anything else."""
    groups = {
        _DATABASE: {"groups": {USER: _group(["updateSchema"], _RECORDS)}},
        "*": {"groups": {"admin": _group(_EVERYTHING, _RECORDS), "*": _group([], [])}},
    }
    folder = root / "config"
    folder.mkdir()
    text = json.dumps({"databases": groups, "version": 2})
    (folder / "server-groups.json").write_text(text, encoding="utf-8")


def _group(access: list[str], records: list[str]) -> dict[str, object]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _started(root: Path, port: int) -> Any:
    settings = {
        "server.rootPath": str(root),
        "server.databaseDirectory": str(root / "databases"),
        "server.rootPassword": secrets.token_urlsafe(32),
        "server.mode": "development",  # in "production" a fault of a statement is told to nobody
        "server.httpIncomingHost": _HOST,
        "server.httpIncomingPort": _NO_PORT,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": _HOST,
        "bolt.port": port,
    }
    with engine_errors("启动引擎服务", "starting the engine's server"):
        configuration = java_class("com.arcadedb.ContextConfiguration")()
        for key, value in settings.items():
            configuration.setValue(f"arcadedb.{key}", value)
        server = java_class("com.arcadedb.server.ArcadeDBServer")(configuration)
        try:
            _start(server)
        except BaseException:
            server.stop()  # what had started by then would keep the process from ending
            raise
        return server


def _start(server: Any) -> None:
    """Start a server as far as HTTP, which has no port; users, database and Bolt are there by then."""
    try:
        server.start()
    except java_class("com.arcadedb.server.ServerException") as error:
        if _GAVE_UP not in str(error):
            raise
    else:
        server.getHttpServer().stopService()  # an engine of another version found one


def _add_user(security: Any, password: str) -> None:
    described = {"name": USER, "password": str(security.encodePassword(password)), "databases": {_DATABASE: [USER]}}
    security.createUser(java_class("com.arcadedb.serializer.json.JSONObject")(json.dumps(described)))
