"""The doorway to the embedded Cypher engine: the only file that imports it, and that knows its quirks."""

import atexit
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import arcadedb_embedded
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from graph_model.errors import GridgovError
from graph_store.engine_filling import check_counts, create_indexes, create_schema, fill
from graph_store.java_errors import engine_error, statement_error
from graph_store.java_start import java_arguments, write_logging_settings
from graph_store.java_values import to_value
from graph_store.protocol import Value
from graph_store.snapshot import Snapshot

ENGINE = f"arcadedb-embedded {version('arcadedb-embedded')}"
_JAVA_ERRORS = (arcadedb_embedded.ArcadeDBError, jpype.JException)
_LANGUAGE = "opencypher"


def start_java(logs: Path, *, heap: str) -> None:
    """Start Java in this process, if it does not run yet; it can be started once only.

    The engine's own way of starting it is not taken: it adds an experimental module, whose warning cannot be silenced.

    Raises:
        StoreUnavailable: Java does not start, or another library has started it for itself.
    """
    if not jpype.isJVMStarted():
        write_logging_settings(logs)
        jars = sorted(str(jar) for jar in Path(get_jar_path()).glob("*.jar"))
        with _engine_errors("启动 Java", "starting Java"):
            arguments = java_arguments(logs, heap=heap)
            jpype.startJVM(get_bundled_jre_lib_path(), *arguments, classpath=jars, interrupt=False)
            _silence()
        atexit.register(OpenEngine.close_all)  # after JPype's own, so that it runs before: Java must not end first
    with _engine_errors("启动引擎", "starting the engine"):
        _java("com.arcadedb.database.DatabaseFactory")


def build_engine(folder: Path, snapshot: Snapshot) -> None:
    """Fill a new folder with a snapshot, close it, open it again as a reader will, and count every row.

    Raises:
        StoreUnavailable: the engine failed, or rows are missing.
        StorageFull: the disk has no room.
    """
    with _engine_errors("建立引擎", "building the engine"):
        database = arcadedb_embedded.DatabaseFactory(str(folder)).create()
        try:
            filling = _Filling(database, ties=sum(snapshot.manifest.counts.relationships.values()))
            create_schema(filling)
            with filling:
                fill(filling, snapshot)
            create_indexes(filling)
        finally:
            database.close()
        with OpenEngine(folder) as engine:
            check_counts(engine.count, snapshot)


