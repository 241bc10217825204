"""gridgov map: one HTML file that opens by double click."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.terminal import tell
from gridgov.values import Day
from gridgov.verb import About, VerbGroup, option
from gridgov.verbs import one_line
from gridgov.words import Words

if TYPE_CHECKING:
    from visualisations.page import Page

_BOARD = Words(
    "分区看板：每个组织和小区都在它所属的街道、社区里", "the board: each organisation and estate where it belongs"
)
_BOARD_FILE = Words("写到哪个文件", "the file to write")
_DAY = Words(
    "时间滑块起初停在哪一天；默认为快照的日期", "the day at which the slider stands at first; default: the snapshot's"
)
_PERSONS = Words(
    "放入职务和任职人员的代号（仅限内部使用）；默认只有人数",
    "put posts and the pseudonyms of their holders in (for the desk alone); by default only their number is",
)
_OPEN = Words("写完就在浏览器里打开", "open it in the browser")
_WRITTEN = Words(
    "已写出 {file}（{kilobytes} KB），双击即可打开。", "Written: {file} ({kilobytes} kB); it opens by double click."
)

command = VerbGroup(
    "map",
    about=About(
        one_line("map"), ("gridgov map board -o 看板.html --open", "gridgov map network --focus 和盛里社区 --hops 2")
    ),
)


@command.command("board", about=About(_BOARD, ("gridgov map board", "gridgov map board -o 看板.html --open")))
@option("-o", "--output", type=path, default=Path("board.html"), metavar="FILE", words=_BOARD_FILE)
@option("--as-of", type=Day(), words=_DAY)
@option("--persons", is_flag=True, words=_PERSONS)
@option("--open", "show", is_flag=True, words=_OPEN)
@click.pass_obj
def board(settings: Settings, *, output: Path, as_of: date | None, persons: bool, show: bool) -> None:
    """Write the partition board of the current snapshot."""
    from gridgov.synthetic import is_synthetic
    from visualisations.board_page import board as draw

    snapshot = settings.snapshot()
    page = draw(snapshot, language=settings.language, as_of=as_of, synthetic=is_synthetic(snapshot), persons=persons)
    _write(settings, page, output, show)


def _write(settings: Settings, page: "Page", output: Path, show: bool) -> None:
    written = page.write(output)
    tell(settings.text(_WRITTEN, file=written, kilobytes=written.stat().st_size // 1024))
    if show:
        click.launch(str(written))
