"""Writes a district as the files of its offices."""

from collections.abc import Iterator
from pathlib import Path

from sample_data.example.offices.ods_files import write_ods
from sample_data.example.offices.senders import File, district_files, subdistrict_files
from sample_data.example.offices.sheets import lay_out
from sample_data.example.offices.text_files import write_csv, write_json
from sample_data.example.offices.xls_files import write_xls
from sample_data.example.offices.xlsx_files import write_xlsx
from sample_data.example.truth.district import District
from sample_data.example.truth.entities import Row

_OF_DISTRICT = frozenset({"property_service", "audit", "co_building_unit", "property_firm", "area", "project"})


def office_files(district: District) -> Iterator[File]:
    """Return the files of all offices of a district: each row is in one of them."""
    own: dict[str, tuple[Row, ...]] = {}
    parts: dict[str, dict[str, list[Row]]] = {s.name: {} for s in district.places.subdistricts}
    for record, rows in district.registers.items():
        if record in _OF_DISTRICT:
            own[record] = rows
            continue
        kept = [row for row in rows if "subdistrict" not in row or record == "alliance_party"]
        if kept:
            own[record] = tuple(kept)
        for row in rows:
            if "subdistrict" in row and record != "alliance_party":
                parts[str(row["subdistrict"])].setdefault(record, []).append(row)
    yield from district_files(own, district.setting.district)
    for order, (name, tables) in enumerate(parts.items()):
        yield from subdistrict_files({r: tuple(rows) for r, rows in tables.items()}, name, order)


def write_file(directory: Path, file: File) -> Path:
    """Write one file of an office.

    Args:
        directory: the folder.
        file: what it holds.

    Returns:
        The path of the file.
    """
    path = directory / file.name
    sheets = [lay_out(record, file.style, file.office, rows) for record, rows in file.tables.items()]
    match path.suffix:
        case ".xlsx":
            write_xlsx(path, sheets)
        case ".xls":
            write_xls(path, sheets)
        case ".ods":
            write_ods(path, sheets)
        case ".json":
            write_json(path, sheets[0])
        case _:
            write_csv(path, sheets[0], file.encoding)
    return path
