"""Two servers behind one address of which one takes over from the other, and a way to them that comes and goes.

Both say that they are to be found at the proxy, so that a routed client comes through it whatever it asks.
"""

import shutil
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import pytest

from graph_store.bolt.store import BoltStore
from graph_store.errors import StoreUnavailable
from graph_store.protocol import Value
from graph_store.publishing.progress import PushProgress
from graph_store.publishing.publication import PushOptions, publish, verified_hash
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import OwnServer, free_port, own_server
from tests.graph_store.tcp_proxy import Cut, TcpProxy

EVERYTHING = "MATCH (n) WHERE n.uid IS NOT NULL RETURN n.uid AS uid, n.name AS name ORDER BY uid"
LONG = 60.0
"""Seconds after which a test gives up waiting for what must happen; a server of the tests' own starts in them."""

BOOKMARKS = "db.transaction.bookmark_ready_timeout=1s"
"""How long a server waits for a transaction that somebody has seen elsewhere; 30 s unless it is told otherwise."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class Scene:
    """Two servers that hold the old version, and the way to them."""

    first: OwnServer
    second: OwnServer
    proxy: TcpProxy
    old: Snapshot
    new: Snapshot

    @contextmanager
    def routed(self, *, patience: float = LONG) -> Iterator[BoltStore]:
        """Give a store that is asked through the proxy as a cluster is."""
        uri = f"neo4j://127.0.0.1:{self.proxy.port}"
        with BoltStore(self.first.neo4j.server(uri, patience=patience)) as store:
            yield store

    def holds(self, own: OwnServer, version: Snapshot) -> bool:
        """Return whether a server, asked directly, holds a version whole."""
        with own.neo4j.store() as store:
            return {store.published(), verified_hash(store.server, version)} == {version.manifest.content_hash}

    def goes_on(self, doing: Callable[[], _T], back: Callable[[], None]) -> _T:
        """Do something during which the way goes away; once it was tried in vain, it comes back."""
        self.proxy.turned_away.clear()
        with ThreadPoolExecutor(1) as pool:
            done = pool.submit(doing)
            assert self.proxy.turned_away.wait(LONG)
            assert not done.done()
            back()
            return done.result()

    def to_the_second(self) -> None:
        """Let the way come back, with the second server behind it."""
        self.proxy.come_back(self.second.port)


def start(*servers: OwnServer) -> None:
    """Start servers, all at once."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(OwnServer.start, servers))


def push(own: OwnServer, version: Snapshot) -> None:
    with own.neo4j.store() as store:
        publish(store.server, version)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OwnServer, OwnServer, TcpProxy]]:
    port = free_port()
    with TcpProxy(port) as proxy:
        first = own_server(tmp_path_factory.mktemp("first"), heap="512m", port=port, advertised=proxy.port)
        second = own_server(
            tmp_path_factory.mktemp("second"),
            heap="512m",
            advertised=proxy.port,
            password=first.password,
            settings=(BOOKMARKS,),
        )
        start(first, second)
        yield first, second, proxy
        for own in (first, second):
            own.kill()


@pytest.fixture
def scene(
    pair: tuple[OwnServer, OwnServer, TcpProxy], snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory
) -> Scene:
    first, second, proxy = pair
    new = small_graph.publish(tmp_path_factory.mktemp("new"), small_graph.crowd(60, 40))
    for own in (first, second):
        push(own, snapshot)
    proxy.come_back(first.port)
    proxy.reached.clear()
    return Scene(first, second, proxy, snapshot, new)


def rows(store: BoltStore) -> list[tuple[Value, ...]]:
    return store.run(EVERYTHING).rows


def test_a_question_waits_until_the_way_is_back_and_the_other_server_answers(scene: Scene) -> None:
    with scene.routed() as store:
        expected = rows(store)
        assert store.server.bookmarks(), "what the first server gave, and the second does not know"
        scene.proxy.go_away()
        assert scene.goes_on(lambda: rows(store), scene.to_the_second) == expected
        assert scene.proxy.reached[scene.first.port] > 0
        assert scene.proxy.reached[scene.second.port] > 0
        assert rows(store) == expected
        assert store.published() == scene.old.manifest.content_hash


