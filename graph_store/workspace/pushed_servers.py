"""What a workspace remembers of the servers that it pushed to: by it the next push knows whether others wrote there."""

import json
from contextlib import suppress

from graph_store.workspace.durable import replace_file
from graph_store.workspace.home import Workspace

_FILE = "pushes.json"


def last_push(workspace: Workspace, address: str) -> tuple[str, ...]:
    """Return the bookmarks of the last push to a server whose outcome was verified; () if there was none.

    A file that is missing or no longer readable means as much: the next push then reads everything back.
    """
    marks = _remembered(workspace).get(address, [])
    return tuple(mark for mark in marks if isinstance(mark, str)) if isinstance(marks, list) else ()


def remember_push(workspace: Workspace, address: str, bookmarks: tuple[str, ...]) -> None:
    """Remember the bookmarks of a push whose outcome was verified.

    Args:
        workspace: from which was pushed.
        address: of the server and database, without user or password.
        bookmarks: `Publication.bookmarks`.

    Raises:
        WorkspaceError: the file cannot be written.
    """
    text = json.dumps({**_remembered(workspace), address: list(bookmarks)}, indent=1)
    with workspace.lock():
        replace_file(workspace.home / _FILE, text.encode())


def _remembered(workspace: Workspace) -> dict[str, object]:
    with suppress(OSError, ValueError):
        found = json.loads((workspace.home / _FILE).read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}
