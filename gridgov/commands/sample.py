"""gridgov sample: the example district as offices would send it, or the published record."""

from pathlib import Path

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.terminal import tell
from gridgov.usage import usage_error
from gridgov.values import OneOf, WholeNumber
from gridgov.verb import argument, option, verb
from gridgov.words import Words

_ABOUT = Words(
    "写出示例区的表格（合成数据）或公开资料\n"
    "示例区 100% 合成：没有真实的人、单位、小区和号码。--published 写出公开发表的资料（真实，很少）。",
    "write the workbooks of the example district (synthetic), or the published record\n"
    "The example district is invented throughout: no real person, firm, estate or number is in it. --published writes "
    "what has been published (real, and little).",
)
_DIRECTORY = Words("写到哪个目录", "where to write")
_FAULTS = Words("埋入各种问题，并附一份逐条列出的答案", "plant faults, with a key that lists each")
_PUBLISHED = Words("公开发表的资料", "the published record instead")
_SEED = Words("随机种子：同一个种子写出同样的文件", "seed of all chance: the same one writes the same files")
_SCALE = Words("规模：figures 与公布的数字相符，small 较小", "figures: the published counts; small: fewer")
_DISTRICTS = Words("写出几个（小的）区", "how many (small) districts")
_WRITTEN = Words("已写出 {count} 个文件：{directory}", "{count} files written: {directory}")
_WHOLE = Words(
    "--faults 只埋在一个完整的示例区里：不能与 --scale small、--districts 同用。",
    "--faults are planted in one whole example district: not with --scale small, nor with --districts.",
)
_KEY = Words(
    "答案：其中的 planted_faults.json 逐条列出埋下的问题。",
    "The key: planted_faults.json in it lists each planted fault.",
)
_EITHER = Words(
    "--published 不能与 --faults、--districts 同用。", "--published goes with neither --faults nor --districts."
)


@verb(
    "sample",
    _ABOUT,
    examples=("gridgov sample 示例", "gridgov sample 示例 --faults", "gridgov sample 公开资料 --published"),
)
@argument("directory", type=path, metavar="DIR", words=_DIRECTORY)
@option("--faults", is_flag=True, words=_FAULTS)
@option("--published", is_flag=True, words=_PUBLISHED)
@option("--seed", type=WholeNumber(), metavar="N", words=_SEED)
@option("--scale", type=OneOf(("figures", "small")), default="figures", words=_SCALE)
@option("--districts", type=WholeNumber(1), default=1, metavar="N", words=_DISTRICTS)
@click.pass_obj
def command(
    settings: Settings, *, directory: Path, faults: bool, published: bool, seed: int | None, scale: str, districts: int
) -> None:
    """Write a data set."""
    if published and (faults or districts > 1):
        raise usage_error(_EITHER)
    if faults and (scale != "figures" or districts > 1):
        raise usage_error(_WHOLE)
    if published:
        from sample_data.published import write_published

        files = write_published(directory)
    else:
        from sample_data.example import write_example

        seeded = {} if seed is None else {"seed": seed}
        files = write_example(directory, scale=scale, faults=faults, districts=districts, **seeded)
    tell(settings.text(_WRITTEN, count=len(files), directory=directory))
    if faults:
        tell(settings.text(_KEY))
