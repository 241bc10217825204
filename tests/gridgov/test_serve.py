"""The embedded engine over Bolt, as a process: the real driver asks it, and it ends cleanly when told to."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import psutil  # type: ignore[import-untyped]  # it publishes no types
import pytest

from tests.gridgov.command import Command
from tests.gridgov.small_office import DAY

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems send a process no signals to end it")

ASKER = """
import sys, neo4j
uri, user, password = sys.argv[1:]
with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver, driver.session() as session:
    rows = session.run("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a * b AS n")
    next(iter(rows))
    print(".", end="", flush=True)
    for _ in rows:
        pass
"""
"""Asks what takes days, and prints a dot when the first rows have come."""


@dataclass(frozen=True)
class Serving:
    """A process that serves, and what it printed."""

    process: "subprocess.Popen[str]"
    home: Path
    uri: str
    user: str
    password: str

    def ask(self, text: str, **parameters: object) -> list[list[object]]:
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            return [record.values() for record in driver.execute_query(text, parameters).records]

    def end(self, how: signal.Signals) -> tuple[int, str]:
        self.process.send_signal(how)
        _, err = self.process.communicate(timeout=60)
        return self.process.returncode, err


@pytest.fixture
def serving(small_home: Path, tmp_path: Path) -> Iterator[Serving]:
    home = tmp_path / "served"
    shutil.copytree(small_home, home)
    command = [sys.executable, "-m", "gridgov", "--home", str(home), "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    printed = [process.stdout.readline().split() for _ in range(3)]
    yield Serving(process, home, *(line[1] for line in printed))
    process.kill()
    process.communicate()


def test_the_driver_asks_one_port_listens_and_nothing_stays(serving: Serving, tmp_path: Path) -> None:
    assert serving.ask("MATCH (e:Estate) RETURN e.name ORDER BY e.name") == [["新苑"], ["花园"]]
    (estate,) = serving.ask("MATCH (e:Estate {name: $name}) RETURN e", name="花园")[0]
    assert isinstance(estate, neo4j.graph.Node)
    assert "Estate" in estate.labels
    connections = psutil.Process(serving.process.pid).net_connections()
    listening = [c.laddr for c in connections if c.status == psutil.CONN_LISTEN]
    assert [f"bolt://127.0.0.1:{address.port}" for address in listening] == [serving.uri]
    assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}
    serving.ask("CREATE (:Estate {uid: 'x', name: '新来'})")
    assert serving.ask("MATCH (e:Estate) RETURN count(e)") == [[3]]
    code, err = serving.end(signal.SIGTERM)
    assert (code, serving.password in err) == (0, False)
    assert "已停止" in err
    assert list((serving.home / "tmp").glob("scratch-*")) == []
    assert [path.name for path in tmp_path.iterdir()] == ["served"]


def test_ctrl_c_ends_it_while_somebody_asks(serving: Serving) -> None:
    asker = subprocess.Popen([sys.executable, "-c", ASKER, serving.uri, serving.user, serving.password],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # fmt: skip
    assert asker.stdout is not None
    assert asker.stdout.read(1) == b"."
    code, err = serving.end(signal.SIGINT)
    asker.kill()
    asker.communicate()
    assert code == 0
    assert "Traceback" not in err


def test_a_server_is_a_store_like_any_other(serving: Serving, loaded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRIDGOV_NEO4J_USER", serving.user)
    monkeypatch.setenv("GRIDGOV_NEO4J_PASSWORD", serving.password)
    asked = ("query", "run", "estates/gaps", "--format", "json")
    assert loaded(*asked, "--store", serving.uri).out == loaded(*asked).out
    drawn = loaded("map", "network", "--focus", "东社区", "-o", serving.home / "图.html", "--store", serving.uri)
    assert drawn.code == 0
    assert DAY in (serving.home / "图.html").read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_told(serving: Serving, loaded: Command) -> None:
    outcome = loaded("serve", "--port", serving.uri.rpartition(":")[2])
    assert (outcome.code, outcome.out) == (3, "")
    assert "--port 0" in outcome.err
