"""Figures files: one TOML file for one publication on one district; a file may extend another."""

import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph_model.errors import UsageError
from queries.figure_checks import Fault, faults_in, form_fault
from queries.figure_definitions import FigureSet

FIGURES_FOLDER = Path(__file__).parent / "figures"

_DISTRICT_DIGITS = 6


class FiguresFileError(UsageError):
    """A figures file cannot be used; every fault is named with its file and its figure."""


def read_figures(path: Path) -> FigureSet:
    """Read a figures file, with the file that it extends.

    Args:
        path: a TOML file; `extends = "stem"` names a file beside it, or one that gridgov brings.

    Returns:
        The figures, checked.

    Raises:
        FiguresFileError: with all faults of the file.
    """
    document = _document(path, seen=())
    try:
        figures = FigureSet.model_validate({**document, "file": path.name})
    except ValidationError as error:
        raise _error(path, [form_fault(e) for e in error.errors(include_url=False)]) from error
    if faults := faults_in(figures):
        raise _error(path, faults)
    return figures


def figures_for(district_code: str | None, folder: Path = FIGURES_FOLDER) -> FigureSet:
    """Return the figures that were published on a district; the newest, if there are several publications.

    Args:
        district_code: 12-digit division code of a snapshot's district; None: no district was loaded.
        folder: where figures files are kept.

    Returns:
        The figures of that district, else those of the file that is marked `default`.

    Raises:
        FiguresFileError: if a file cannot be read, or none fits and none is the default.
    """
    known = [read_figures(path) for path in sorted(folder.glob("*.toml"))]
    own = [f for f in known if district_code and f.district[:_DISTRICT_DIGITS] == district_code[:_DISTRICT_DIGITS]]
    chosen = own or [f for f in known if f.default]
    if not chosen:
        raise _error(folder, [("district", f"没有 {district_code} 的指标文件", f"no figures file for {district_code}")])
    return max(chosen, key=lambda f: f.publication.day)


def _document(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    document = _read(path)
    stem = document.pop("extends", None)
    if stem is not None:
        beside = path.with_name(f"{stem}.toml")
        extended = beside if beside.is_file() else FIGURES_FOLDER / f"{stem}.toml"
        if extended in (*seen, path) or not extended.is_file():
            raise _error(path, [("extends", f"没有可供引用的文件 {stem}.toml", f"no file {stem}.toml to extend")])
        document = _laid_over(_without_default(_document(extended, (*seen, path))), document)
    return _with_ids(document)


def _read(path: Path) -> dict[str, Any]:
    try:
        # Percentages stay as written: 64.50 was published more exactly than 64.5.
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError as error:
        raise FiguresFileError(f"没有文件 {path}", f"there is no file {path}") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise FiguresFileError(f"{path} 无法读取：{reason}", f"cannot read {path}: {reason}") from error
    except tomllib.TOMLDecodeError as error:
        raise FiguresFileError(f"{path} 不是有效的 TOML：{error}", f"{path} is not valid TOML: {error}") from error


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _laid_over(merged[key], value) if both else value
    return merged


def _without_default(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != "default"}


def _with_ids(document: dict[str, Any]) -> dict[str, Any]:
    figures = document.get("figures", {})
    if isinstance(figures, dict):
        named = {key: {**f, "id": key} if isinstance(f, dict) else f for key, f in figures.items()}
        document = {**document, "figures": named}
    return document


def _error(path: Path, faults: Iterable[Fault]) -> FiguresFileError:
    faults = list(faults)
    zh = "\n".join(f"{path.name}: {place}: {text}" for place, text, _ in faults)
    en = "\n".join(f"{path.name}: {place}: {text}" for place, _, text in faults)
    return FiguresFileError(zh, en)
