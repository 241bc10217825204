"""What a file is called where it is shown: its name, and with as many folders as tell it from others of that name."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from loaders.faults import Fault
    from loaders.preparing.given_files import PassedOver

_DIGITS = 8


class Shown(Protocol):
    """What the names of files are told from: a check's report, or a load's."""

    @property
    def paths(self) -> Mapping[str, Path]:
        """The hash of each file that was read -> the file."""

    @property
    def faults(self) -> Sequence["Fault"]:
        """The faults."""

    @property
    def passed_over(self) -> Sequence["PassedOver"]:
        """Files that were not read."""


class FileNames:
    """Names of files, none of which stands for two.

    Args:
        paths: the hash of each file that was read -> the file as it was given.
        faults: the faults that are shown; those of a file that could not be read bring its path.
        others: further files that are shown.
    """

    def __init__(self, paths: Mapping[str, Path], faults: Iterable["Fault"], others: Iterable[Path] = ()) -> None:
        self._paths = paths
        faults = list(faults)
        files = {*paths.values(), *others, *(f.path for f in faults if f.path)}
        self._names = _told_apart(files)
        self._known = {_same(path.name) for path in files}
        earlier = {(f.source, _same(f.file)) for f in faults if self.path(f) is None}
        self._repeated = {name for _, name in earlier if sum(name == other for _, other in earlier) > 1}

    @classmethod
    def in_report(cls, report: Shown) -> "FileNames":
        """Return the names of all files that a report speaks of."""
        passed = report.passed_over
        return cls(report.paths, report.faults, (p for entry in passed for p in (entry.path, entry.same_as) if p))

    def path(self, fault: "Fault") -> Path | None:
        """Return the file that a fault is of; None if it is one of an earlier load."""
        return fault.path or self._paths.get(fault.source or "")

    def of(self, fault: "Fault") -> str:
        """Return what the file of a fault is called."""
        path = self.path(fault)
        if path is not None:
            return self._names[path]
        is_alone = _same(fault.file) not in self._known | self._repeated
        return fault.file if is_alone or not fault.source else f"{fault.file} #{fault.source[:_DIGITS]}"

    def of_path(self, path: Path) -> str:
        """Return what a file that was given is called."""
        return self._names[path]


def _told_apart(files: Iterable[Path]) -> dict[Path, str]:
    groups: dict[str, list[Path]] = {}
    for path in sorted(files):
        groups.setdefault(_same(path.name), []).append(path)
    return {path: _shortest(path, group) for group in groups.values() for path in group}


def _shortest(path: Path, group: Sequence[Path]) -> str:
    own = path.absolute().parts
    others = [other.absolute().parts for other in group if other != path]
    size = next((n for n in range(1, len(own)) if all(other[-n:] != own[-n:] for other in others)), len(own))
    return "/".join(own[-size:]) if path.name else path.name


def _same(name: str) -> str:
    return name.casefold()
