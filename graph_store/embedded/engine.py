"""The doorway to the embedded Cypher engine: the only file that imports it, and that knows its quirks."""

import atexit
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import arcadedb_embedded
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from graph_model.errors import GridgovError
from graph_store.embedded.java_errors import engine_error, statement_error
from graph_store.embedded.java_start import java_arguments, speak_utf8_to_java, write_logging_settings
from graph_store.embedded.java_values import to_value
from graph_store.errors import StoreUnavailable
from graph_store.protocol import Value

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
        speak_utf8_to_java()
        jars = sorted(str(jar) for jar in Path(get_jar_path()).glob("*.jar"))
        with engine_errors("启动 Java", "starting Java"):
            arguments = java_arguments(logs, heap=heap)
            jpype.startJVM(get_bundled_jre_lib_path(), *arguments, classpath=jars, interrupt=False)
            _silence()
        atexit.register(OpenEngine.close_all)  # after JPype's own, so that it runs before: Java must not end first
    with engine_errors("启动引擎", "starting the engine"):
        java_class("com.arcadedb.database.DatabaseFactory")


def create_database(folder: Path) -> "arcadedb_embedded.Database":
    """Create an empty database in a folder that does not exist yet."""
    return arcadedb_embedded.DatabaseFactory(str(folder)).create()


def java_class(name: str) -> Any:
    """Return a class of Java by its full name."""
    return jpype.JClass(name)


def limit_time(database: Any, seconds: float) -> None:
    """Let each statement to a database, given as Java has it, take so many seconds; 0: any."""
    setting = java_class("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
    database.getConfiguration().setValue(setting, jpype.JLong(int(seconds * 1000)))


@dataclass
class _Shared:
    """A database that is open, who uses it, and the lock under which one statement at a time is given its time."""

    database: "arcadedb_embedded.Database"
    users: int = 0
    asking: threading.Lock = field(default_factory=threading.Lock)


class OpenEngine:
    """A folder of the engine's files, open. In one process a folder is open once, however many ask it.

    Args:
        folder: the files.
        scratch: they may be written to; else they are opened read-only, beside other processes that read them.

    Raises:
        StoreUnavailable: the engine does not open them.
    """

    _open: ClassVar[dict[Path, "_Shared"]] = {}
    _registry: ClassVar[threading.RLock] = threading.RLock()

    def __init__(self, folder: Path, *, scratch: bool = False) -> None:
        self._folder = folder
        self._closed = False
        with self._registry:
            self._shared = self._open.get(folder) or _Shared(_open_files(folder, scratch=scratch))
            self._shared.users += 1
            self._open[folder] = self._shared
        self._database = self._shared.database

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
        if self._closed:
            raise StoreUnavailable("存储已关闭", "the store is closed")
        with self._shared.asking, _statement_errors(timeout):
            limit_time(self._database.get_java_database(), timeout)
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
        edge = java_class("com.arcadedb.schema.EdgeType")
        for kind in self._database.get_java_database().getSchema().getTypes():
            (kinds if isinstance(kind, edge) else labels).add(str(kind.getName()))
            keys.update(str(name) for name in kind.getPropertyNames())
        return labels, kinds, keys

    def close(self) -> None:
        """Close the files if nobody else in this process has them open."""
        with self._registry:
            if self._closed:
                return
            self._closed = True
            self._shared.users -= 1
            if not self._shared.users and self._folder in self._open:
                del self._open[self._folder]
                self._database.close()

    @classmethod
    def close_all(cls) -> None:
        """Close all files: Java must not end before them."""
        with cls._registry:
            for shared in cls._open.values():
                with suppress(*_JAVA_ERRORS):
                    shared.database.close()
            cls._open.clear()

    def __enter__(self) -> "OpenEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _open_files(folder: Path, *, scratch: bool) -> "arcadedb_embedded.Database":
    with engine_errors("打开引擎", "opening the engine"):
        factory = arcadedb_embedded.DatabaseFactory(str(folder))
        if scratch:
            return factory.open()
        # the wrapper has no such argument; opened otherwise, a second process would be locked out
        mode = java_class("com.arcadedb.engine.ComponentFile").MODE.READ_ONLY
        return arcadedb_embedded.Database(factory._java_factory.open(mode))


def _rows(found: "arcadedb_embedded.ResultSet | None") -> list[dict[str, Value]]:
    if found is None:
        return []
    return [{key: to_value(value) for key, value in row.items()} for row in found.to_list()]


def _silence() -> None:
    """Let nothing that Java prints reach the terminal: that a log cannot be written, for one, is printed there."""
    system, stream = java_class("java.lang.System"), java_class("java.io.PrintStream")
    nowhere = stream(java_class("java.io.OutputStream").nullOutputStream())
    system.setOut(nowhere)
    system.setErr(nowhere)


@contextmanager
def engine_errors(doing_zh: str, doing_en: str) -> Iterator[None]:
    """Turn what the engine raises into the package's own errors; what was being done is said in both languages."""
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
