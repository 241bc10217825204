"""Options that several verbs share, each declared once."""

import glob
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gridgov.settings import STORE_VARIABLE, Settings
from gridgov.values import Day, OneOf
from gridgov.verb import argument, option
from gridgov.words import Words

_Function = TypeVar("_Function", bound=Callable[..., Any])

_FILES = Words(
    "表格文件（xlsx、xls、xlsb、ods、csv、json），或其所在的文件夹",
    "workbooks and tables (xlsx, xls, xlsb, ods, csv, json), or folders of them",
)
_MAPPING = Words(
    "对照文件（TOML）：说明哪一列对应什么；表头自己认得出时不需要",
    "mapping file (TOML): which column means what; not needed where headings are recognised",
)
_AS_OF = Words("数据截至哪一天；文件里写明的优先", "the day the files speak of, where they do not say it")
_ENCODING = Words(
    "CSV 的字符编码，如 gb18030；默认自动识别", "encoding of CSV files, such as gb18030; found out by default"
)
_FORMAT = Words("输出格式", "form of the output")
_PARAMETER = Words(
    "参数，名称=值；形如 2024-09-03 的是日期，名称:=JSON 可给其他类型；可多次给出",
    "a parameter, name=value; 2024-09-03 is a date, name:=JSON gives other types; may be repeated",
)
_OUTPUT = Words("写入文件而不是显示", "write to this file instead of showing")

_STORE = Words(
    "问 Neo4j 服务器而不是本机引擎，如 bolt://localhost:7687；也可设环境变量 GRIDGOV_STORE",
    "ask a Neo4j server, not the embedded engine: bolt://localhost:7687; or GRIDGOV_STORE",
)
_USER = Words(
    "服务器的用户名；密码取自 GRIDGOV_NEO4J_PASSWORD、密码文件，或提示时输入",
    "user of the server; the password comes from GRIDGOV_NEO4J_PASSWORD, a file, or the prompt",
)
_PASSWORD_FILE = Words(
    "只有本人可读的文件，两行：用户名、密码", "a file that only you can read: two lines, user and password"
)

path = click.Path(path_type=Path)
"""A path as it is written; whether it can be read is said by whoever reads it."""


def files_argument() -> Callable[[_Function], _Function]:
    """Declare the files that a verb reads; patterns are expanded, since the shell of Windows does not."""
    return argument("files", nargs=-1, required=True, type=path, metavar="FILES…", words=_FILES, callback=_expanded)


def _expanded(_: click.Context, __: click.Parameter, files: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(found for file in files for found in _matches(file))


def _matches(file: Path) -> list[Path]:
    if file.exists() or not glob.has_magic(str(file)):
        return [file]
    return [Path(found) for found in sorted(glob.glob(str(file)))] or [file]  # noqa: PTH207 - it may be absolute


def mapping_option() -> Callable[[_Function], _Function]:
    """Declare the option of a mapping file."""
    return option("--mapping", type=path, metavar="FILE", words=_MAPPING)


def as_of_option() -> Callable[[_Function], _Function]:
    """Declare the option of the day that files speak of."""
    return option("--as-of", type=Day(), words=_AS_OF)


def encoding_option() -> Callable[[_Function], _Function]:
    """Declare the option of the encoding of CSV files."""
    return option("--encoding", metavar="NAME", words=_ENCODING)


def format_option(*forms: str) -> Callable[[_Function], _Function]:
    """Declare the option of the output's form, which arrives as `form`; the first is the default."""
    return option("--format", "form", type=OneOf(forms), default=forms[0], words=_FORMAT)


def parameter_option() -> Callable[[_Function], _Function]:
    """Declare the option of parameters, which arrive as the texts `parameters`."""
    return option("-P", "--parameter", "parameters", multiple=True, metavar="NAME=VALUE", words=_PARAMETER)


def output_option() -> Callable[[_Function], _Function]:
    """Declare the option of a file to write to."""
    return option("-o", "--output", type=path, metavar="FILE", words=_OUTPUT)


def credentials_options() -> Callable[[_Function], _Function]:
    """Declare the options that say who asks a server; they are kept in the settings."""

    def declare(function: _Function) -> _Function:
        file = option("--password-file", type=path, metavar="FILE", words=_PASSWORD_FILE, **_kept("password_file"))
        return option("--user", metavar="NAME", words=_USER, **_kept("user"))(file(function))

    return declare


def store_options() -> Callable[[_Function], _Function]:
    """Declare the options of a server that is asked instead of the embedded engine; they are kept in the settings."""

    def declare(function: _Function) -> _Function:
        kept = _kept("store")
        return option("--store", envvar=STORE_VARIABLE, metavar="URI", words=_STORE, **kept)(
            credentials_options()(function)
        )

    return declare


def _kept(name: str) -> dict[str, Any]:
    """Return the attributes of an option whose value goes into the settings and not to the verb."""

    def keep(context: click.Context, _: click.Parameter, value: object) -> None:
        if value is not None:
            setattr(context.ensure_object(Settings), name, value)

    return {"expose_value": False, "callback": keep}
