"""gridgov map: one HTML file that opens by double click."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov.options import parameter_option, path, store_options
from gridgov.settings import Settings
from gridgov.terminal import tell
from gridgov.usage import usage_error
from gridgov.values import Day, WholeNumber
from gridgov.verb import About, VerbGroup, option
from gridgov.verbs import one_line
from gridgov.words import Words

if TYPE_CHECKING:
    from visualisations import Page, Subgraph

_BOARD = Words(
    "分区看板：每个组织和小区都在它所属的街道、社区里", "the board: each organisation and estate where it belongs"
)
_THE_BOARD = Words("分区看板", "the board")
_FILE = Words("写到哪个文件", "the file to write")
_DAY = Words(
    "时间滑块起初停在哪一天；默认为快照的日期", "the day at which the slider stands at first; default: the snapshot's"
)
_PERSONS = Words(
    "放入职务和任职人员的代号（仅限内部使用）；默认只有人数",
    "put posts and the pseudonyms of their holders in (for the desk alone); by default only their number is",
)
_NETWORK = Words(
    "关系图：一个查询、一条语句的结果，或一个节点的周围",
    "a network: the result of a question or of a statement, or what lies around a node",
)
_QUERY = Words("现成的问题：画出结果里的节点", "a ready-made question: its nodes are drawn")
_CYPHER = Words("Cypher 语句：画出返回的节点、关系、路径", "Cypher: the nodes, relationships and paths that it returns")
_FOCUS = Words("以这个节点为中心", "this node in the middle")
_HOPS = Words("离中心几步以内", "how many ties away from it at most")
_AGGREGATE = Words("按类型合并，每类一个节点，标出个数", "one node a label, with counts")
_ONE = Words("--query、--cypher、--focus 请给出其中一个。", "Give one of --query, --cypher and --focus.")
_RESULT = Words("查询结果", "Result")
_NOTE = Words("快照 {day} · {hash}", "Snapshot {day} · {hash}")
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
@option("-o", "--output", type=path, default=Path("board.html"), metavar="FILE", words=_FILE)
@option("--as-of", type=Day(), words=_DAY)
@option("--persons", is_flag=True, words=_PERSONS)
@option("--open", "show", is_flag=True, words=_OPEN)
@click.pass_obj
def board(settings: Settings, *, output: Path, as_of: date | None, persons: bool, show: bool) -> None:
    """Write the partition board of the current snapshot."""
    from gridgov.servers import refuse_server
    from gridgov.synthetic import is_synthetic
    from visualisations import board as draw

    refuse_server(_THE_BOARD)
    snapshot = settings.snapshot()
    page = draw(snapshot, language=settings.language, as_of=as_of, synthetic=is_synthetic(snapshot), persons=persons)
    _write(settings, page, output, show)


@command.command(
    "network",
    about=About(
        _NETWORK,
        (
            "gridgov map network --focus 和盛里社区 --hops 2",
            "gridgov map network --query bridging_units -P minimum=3 -o 跨社区.html",
            "gridgov map network --cypher 'MATCH p = (:PropertyFirm)-[:SERVES]->(:Estate) RETURN p LIMIT 50'",
        ),
    ),
)
@option("--query", metavar="NAME", words=_QUERY)
@option("--cypher", metavar="TEXT", words=_CYPHER)
@option("--focus", metavar="UID|NAME", words=_FOCUS)
@option("--hops", type=WholeNumber(1), default=1, metavar="N", words=_HOPS)
@parameter_option()
@option("--aggregate", is_flag=True, words=_AGGREGATE)
@option("-o", "--output", type=path, default=Path("network.html"), metavar="FILE", words=_FILE)
@option("--persons", is_flag=True, words=_PERSONS)
@option("--open", "show", is_flag=True, words=_OPEN)
@store_options()
@click.pass_obj
def network(
    settings: Settings,
    *,
    query: str | None,
    cypher: str | None,
    focus: str | None,
    hops: int,
    parameters: tuple[str, ...],
    aggregate: bool,
    output: Path,
    persons: bool,
    show: bool,
) -> None:
    """Write the network map of a result, or of what lies around a node."""
    from gridgov import networks

    if sum(asked is not None for asked in (query, cypher, focus)) != 1:
        raise usage_error(_ONE)
    if query is not None:
        title, graph = networks.of_query(settings, query, parameters)
    elif cypher is not None:
        title, graph = settings.text(_RESULT), networks.of_cypher(settings, cypher, parameters)
    else:
        title, graph = networks.of_focus(settings, focus or "", hops, persons)
    _write(settings, _network(settings, title, graph, aggregate), output, show)


def _network(settings: Settings, title: str, graph: "Subgraph", aggregate: bool) -> "Page":
    from gridgov import networks
    from gridgov.asking import open_tables
    from gridgov.synthetic import is_synthetic
    from visualisations import aggregate as merged
    from visualisations import network as draw

    shown = merged(graph.nodes, graph.links) if aggregate else graph
    with open_tables(settings) as tables:
        manifest = tables.manifest
        return draw(
            shown.nodes,
            shown.links,
            title=title,
            language=settings.language,
            synthetic=is_synthetic(tables),
            further=None if aggregate else networks.further(tables, graph),
            sources=manifest.sources,
            note=settings.text(_NOTE, day=manifest.as_of, hash=manifest.content_hash[:12]),
        )


def _write(settings: Settings, page: "Page", output: Path, show: bool) -> None:
    written = page.write(output)
    tell(settings.text(_WRITTEN, file=written, kilobytes=written.stat().st_size // 1024))
    if show:
        click.launch(str(written))