def measured(scene: Scene, store: BoltStore) -> tuple[list[tuple[Value, ...]], int]:
    """Return the answer to the question, and how many bytes it is on its way."""
    rows(store)  # the first one finds the way
    before = scene.proxy.passed["down"]
    return rows(store), scene.proxy.passed["down"] - before


@pytest.mark.parametrize("share", [0, 0.5])
def test_a_question_whose_answer_is_cut_off_is_put_to_the_other_server(scene: Scene, share: float) -> None:
    with scene.routed() as store:
        expected, size = measured(scene, store)
        scene.proxy.break_after(Cut("down", scene.proxy.passed["down"] + int(size * share)))
        assert scene.goes_on(lambda: rows(store), scene.to_the_second) == expected
        assert scene.proxy.reached[scene.second.port] > 0


def test_an_answer_that_came_counts_though_the_end_of_its_transaction_was_lost(scene: Scene) -> None:
    with scene.routed() as store:
        expected, size = measured(scene, store)
        scene.proxy.break_after(Cut("down", scene.proxy.passed["down"] + size - 1))
        assert rows(store) == expected
        scene.proxy.come_back(scene.second.port)
        assert rows(store) == expected


@pytest.mark.parametrize(("step", "done_so_far"), [("writing", 1), ("verifying", 0)])
def test_a_push_that_is_cut_is_made_whole_on_the_other_server(scene: Scene, step: str, done_so_far: int) -> None:
    cuts: list[PushProgress] = []

    def watch(progress: PushProgress) -> None:
        if progress.step == step and progress.done >= done_so_far and not cuts:
            cuts.append(progress)
            scene.proxy.go_away()

    with scene.routed() as store:
        options = PushOptions(watcher=watch)
        done = scene.goes_on(lambda: publish(store.server, scene.new, options), scene.to_the_second)
        assert done.written
        assert store.published() == scene.new.manifest.content_hash
    assert scene.holds(scene.second, scene.new)
    assert scene.holds(scene.first, scene.old)


def test_a_way_that_does_not_come_back_is_told_and_the_store_answers_once_it_does(scene: Scene) -> None:
    with scene.routed(patience=1) as store:
        expected = rows(store)
        scene.proxy.go_away()
        for asked in (lambda: rows(store), lambda: publish(store.server, scene.new)):
            with pytest.raises(StoreUnavailable, match="cannot be reached") as caught:
                asked()
            assert caught.value.exit_code == 3
            shown = "".join(traceback.format_exception(caught.value)) + caught.value.zh + caught.value.en
            assert scene.first.password not in shown
        assert scene.proxy.turned_away.is_set()
        scene.proxy.come_back(scene.second.port)
        assert rows(store) == expected
    assert scene.holds(scene.first, scene.old)
    assert scene.holds(scene.second, scene.old)


@pytest.mark.soak
def test_a_question_waits_for_a_server_that_was_killed_and_starts_again(scene: Scene) -> None:
    with scene.routed() as store:
        expected = rows(store)
        scene.first.kill()
        assert scene.goes_on(lambda: rows(store), scene.first.start) == expected
        assert scene.proxy.reached[scene.second.port] == 0
        publish(store.server, scene.new)
    assert scene.holds(scene.first, scene.new)


@pytest.fixture
def restored(scene: Scene) -> Scene:
    """The second server holds a copy of the first one's data, as out of a backup: the very same database, but older."""
    for own in (scene.first, scene.second):
        own.stop()
    shutil.rmtree(scene.second.home / "data")
    shutil.copytree(scene.first.home / "data", scene.second.home / "data")
    start(scene.first, scene.second)
    return scene


def test_a_server_that_lags_behind_what_was_seen_is_told_and_not_asked(restored: Scene) -> None:
    with restored.routed(patience=1) as store:
        publish(store.server, restored.new)
        restored.to_the_second()
        for asked in (lambda: rows(store), lambda: store.run("CREATE (:Film)", write=True)):
            with pytest.raises(StoreUnavailable, match="lags behind") as caught:
                asked()
            assert "落后" in caught.value.zh
        with restored.routed() as fresh:
            assert fresh.published() == restored.old.manifest.content_hash
        restored.proxy.come_back(restored.first.port)
        assert store.published() == restored.new.manifest.content_hash
    assert restored.holds(restored.second, restored.old)
    assert restored.second.neo4j.behind("MATCH (n:Film) RETURN count(n)") == [[0]]
