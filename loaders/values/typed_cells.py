"""Cells become values: one reading for each kind of column, with what is wrong as a code beside it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from graph_model.names import normal_text
from graph_model.official_codes import credit_code_problem, is_division_code
from graph_model.vocabularies import Vocabulary, vocabulary
from loaders.readers.sheet import Cell
from loaders.record_types.columns import Column
from loaders.values.cell_reading import NOTHING, CellContext, Reading, cell_text, is_missing, kept_cell, split_list
from loaders.values.counts import LARGEST_COUNT, count_of
from loaders.values.nearest import nearest
from loaders.values.private_numbers import is_identity_number, without_private_numbers
from loaders.values.ticked_boxes import ticked_word
from loaders.values.unfit_cells import unfit_cell
from loaders.values.written_codes import is_rounded, tells_nothing_apart, written_code
from loaders.values.written_dates import SHIFT_OF_1904, read_written_date

_NONE = frozenset({"无", "暂无"})
_ASKS_WHETHER_THERE_IS = ("有", "是否", "物业", "managed", "management")
_SERIAL_DATES = range(36_526, 55_153)
_CREDIT_CODE_PROBLEMS = {
    "form": ("位数或字符不对", "its length or characters"),
    "check": ("校验码不对", "its check character"),
    "rounded": ("以数字保存，末几位已丢失", "stored as a number, its last digits are lost"),
}


def read_cell(column: Column, cell: Cell, context: CellContext) -> Reading:
    """Read one cell of a column that is not private.

    Args:
        column: the column of the record type.
        cell: the cell.
        context: what the column as a whole says.

    Returns:
        The value, with a fault where there is one. Codes and references stay texts.
    """
    if is_missing(cell):
        return Reading(False) if _means_no(column, cell, context) else NOTHING
    unfit = unfit_cell(cell, column.kind, is_note=column.heading == "备注")
    if unfit:
        return Reading(None, unfit.code, unfit.blanks)
    return _READERS[column.kind](column, cell, context)


def _means_no(column: Column, cell: Cell, context: CellContext) -> bool:
    """Whether 无 answers the question of the heading: 是否有物业; under others it says that there is no answer."""
    asked = column.kind == "boolean" and any(word in context.heading for word in _ASKS_WHETHER_THERE_IS)
    return asked and isinstance(cell, str) and normal_text(cell) in _NONE


def _read_date(_column: Column, cell: Cell, context: CellContext) -> Reading:
    reading = read_written_date(
        cell,
        number_like_text=context.number_like_text,
        strptime_format=context.strptime_format,
        epoch_1904=context.epoch_1904,
    )
    if reading.value is None:
        days = " / ".join(day.isoformat() for day in reading.days)
        return Reading(None, reading.fault, {"readings": days} if days else {})
    blanks = {}
    if reading.fault == "ambiguous_month" and reading.value.first and reading.value.last:
        blanks = {"first": f"{reading.value.first:%Y-%m}", "second": f"{reading.value.last:%Y-%m}"}
    return Reading(str(reading.value), reading.fault, blanks)


def _read_integer(_column: Column, cell: Cell, _context: CellContext) -> Reading:
    number = count_of(cell)
    if number is not None and number <= LARGEST_COUNT:
        return Reading(number)
    digits = cell_text(cell)  # the number of a person or a telephone in the wrong column is not shown
    return Reading(None, "private_number" if without_private_numbers(digits) is not None else "invalid_number")


def _read_boolean(_column: Column, cell: Cell, _context: CellContext) -> Reading:
    if isinstance(cell, bool):
        return Reading(cell)
    text = cell_text(cell)
    term = vocabulary("yes_no").find(ticked_word(text))
    return Reading(term.code == "yes") if term else _outside(vocabulary("yes_no"), text, "unknown_term")


def _outside(terms: Vocabulary, text: str, code: str) -> Reading:
    found = nearest(text, [t.zh for t in terms.terms])
    blanks = {
        "vocabulary_zh": terms.zh,
        "vocabulary_en": terms.en,
        "terms_zh": "、".join(t.zh for t in terms.terms),
        "terms_en": ", ".join(t.en for t in terms.terms),
        "nearest_zh": f"最接近的是“{found}”。" if found else "",
        "nearest_en": f"The nearest is “{found}”. " if found else "",
    }
    if code == "unknown_term":
        return Reading(None, code, blanks)
    cleaned = without_private_numbers(text)
    return Reading(text, code, blanks) if cleaned is None else Reading(cleaned, "private_number")


def _read_terms(column: Column, cell: Cell, context: CellContext) -> Reading:
    terms = vocabulary(column.vocabulary or "")
    code = "unknown_term" if terms.closed else "value_outside_vocabulary"
    if not column.many:
        term = terms.find(cell_text(cell))
        return Reading(term.code) if term else _outside(terms, kept_cell(cell), code)
    values, fault = [], NOTHING
    for member in split_list(str(cell), context.separators):
        term = terms.find(member)
        reading = Reading(term.code) if term else _outside(terms, member, code)
        values.append(reading.value)
        fault = reading if reading.fault else fault
    return Reading(values, fault.fault, fault.blanks)


def _read_code(column: Column, cell: Cell, _context: CellContext) -> Reading:
    text = written_code(cell)
    if column.kind == "division_code":
        return Reading(text) if is_division_code(text) else Reading(None, "invalid_division_code")
    if column.kind == "credit_code":
        return _credit_code(text, "rounded" if is_rounded(cell) else credit_code_problem(text))
    scanned = _scanned(text)
    return scanned if scanned.fault or not tells_nothing_apart(cell) else Reading(None, "invalid_code")


def _credit_code(text: str, problem: str | None) -> Reading:
    if is_identity_number(text):
        return Reading(None, "private_number")
    if problem is None:
        return Reading(text)
    zh, en = _CREDIT_CODE_PROBLEMS[problem]
    return Reading(None, "invalid_credit_code", {"detail_zh": zh, "detail_en": en})


def _scanned(text: str) -> Reading:
    cleaned = without_private_numbers(text)
    return Reading(text) if cleaned is None else Reading(cleaned, "private_number")


def _read_text(column: Column, cell: Cell, context: CellContext) -> Reading:
    if column.kind == "reference" and is_rounded(cell):
        return Reading([] if column.many else None, "invalid_code")
    if column.many:
        readings = [_scanned(m) for m in split_list(str(cell), context.separators)]
        return Reading([r.value for r in readings], next((r.fault for r in readings if r.fault), None))
    serial = cell + SHIFT_OF_1904 * context.epoch_1904 if isinstance(cell, int) else -1
    if column.kind == "text" and serial in _SERIAL_DATES and "号" not in context.heading:
        day = date(1899, 12, 30) + timedelta(days=serial)
        return Reading(str(cell), "serial_in_text", {"date": day.isoformat()})
    return _scanned(kept_cell(cell))


_READERS: Mapping[str, Callable[[Column, Cell, CellContext], Reading]] = {
    "date": _read_date,
    "integer": _read_integer,
    "boolean": _read_boolean,
    "vocabulary": _read_terms,
    "division_code": _read_code,
    "credit_code": _read_code,
    "code": _read_code,
    "text": _read_text,
    "reference": _read_text,
}
