"""What returned workbooks are called: no two alike, and none over what an office sent."""

import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from loaders.returning.marked_workbooks.fault_list import NAMES

ENDING = ".xlsx"
RETURNED = "_检查"
FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
"""Characters that Windows allows in no file name; a drive or a slash stands between folders."""


class Targets:
    """Chooses names in a folder.

    Args:
        directory: where the workbooks go.
        files: the files that were checked.
    """

    def __init__(self, directory: Path, files: Iterable[Path]) -> None:
        self._directory = directory
        self._kept = {file.resolve() for file in files}
        self._taken: set[str] = set()

    def choose(self, shown: str) -> Path:
        """Return where the workbook of a file goes.

        Args:
            shown: the file's name, with folders where other files have the same.

        Returns:
            `<folders_name>.xlsx`; with the file's own ending, `_检查` or a number in it where a workbook of this run
            has that name, or a file that is no earlier result of a check.
        """
        name = PurePosixPath(shown)
        plain = "_".join(name.with_suffix("").parts).translate(FORBIDDEN)
        with_ending = f"{plain}_{name.suffix.removeprefix('.')}" if name.suffix else plain
        numbered = (
            f"{with_ending}{RETURNED}{number}" for number in range(2, len(self._taken) + len(self._kept) + 1000)
        )
        for stem in (plain, with_ending, f"{plain}{RETURNED}", f"{with_ending}{RETURNED}", *numbered):
            path = self._directory / f"{stem}{ENDING}"
            if path.name.casefold() not in self._taken and self._may_replace(path):
                self._taken.add(path.name.casefold())
                return path
        msg = f"{self._directory} has no free name for {shown}"
        raise FileExistsError(msg)

    def _may_replace(self, path: Path) -> bool:
        return not path.exists() or (path.resolve() not in self._kept and _is_result(path))


def _is_result(path: Path) -> bool:
    """Whether a file is a workbook that a check wrote, and not one that an office sent and that only lies there."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.read("xl/workbook.xml")
    # a package that cannot be opened (damaged, encrypted, of another kind) is none that gridgov has written
    except (OSError, zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False
    return any(f'name="{name}'.encode() in names for name in NAMES.values())
