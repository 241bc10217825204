"""docs/catalogue.md, made from the catalogue: what can be asked, with which parameters, answered by which columns."""

from collections.abc import Iterator

from queries.catalogue_reading import Catalogue
from queries.literals import literal_text
from queries.output_formats.cells import heading
from queries.query_file import Parameter, QueryFile

_HEAD = """# What can be asked 查询目录

Made from `queries/catalogue/`; do not edit. `gridgov query run NAME -P key=value` asks; the last part of a name is
enough while it is unique. `gridgov export browser DIR` writes each for Neo4j Browser, with the values of its Browser
line in it.

由 `queries/catalogue/` 生成，请勿手工修改。
"""


def catalogue_page(catalogue: Catalogue) -> str:
    """Return the text of docs/catalogue.md: an index, then each query with its parameters, columns and caveats."""
    parts = [_HEAD, *_index(catalogue)]
    family = None
    for query in catalogue.queries:
        if query.family != family:
            family = query.family
            parts.append(f"## {family}\n")
        parts.append("\n".join(_query(query)))
    return "\n".join(parts)


def _index(catalogue: Catalogue) -> Iterator[str]:
    rows = [f"| [{q.id}](#{_anchor(q.id)}) | {q.title.zh} | {q.title.en} |" for q in catalogue.queries]
    yield "\n".join(["| query | 查询 | what it shows |", "| --- | --- | --- |", *rows, ""])


def _anchor(query_id: str) -> str:
    return query_id.replace("/", "")


def _query(query: QueryFile) -> Iterator[str]:
    yield f"### {query.id}\n"
    yield f"**{query.title.zh}** · {query.title.en}\n"
    yield f"{query.question.zh}\n"
    yield f"{query.question.en}\n"
    if query.parameters:
        yield "| parameter | type | default | meaning | 说明 |"
        yield "| --- | --- | --- | --- | --- |"
        for p in query.parameters:
            yield f"| `{p.name}` | {_type(p.type)} | {_default(p)} | {p.meaning.en} | {p.meaning.zh} |"
        yield ""
    yield "| column | type | 列 |"
    yield "| --- | --- | --- |"
    for column in query.columns:
        yield f"| `{column.name}` | {_type(column.type)} | {heading(column, 'zh')} |"
    yield ""
    for figure in query.figures:
        yield f"- counts the published figure `{figure}`"
    for caveat in query.caveats:
        yield f"- {caveat.zh} {caveat.en}"
    if query.figures or query.caveats:
        yield ""


def _type(declared: str) -> str:
    return declared.replace("<", "&lt;").replace(">", "&gt;").replace("|", "\\|")


def _default(parameter: Parameter) -> str:
    if parameter.required:
        return "required 必填"
    return "the snapshot's day 快照日" if parameter.snapshot_day else f"`{literal_text(parameter.default)}`"
