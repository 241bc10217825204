"""Disks that are full and folders that may not be written to, for a process of its own."""

import ctypes
import os
import sys
from collections.abc import Callable

_DROP_FROM_BOUNDING_SET = 24  # PR_CAPBSET_DROP
_OVERRIDE_PERMISSIONS = 1  # CAP_DAC_OVERRIDE


def file_limit(size: int) -> Callable[[], None]:
    """Return what makes a process fail to write files beyond a size, as a full disk does."""
    import resource  # noqa: PLC0415 - POSIX alone

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def like_anybody() -> None:
    """Make permissions of files hold for the program that this process becomes, even if it is root's."""
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, _OVERRIDE_PERMISSIONS, 0, 0, 0)
