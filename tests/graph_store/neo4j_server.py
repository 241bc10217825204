"""A real Neo4j for the tests: the one that NEO4J_URI names, else a community server of the tests' own, on loopback."""

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph_store.bolt.address import parse_address
from graph_store.bolt.credentials import Credentials
from graph_store.bolt.driver import Server
from graph_store.bolt.store import BoltStore

VERSION = "5.26.30"  # .ci/neo4j fetches it
HEAP = "1g"
STARTS_WITHIN = 240.0  # seconds; ten on an idle machine

_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # in half the time; what the tests do is soon done
_CONFIGURATION = """
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{advertised}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
dbms.security.auth_minimum_password_length=8
"""


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(frozen=True)
class Neo4j:
    """A server that answers, and who may ask it."""

    uri: str
    credentials: Credentials

    def server(self, uri: str | None = None, *, patience: float = 15.0) -> Server:
        """Connect as the product does; through another address, where a proxy stands there."""
        return Server(parse_address(uri or self.uri), self.credentials, patience=patience)

    def store(self, **options: Any) -> BoltStore:
        return BoltStore(self.server(), **options)

    def behind(self, text: str, **parameters: Any) -> list[list[Any]]:
        """Ask with the bare driver, past all that is tested."""
        auth = (self.credentials.user, self.credentials.password)
        with neo4j.GraphDatabase.driver(self.uri, auth=auth, notifications_min_severity="OFF") as driver:
            return [record.values() for record in driver.execute_query(text, parameters).records]

    def clear(self) -> None:
        """Take all nodes out; constraints and indexes stay."""
        self.behind("MATCH (n) DETACH DELETE n")

    def clear_schema(self) -> None:
        """Take all constraints and indexes out."""
        for (name,) in self.behind("SHOW CONSTRAINTS YIELD name RETURN name"):
            self.behind(f"DROP CONSTRAINT `{name}`")
        for (name,) in self.behind("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            self.behind(f"DROP INDEX `{name}`")


@dataclass
class OwnServer:
    """A community server of the tests' own: started, killed and started again at will.

    Attributes:
        home: its folder.
        jars: of the server.
        heap: its memory, as "1g".
        settings: lines for its configuration.
        port: on which it listens.
        advertised: port at which it tells routed clients to find it: a proxy's, where one stands there; else its own.
        password: of its administrator.
    """

    home: Path
    jars: Path
    heap: str = HEAP
    settings: tuple[str, ...] = ()
    flags: tuple[str, ...] = QUICK_START
    port: int = field(default_factory=free_port)
    advertised: int | None = None
    password: str = field(default_factory=lambda: secrets.token_hex(12))
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def neo4j(self) -> Neo4j:
        return Neo4j(f"bolt://127.0.0.1:{self.port}", Credentials("neo4j", self.password))

    def prepare(self) -> None:
        """Write the configuration and set the password; before the first start."""
        self.configure()
        self.admin("dbms", "set-initial-password", self.password)

    def configure(self, *settings: str) -> None:
        """Write the configuration, with more settings; before a start."""
        folder = self.home / "conf"
        folder.mkdir(parents=True, exist_ok=True)
        ports = {"port": self.port, "advertised": self.advertised or self.port}
        text = _CONFIGURATION.format(**ports) + "\n".join((*self.settings, *settings, ""))
        (folder / "neo4j.conf").write_text(text, encoding="utf-8")

    def admin(self, *arguments: str, folder: Path | None = None) -> str:
        """Run neo4j-admin in a folder, and return what it printed."""
        command = [*self._java(), "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(
            command,
            cwd=folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Start, and wait until it answers."""
        places = f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"
        with (self.home / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self._java(), "org.neo4j.server.CommunityEntryPoint", *places],
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        last = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < last:
            if self._answers():
                return
            assert self.process.poll() is None, self._console()
            time.sleep(0.1)  # the server tells nobody when it is ready
        self.kill()
        raise AssertionError(self._console())

    def stop(self) -> None:
        """End it in good order: only so is it fit to be started read-only."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                pass
            auth = ("neo4j", self.password)
            with neo4j.GraphDatabase.driver(self.neo4j.uri, auth=auth) as driver, driver.session() as session:
                session.run("RETURN 1").consume()  # once, and not again and again as a managed transaction would
        except (OSError, neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):
            return False
        return True

    def _console(self) -> str:
        return (self.home / "console.log").read_text(encoding="utf-8")

    def _java(self) -> list[str]:
        opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
        return ["java", f"-Xmx{self.heap}", *self.flags, *opened, "-cp", str(self.jars / "*")]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}


def jars() -> Path:
    """Return where the server's files are; the test is skipped where there are none."""
    home = os.environ.get("GRIDGOV_NEO4J_HOME")
    folder = Path(home) if home else Path.home() / ".cache" / "gridgov" / f"neo4j-{VERSION}"
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine: no Neo4j server")
    if not (folder / "complete").exists():
        pytest.skip(f"no Neo4j server at {folder}: run .ci/neo4j, which needs Maven")
    return folder / "lib"


def own_server(home: Path, **options: Any) -> OwnServer:
    """Return a server of the tests' own, prepared and not started."""
    server = OwnServer(home, jars(), **options)
    server.prepare()
    return server


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A Neo4j whose database is empty at first; each test leaves in it what it likes."""
    uri = os.environ.get("NEO4J_URI")
    if uri:
        user = os.environ.get("NEO4J_USER", "neo4j")
        given = Neo4j(uri, Credentials(user, os.environ.get("NEO4J_PASSWORD", "")))
        assert given.behind("MATCH (n) RETURN count(n)") == [[0]], "NEO4J_URI must name an empty database"
        yield given
        given.clear()
        given.clear_schema()
        return
    server = own_server(tmp_path_factory.mktemp("neo4j"))
    server.start()
    yield server.neo4j
    server.kill()
