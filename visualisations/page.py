"""A finished page: write it, or show it in a notebook."""

import html as html_text
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from visualisations.errors import PageNotWritten


@dataclass(frozen=True)
class Page:
    """One self-contained HTML page.

    Args:
        title: what its window is called.
        html: the whole page.
    """

    title: str
    html: str = field(repr=False)

    def write(self, path: str | Path) -> Path:
        """Write the page to a file, whole or not at all.

        Args:
            path: the file; what stood there is replaced, folders are made.

        Returns:
            the path of the file.

        Raises:
            PageNotWritten: if the system refuses; what stood there stays.
        """
        target = Path(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, self.html)
        except OSError as error:
            raise PageNotWritten(target, error.strerror or str(error)) from error
        return target

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own for a notebook: its script runs there and sees nothing outside."""
        return (
            f'<iframe title="{html_text.escape(self.title)}" sandbox="allow-scripts allow-downloads allow-modals" '
            f'width="100%" height="860" srcdoc="{html_text.escape(self.html)}"></iframe>'
        )


def _replace(target: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _open_to_readers(Path(name))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _open_to_readers(path: Path) -> None:
    """Give a file the permissions of any new file; temporary ones are readable by their owner alone."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
