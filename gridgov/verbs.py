"""Every verb of the command line, with what it does in a line; a verb's own file is read when it is used."""

from dataclasses import dataclass
from typing import Final

from gridgov.words import Words


@dataclass(frozen=True)
class Chapter:
    """Verbs that belong together, as the help lists them.

    Args:
        heading: what they are for.
        verbs: verb -> what it does; the verb's file in `gridgov/commands/` bears its name.
    """

    heading: Words
    verbs: dict[str, Words]


CHAPTERS: Final = (
    Chapter(
        Words("先看一看：", "Have a look first:"),
        {
            "demo": Words(
                "一分钟看完全程：检查、装载、核对、发现、地图",
                "the whole way in a minute: check, load, reconcile, findings, map",
            ),
            "sample": Words(
                "写出示例区的表格（合成数据）或公开资料",
                "write the workbooks of the example district (synthetic), or the published record",
            ),
            "template": Words(
                "写出带表头、批注和下拉选项的空白工作簿",
                "write a blank workbook with headings, comments and drop-downs",
            ),
        },
    ),
    Chapter(
        Words("装入表格：", "Take workbooks in:"),
        {
            "check": Words(
                "只检查不装载；可交回标出问题单元格的工作簿",
                "check only; can hand workbooks back with each bad cell marked",
            ),
            "load": Words("装载表格，生成新的数据快照", "load workbooks into a new snapshot"),
        },
    ),
    Chapter(
        Words("查看数据：", "See what is there:"),
        {
            "info": Words(
                "当前快照：数量、来源、日期、内容哈希", "the current snapshot: counts, sources, day, content hash"
            ),
            "show": Words(
                "一个组织、小区或职务：事实、关系、出处",
                "one organisation, estate or post: facts, ties, and where they stand written",
            ),
            "snapshots": Words("列出、切换、清理快照", "list, use and prune snapshots"),
            "diff": Words("两个快照之间有什么变化", "what changed between two snapshots"),
        },
    ),
    Chapter(
        Words("提问：", "Ask:"),
        {
            "query": Words("现成的问题：列出、查看、运行", "ready-made questions: list, show, run"),
            "cypher": Words("运行自己写的 Cypher 语句", "run Cypher of your own"),
            "reconcile": Words("与公布的数字逐项核对", "hold the counts against the published figures"),
        },
    ),
    Chapter(
        Words("画图：", "Draw:"),
        {"map": Words("可以双击打开的交互地图", "interactive maps that open by double click")},
    ),
    Chapter(
        Words("交给别的程序：", "Hand on:"),
        {
            "push": Words("把当前快照发布到 Neo4j 服务器", "publish the current snapshot to a Neo4j server"),
            "serve": Words(
                "用 Bolt 协议在本机提供查询，供 Neo4j Browser 和笔记本连接",
                "answer over Bolt on this machine, for Neo4j Browser and notebooks",
            ),
            "export": Words("导出 neo4j-admin 和 Neo4j Browser 用的文件", "files for neo4j-admin and Neo4j Browser"),
        },
    ),
)


def verb_names() -> tuple[str, ...]:
    """Return all verbs in the order of the help."""
    return tuple(name for chapter in CHAPTERS for name in chapter.verbs)


def one_line(name: str) -> Words:
    """Return what a verb does, in a line."""
    return next(chapter.verbs[name] for chapter in CHAPTERS if name in chapter.verbs)
