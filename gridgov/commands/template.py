"""gridgov template: the blank workbook."""

from pathlib import Path

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.terminal import tell
from gridgov.verb import argument, verb
from gridgov.verbs import one_line
from gridgov.words import Words

_FILE = Words("写到哪个 .xlsx 文件", "the .xlsx file to write")
_WRITTEN = Words("空白工作簿：{file}", "Blank workbook: {file}")


@verb("template", one_line("template"), examples=("gridgov template 空白表.xlsx",))
@argument("file", type=path, metavar="FILE.xlsx", words=_FILE)
@click.pass_obj
def command(settings: Settings, file: Path) -> None:
    """Write the blank workbook."""
    from loaders.template import write_template

    tell(settings.text(_WRITTEN, file=write_template(file, settings.language)))
