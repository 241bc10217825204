"""A fault as the loaders make them, in short."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A fault of a cell, a row, a sheet or a file."""

    row: int | None = None
    column: str | None = None
    sheet: str | None = "共建单位"
    code: str = "unknown_code"
    severity: str = "error"
    value: object = "9902"
    heading: str | None = "代码"
    file: str = "a.xlsx"
    reason: str = "没有这个代码"
    suggestion: str = "请查行政区划代码表"
