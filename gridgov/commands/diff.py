"""gridgov diff: what changed from one snapshot to another."""

import click

from gridgov import json_shapes
from gridgov.options import format_option
from gridgov.settings import Settings
from gridgov.terminal import put
from gridgov.verb import argument, option, verb
from gridgov.verbs import one_line
from gridgov.widths import printable
from gridgov.words import Words

_FIRST = Words("先前的快照：编号，或其中足以区别的一段", "the earlier snapshot: its id, or a part that no other has")
_SECOND = Words("后来的快照", "the later snapshot")
_NAMES = Words("逐条列出名称", "name each node and relationship")


@verb("diff", one_line("diff"), examples=("gridgov diff 2024-06 2024-09", "gridgov diff 2024-06 2024-09 --names"))
@argument("first", metavar="A", words=_FIRST)
@argument("second", metavar="B", words=_SECOND)
@option("--names", is_flag=True, words=_NAMES)
@format_option("table", "json")
@click.pass_obj
def command(settings: Settings, first: str, second: str, names: bool, form: str) -> None:
    """Compare two snapshots."""
    from graph_store.snapshot.differences import diff

    workspace = settings.workspace()
    difference = diff(workspace.snapshot(first), workspace.snapshot(second))
    if form == "json":
        put(json_shapes.dump(difference.as_json(settings.language)))
        return
    put("\n".join(difference.summary(settings.language)))
    if names:
        for changes in (difference.nodes, difference.relationships):
            lines = [("+", e.uid, e.name) for e in changes.added] + [("-", e.uid, e.name) for e in changes.removed]
            lines += [("~", e.uid, e.name) for e in changes.changed]
            for sign, uid, name in lines:
                put(printable(f"{sign} {uid}  {name or ''}").rstrip())
