"""Both ways: each code that the loaders can give is declared, each that is declared can be given."""

import ast
from collections.abc import Iterator
from pathlib import Path

import loaders
from loaders.faults import fault_kinds
from loaders.readers import FAILURES
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns

ROOM = Path(loaders.__file__).parent
GIVING = {"at_cell", "at_row", "fault", "_fault", "Fault", "Reading", "DateReading", "Answer", "kind_of_fault"}
"""Calls of which an argument is a code."""

COMPOSED = {"struck_row", "hidden_row", "sample_row"}
"""Codes that are put together: the kind of the row, then `_row`."""


def words(tree: ast.AST) -> Iterator[str]:
    """Every text that a call of `GIVING` has among its arguments, however deep, and every text of a plain tuple."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in GIVING:
                parts = [*node.args, *(k.value for k in node.keywords if k.arg in {"code", "fault"})]
                yield from (
                    c.value
                    for p in parts
                    for c in ast.walk(p)
                    if isinstance(c, ast.Constant) and isinstance(c.value, str)
                )


def texts() -> set[str]:
    """Every text in the code of the loaders."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in ROOM.rglob("*.py")]
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def test_each_declared_code_stands_somewhere_in_the_code() -> None:
    assert set(fault_kinds()) - texts() == COMPOSED


def test_each_code_that_is_given_is_declared() -> None:
    own = [f for f in ROOM.rglob("*.py") if f.relative_to(ROOM).parts[0] not in {"readers", "plans", "returning"}]
    given = {w for file in own for w in words(ast.parse(file.read_text(encoding="utf-8")))}
    codes = {w for w in given if "_" in w and w.replace("_", "").isalpha() and w.isascii() and w.islower()}
    others = {"valid_from", "identity_number", "person_name", "community", "detail_zh", "detail_en", "as_of", "_row"}
    others |= {"end_inclusive"}
    assert codes - others <= set(fault_kinds())


def test_files_and_cells_never_share_a_code() -> None:
    assert not set(FAILURES) & set(fault_kinds())


def test_every_code_has_a_remedy_in_the_documentation() -> None:
    page = (ROOM.parent / "docs" / "faults.md").read_text(encoding="utf-8")
    missing = [code for code in (*fault_kinds(), *FAILURES) if f"## {code} " not in page]
    assert missing == []


def test_every_example_names_a_field_of_a_record_type() -> None:
    for kind in fault_kinds().values():
        assert str(kind.example["field"]) in columns(RECORD_TYPES[str(kind.example["record"])])
        assert kind.example["bad"] != kind.example["good"]
