"""What goes wrong between here and a server: each a clear error, in both languages, without a password in it."""

import socket
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from graph_store.bolt.address import parse_address
from graph_store.bolt.credentials import Credentials
from graph_store.bolt.driver import Server, Transaction
from graph_store.bolt.store import BoltStore, connect
from graph_store.errors import PublicationTooLarge, QueryFailed, QueryTimeout, StoreUnavailable
from graph_store.protocol import Relationship
from graph_store.publishing.progress import PushProgress
from graph_store.publishing.publication import PushOptions, publish, verified_hash
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.certificates import certificate, context
from tests.graph_store.neo4j_server import Neo4j, free_port, own_server
from tests.graph_store.suite import ENDLESS
from tests.graph_store.tcp_proxy import TcpProxy

SECRET = "planted-password-7f3a"


@pytest.fixture
def port(neo4j_server: Neo4j) -> int:
    return urlsplit(neo4j_server.uri).port or 7687


def raised(uri: str, credentials: Credentials, *, patience: float = 2) -> StoreUnavailable:
    """Return the error of a connection that is not made; it ends the program with 3 and does not tell the password."""
    with pytest.raises(StoreUnavailable) as caught:
        Server(parse_address(uri), credentials, patience=patience)
    error = caught.value
    assert error.exit_code == 3
    shown = "".join(traceback.format_exception(error)) + error.zh + error.en + repr(credentials)
    assert credentials.password not in shown
    return error


def test_a_wrong_password_is_told(neo4j_server: Neo4j) -> None:
    error = raised(neo4j_server.uri, Credentials("neo4j", SECRET))
    assert "does not accept this user or password" in error.en
    assert "密码" in error.zh


def test_a_database_that_is_not_there_is_told(neo4j_server: Neo4j) -> None:
    error = raised(f"{neo4j_server.uri}/nosuch", neo4j_server.credentials)
    assert f"no such database as {neo4j_server.uri}/nosuch" in error.en
    assert "数据库" in error.zh


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_host_where_nobody_listens_is_told(scheme: str) -> None:
    error = raised(f"{scheme}://127.0.0.1:{free_port()}", Credentials("neo4j", SECRET), patience=1)
    assert "cannot be reached" in error.en
    assert "连不上" in error.zh


def test_a_host_without_an_address_is_told() -> None:
    assert "cannot be reached" in raised("bolt://nosuch.invalid", Credentials("neo4j", SECRET), patience=1).en


