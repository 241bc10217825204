"""A proxy that breaks: between a client and servers on loopback, cutting the connection where a test says."""

import contextlib
import socket
import ssl
import threading
from collections import Counter
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

Direction = Literal["up", "down"]
"""From the client to the server, or back."""


@dataclass(frozen=True)
class Cut:
    """Where the connection breaks: after this many bytes in this direction, all connections together."""

    direction: Direction
    after: int


class TcpProxy:
    """Passes bytes on to a server until it goes away; from then on all connections are cut, and new ones too.

    It goes away where the cut is, or when it is told to, and comes back when it is told to, before another server too.

    Args:
        port: of the server, on loopback.
        cut: where it breaks; None: nowhere.
        back_again: let connections that are made after the cut pass.
        tls: encrypt towards the client.

    Attributes:
        port: of the proxy itself.
        passed: bytes, each way.
        reached: connections that were made, by the port of the server.
        turned_away: set when somebody came while it was away, or while the server was.
    """

    def __init__(
        self, port: int, *, cut: Cut | None = None, back_again: bool = False, tls: ssl.SSLContext | None = None
    ) -> None:
        self._target = port
        self._cut, self._back_again, self._tls = cut, back_again, tls
        self._away = self._swallows = False
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self.passed: dict[Direction, int] = {"up": 0, "down": 0}
        self.reached: Counter[int] = Counter()
        self.turned_away = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()
        self.break_all()

    def swallow(self) -> None:
        """Pass nothing on any more, and leave the connections open: what a server does that froze."""
        self._swallows = True

    def break_after(self, cut: Cut) -> None:
        """Go away where the cut is; bytes that have passed count."""
        with self._lock:
            self.turned_away.clear()
            self._cut = cut

    def go_away(self) -> None:
        """Cut all connections, and new ones too, until it comes back."""
        with self._lock:
            self.turned_away.clear()
            self._away = True
        self.break_all()

    def come_back(self, port: int) -> None:
        """Let new connections pass, to the server at a port; those to another server are cut."""
        with self._lock:
            self._target, self._away = port, False
        self.break_all()

    def break_all(self) -> None:
        """Cut all connections."""
        with self._lock:
            doomed, self._open = self._open, []
        for one in doomed:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:  # closed: the test is over
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        target = self._target
        try:
            if self._away:
                raise ConnectionAbortedError
            near = self._tls.wrap_socket(client, server_side=True) if self._tls else client
            far = socket.create_connection(("127.0.0.1", target))
        except OSError:  # away, or the client did not like the certificate, or the server is away
            self._turn_away(client)
            return
        with self._lock:
            late = self._away or target != self._target  # it went, or moved, while this one was being made
            if not late:
                self._open += [near, far]
                self.reached[target] += 1
        if late:
            far.close()
            self._turn_away(near)
            return
        threading.Thread(target=self._pass, args=(near, far, "up"), daemon=True).start()
        self._pass(far, near, "down")

    def _turn_away(self, client: socket.socket) -> None:
        client.close()
        self.turned_away.set()

    def _pass(self, source: socket.socket, sink: socket.socket, direction: Direction) -> None:
        with contextlib.suppress(OSError, ValueError):
            while data := source.recv(1024):
                with self._lock:
                    cut = self._cuts(direction, len(data))
                    self.passed[direction] += len(data)
                if cut:
                    self.break_all()
                    return
                if not self._swallows:
                    sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _cuts(self, direction: Direction, size: int) -> bool:
        if self._cut is None or direction != self._cut.direction or self.passed[direction] + size <= self._cut.after:
            return False
        self._cut, self._away = None, not self._back_again
        return True
