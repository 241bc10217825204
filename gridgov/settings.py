"""What holds for a whole command: the language, where the workspace is, and which server is asked instead."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov.usage import usage_error
from gridgov.words import Language, Words

if TYPE_CHECKING:
    from graph_store.snapshot.reading import Snapshot
    from graph_store.workspace.home import Workspace


STORE_VARIABLE = "GRIDGOV_STORE"
"""Names a server that is asked instead of the embedded engine."""


@dataclass
class Settings:
    """The options that every verb takes; the last place on the command line that gives one wins.

    Args:
        language: "zh" or "en".
        home: the workspace's folder; None is `GRIDGOV_HOME`, else `./.gridgov`.
        store: address of a server that is asked instead of the embedded engine.
        user: who asks the server; None is what the environment or the password file says.
        password_file: holds user and password.
    """

    language: Language
    home: Path | None = None
    store: str | None = None
    user: str | None = None
    password_file: Path | None = None

    def workspace(self) -> "Workspace":
        """Return the workspace that the command works in.

        Raises:
            UsageError: if there is a file of that name.
        """
        from graph_store.workspace.home import Workspace

        workspace = Workspace.find(self.home)
        if workspace.home.exists() and not workspace.home.is_dir():
            raise usage_error(_NO_FOLDER, home=workspace.home)
        return workspace

    def snapshot(self) -> "Snapshot":
        """Return the current snapshot.

        Raises:
            UsageError: if nothing has been loaded yet; the message says how to.
        """
        workspace = self.workspace()
        snapshot = workspace.current()
        if snapshot is None:
            raise usage_error(_NOTHING_LOADED, home=workspace.home)
        return snapshot

    def text(self, words: Words, **blanks: object) -> str:
        """Return a text in the command's language."""
        return words(self.language, **blanks)


_NO_FOLDER = Words(
    "{home} 是文件，不能作工作目录；请用 --home 指明一个目录。",
    "{home} is a file and no workspace; name a folder with --home.",
)
_NOTHING_LOADED = Words(
    "{home} 里还没有数据。请先运行 gridgov load 文件…，或用 --home 指明工作目录；想先看看，运行 gridgov demo。",
    "{home} holds no data yet. Run gridgov load FILES… first, or name the workspace with --home; "
    "to have a look first, run gridgov demo.",
)
