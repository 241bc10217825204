"""Writes the example district, clean or with planted faults, one district or many."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sample_data.example.many import write_many
from sample_data.example.offices.files import office_files, write_file
from sample_data.example.offices.senders import File
from sample_data.example.offices.styles import Style
from sample_data.example.planting import COPY, plant_faults
from sample_data.example.truth import FIGURES, SMALL, make_district
from sample_data.example.truth.entities import Registers
from sample_data.example.truth.history import EARLIER, add_divisions
from sample_data.example.truth.places import make_places
from sample_data.example.truth.setting import Setting

SCALES = {"figures": FIGURES, "small": SMALL}
SEED = 20240903
_README = """示例区：合成的示例数据，非真实。
本文件夹中的街道、社区、小区、单位、企业、人员、代码和电话均为虚构；区划代码以 99 开头，不属于任何省份。
{met}各表均截至 2024 年 9 月 3 日。种子：{seed}。{faults}

The example district: synthetic data, not real. Every name, code, person and telephone number is invented; its
division codes begin with 99, which no province has.{met_en} Every table speaks of 2024-09-03. Seed: {seed}.{faults_en}
"""
_MET = (
    "数量与 2024 年 9 月公布的一组数字一致，便于核对；",
    "\nIts counts are those of a set of figures published in September 2024.",
)
_FAULTS = ("其中埋有错误，见 planted_faults.json。", " Faults are planted in it: planted_faults.json lists each.")


def write_example(
    directory: Path,
    *,
    seed: int = SEED,
    scale: str = "figures",
    faults: bool = False,
    districts: int = 1,
) -> Sequence[Path]:
    """Write the synthetic example district as the files of its offices.

    Args:
        directory: a folder; it is made if it is not there.
        seed: source of all chance; the same seed gives the same files.
        scale: "figures", at which the published figures are met, or "small".
        faults: plant faults, and list each in planted_faults.json.
        districts: how many districts; more than one are small ones, with other codes.

    Returns:
        The paths of the files that hold data, in order.

    Raises:
        ValueError: for an unknown scale, less than one district, or faults in anything but the whole district.
    """
    if scale not in SCALES or districts < 1:
        msg = f"no such example: scale {scale!r}, {districts} districts"
        raise ValueError(msg)
    whole = scale == "figures" and districts == 1
    if faults and not whole:
        msg = "faults are planted into the whole example district alone"
        raise ValueError(msg)
    directory.mkdir(parents=True, exist_ok=True)
    paths = list(_write(directory, seed, scale, districts))
    if faults:
        plant_faults(directory, seed)
        paths += sorted(directory.glob(f"*{COPY}.*"))
    zh, en = _FAULTS if faults else ("", "")
    met, met_en = _MET if whole else ("", "")
    text = _README.format(seed=seed, faults=zh, faults_en=en, met=met, met_en=met_en)
    (directory / "README.txt").write_text(text, encoding="utf-8", newline="\n")
    return paths


def write_division_history(directory: Path, *, seed: int = SEED) -> Path:
    """Write the earlier tables of the example district's division, beside the newest that `write_example` writes.

    In 2021 a community had the code that another has now, and one was written otherwise: loaded too, they are further
    communities that are no more.

    Args:
        directory: a folder; it is made if it is not there.
        seed: the seed of the district.

    Returns:
        The path of the file.
    """
    directory.mkdir(parents=True, exist_ok=True)
    setting, registers = Setting(seed), Registers()
    add_divisions(registers, setting, make_places(setting), days=EARLIER)
    rows = {"division": tuple(registers.rows["division"])}
    return write_file(
        directory, File(f"{setting.district}历年行政区划.xlsx", f"{setting.district}统计局", rows, Style())
    )


def _write(directory: Path, seed: int, scale: str, districts: int) -> Iterator[Path]:
    if districts > 1:
        yield from write_many(directory, seed, districts)
        return
    for file in office_files(make_district(Setting(seed, SCALES[scale]))):
        yield write_file(directory, file)
