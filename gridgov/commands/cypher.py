"""gridgov cypher: statements of one's own."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_model.errors import UsageError
from gridgov.options import format_option, output_option, parameter_option, path, store_options
from gridgov.settings import Settings
from gridgov.system_errors import reason
from gridgov.terminal import tell
from gridgov.usage import usage_error
from gridgov.values import WholeNumber
from gridgov.verb import argument, option, verb
from gridgov.words import LANGUAGES, Words

if TYPE_CHECKING:
    from queries.script import ScriptStatement

_ABOUT = Words(
    "运行自己写的 Cypher 语句\n"
    "只读；加 --write 时在一份临时副本上写，运行完即丢弃，快照不变。\n"
    "可以有多条语句（以分号隔开）和 :param 行；table、markdown 显示每条的结果，其余格式只给最后一条的。",
    "run Cypher of your own\n"
    "Read-only; with --write it writes to a scratch copy that is thrown away, the snapshot stays as it is.\n"
    "Several statements (with semicolons) and :param lines may be given; table and markdown show the result of each, "
    "the other forms that of the last.",
)
_TEXT = Words("Cypher 语句", "the statements")
_FILE = Words("从文件读语句；- 为标准输入", "read the statements from a file; - is standard input")
_WRITE = Words("允许写（在临时副本上）", "let them write (to a scratch copy)")
_TIMEOUT = Words("每条语句最多等几秒", "seconds that a statement may take")
_ONE = Words("请给出语句，或用 -f 给出文件，二者取一。", "Give the statements, or a file with -f: one of the two.")
_SCRATCH = Words("在临时副本上运行，写入的内容不保留。", "Runs on a scratch copy; what is written is not kept.")
_STAYS = Words(
    "在服务器上运行，写入的内容会留下；下次 gridgov push 把发布的数据改回快照的样子。",
    "Runs on the server, and what is written stays; the next gridgov push makes what was published as it was.",
)
_UNREADABLE = Words("{file} 无法读取：{reason}", "{file} cannot be read: {reason}")
_HINT = Words("提示：第 {line} 行，{said}；{remedy}", "Note: line {line}, {said}; {remedy}")
_EMPTY = Words("没有语句可运行。", "There is no statement to run.")
_EACH = ("table", "markdown")


@verb(
    "cypher",
    _ABOUT,
    examples=(
        "gridgov cypher 'MATCH (e:Estate) RETURN count(*) AS estates'",
        "gridgov cypher -f 我的问题.cypher -P day=2024-09-03 --format csv -o 结果.csv",
    ),
)
@argument("text", required=False, metavar="[TEXT]", words=_TEXT)
@option("-f", "--file", type=path, metavar="FILE", words=_FILE)
@parameter_option()
@option("--write", is_flag=True, words=_WRITE)
@option("--timeout", type=WholeNumber(1), metavar="S", words=_TIMEOUT)
@format_option("table", "json", "csv", "markdown", "xlsx")
@output_option()
@store_options()
@click.pass_obj
def command(
    settings: Settings,
    *,
    text: str | None,
    file: Path | None,
    parameters: tuple[str, ...],
    write: bool,
    timeout: int | None,
    form: str,
    output: Path | None,
) -> None:
    """Run statements on the current snapshot, or on a server."""
    from gridgov.asking import deliver, open_any_store
    from queries.parameters import untyped_from_texts
    from queries.script import parse_script, run_statement

    statements = parse_script(_script(text, file), file.name if file else "cypher")
    given = untyped_from_texts(parameters)
    if not statements:
        raise usage_error(_EMPTY)
    if write:
        tell(settings.text(_SCRATCH) if settings.store is None else settings.text(_STAYS))
    else:
        _hint(settings, statements)
    with open_any_store(settings) as store:
        answers = [run_statement(store, statement, given, write=write, timeout=timeout) for statement in statements]
    for answer in answers if form in _EACH and output is None else answers[-1:]:
        deliver(settings, answer, form, output)


def _script(text: str | None, file: Path | None) -> str:
    if (text is None) == (file is None):
        raise usage_error(_ONE)
    if file is None:
        return text or ""
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        zh, en = (_UNREADABLE(language, file=file, reason=reason(error, language)) for language in LANGUAGES)
        raise UsageError(zh, en) from error


def _hint(settings: Settings, statements: Sequence["ScriptStatement"]) -> None:
    """Say on stderr which names of the statements match nothing because the schema lacks them."""
    from queries.statement_hints import statement_hints

    for statement in statements:
        for found in statement_hints(statement.text, "cypher", statement.line):
            zh = settings.language == "zh"
            said, remedy = (found.zh, found.remedy_zh) if zh else (found.en, found.remedy_en)
            tell(settings.text(_HINT, line=found.place.line, said=said, remedy=remedy))
