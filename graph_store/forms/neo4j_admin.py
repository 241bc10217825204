"""Files for `neo4j-admin database import full`: a first load of millions of rows, which no transaction could hold.

A header and a data file for each label and each relationship type, and the mark of the publication. Lists are divided
by U+001F, which no workbook can hold; dates, numbers and truth values are typed by the header.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, PropertyKind, property_kinds, super_labels
from graph_store.errors import SnapshotError
from graph_store.snapshot.reading import Snapshot
from graph_store.workspace.durable import storage_errors

DIVIDER = "\x1f"
"""Between the items of a list."""

ARGUMENTS = "import.args"
"""The file that holds the arguments of the command."""

GUIDE = "README.txt"
"""The file that says what to do."""

_OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--input-encoding=UTF-8", "--id-type=string")
_GUIDE = """\
在 Neo4j 服务器上导入（数据库 {database} 必须是空的或新的）：
1. 停止服务器；2. 在本文件夹中运行下面的命令；3. 启动服务器；4. 运行 gridgov push，建立索引和约束。

To import on the Neo4j server (the database {database} must be empty or new):
1. stop the server; 2. run the command below in this folder; 3. start the server; 4. run gridgov push, which makes
the indexes and constraints.

    {command}
"""
_MARK = "GridgovPublication"  # as a push sets it; the next push indexes the rows
_TYPES: Mapping[PropertyKind, str] = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "date": "date",
    "string_list": "string[]",
}


@dataclass(frozen=True)
class Export:
    """What was written.

    Attributes:
        folder: where.
        files: their names, in order.
        command: to be run in that folder, with the server stopped.
        nodes: how many will be imported, the mark included.
        relationships: how many will be imported.
    """

    folder: Path
    files: tuple[str, ...]
    command: str
    nodes: int
    relationships: int


def export_neo4j_admin(snapshot: Snapshot, folder: Path, *, database: str = "neo4j") -> Export:
    """Write a snapshot as files for `neo4j-admin database import full`.

    Args:
        snapshot: to be written.
        folder: where to; made if it is not there, and what it holds under the same names is replaced.
        database: that the command imports into; it must be empty or new.

    Raises:
        WorkspaceError: the files cannot be written.
        SnapshotError: a list holds U+001F, which divides its items.
    """
    with storage_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        tables = [*_nodes(snapshot), *_relationships(snapshot), _mark(snapshot)]
        for table in tables:
            table.write(folder)
        arguments = [database, *_OPTIONS, *(table.argument for table in tables)]
        (folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")
        command = f"neo4j-admin database import full @{ARGUMENTS}"
        (folder / GUIDE).write_text(_GUIDE.format(command=command, database=database), encoding="utf-8")
    names = tuple(name for table in tables for name in table.files)
    counts = snapshot.manifest.counts
    return Export(
        folder,
        (*names, ARGUMENTS, GUIDE),
        command,
        1 + sum(counts.nodes.values()),
        sum(counts.relationships.values()),
    )


@dataclass(frozen=True)
class _Table:
    option: str  # --nodes or --relationships
    name: str
    labels: str  # after the option: labels of the nodes, or the type
    header: list[str]
    rows: pl.DataFrame

    @property
    def files(self) -> tuple[str, str]:
        return f"{self.name}.header.csv", f"{self.name}.csv"

    @property
    def argument(self) -> str:
        return f"{self.option}={self.labels}={','.join(self.files)}"

    def write(self, folder: Path) -> None:
        """Write both files; a text is quoted, what is missing is not: so an empty text stays one."""
        header, data = self.files
        (folder / header).write_text(",".join(self.header) + "\n", encoding="utf-8")
        with (folder / data).open("wb") as file:
            self.rows.write_csv(file, include_header=False, quote_style="non_numeric", null_value="")


def _nodes(snapshot: Snapshot) -> Iterator[_Table]:
    for label in NODE_TYPES:
        table = snapshot.nodes(label)
        if len(table):
            _no_divider(label, table)
            kinds = property_kinds(label)
            header = ["uid:ID", *(_column(key, kinds[key]) for key in kinds if key != "uid")]
            labels = ":".join((label, *super_labels(label)))
            yield _Table(
                "--nodes", label, labels, header, table.select(_cell(key, kind) for key, kind in kinds.items())
            )


def _relationships(snapshot: Snapshot) -> Iterator[_Table]:
    for kind in RELATIONSHIP_TYPES:
        table = snapshot.relationships(kind)
        if len(table):
            _no_divider(kind, table)
            kinds = property_kinds(kind)
            header = [":START_ID", ":END_ID", *(_column(key, kinds[key]) for key in kinds)]
            cells = [pl.col("start"), pl.col("end"), *(_cell(key, value) for key, value in kinds.items())]
            yield _Table("--relationships", kind, kind, header, table.select(cells))


def _mark(snapshot: Snapshot) -> _Table:
    manifest = snapshot.manifest
    row = pl.DataFrame(
        {"id": ["gridgov"], "name": ["gridgov"], "content_hash": [manifest.content_hash], "as_of": [manifest.as_of]}
    )
    header = [":ID", "name:string", "content_hash:string", "as_of:date"]
    return _Table("--nodes", _MARK, _MARK, header, row)


def _no_divider(name: str, table: pl.DataFrame) -> None:
    lists = [key for key, kind in property_kinds(name).items() if kind == "string_list"]
    if any(table.get_column(key).explode().str.contains(DIVIDER, literal=True).any() for key in lists):
        raise SnapshotError(
            f"{name} 的一个列表里有控制字符 U+001F，无法导出为导入文件",
            f"a list of {name} holds the control character U+001F, and cannot be written for the import",
        )


def _column(key: str, kind: PropertyKind) -> str:
    return f"{key}:{_TYPES[kind]}"


def _cell(key: str, kind: PropertyKind) -> pl.Expr:
    if kind == "string_list":
        return pl.when(pl.col(key).list.len() > 0).then(pl.col(key).list.join(DIVIDER)).alias(key)
    if kind == "date":
        return pl.col(key).dt.to_string("%Y-%m-%d")
    return pl.col(key)
