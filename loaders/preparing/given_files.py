"""Which of the files and folders that a user gives are tables to be read, and which are passed over."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Reason = Literal[
    "own_file",
    "lock_file",
    "system_file",
    "temporary_file",
    "hidden_folder",
    "linked_folder",
    "closed_folder",
    "no_table",
    "copy",
]

OWN_FILES = frozenset({"readme.txt", "readme.md", "planted_faults.json"})
"""Files that `sample` writes beside the workbooks."""

SYSTEM_FILES = frozenset(
    {".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".directory", ".localized"}
)
WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".et", ".ett", ".ods", ".ots")
TABLE_ENDINGS = frozenset((*WORKBOOKS, ".csv", ".tsv", ".tab", ".txt", ".json"))
"""Endings that a file within a folder has if it may be a table; a file that is named outright needs none."""


@dataclass(frozen=True)
class PassedOver:
    """A file that is not read, and why.

    Args:
        path: the file, or a folder that is not looked into.
        reason: written by `sample`, by a program that has the workbook open, by the system; left over from saving;
            hidden, a link or closed to the user; no table by its ending; or the same bytes as another file.
        same_as: of a copy, the file that was read in its place.
    """

    path: Path
    reason: Reason
    same_as: Path | None = None


@dataclass(frozen=True)
class GivenFiles:
    """What a user gave, sorted.

    Args:
        files: the files to be read, each once, by name.
        passed_over: the others.
    """

    files: tuple[Path, ...]
    passed_over: tuple[PassedOver, ...]


def given_files(given: Iterable[Path]) -> GivenFiles:
    """Sort what a user gave: a folder stands for the tables in it, and below it but for hidden folders.

    Args:
        given: files and folders. A folder without any table is kept, so that whoever reads it says so.
    """
    files: dict[str, Path] = {}
    passed: dict[str, PassedOver] = {}
    for found in (entry for path in given for entry in _entries(path)):
        if isinstance(found, PassedOver):
            passed.setdefault(_same(found.path), found)
        else:
            files.setdefault(_same(found), found)
    ordered = sorted(files.values(), key=lambda file: (file.name, str(file)))
    return GivenFiles(tuple(ordered), tuple(sorted(passed.values(), key=lambda p: (p.path.name, str(p.path)))))


def reason_by_name(name: str) -> Reason | None:
    """Return why a file of this name is no registry, whatever it holds; None if it may be one."""
    plain = name.casefold()
    if plain in OWN_FILES:
        return "own_file"
    if plain.startswith(("~$", ".~")):  # Office and WPS; LibreOffice's end in # besides
        return "lock_file"
    if plain in SYSTEM_FILES or plain.startswith("._"):  # macOS keeps there what other systems' disks cannot hold
        return "system_file"
    return "temporary_file" if plain.endswith(".tmp") else None


def _entries(path: Path) -> Iterator[Path | PassedOver]:
    if path.is_dir():
        within = list(_within(path))
        yield from within
        if not any(isinstance(entry, Path) for entry in within):
            yield path
    elif reason := reason_by_name(path.name):
        yield PassedOver(path, reason)
    else:
        yield path


def _within(folder: Path) -> Iterator[Path | PassedOver]:
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        left_out = {name: reason for name in folders if (reason := _reason_of_folder(Path(place, name)))}
        yield from (PassedOver(Path(place, name), reason) for name, reason in left_out.items())
        folders[:] = [name for name in folders if name not in left_out]
        for name in names:
            reason = reason_by_name(name) or (None if Path(name).suffix.lower() in TABLE_ENDINGS else "no_table")
            yield PassedOver(Path(place, name), reason) if reason else Path(place, name)
    yield from (PassedOver(Path(error.filename), "closed_folder") for error in closed)


def _reason_of_folder(path: Path) -> Reason | None:
    if path.name.startswith((".", "__MACOSX", "$")):  # $RECYCLE.BIN
        return "hidden_folder"
    return "linked_folder" if path.is_symlink() else None  # it may lead back to where it lies


def _same(path: Path) -> str:
    """What two writings of one path have in common."""
    return os.path.realpath(path)
