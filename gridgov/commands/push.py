"""gridgov push: publish the current snapshot to a Neo4j server or cluster."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from gridgov.options import credentials_options, format_option
from gridgov.settings import Settings
from gridgov.terminal import put, tell
from gridgov.verb import argument, option, verb
from gridgov.verbs import one_line
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.publishing.progress import PushProgress

_URI = Words(
    "服务器地址，如 bolt://localhost:7687 或 neo4j+s://主机/数据库；其中不写用户名和密码",
    "address of the server: bolt://localhost:7687, neo4j+s://host/database; without user and password",
)
_DRY_RUN = Words("只说会改什么，什么也不改", "say what would change, and change nothing")
_FORCE = Words(
    "数据库里有别人的同名标签也发布；别人的数据不动", "publish beside other people's data under the same labels"
)
_VERIFY = Words(
    "逐行比较服务器上的全部数据，改正别人手工改动的",
    "compare every row on the server, and put right what others changed by hand",
)
_STEPS = {
    "indexing": Words("建立索引和约束", "making indexes and constraints"),
    "waiting": Words("等待其他发布", "waiting for other pushes"),
    "comparing": Words("比较", "comparing"),
    "writing": Words("写入", "writing"),
    "verifying": Words("读回核对", "reading back"),
}
_COUNTED = Words("{step} {done:,}/{total:,} 行", "{step} {done:,}/{total:,} rows")
_PACE = Words("，每秒 {rate:,.0f} 行，还需 {remaining:.0f} 秒", ", {rate:,.0f} rows/s, {remaining:.0f} s to go")
_DONE = Words(
    "{uri} 现为快照 {hash}：新增 {added}，变更 {changed}，删除 {removed}，用时 {seconds:.1f} 秒。",
    "{uri} now holds snapshot {hash}: {added} added, {changed} changed, {removed} removed, in {seconds:.1f} s.",
)
_NOT_REMEMBERED = Words(
    "发布已完成，但工作目录里的 pushes.json 写不进去：下次发布会读回全部数据。",
    "The push is done, but pushes.json in the workspace cannot be written: the next push will read everything back.",
)
_EVERY = 5.0  # seconds between two lines where stderr is no terminal


@verb(
    "push",
    one_line("push"),
    examples=(
        "gridgov push bolt://localhost:7687",
        "gridgov push neo4j+s://graph.example.org/district --password-file ~/.neo4j --dry-run",
    ),
)
@argument("uri", metavar="URI", words=_URI)
@option("--dry-run", is_flag=True, words=_DRY_RUN)
@option("--force", is_flag=True, words=_FORCE)
@option("--verify", is_flag=True, words=_VERIFY)
@credentials_options()
@format_option("table", "json")
@click.pass_obj
def command(settings: Settings, *, uri: str, dry_run: bool, force: bool, verify: bool, form: str) -> None:
    """Publish the current snapshot."""
    from graph_store.errors import WorkspaceError
    from graph_store.publishing.publication import PushOptions, publish, rehearse
    from graph_store.workspace.pushed_servers import last_push, remember_push
    from gridgov import json_shapes
    from gridgov.servers import connected

    snapshot = settings.snapshot()
    start = time.monotonic()
    with connected(settings, uri) as store, _shown(settings) as watcher:
        address = str(store.server.address)
        since = last_push(settings.workspace(), address)
        options = PushOptions(force=force, watcher=watcher, since=since, thorough=verify)
        done = (rehearse if dry_run else publish)(store.server, snapshot, options)
        if done.verified:
            try:
                remember_push(settings.workspace(), address, done.bookmarks)
            except (WorkspaceError, OSError):  # what was to be done is done; the next push takes longer, and no more
                tell(settings.text(_NOT_REMEMBERED))
    seconds = time.monotonic() - start
    if form == "json":
        put(json_shapes.dump(json_shapes.push(done, snapshot, address, seconds)))
        return
    put("\n".join(done.plan.sentences(settings.language)))
    if not dry_run:
        blanks = json_shapes.changes(done)
        tell(settings.text(_DONE, uri=address, hash=done.content_hash[:12], seconds=seconds, **blanks))


@contextmanager
def _shown(settings: Settings) -> Iterator[Callable[["PushProgress"], None]]:
    """Show on stderr how far a push is: on a terminal in one line that changes, else in a line now and then."""
    show = _Shown(settings)
    try:
        yield show
    finally:
        show.end()


class _Shown:
    """Shows progress: a new line where a step begins, and while it lasts as often as can be read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._live = sys.stderr.isatty()
        self._step = ""
        self._last = 0.0
        self._width = 0

    def __call__(self, progress: "PushProgress") -> None:
        now = time.monotonic()
        begins = progress.step != self._step
        if not begins and now - self._last < (0.1 if self._live else _EVERY) and progress.done < progress.total:
            return
        self._step, self._last = progress.step, now
        line = push_line(progress, self._settings.language)
        if self._live:
            sys.stderr.write("\r" + line.ljust(self._width))
            sys.stderr.flush()
            self._width = len(line)
        else:
            tell(line)

    def end(self) -> None:
        """Leave the line that changes."""
        if self._live and self._width:
            tell("")


def push_line(progress: "PushProgress", language: str) -> str:
    """Return how far a push is, in a line: the step, rows done of how many, how fast, how long it still takes."""
    step = _STEPS[progress.step](language)
    if not progress.total:
        return step
    line = _COUNTED(language, step=step, done=progress.done, total=progress.total)
    if progress.rate is None or progress.remaining is None:
        return line
    return line + _PACE(language, rate=progress.rate, remaining=progress.remaining)
