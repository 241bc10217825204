"""gridgov serve: the embedded engine over Bolt on the loopback address."""

import os
import signal
import sys
import threading
from types import FrameType

import click

from gridgov.settings import Settings
from gridgov.terminal import put, tell
from gridgov.values import WholeNumber
from gridgov.verb import option, verb
from gridgov.verbs import one_line
from gridgov.words import Words

_PORT = Words("监听的端口；0 为任取一个空闲的", "port to listen on; 0: any that is free")
_TIMEOUT = Words("每条语句最多等几秒", "seconds that a statement may take")
_SERVED = Words(
    "地址    {uri}\n用户    {user}\n密码    {password}", "Address   {uri}\nUser      {user}\nPassword  {password}"
)
_HINT = Words(
    "快照 {snapshot} 的副本，停止后即丢弃；密码只显示这一次。按 Ctrl-C 停止。",
    "A copy of snapshot {snapshot}, thrown away at the end; the password is shown this once. Stop with Ctrl-C.",
)
_STOPPED = Words("已停止。", "Stopped.")
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_WAIT = 0.5  # seconds: on Windows a wait without an end hears no Ctrl-C


@verb("serve", one_line("serve"), examples=("gridgov serve", "gridgov serve --port 0"))
@option("--port", type=WholeNumber(0), default=7687, metavar="N", words=_PORT)
@option("--timeout", type=WholeNumber(1), default=60, metavar="S", words=_TIMEOUT)
@click.pass_obj
def command(settings: Settings, port: int, timeout: int) -> None:
    """Serve the current snapshot until it is stopped."""
    from graph_store.embedded.serving import serve

    snapshot = settings.snapshot()
    stop = threading.Event()
    with serve(snapshot, settings.workspace(), port=port, timeout=timeout) as served:
        _listen(stop)
        put(settings.text(_SERVED, uri=served.uri, user=served.user, password=served.password))
        sys.stdout.flush()
        tell(settings.text(_HINT, snapshot=snapshot.id))
        while not stop.wait(_WAIT):
            pass
    tell(settings.text(_STOPPED))
    os._exit(0)  # all is closed and the copy is gone; a statement that still runs would keep Java from ending


def _listen(stop: threading.Event) -> None:
    """Stop at Ctrl-C and at what a system sends to end a program; Java, which is running, had taken these."""

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for name in _SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), ask_to_stop)
