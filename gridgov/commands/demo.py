"""gridgov demo: the whole way on the example district, told on one screen."""

from pathlib import Path

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.verb import argument, verb
from gridgov.words import Words

_ABOUT = Words(
    "一分钟看完全程：检查、装载、核对、发现、地图\n"
    "在一个全部合成的示例区上做：不联网，不需要服务器；生成的文件都在 DIR 里，可以整个删除。",
    "the whole way in a minute: check, load, reconcile, findings, map\n"
    "Done on an example district that is invented throughout: offline, no server; all files are in DIR, which may be "
    "deleted as a whole.",
)
_DIRECTORY = Words("放在哪个目录；默认 ./gridgov-demo", "where to; default ./gridgov-demo")


@verb("demo", _ABOUT, examples=("gridgov demo", "gridgov demo 演示 --lang zh"))
@argument("directory", required=False, type=path, default=Path("gridgov-demo"), metavar="[DIR]", words=_DIRECTORY)
@click.pass_obj
def command(settings: Settings, directory: Path) -> None:
    """Tell the story."""
    from gridgov.demo.story import tell_story

    tell_story(directory, settings)
