"""gridgov show: one node, its facts and ties, and the rows that say so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph_model.schema import label_en, label_zh
from gridgov.options import format_option
from gridgov.settings import Settings
from gridgov.terminal import put, put_table
from gridgov.verb import argument, option, verb
from gridgov.verbs import one_line
from gridgov.widths import printable
from gridgov.words import Words

if TYPE_CHECKING:
    from gridgov.cards import Card, Neighbour
    from gridgov.places import Place

_WHO = Words("编号（uid）、官方代码或名称", "a uid, an official code or a name")
_ALL = Words("每种关系列出全部，而不只是前十条", "list all neighbours, not only the first ten of each kind")
_FACT = Words("事实", "Fact")
_VALUE = Words("值", "Value")
_SOURCE = Words("出处：文件 › 工作表 › 行", "Source: file › sheet › row")
_NEIGHBOUR = Words("名称", "Name")
_KIND = Words("类型", "Kind")
_SINCE = Words("起止", "From – to")
_MORE = Words("…… 还有 {count} 条，用 --all 全部列出", "… {count} more; --all lists them")
_AND_MORE = Words("{place}，另有 {count} 处", "{place}, and {count} more")
_STUB = Words("只被提到，没有哪张表定义它", "only mentioned; no table defines it")
_SHOWN = 10


@verb(
    "show", one_line("show"), examples=("gridgov show 和盛里社区", "gridgov show community:990206003022 --format json")
)
@argument("who", metavar="UID|NAME", words=_WHO)
@option("--all", "everything", is_flag=True, words=_ALL)
@format_option("table", "json")
@click.pass_obj
def command(settings: Settings, who: str, everything: bool, form: str) -> None:
    """Show one node."""
    from gridgov import json_shapes
    from gridgov.cards import card
    from gridgov.finding import find

    snapshot = settings.snapshot()
    node = find(snapshot, who)
    found = card(snapshot, node.label, node.uid)
    if form == "json":
        put(json_shapes.dump(json_shapes.card(found)))
        return
    _put_head(settings, found)
    _put_facts(settings, found)
    for title, neighbours in _by_kind(settings, found):
        _put_neighbours(settings, title, neighbours, None if everything else _SHOWN)


def _named(settings: Settings, name: str) -> str:
    return (label_zh if settings.language == "zh" else label_en)(name)


def _put_head(settings: Settings, found: "Card") -> None:
    put(f"{printable(found.name)}    {_named(settings, found.labels[0])}    {printable(found.uid)}")


def _put_facts(settings: Settings, found: "Card") -> None:
    rows = []
    for fact in found.facts:
        if fact.property == "defined":
            rows += [] if fact.value else [("", settings.text(_STUB), _places(settings, fact.places))]
            continue
        pair = _pair(settings, found.labels[0], fact.property, fact.value)
        rows.append((*pair, _places(settings, fact.places)))
    headings = [settings.text(heading) for heading in (_FACT, _VALUE, _SOURCE)]
    put_table(headings, rows or [("", "", _places(settings, found.places))])


def _by_kind(settings: Settings, found: "Card") -> Iterator[tuple[str, list["Neighbour"]]]:
    """Yield the neighbours by type of tie and direction, with a title for each."""
    kinds = dict.fromkeys((n.type, n.outgoing) for n in found.neighbours)
    for kind, outgoing in kinds:
        neighbours = [n for n in found.neighbours if (n.type, n.outgoing) == (kind, outgoing)]
        arrow = f"-[{kind}]→" if outgoing else f"←[{kind}]-"
        yield f"{_named(settings, kind)}  {arrow}  {len(neighbours)}", sorted(neighbours, key=lambda n: n.name)


def _put_neighbours(settings: Settings, title: str, neighbours: list["Neighbour"], most: int | None) -> None:
    rows = [
        (n.name, _named(settings, n.label), _span(n), _properties(settings, n), _places(settings, n.places))
        for n in neighbours[:most]
    ]
    headings = [settings.text(heading) for heading in (_NEIGHBOUR, _KIND, _SINCE, _FACT, _SOURCE)]
    more = len(neighbours) - len(rows)
    put_table(headings, rows, title=title, below=settings.text(_MORE, count=more) if more else None)


def _span(neighbour: "Neighbour") -> str:
    if neighbour.valid_from is None and neighbour.valid_to is None:
        return ""
    return f"{neighbour.valid_from or ''} – {neighbour.valid_to or ''}".strip()


def _properties(settings: Settings, neighbour: "Neighbour") -> str:
    pairs = [" ".join(_pair(settings, neighbour.type, name, cell)) for name, cell in neighbour.properties.items()]
    return ("；" if settings.language == "zh" else "; ").join(pairs)


def _pair(settings: Settings, owner: str, name: str, value: object) -> tuple[str, str]:
    """Return the name of a property and its value, as people read them."""
    from visualisations.wording import fact_name, fact_value

    named, shown = fact_name(name), fact_value(owner, name, value)
    return named[settings.language], shown[settings.language]


def _places(settings: Settings, places: tuple["Place", ...]) -> str:
    if len(places) > 1:
        return settings.text(_AND_MORE, place=places[0], count=len(places) - 1)
    return str(places[0]) if places else ""
