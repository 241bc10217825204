"""A push whose connection breaks, at moments spread over all that it sends and receives: then it is run again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread, Timer
from urllib.parse import urlsplit

import pytest

from graph_store.errors import StoreUnavailable
from graph_store.protocol import Value
from graph_store.publishing.publication import publish, verified_hash
from graph_store.snapshot.reading import Snapshot
from tests.graph_store import small_graph
from tests.graph_store.neo4j_server import Neo4j
from tests.graph_store.tcp_proxy import Cut, Direction, TcpProxy

SHARES: list[tuple[Direction, float]] = [
    *(("up", number / 8) for number in range(8)),
    *(("down", share) for share in (0.3, 0.6, 0.9, 1.0)),
]
"""Where it breaks: the direction, and after which share of the bytes; at 1.0 within the last answer, the commit's."""

LAST = 30
"""Bytes at the end of what comes back that are surely the commit's answer: it holds a bookmark of about twice that."""

EVERYTHING = "MATCH (n) WHERE n.uid IS NOT NULL RETURN n.uid AS uid, n.name AS name ORDER BY uid"


@dataclass(frozen=True)
class Scene:
    """A server, two versions to be published on it, and what a push from one to the other takes.

    Attributes:
        traffic: its bytes, each way.
        seconds: how long it lasts.
    """

    neo4j: Neo4j
    port: int
    old: Snapshot
    new: Snapshot
    traffic: dict[Direction, int]
    seconds: float


@pytest.fixture(scope="module")
def scene(neo4j_server: Neo4j, snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    new = small_graph.publish(tmp_path_factory.mktemp("new"), small_graph.crowd(60, 40))
    port = urlsplit(neo4j_server.uri).port or 7687
    neo4j_server.clear()
    for version in (snapshot, new, snapshot):  # the second time there are no indexes to make
        push(neo4j_server, neo4j_server.uri, version)
    with TcpProxy(port) as proxy:
        began = time.perf_counter()
        push(neo4j_server, f"bolt://127.0.0.1:{proxy.port}", new)
        return Scene(neo4j_server, port, snapshot, new, dict(proxy.passed), time.perf_counter() - began)


def push(neo4j: Neo4j, uri: str, version: Snapshot) -> None:
    server = neo4j.server(uri, patience=0.5)
    try:
        publish(server, version)
    finally:
        server.close()


@contextmanager
def reader(neo4j: Neo4j) -> Iterator[set[tuple[tuple[Value, ...], ...]]]:
    """Somebody who asks again and again; gives all the different answers that came."""
    answers: set[tuple[tuple[Value, ...], ...]] = set()
    enough = Event()

    def ask() -> None:
        with neo4j.store() as store:
            while True:
                last = enough.is_set()
                answers.add(tuple(store.run(EVERYTHING).rows))
                if last:
                    return

    thread = Thread(target=ask)
    thread.start()
    yield answers
    enough.set()
    thread.join()


def rows(version: Snapshot) -> tuple[tuple[Value, ...], ...]:
    tables = (version.nodes(label).select("uid", "name") for label in version.manifest.counts.nodes)
    return tuple(sorted(row for table in tables for row in table.iter_rows()))


def cut_and_push_again(scene: Scene, cut: Cut) -> None:
    """Push until the cut, then push again. A server tells times, too, so that some bytes more or less come back."""
    push(scene.neo4j, scene.neo4j.uri, scene.old)
    surely = cut.after < scene.traffic[cut.direction] - 2 * LAST
    with reader(scene.neo4j) as answers:
        breaks = pytest.raises(StoreUnavailable) if surely else suppress(StoreUnavailable)
        with TcpProxy(scene.port, cut=cut) as proxy, breaks:
            push(scene.neo4j, f"bolt://127.0.0.1:{proxy.port}", scene.new)
        push(scene.neo4j, scene.neo4j.uri, scene.new)
    see_that_one_or_the_other_was_seen(scene, answers)


def cut_after_a_while_and_push_again(scene: Scene, seconds: float) -> None:
    """The same, by the clock: such a cut may come after the end, when there is nothing left to break."""
    push(scene.neo4j, scene.neo4j.uri, scene.old)
    with reader(scene.neo4j) as answers:
        with TcpProxy(scene.port) as proxy:
            clock = Timer(seconds, proxy.go_away)
            clock.start()
            with suppress(StoreUnavailable):
                push(scene.neo4j, f"bolt://127.0.0.1:{proxy.port}", scene.new)
            clock.cancel()
        push(scene.neo4j, scene.neo4j.uri, scene.new)
    see_that_one_or_the_other_was_seen(scene, answers)


def see_that_one_or_the_other_was_seen(scene: Scene, answers: set[tuple[tuple[Value, ...], ...]]) -> None:
    assert answers <= {rows(scene.old), rows(scene.new)}
    assert rows(scene.new) in answers
    see_that_the_new_is_whole(scene)


def see_that_the_new_is_whole(scene: Scene) -> None:
    with scene.neo4j.store() as store:
        assert verified_hash(store.server, scene.new) == store.published() == scene.new.manifest.content_hash


@pytest.mark.parametrize(("direction", "share"), SHARES)
def test_after_a_cut_the_old_or_the_new_is_whole_and_a_second_push_succeeds(
    scene: Scene, direction: Direction, share: float
) -> None:
    cut_and_push_again(
        scene, Cut(direction, min(int(scene.traffic[direction] * share), scene.traffic[direction] - LAST))
    )


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_after_a_cut_by_the_clock_a_second_push_succeeds_too(scene: Scene, share: float) -> None:
    cut_after_a_while_and_push_again(scene, scene.seconds * share)


@pytest.mark.soak
@pytest.mark.parametrize("moment", range(160))
def test_after_a_cut_at_any_of_160_places(scene: Scene, moment: int) -> None:
    direction: Direction = "up" if moment % 2 else "down"
    cut_and_push_again(scene, Cut(direction, scene.traffic[direction] * moment // 160))


@pytest.mark.soak
@pytest.mark.parametrize("moment", range(40))
def test_after_a_cut_at_any_of_40_times(scene: Scene, moment: int) -> None:
    cut_after_a_while_and_push_again(scene, scene.seconds * moment / 40)


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_push_survives_a_cut_by_itself_where_the_way_is_open_again(scene: Scene, direction: Direction) -> None:
    push(scene.neo4j, scene.neo4j.uri, scene.old)
    after = scene.traffic["up"] // 2 if direction == "up" else scene.traffic["down"] - 1  # the answer of the commit
    with TcpProxy(scene.port, cut=Cut(direction, after), back_again=True) as proxy:
        push(scene.neo4j, f"bolt://127.0.0.1:{proxy.port}", scene.new)
    see_that_the_new_is_whole(scene)
