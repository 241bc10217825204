"""Many small districts in one folder, for measuring: as offices' files up to ten, beyond that as plain CSV."""

from collections.abc import Iterator
from pathlib import Path

from sample_data.example.offices.files import office_files, write_file
from sample_data.example.offices.senders import File
from sample_data.example.offices.styles import Style
from sample_data.example.truth import SMALL, make_district
from sample_data.example.truth.setting import Setting

_AS_OFFICES = 10
_PLAIN = Style(serial=False, total="", unit_row=False)


def write_many(directory: Path, seed: int, districts: int) -> Iterator[Path]:
    """Write small districts, one after the other, so that only one is held in memory.

    Args:
        directory: the folder.
        seed: source of all chance.
        districts: how many, up to 9,000.

    Yields:
        The path of each file.

    Raises:
        ValueError: if there are more districts than codes for them.
    """
    first, last = 990_301, 999_999
    if districts > last - first:
        msg = f"{districts} districts, but only {last - first} codes"
        raise ValueError(msg)
    for order in range(districts):
        setting = Setting(seed + order, SMALL, str(first + order), f"示例{order + 1:04d}")
        district = make_district(setting)
        if districts <= _AS_OFFICES:
            files: Iterator[File] = office_files(district)
        else:
            files = (
                File(f"{setting.district}_{record}_20240903.csv", setting.district, {record: rows}, _PLAIN)
                for record, rows in district.registers.items()
            )
        for file in files:
            yield write_file(directory, file)
