"""Cases as data: what stands in `cases/*.toml`, and the small files that each is about."""

import json
import re
import string
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.silence.numbers_made_up import with_numbers
from tests.silence.workbook_files import write_workbook

CASES = Path(__file__).parent / "cases"
TRIED_ALWAYS = 3
"""How many values of a case with many are tried in every run."""

DISTRICT = """区划代码,区划名称,级别,上级区划代码
990206000000,示例区,区,
990206003000,鹭湾街道,街道,990206000000
990206003022,和盛里社区,社区,990206003000
990206003023,望海社区,社区,990206003000
"""
"""A district with two communities, given along with every case that does not stand alone."""


@dataclass(frozen=True)
class Case:
    """Small files, and what must come of them.

    Args:
        kind: the kind of trap, which is the name of the file of cases.
        id: its name.
        why: what a user would miss if it went wrong, in a user's words.
        files: name (with folders) -> text; numbers of persons and firms are placeholders, `<id 1>`.
        binary: name -> bytes in hexadecimal, where a text cannot say it.
        workbooks: name -> sheets as data; `workbook_files.py` says how.
        encodings: name -> encoding of a text file, UTF-8 without a mark by default.
        order: the files in the order in which they are given; empty: by name.
        mapping: text of a mapping file.
        as_of: the day given on the command line; None: none.
        alone: whether the files are given without the district.
        at: places of which one must bear a fault if the facts are not as a person reads them: `file!B3` (that cell, or
            its row as a whole), `file!3` (anywhere in the row), `file!B` (that column, wherever), `file` (the file, a
            sheet or a heading), `file!*` (anywhere in the file).
        codes: the codes that may stand there; empty: all that ask about something.
        facts: questions in SQL over the snapshot's tables, each with the rows that a person reads in the files.
        never: questions in SQL that must find nothing.
        plain: whether nothing is to be asked, since nothing is in doubt.
        must_load: whether the facts must hold in any case, a fault or not, and no file may be lost.
        open: whether the case is known to fail.
        further: whether it is one more value of a case of which enough others are tried in every run.

    A case with `each = [...]` is one case a value, which stands for `{each}` wherever that is written; `open_for` lists
    the values with which it is known to fail. Values beyond the third belong to the long proof.
    """

    kind: str
    id: str
    why: str
    files: Mapping[str, str] = field(default_factory=dict)
    binary: Mapping[str, str] = field(default_factory=dict)
    workbooks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    encodings: Mapping[str, str] = field(default_factory=dict)
    order: Sequence[str] = ()
    mapping: str | None = None
    as_of: date | None = date(2024, 9, 3)
    alone: bool = False
    at: Sequence[str] = ()
    codes: Sequence[str] = ()
    facts: Sequence[Mapping[str, Any]] = ()
    never: Sequence[str] = ()
    plain: bool = False
    must_load: bool = False
    open: bool = False
    further: bool = False

    def write(self, folder: Path) -> list[Path]:
        """Write its files and return them in the order in which they are given."""
        given = {} if self.alone else {"区划_20240101.csv": DISTRICT}
        for name, text in {**given, **self.files}.items():
            written = with_numbers(text).encode(self.encodings.get(name, "utf-8"))
            _place(folder, name).write_bytes(written)
        for name, digits in self.binary.items():
            _place(folder, name).write_bytes(bytes.fromhex(re.sub(r"\s", "", digits)))
        for name, workbook in self.workbooks.items():
            write_workbook(_place(folder, name), workbook)
        names = self.order or sorted([*given, *self.files, *self.binary, *self.workbooks])
        return [folder / name for name in names]


def _place(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def column_and_row(cell: str) -> tuple[str, str]:
    """Return the column and the row of a place in a table: of `B3` both; of `B`, `3` and `*` one, the other empty."""
    column = cell.rstrip(string.digits)
    return column, cell.removeprefix(column)


def all_cases(folder: Path = CASES) -> Iterator[Case]:
    """Read every case of every kind in a folder, in order."""
    for path in sorted(folder.glob("*.toml")):
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            for place, value in enumerate(written.pop("each", [None])):
                case = _read(path.stem, dict(written) if value is None else _filled(written, value), value)
                yield replace(case, further=place >= TRIED_ALWAYS)


def _filled(written: dict[str, Any], value: str) -> dict[str, Any]:
    quoted = json.dumps(value, ensure_ascii=False)[1:-1]
    filled: dict[str, Any] = json.loads(json.dumps(written, ensure_ascii=False, default=str).replace("{each}", quoted))
    return {**filled, "id": f"{filled['id']}[{value}]"}


def _read(kind: str, written: dict[str, Any], value: str | None) -> Case:
    status, open_for = written.pop("status", ""), written.pop("open_for", [])
    if status not in {"", "open"}:
        raise ValueError(f"{kind}: {written['id']}: status {status}")
    if "as_of" in written:
        day = str(written["as_of"])
        written["as_of"] = None if day == "none" else date.fromisoformat(day)
    return Case(kind=kind, open=status == "open" or value in open_for, **written)
