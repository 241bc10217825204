"""What the program and its reading process say to each other: pickles, each after its length."""

import datetime
import io
import pickle
import struct
from pathlib import Path, PosixPath, PurePosixPath, PureWindowsPath, WindowsPath
from typing import Any, BinaryIO

from loaders.readers.failures import ReadFailure
from loaders.readers.limits import Limits
from loaders.readers.results import ReadResult
from loaders.readers.sheet import Sheet

LENGTH = struct.Struct(">Q")
KNOWN = {
    (known.__module__, known.__qualname__): known
    for known in (
        *(ReadResult, ReadFailure, Sheet, Limits, datetime.date, datetime.datetime, frozenset),
        *(Path, PosixPath, WindowsPath, PurePosixPath, PureWindowsPath),
    )
}


class _KnownOnly(pickle.Unpickler):
    """Takes results and cells alone: the process that a hostile file was opened in is not trusted with more."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return KNOWN[module, name]
        except KeyError as error:
            msg = f"a reading process does not send {module}.{name}"
            raise pickle.UnpicklingError(msg) from error


def send(stream: BinaryIO, message: object) -> None:
    """Write one message and hand it over at once."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """The next message.

    Args:
        stream: the end that it comes from.

    Returns:
        The message.

    Raises:
        EOFError: if the other end is gone.
        UnpicklingError: if it sent what it has no reason to send.
    """
    return _KnownOnly(io.BytesIO(received_bytes(stream))).load()


def received_bytes(stream: BinaryIO) -> bytes:
    """The next message as it was sent.

    Raises:
        EOFError: if the other end is gone.
    """
    (length,) = LENGTH.unpack(_exactly(stream, LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        msg = "the other end is gone"
        raise EOFError(msg)
    return data
