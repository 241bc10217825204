"""gridgov export: the current snapshot as files for other programs."""

from pathlib import Path

import click

from gridgov.options import path
from gridgov.settings import Settings
from gridgov.terminal import put, tell
from gridgov.verb import About, VerbGroup, argument, option
from gridgov.verbs import one_line
from gridgov.words import Words

_ADMIN = Words(
    "neo4j-admin 的导入文件：首次导入几百万行时用", "files for neo4j-admin's import: a first load of millions of rows"
)
_BROWSER = Words(
    "Neo4j Browser 的样式表和收藏夹：颜色与地图一致，现成的问题逐个可点",
    "a style sheet and favourites for Neo4j Browser: the colours of the maps, the ready-made questions",
)
_FOLDER = Words("写到哪个目录", "the folder to write to")
_DATABASE = Words("导入到哪个数据库；它必须是空的或新的", "database to import into; it must be empty or new")
_ADMIN_DONE = Words(
    "已写入 {folder}：{nodes:,} 个节点、{relationships:,} 条关系。停止服务器后，在该目录中运行：",
    "Written to {folder}: {nodes:,} nodes, {relationships:,} relationships. Stop the server, and run in that folder:",
)
_BROWSER_DONE = Words(
    "已写入 {folder}：把 {style} 和 {favourites} 先后拖到 Neo4j Browser 窗口里（{queries} 个问题）。",
    "Written to {folder}: drag {style}, then {favourites}, into the window of Neo4j Browser ({queries} questions).",
)

command = VerbGroup(
    "export",
    about=About(one_line("export"), ("gridgov export neo4j-admin 导入", "gridgov export browser browser")),
)


@command.command("neo4j-admin", about=About(_ADMIN, ("gridgov export neo4j-admin 导入 --database neo4j",)))
@argument("folder", type=path, metavar="DIR", words=_FOLDER)
@option("--database", default="neo4j", metavar="NAME", words=_DATABASE)
@click.pass_obj
def neo4j_admin(settings: Settings, folder: Path, database: str) -> None:
    """Write the files, and the command that imports them."""
    from graph_store.forms.neo4j_admin import export_neo4j_admin

    done = export_neo4j_admin(settings.snapshot(), folder, database=database)
    tell(settings.text(_ADMIN_DONE, folder=done.folder, nodes=done.nodes, relationships=done.relationships))
    put(done.command)


@command.command("browser", about=About(_BROWSER, ("gridgov export browser browser",)))
@argument("folder", type=path, metavar="DIR", words=_FOLDER)
@click.pass_obj
def browser(settings: Settings, folder: Path) -> None:
    """Write the style sheet and the favourites."""
    from gridgov.browser_kit import FAVOURITES, STYLE, write_kit

    count = write_kit(folder, settings.snapshot().manifest.as_of, settings.language)
    tell(settings.text(_BROWSER_DONE, folder=folder, style=STYLE, favourites=FAVOURITES, queries=count))
