"""gridgov template: the blank workbook."""

from pathlib import Path

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.terminal import tell
from gridgov.usage import usage_error
from gridgov.verb import argument, verb
from gridgov.verbs import one_line
from gridgov.words import Words

_FILE = Words("写到哪个 .xlsx 文件", "the .xlsx file to write")
_WRITTEN = Words("空白工作簿：{file}", "Blank workbook: {file}")
_IS_THERE = Words(
    "{file} 已经存在，可能已填了数据，没有改写它；请换一个文件名。",
    "{file} is there already, perhaps filled in, and was left alone; name another file.",
)


@verb("template", one_line("template"), examples=("gridgov template 空白表.xlsx",))
@argument("file", type=path, metavar="FILE.xlsx", words=_FILE)
@click.pass_obj
def command(settings: Settings, file: Path) -> None:
    """Write the blank workbook; never over one that an office may have filled in."""
    from loaders.returning.template import write_template

    if file.exists():
        raise usage_error(_IS_THERE, file=file)
    tell(settings.text(_WRITTEN, file=write_template(file, settings.language)))