class OpenEngine:
    """A folder of the engine's files, open. In one process a folder is open once, however many ask it.

    Args:
        folder: the files.
        scratch: they may be written to; else they are opened read-only, beside other processes that read them.

    Raises:
        StoreUnavailable: the engine does not open them.
    """

    _open: ClassVar[dict[Path, tuple["arcadedb_embedded.Database", int]]] = {}
    _registry: ClassVar[threading.RLock] = threading.RLock()

    def __init__(self, folder: Path, *, scratch: bool = False) -> None:
        self._folder = folder
        self._asking = threading.Lock()
        self._closed = False
        with self._registry:
            database, users = self._open.get(folder) or (_open_files(folder, scratch=scratch), 0)
            self._open[folder] = (database, users + 1)
        self._database = database

    def ask(
        self, text: str, parameters: Mapping[str, object], *, write: bool = False, timeout: float = 0
    ) -> list[dict[str, Value]]:
        """Put a statement to the engine and return its rows, columns in the order of the statement.

        Args:
            text: one Cypher statement.
            parameters: all that it uses.
            write: let it write; the files must be a scratch copy.
            timeout: seconds it may take; 0: any.

        Raises:
            StoreError: of the kind that the protocol names.
        """
        with self._asking, _statement_errors(timeout):
            self._set_timeout(timeout)
            given = (dict(parameters),) if parameters else ()
            if write:
                with self._database.transaction():
                    return _rows(self._database.command(_LANGUAGE, text, *given))
            return _rows(self._database.query(_LANGUAGE, text, *given))

    def count(self, text: str) -> int:
        """Return the one number that a statement returns."""
        (row,) = self.ask(text, {})
        (number,) = row.values()
        return int(number)  # type: ignore[arg-type] # a count

    def types(self) -> tuple[set[str], set[str], set[str]]:
        """Return the labels, relationship types and property keys that the engine knows."""
        labels, kinds, keys = set[str](), set[str](), set[str]()
        edge = _java("com.arcadedb.schema.EdgeType")
        for kind in self._database.get_java_database().getSchema().getTypes():
            (kinds if isinstance(kind, edge) else labels).add(str(kind.getName()))
            keys.update(str(name) for name in kind.getPropertyNames())
        return labels, kinds, keys

    def close(self) -> None:
        """Close the files if nobody else in this process has them open."""
        with self._registry:
            if self._closed or self._folder not in self._open:
                return
            self._closed = True
            database, users = self._open.pop(self._folder)
            if users > 1:
                self._open[self._folder] = (database, users - 1)
            else:
                database.close()

    @classmethod
    def close_all(cls) -> None:
        """Close all files: Java must not end before them."""
        with cls._registry:
            for database, _ in cls._open.values():
                with suppress(*_JAVA_ERRORS):
                    database.close()
            cls._open.clear()

    def __enter__(self) -> "OpenEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _set_timeout(self, seconds: float) -> None:
        setting = _java("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
        configuration = self._database.get_java_database().getConfiguration()
        configuration.setValue(setting, jpype.JLong(int(seconds * 1000)))


def _open_files(folder: Path, *, scratch: bool) -> "arcadedb_embedded.Database":
    with _engine_errors("打开引擎", "opening the engine"):
        factory = arcadedb_embedded.DatabaseFactory(str(folder))
        if scratch:
            return factory.open()
        # the wrapper has no such argument; opened otherwise, a second process would be locked out
        mode = _java("com.arcadedb.engine.ComponentFile").MODE.READ_ONLY
        return arcadedb_embedded.Database(factory._java_factory.open(mode))


class _Filling:
    """An engine that is being filled; the bulk loader keeps no log, since what is built by half is thrown away."""

    def __init__(self, database: "arcadedb_embedded.Database", *, ties: int) -> None:
        self._database = database
        self._ties = max(1, ties)
        self._schema = database.get_java_database().getSchema()

    def __enter__(self) -> "_Filling":
        self._batch = self._database.graph_batch(expected_edge_count=self._ties)
        return self

    def __exit__(self, *_: object) -> None:
        self._batch.close()

    def create_node_type(self, label: str, above: str | None) -> None:
        """Create a label with one bucket, so that its files are few."""
        made = self._schema.buildVertexType().withName(label).withTotalBuckets(1).create()
        if above is not None:
            made.addSuperType(above)

    def create_relationship_type(self, name: str) -> None:
        """Create a relationship type with one bucket."""
        self._schema.buildEdgeType().withName(name).withTotalBuckets(1).create()

    def create_properties(self, properties: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        """Declare properties, in one transaction: else the schema is written to the disk after each."""
        types = _java("com.arcadedb.schema.Type")
        with self._database.transaction():
            for name, declared in properties.items():
                owner = self._schema.getType(name)
                for key, (kind, *items) in declared.items():
                    owner.createProperty(key, getattr(types, kind), *items)

    def create_index(self, label: str, name: str, *, unique: bool) -> None:
        """Index a property of a label and of all below it."""
        tree = _java("com.arcadedb.schema.Schema").INDEX_TYPE.LSM_TREE
        self._schema.getType(label).createTypeIndex(tree, unique, name)

    def add_nodes(self, label: str, rows: str) -> list[str]:
        """Add nodes given as a JSON list; dates are read from ISO text, since their properties are declared."""
        batcher = _java("com.arcadedb.python.VertexBatcher")
        return str(batcher.createVerticesJson(self._batch._java_graph_batch, label, rows)).split(";")

    def add_relationships(self, kind: str, rows: str) -> None:
        """Add relationships given as a JSON list."""
        _java("com.arcadedb.python.EdgeBatcher").newEdgesJson(self._batch._java_graph_batch, kind, rows)


def _rows(found: "arcadedb_embedded.ResultSet | None") -> list[dict[str, Value]]:
    if found is None:
        return []
    return [{key: to_value(value) for key, value in row.items()} for row in found.to_list()]


def _silence() -> None:
    """Let nothing that Java prints reach the terminal: a log that cannot be written, for one, is complained of there."""
    system, stream = _java("java.lang.System"), _java("java.io.PrintStream")
    nowhere = stream(_java("java.io.OutputStream").nullOutputStream())
    system.setOut(nowhere)
    system.setErr(nowhere)


def _java(name: str) -> Any:
    return jpype.JClass(name)


@contextmanager
def _engine_errors(doing_zh: str, doing_en: str) -> Iterator[None]:
    with _translated(lambda kind, text: engine_error(kind, text, doing_zh, doing_en)):
        yield


@contextmanager
def _statement_errors(timeout: float) -> Iterator[None]:
    with _translated(lambda kind, text: statement_error(kind, text, timeout=timeout)):
        yield


@contextmanager
def _translated(explain: Callable[[str, str], GridgovError]) -> Iterator[None]:
    try:
        yield
    except (*_JAVA_ERRORS, TypeError, OSError, RuntimeError) as error:
        raise explain(*_told(error)) from error


def _told(error: BaseException) -> tuple[str, str]:
    """Return class and message of the Java exception that an error wraps, or of the error itself."""
    inner: BaseException | None = error
    while inner is not None and not isinstance(inner, jpype.JException):
        inner = inner.__cause__
    if inner is None:
        return type(error).__name__, str(error)
    told, root = str(inner.getMessage() or ""), inner
    while root.getCause() is not None:
        root = root.getCause()
    cause = str(root.getMessage() or root.getClass().getSimpleName())
    return str(inner.getClass().getSimpleName()), told if cause in told else f"{told} ({cause})"
