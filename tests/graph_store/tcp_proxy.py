"""A proxy that breaks: between a client and a server on loopback, cutting the connection where a test says."""

import contextlib
import socket
import ssl
import threading
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
    """Passes bytes on to a server until the cut; from then on all connections are cut, and new ones too.

    Args:
        port: of the server, on loopback.
        cut: where it breaks; None: nowhere.
        back_again: let connections that are made after the cut pass.
        tls: encrypt towards the client.
    """

    def __init__(
        self, port: int, *, cut: Cut | None = None, back_again: bool = False, tls: ssl.SSLContext | None = None
    ) -> None:
        self._target = port
        self._cut, self._back_again, self._tls = cut, back_again, tls
        self._broken = self._swallows = False
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self.passed: dict[Direction, int] = {"up": 0, "down": 0}
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
        if self._broken and not self._back_again:
            client.close()
            return
        try:
            near = self._tls.wrap_socket(client, server_side=True) if self._tls else client
            far = socket.create_connection(("127.0.0.1", self._target))
        except OSError:  # the client did not like the certificate, or the server is away
            client.close()
            return
        with self._lock:
            self._open += [near, far]
        threading.Thread(target=self._pass, args=(near, far, "up"), daemon=True).start()
        self._pass(far, near, "down")

    def _pass(self, source: socket.socket, sink: socket.socket, direction: Direction) -> None:
        with contextlib.suppress(OSError, ValueError):
            while data := source.recv(1024):
                with self._lock:
                    cut = self._cuts(direction, len(data))
                    self.passed[direction] += len(data)
                if cut:
                    self._broken = True
                    self.break_all()
                    return
                if not self._swallows:
                    sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _cuts(self, direction: Direction, size: int) -> bool:
        if self._cut is None or self._broken or direction != self._cut.direction:
            return False
        return self.passed[direction] + size > self._cut.after
