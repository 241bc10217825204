"""gridgov snapshots: list them, make another one current, remove old ones."""

from typing import TYPE_CHECKING

import click

from gridgov.options import format_option
from gridgov.settings import Settings
from gridgov.terminal import put, put_table, tell
from gridgov.values import WholeNumber
from gridgov.verb import About, VerbGroup, argument, option
from gridgov.verbs import one_line
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.snapshot.reading import Snapshot

_LIST = Words("列出全部快照", "list all snapshots")
_USE = Words("把一个快照设为当前快照", "make a snapshot the current one")
_PRUNE = Words("删除旧快照，只留最近的几个和当前快照", "remove old snapshots; the newest and the current one stay")
_ID = Words("快照的编号，或其中足以区别的一段", "id of a snapshot, or a part of it that no other has")
_KEEP = Words("保留最近的几个", "how many of the newest stay")
_USED = Words("当前快照：{snapshot}", "Current snapshot: {snapshot}")
_REMOVED = Words("已删除 {count} 个快照，还有 {left} 个。", "Removed {count} snapshots; {left} are left.")
_NONE = Words("还没有快照。", "There are no snapshots yet.")
_HEADINGS = (
    Words("当前", "Current"),
    Words("快照", "Snapshot"),
    Words("数据截至", "As of"),
    Words("节点", "Nodes"),
    Words("关系", "Relationships"),
    Words("文件", "Files"),
)

_EXAMPLES = ("gridgov snapshots", "gridgov snapshots use 3f8a", "gridgov snapshots prune --keep 3")


@click.group("snapshots", cls=VerbGroup, about=About(one_line("snapshots"), _EXAMPLES), invoke_without_command=True)
@format_option("table", "json")
@click.pass_context
def command(context: click.Context, form: str) -> None:
    """List the snapshots where nothing else is asked."""
    if context.invoked_subcommand is None:
        _list(context.ensure_object(Settings), form)


@command.command("list", about=About(_LIST))
@format_option("table", "json")
@click.pass_obj
def list_(settings: Settings, form: str) -> None:
    """List all snapshots."""
    _list(settings, form)


def _list(settings: Settings, form: str) -> None:
    from gridgov import json_shapes

    workspace = settings.workspace()
    current = workspace.current_id()
    found = workspace.snapshots()
    if form == "json":
        put(json_shapes.dump([json_shapes.info(s) | {"current": s.id == current} for s in found]))
        return
    if not found:
        tell(settings.text(_NONE))
        return
    rows = [("*" if snapshot.id == current else "", *_row(snapshot)) for snapshot in found]
    put_table([settings.text(heading) for heading in _HEADINGS], rows, numbers=(3, 4, 5))


def _row(snapshot: "Snapshot") -> tuple[object, ...]:
    manifest = snapshot.manifest
    nodes, ties = sum(manifest.counts.nodes.values()), sum(manifest.counts.relationships.values())
    return snapshot.id, manifest.as_of, f"{nodes:,}", f"{ties:,}", len(manifest.sources)


@command.command("use", about=About(_USE, ("gridgov snapshots use 2024-09-03-3f8a",)))
@argument("snapshot", metavar="ID", words=_ID)
@click.pass_obj
def use(settings: Settings, snapshot: str) -> None:
    """Make a snapshot the current one."""
    chosen = settings.workspace().use(snapshot)
    tell(settings.text(_USED, snapshot=chosen.id))


@command.command("prune", about=About(_PRUNE, ("gridgov snapshots prune --keep 3",)))
@option("--keep", type=WholeNumber(1), required=True, words=_KEEP)
@click.pass_obj
def prune(settings: Settings, keep: int) -> None:
    """Remove old snapshots."""
    workspace = settings.workspace()
    removed = workspace.prune(keep)
    tell(settings.text(_REMOVED, count=len(removed), left=len(workspace.ids())))
