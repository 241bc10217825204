"""gridgov query: the catalogue of ready-made questions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gridgov.options import format_option, output_option, parameter_option, store_options
from gridgov.settings import Settings
from gridgov.terminal import put, put_table
from gridgov.values import WholeNumber
from gridgov.verb import About, VerbGroup, argument, option
from gridgov.verbs import one_line
from gridgov.words import Words

if TYPE_CHECKING:
    from queries.query_file import Parameter, QueryFile

_LIST = Words("列出全部问题", "list all questions")
_SHOW = Words(
    "一个问题的说明、参数、结果列和 Cypher 原文", "a question: what it asks, its parameters, columns and Cypher"
)
_RUN = Words("运行一个问题", "run a question")
_NAME = Words(
    "问题的名称；最后一段唯一时可只写最后一段", "id of the question; its last part alone while that is unique"
)
_TIMEOUT = Words("最多等几秒", "give up after this many seconds")
_HEADINGS = (Words("名称", "Id"), Words("问什么", "What it asks"))
_PARAMETERS = Words("参数：", "Parameters:")
_COLUMNS = Words("结果列：", "Columns:")
_CAVEATS = Words("注意：", "Note:")
_REQUIRED = Words("必填", "required")
_SNAPSHOT_DAY = Words("默认为快照的日期", "default: the day of the snapshot")
_DEFAULT = Words("默认 {value}", "default: {value}")
_FORMS = ("table", "json", "csv", "markdown", "xlsx")

command = VerbGroup(
    "query",
    about=About(
        one_line("query"),
        (
            "gridgov query list",
            "gridgov query run bridging_units -P minimum=3",
            "gridgov query run gaps --format xlsx -o 缺口.xlsx",
        ),
    ),
)


@command.command("list", about=About(_LIST))
@format_option("table", "json")
@click.pass_obj
def list_(settings: Settings, form: str) -> None:
    """List all questions by family."""
    from gridgov import json_shapes
    from queries.catalogue_reading import read_catalogue

    queries = read_catalogue().queries
    if form == "json":
        put(json_shapes.dump([_document(settings, query) for query in queries]))
        return
    rows = [(query.id, query.title.text(settings.language)) for query in queries]
    put_table([settings.text(heading) for heading in _HEADINGS], rows)


@command.command("show", about=About(_SHOW, ("gridgov query show bridging_units",)))
@argument("name", metavar="NAME", words=_NAME)
@format_option("table", "json")
@click.pass_obj
def show(settings: Settings, name: str, form: str) -> None:
    """Show a question."""
    from gridgov import json_shapes
    from queries.catalogue_reading import read_catalogue

    query = read_catalogue().find(name)
    if form == "json":
        put(json_shapes.dump(_document(settings, query) | {"text": query.text}))
        return
    put("\n".join(_page(settings, query)))


@command.command("run", about=About(_RUN, ("gridgov query run bridging_units -P minimum=3 -P as_of=2024-06-30",)))
@argument("name", metavar="NAME", words=_NAME)
@parameter_option()
@format_option(*_FORMS)
@output_option()
@option("--timeout", type=WholeNumber(1), metavar="S", words=_TIMEOUT)
@store_options()
@click.pass_obj
def run(
    settings: Settings, *, name: str, parameters: tuple[str, ...], form: str, output: Path | None, timeout: int | None
) -> None:
    """Run a question on the current snapshot, or on a server."""
    from gridgov.asking import deliver, open_graph
    from queries.catalogue_reading import read_catalogue
    from queries.parameters import bind, from_texts
    from queries.running import run as run_query

    query = read_catalogue().find(name)
    given = from_texts(query, parameters)
    if settings.store is None:
        bind(query, given, settings.snapshot().manifest.as_of)  # what is wrong is said before an engine starts
    with open_graph(settings) as (snapshot, store):
        answer = run_query(store, query, given, snapshot.manifest.as_of, timeout=timeout)
    deliver(settings, answer, form, output)


def _document(settings: Settings, query: "QueryFile") -> dict[str, object]:
    language = settings.language
    return {
        "id": query.id,
        "title": query.title.text(language),
        "question": query.question.text(language),
        "parameters": [
            {"name": p.name, "type": p.type, "required": p.required, "meaning": p.meaning.text(language)}
            for p in query.parameters
        ],
        "columns": [{"name": c.name, "type": c.type} for c in query.columns],
        "caveats": [caveat.text(language) for caveat in query.caveats],
        "figures": list(query.figures),
    }


def _page(settings: Settings, query: "QueryFile") -> list[str]:
    from gridgov.help_page import section

    language = settings.language
    parameters = [(f"-P {p.name}=", _parameter(settings, p)) for p in query.parameters]
    columns = [(column.name, column.type) for column in query.columns]
    caveats = [("·", caveat.text(language)) for caveat in query.caveats]
    return [
        f"{query.id}    {query.title.text(language)}",
        query.question.text(language),
        *section(settings.text(_PARAMETERS), parameters),
        *section(settings.text(_COLUMNS), columns),
        *section(settings.text(_CAVEATS), caveats),
        "",
        query.body.strip(),
    ]


def _parameter(settings: Settings, parameter: "Parameter") -> str:
    if parameter.required:
        default = settings.text(_REQUIRED)
    elif parameter.snapshot_day:
        default = settings.text(_SNAPSHOT_DAY)
    else:
        default = settings.text(_DEFAULT, value=parameter.default)
    return f"{parameter.type}  {parameter.meaning.text(settings.language)}  ({default})"
