"""The published record: what a district's publication and open statistics say, as records, and no more.

Real and small: divisions, committees, institutions, documents, mechanisms, and the few places and events that are
named. Each row has the section of the publication that says so. What is not public is absent; nobody is named.
"""

from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

_RECORDS = "records"
_README = "README.md"


def write_published(directory: Path) -> Sequence[Path]:
    """Copy the published record into a folder, as files that can be loaded.

    Args:
        directory: a folder; it is made if it is not there.

    Returns:
        The paths of the files that hold data, sorted by name; a README beside them names the sources.
    """
    directory.mkdir(parents=True, exist_ok=True)
    package = files(__package__)
    (directory / _README).write_bytes(package.joinpath(_README).read_bytes())
    paths = []
    with as_file(package.joinpath(_RECORDS)) as folder:
        for file in sorted(folder.glob("*.csv")):
            path = directory / file.name
            path.write_bytes(file.read_bytes())
            paths.append(path)
    return paths
