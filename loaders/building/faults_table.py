"""Faults as a table of a snapshot."""

from collections.abc import Sequence

import polars as pl

from loaders.faults import Fault
from loaders.records.typed_tables import SOURCE_LENGTH
from loaders.values.private_numbers import scrubbed

_PLACE = ("source", "file", "sheet", "row", "column", "heading", "code", "severity", "value")
_TEXTS = ("reason_zh", "reason_en", "suggestion_zh", "suggestion_en")


def faults_frame(faults: Sequence[Fault]) -> pl.DataFrame:
    """Return faults as a table.

    Its columns: source (first digits of the file's hash), file, sheet, row, column, heading, code, severity, value,
    reasons and suggestions.
    """
    rows = [
        {
            "source": f.source[:SOURCE_LENGTH] if f.source else None,
            "file": scrubbed(f.file),
            "sheet": None if f.sheet is None else scrubbed(f.sheet),
            "row": f.row,
            "column": f.column,
            "heading": f.heading,
            "code": f.code,
            "severity": f.severity,
            "value": f.value,
            "reason_zh": f.reason("zh"),
            "reason_en": f.reason("en"),
            "suggestion_zh": f.suggestion("zh"),
            "suggestion_en": f.suggestion("en"),
        }
        for f in faults
    ]
    schema = {n: pl.Int64() if n == "row" else pl.String() for n in (*_PLACE, *_TEXTS)}
    return pl.DataFrame(rows, schema=schema)
