"""gridgov template: the blank workbook."""

from pathlib import Path

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.terminal import tell
from gridgov.usage import usage_error
from gridgov.verb import argument, option, verb
from gridgov.verbs import one_line
from gridgov.words import Words

_FILE = Words("写到哪个 .xlsx 文件", "the .xlsx file to write")
_ONLY = Words(
    "只要哪几张表，用逗号分隔，如 小区,业委会,任职", "only these sheets, with commas between: estate,owners_committee"
)
_WRITTEN = Words("空白工作簿：{file}", "Blank workbook: {file}")
_IS_THERE = Words(
    "{file} 已经存在，可能已填了数据，没有改写它；请换一个文件名。",
    "{file} is there already, perhaps filled in, and was left alone; name another file.",
)


@verb(
    "template",
    one_line("template"),
    examples=("gridgov template 空白表.xlsx", "gridgov template 三张表.xlsx --only 小区,业委会,任职"),
)
@argument("file", type=path, metavar="FILE.xlsx", words=_FILE)
@option("--only", metavar="NAMES", words=_ONLY)
@click.pass_obj
def command(settings: Settings, file: Path, only: str | None) -> None:
    """Write the blank workbook; never over one that an office may have filled in."""
    from loaders.record_types import RECORD_TYPES
    from loaders.returning.template import chosen_records, write_template

    records = tuple(RECORD_TYPES) if only is None else chosen_records(only)
    if file.exists():
        raise usage_error(_IS_THERE, file=file)
    tell(settings.text(_WRITTEN, file=write_template(file, settings.language, records)))