def test_a_host_that_accepts_and_says_nothing_is_left(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        error = raised(f"bolt://127.0.0.1:{silent.getsockname()[1]}", Credentials("neo4j", SECRET), patience=0.5)
    assert error.exit_code == 3


def test_an_encrypted_scheme_at_a_server_without_a_certificate_is_told(neo4j_server: Neo4j, port: int) -> None:
    assert "without +s" in raised(f"bolt+s://127.0.0.1:{port}", neo4j_server.credentials).en


def test_an_expired_certificate_is_told(
    neo4j_server: Neo4j, port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expired = certificate(tmp_path, days=-1)
    monkeypatch.setenv("SSL_CERT_FILE", str(expired))  # trusted, if it were still valid
    with TcpProxy(port, tls=context(expired)) as proxy:
        error = raised(f"bolt+s://127.0.0.1:{proxy.port}", neo4j_server.credentials)
    assert "certificate has expired" in error.en
    assert "证书" in error.zh


def test_a_trusted_certificate_is_accepted(
    neo4j_server: Neo4j, port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    valid = certificate(tmp_path, days=2)
    monkeypatch.setenv("SSL_CERT_FILE", str(valid))
    with TcpProxy(port, tls=context(valid)) as proxy:
        uri = f"bolt+s://127.0.0.1:{proxy.port}"
        with connect(uri, credentials=neo4j_server.credentials) as store:
            assert store.run("RETURN 1 AS n").rows == [(1,)]


def test_a_self_signed_certificate_is_accepted_by_the_scheme_for_it_alone(
    neo4j_server: Neo4j, port: int, tmp_path: Path
) -> None:
    with TcpProxy(port, tls=context(certificate(tmp_path, days=2))) as proxy:
        assert "+ssc" in raised(f"bolt+s://127.0.0.1:{proxy.port}", neo4j_server.credentials).en
        with connect(f"bolt+ssc://127.0.0.1:{proxy.port}", credentials=neo4j_server.credentials) as store:
            assert store.run("RETURN 1 AS n").rows == [(1,)]


def test_a_routing_address_reads_and_writes(neo4j_server: Neo4j, port: int, snapshot: Snapshot) -> None:
    neo4j_server.clear()
    with connect(f"neo4j://127.0.0.1:{port}", credentials=neo4j_server.credentials) as store:
        marks = publish(store.server, snapshot).bookmarks
        assert store.published() == snapshot.manifest.content_hash
    with connect(neo4j_server.uri, credentials=neo4j_server.credentials, bookmarks=marks) as reader:
        assert marks
        assert reader.published() == snapshot.manifest.content_hash
        ((tie,),) = reader.run("MATCH ()-[r:HOLDS]->() RETURN r").rows
        assert isinstance(tie, Relationship)
        assert (tie.start, tie.end) == ("person:00aa", "post:990206003001/书记")


def test_a_bookmark_that_is_none_is_told(neo4j_server: Neo4j) -> None:
    with pytest.raises(StoreUnavailable, match="bookmarks"):
        connect(neo4j_server.uri, credentials=neo4j_server.credentials, bookmarks=["no bookmark"])


def test_a_server_that_falls_silent_is_left_when_the_time_is_up(neo4j_server: Neo4j, port: int) -> None:
    with TcpProxy(port) as proxy:
        store = BoltStore(neo4j_server.server(f"bolt://127.0.0.1:{proxy.port}", patience=0.5))
        assert store.run("RETURN 1 AS n").rows == [(1,)]
        proxy.swallow()
        with pytest.raises(StoreUnavailable, match="did not begin in time"):
            store.run("RETURN 1 AS n", timeout=0.5)


def test_a_server_that_falls_silent_at_its_work_is_left_when_the_time_is_up(neo4j_server: Neo4j, port: int) -> None:
    with TcpProxy(port) as proxy:
        server = neo4j_server.server(f"bolt://127.0.0.1:{proxy.port}", patience=0.5)

        def work(transaction: Transaction) -> None:
            transaction.run("RETURN 1 AS n")
            proxy.swallow()
            transaction.run("RETURN 2 AS n")

        with pytest.raises(QueryTimeout, match="longer than 1 seconds"):
            server.read(work, timeout=1)


def test_a_parameter_without_a_type_in_cypher_is_told(neo4j_server: Neo4j) -> None:
    with neo4j_server.store() as store, pytest.raises(QueryFailed, match="parameter"):
        store.run("RETURN $a AS a", {"a": object()})


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return small_graph.publish(tmp_path_factory.mktemp("large"), small_graph.crowd(600, 600))


@dataclass(frozen=True)
class Aftermath:
    """What became of a server, and of those who used it."""

    neo4j: Neo4j
    beyond_memory: BaseException
    when_killed: list[BaseException]
    left: tuple[str | None, str]  # what was published after the kill, by the mark and by the rows


def raised_by(doing: Callable[[], object]) -> BaseException:
    try:
        doing()
    except BaseException as error:  # it is what the tests ask about
        return error
    raise AssertionError("it went through")


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory, snapshot: Snapshot, large: Snapshot) -> Iterator[Aftermath]:
    """A server with little memory, killed while it was asked and pushed to, then started again, then read-only."""
    little = "db.memory.transaction.max=16m"
    own = own_server(tmp_path_factory.mktemp("killed"), settings=(little,))
    own.start()
    asking, pushing = own.neo4j.server(patience=1), own.neo4j.server(patience=1)
    publish(pushing, snapshot)
    huge = small_graph.publish(tmp_path_factory.mktemp("huge"), small_graph.crowd(10_000, 10_000))
    beyond_memory = raised_by(lambda: publish(pushing, huge))
    errors: list[BaseException] = []

    def watch(progress: PushProgress) -> None:
        if progress.step == "writing" and progress.done > 0:
            own.kill()

    question = Thread(target=lambda: errors.append(raised_by(lambda: BoltStore(asking).run(ENDLESS, timeout=600))))
    question.start()
    errors.append(raised_by(lambda: publish(pushing, large, PushOptions(watcher=watch))))
    own.kill()
    question.join()
    own.start()
    with own.neo4j.store() as store:
        left = (store.published(), verified_hash(store.server, snapshot))
    own.stop()
    own.configure("server.databases.default_to_read_only=true")
    own.start()
    yield Aftermath(own.neo4j, beyond_memory, errors, left)
    own.kill()


@pytest.mark.soak
def test_a_push_beyond_the_servers_memory_is_told_and_names_the_way(aftermath: Aftermath) -> None:
    error = aftermath.beyond_memory
    assert isinstance(error, PublicationTooLarge)
    assert "neo4j-admin database import" in error.en
    assert "neo4j-admin database import" in error.zh


def test_a_question_and_a_push_are_told_that_the_server_is_gone(aftermath: Aftermath) -> None:
    assert [type(error) for error in aftermath.when_killed] == [StoreUnavailable] * 2
    assert all("connection was lost" in str(error) for error in aftermath.when_killed)


def test_a_push_that_lost_its_server_left_nothing_half_done(aftermath: Aftermath, snapshot: Snapshot) -> None:
    assert aftermath.left == (snapshot.manifest.content_hash, snapshot.manifest.content_hash)


def test_a_database_that_is_read_only_is_told(aftermath: Aftermath, snapshot: Snapshot, large: Snapshot) -> None:
    with BoltStore(aftermath.neo4j.server(patience=1)) as store:
        with pytest.raises(StoreUnavailable, match="read-only") as caught:
            publish(store.server, large)
        assert "只读" in caught.value.zh
        with pytest.raises(StoreUnavailable, match="read-only"):
            store.run("CREATE (:Film)", write=True)
        assert store.published() == snapshot.manifest.content_hash
