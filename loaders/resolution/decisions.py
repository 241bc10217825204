"""The ledger of decisions that persons made about names, which every load obeys."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import UsageError
from graph_model.names import normal_name
from graph_model.schema import NODE_TYPES
from graph_model.uids import key_of, node_uid
from loaders.readers.csv_files import parse_csv
from loaders.readers.encodings import decode
from loaders.readers.failures import Unreadable
from loaders.readers.limits import Limits

FILE_NAME = "decisions.csv"
NEEDED = ("label", "name", "decision", "uid")
"""The columns that every ledger has; who and when are for those who read it."""

_DECISIONS = ("same", "not_same", "unsure")
_A_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Said = tuple[str, str]
"""What is wrong, in Chinese and in English."""


@dataclass(frozen=True)
class Decision:
    """One line of the ledger.

    Args:
        row: its number, as a spreadsheet shows it.
        cells: column -> what stands there, without blanks around.
    """

    row: int
    cells: Mapping[str, str]


def read_decisions(file: Path) -> Mapping[tuple[str, str], str]:
    """Read which names persons have decided to be which thing.

    Args:
        file: CSV with the columns label, name, decision (same, not_same, unsure), uid, who, when, as any spreadsheet
            saves it; it may be absent. Other columns and empty lines are passed over.

    Returns:
        (label, normal name) -> uid, for each line that says "same"; of two lines on one name the later counts.
        "not_same" undoes the decision for its uid, or for any if it gives none; "unsure" undoes it.

    Raises:
        UsageError: with the rows, where a label, name, decision or uid is none.
    """
    if not file.exists():
        return {}
    decisions = list(_decisions(file))
    wrong = [(decision.row, said) for decision in decisions if (said := _wrong(decision.cells))]
    if wrong:
        raise _refused(file, wrong)
    decided: dict[tuple[str, str], str] = {}
    for decision in decisions:
        label, name, verdict, uid = (decision.cells[column] for column in NEEDED)
        at = (label, normal_name(label, name))
        if verdict.lower() == "same":
            decided[at] = uid
        elif verdict.lower() == "unsure" or not uid or decided.get(at) == uid:
            decided.pop(at, None)
    return decided


def _decisions(file: Path) -> Iterator[Decision]:
    rows = [["" if cell is None else str(cell).strip() for cell in row] for row in _rows(file)]
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not filled:
        return
    headings = [heading.lower() for heading in filled[0][1]]
    for column in NEEDED:
        if headings.count(column) != 1:
            said = (f"表头要有 {column} 一列，且只有一列", f"the heading needs one column {column}")
            raise _refused(file, [(filled[0][0], said)])
    wide = [(number, row) for number, row in filled if any(row[_width(headings) :])]
    if wide:
        raise _refused(file, [(number, _too_wide(row, headings)) for number, row in wide])
    for number, row in filled[1:]:
        yield Decision(number, dict(zip(headings, row, strict=True)))


def _rows(file: Path) -> Sequence[Sequence[object]]:
    try:
        data = file.read_bytes()
    except OSError as error:
        zh, en = f"{file.name} 读不了：{error.strerror}", f"{file.name} cannot be read: {error.strerror}"
        raise UsageError(zh, en) from error
    if data.startswith(_A_WORKBOOK):
        raise UsageError(f"{file.name} 是工作簿：请另存为 CSV", f"{file.name} is a workbook: save it as CSV")
    try:
        text, _ = decode(data)
        return parse_csv(text.removeprefix("\ufeff"), Limits())
    except Unreadable as error:
        said = error.failure
        zh, en = f"：{said.reason_zh}。{said.suggestion_zh}", f": {said.reason_en}. {said.suggestion_en}"
        at = ("", "") if said.row is None else (f" 第 {said.row} 行", f", row {said.row}")
        raise UsageError(f"{file.name}{at[0]}{zh}", f"{file.name}{at[1]}{en}") from error


def _width(headings: Sequence[str]) -> int:
    return max(at for at, heading in enumerate(headings, 1) if heading)


def _too_wide(row: Sequence[str], headings: Sequence[str]) -> Said:
    cells, columns = max(at for at, cell in enumerate(row, 1) if cell), _width(headings)
    return (
        f"有 {cells} 格，表头只有 {columns} 列：名称里的逗号要加双引号",
        f"has {cells} cells, the heading {columns} columns: a name with a comma is put into double quotes",
    )


def _wrong(cells: Mapping[str, str]) -> Said | None:
    """Return what is wrong with a line, without its name, which may be a person's; None if nothing is."""
    label, name, verdict, uid = (cells[column] for column in NEEDED)
    if label not in NODE_TYPES:
        return "label 应为节点类型（见 docs/schema.md）", "label must be a node type (see docs/schema.md)"
    if not name:
        return "name 是空的", "name is empty"
    if verdict.lower() not in _DECISIONS:
        return f"decision 应为 {'、'.join(_DECISIONS)}", f"decision must be one of {', '.join(_DECISIONS)}"
    if not uid and verdict.lower() != "same":
        return None
    if not key_of(uid).strip() or uid != node_uid(label, key_of(uid)):
        begin = node_uid(label, "")
        return f"uid 应写成 {begin}…（用 gridgov show 查）", f"uid must be written {begin}… (gridgov show tells it)"
    return None


def _refused(file: Path, wrong: Sequence[tuple[int, Said]]) -> UsageError:
    return UsageError(
        "\n".join(f"{file.name} 第 {row} 行：{zh}" for row, (zh, _) in wrong),
        "\n".join(f"{file.name}, row {row}: {en}" for row, (_, en) in wrong),
    )
