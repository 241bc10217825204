"""A workbook with personal data onto the disk: for its owner alone, and whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from openpyxl import Workbook

OWNER_ONLY = 0o600  # on Windows the folder's permissions hold instead
BINARY = getattr(os, "O_BINARY", 0)  # exists on Windows alone


def save_privately(workbook: Workbook, path: Path) -> None:
    """Write under another name beside the target, then put it in its place.

    Args:
        workbook: the workbook.
        path: the target.

    Raises:
        OSError: if it cannot be written; then nothing of it stays.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | BINARY, OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            workbook.save(stream)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except BaseException:  # also when the user stops the program half-way
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
