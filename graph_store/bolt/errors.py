"""What a server or the way to it complains of, as the package's own errors. Imports no driver.

One mistake is one kind of error, whichever engine finds it and when: a text that is no Cypher is a `QuerySyntaxError`;
a value, or its type, that a statement can do nothing with is `QueryFailed`, though Neo4j calls it an error of syntax.

Passwords are no part of what a server says, and nothing here is given one.
"""

import re
import ssl
from typing import TypeVar

from graph_store.bolt.address import Address
from graph_store.embedded.java_errors import blames_the_text, breaks_a_constraint, constraint_broken
from graph_store.errors import (
    CommitUnknown,
    MemoryExhausted,
    ParameterMissing,
    QueryFailed,
    QuerySyntaxError,
    QueryTimeout,
    StoreError,
    StoreUnavailable,
    WriteRefused,
)

_Error = TypeVar("_Error", bound=BaseException)
_POSITION = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_POSITION_FROM_0 = re.compile(r"\s*at line (\d+), column (\d+)")  # the embedded engine counts columns so
_OF_A_VALUE = re.compile(r"Type mismatch|Invalid input\. .* is not a valid value")
_SYNTAX = frozenset({"SyntaxError", "SemanticError"})
_TIME_UP = frozenset(
    {"TransactionTimedOut", "TransactionTimedOutClientConfiguration", "LockAcquisitionTimeout", "ExecutionTimeout"}
)
_LIMIT = re.compile(r"timeout of (\d+)ms")  # the embedded engine's own
_MEMORY = ("OutOfMemory", "MemoryPool")
_NOT_LET_IN = (
    "{} 不接受这个用户名或密码。请检查 GRIDGOV_NEO4J_USER 和 GRIDGOV_NEO4J_PASSWORD",
    "{} does not accept this user or password. Check GRIDGOV_NEO4J_USER and GRIDGOV_NEO4J_PASSWORD",
)
_READ_ONLY = (
    "{} 的数据库是只读的，不能写入，什么也没有改。请改用可写的数据库",
    "the database at {} is read-only and takes no writes; nothing was changed. Use one that can be written",
)
_BEHIND = (
    "{} 还没有此前发布或看到过的内容：它落后了，或是从备份恢复的，没有作答。请稍后再试；若已从备份恢复，请重新连接",
    "{} does not hold what was published or seen before: it lags behind, or was restored from a backup; it was not "
    "asked. Try again later; if it was restored, connect anew",
)
_NO_BOOKMARK = (
    "{} 不认识所给的书签。请给出向同一服务器发布时得到的书签",
    "{} does not know what to do with the bookmarks it was given. Give those of a publish to this server",
)
_NOT_NOW = ("{} 的数据库暂时不可用，请稍后再试", "the database at {} is not available now; try again later")
_REFUSALS = {
    **dict.fromkeys(("Unauthorized", "CredentialsExpired", "TokenExpired"), _NOT_LET_IN),
    "AuthenticationRateLimit": (
        "{} 因密码错误次数过多而暂时拒绝登录，请稍候再试",
        "{} lets nobody in for a moment, after too many wrong passwords; wait a little",
    ),
    "Forbidden": ("{} 不允许这个用户这样做", "{} does not allow this user to do that"),
    "DatabaseNotFound": (
        "服务器上没有 {} 所指的数据库。请检查地址末尾的数据库名",
        "there is no such database as {}. Check the name at the end of the address",
    ),
    **dict.fromkeys(("ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase", "ReadOnlyDatabase"), _READ_ONLY),
    "NotALeader": (
        "{} 这台成员不接受写入。请用 neo4j:// 地址，由集群选择主节点",
        "the member at {} takes no writes. Use a neo4j:// address, so that the cluster's leader is found",
    ),
    "BookmarkTimeout": _BEHIND,
    **dict.fromkeys(("InvalidBookmark", "InvalidBookmarkMixture"), _NO_BOOKMARK),
    **dict.fromkeys(("DatabaseUnavailable", "ServiceUnavailable", "DatabaseShutdown"), _NOT_NOW),
}


def server_error(code: str, text: str, address: Address, *, timeout: float, embedded: bool = False) -> StoreError:
    """Return the error for what a server answered.

    Args:
        code: as "Neo.ClientError.Statement.SyntaxError".
        text: the server's message.
        address: of the server.
        timeout: seconds that the statement was given.
        embedded: the server is the embedded engine.
    """
    kind = code.rpartition(".")[2]
    known = _of_the_text(kind, text, embedded) or _of_the_limits(code, text, address) or _of_the_server(code, address)
    if known is not None:
        return known
    if kind in _TIME_UP:
        own = _LIMIT.search(text)
        return time_up(int(own[1]) / 1000 if own else timeout)
    where_zh, where_en, plain = _placed(text)
    return QueryFailed(f"语句无法执行{where_zh}：{plain}", f"the statement could not be answered{where_en}: {plain}")


def _of_the_text(kind: str, text: str, embedded: bool) -> StoreError | None:
    blamed = blames_the_text(text, semantic=kind == "SemanticError") if embedded else _neo4j_blames_the_text(text)
    if kind in _SYNTAX and blamed:
        return _syntax_error(text)
    if kind == "ParameterMissing":
        return ParameterMissing(tuple(re.findall(r"[^\s,]+", text.partition(":")[2])))
    return write_refused() if kind == "AccessMode" else None


def _neo4j_blames_the_text(text: str) -> bool:
    """Return whether an error that Neo4j calls one of syntax is one: then it has a place in the text."""
    return _POSITION.search(text) is not None and not _OF_A_VALUE.match(text)


def _of_the_limits(code: str, text: str, address: Address) -> StoreError | None:
    if code.startswith("Neo.ClientError.Schema.") or breaks_a_constraint(text):
        return constraint_broken(_first_line(text))
    if any(word in code for word in _MEMORY):
        return MemoryExhausted(
            f"{address} 的内存不够处理这一个事务：{_first_line(text)}",
            f"{address} has not enough memory for this one transaction: {_first_line(text)}",
        )
    return None


def _of_the_server(code: str, address: Address) -> StoreError | None:
    words = _REFUSALS.get(code.rpartition(".")[2]) or (
        _REFUSALS["Forbidden"] if code.startswith("Neo.ClientError.Security.") else None
    )
    return StoreUnavailable(*(word.format(address) for word in words)) if words else None


def write_refused() -> WriteRefused:
    """Return the error for a statement that writes where nobody said that it may."""
    return WriteRefused(
        "这条语句会改动数据，已拒绝，什么也没有改。若确实要改动服务器上的数据，请加 --write",
        "this statement writes; it was refused and nothing was changed. To let it write on the server, add --write",
    )


def way_error(error: BaseException, address: Address) -> StoreUnavailable:
    """Return the error for a server that cannot be reached, or was lost on the way."""
    refused = _cause(error, ssl.SSLCertVerificationError)
    if refused is not None:
        why = refused.verify_message or "not accepted"
        return StoreUnavailable(
            f"{address} 的证书无效（{why}），没有连接。请更换证书；自签名证书请用 +ssc 方案",
            f"the certificate of {address} is not valid ({why}); no connection was made. Have it renewed; "
            "for a self-signed one use a +ssc scheme",
        )
    if _cause(error, ssl.SSLError) is not None:
        return StoreUnavailable(
            f"{address} 不能加密连接。若服务器没有证书，请用不带 +s 的方案",
            f"{address} could not be reached by an encrypted connection. If the server has no certificate, "
            "use the scheme without +s",
        )
    hint_zh = "；若它不是集群且不支持路由，请用 bolt://" if address.is_routed else ""
    hint = "; if it is a single server that cannot route, use bolt://" if address.is_routed else ""
    return StoreUnavailable(
        f"连不上 {address}，或连接已中断。请检查地址、端口、服务器是否在运行{hint_zh}",
        f"{address} cannot be reached, or the connection was lost. "
        f"Check address and port, and that the server runs{hint}",
    )


def not_begun(address: Address) -> StoreUnavailable:
    """Return the error for a server that did not begin with what it was to do, though it was waited for."""
    return StoreUnavailable(
        f"{address} 迟迟没有开始处理：连不上它，它没有响应，或它落后于此前发布或看到过的内容。请检查服务器，稍后再试",
        f"{address} did not begin in time: it cannot be reached, does not respond, or lags behind what was published "
        "or seen before. Check the server, or try again later",
    )


def commit_unknown(address: Address) -> CommitUnknown:
    """Return the error for a connection that broke during the commit."""
    return CommitUnknown(
        f"{address} 在提交时断开，不知道是否已写入。请再运行一次：已写入的不会重复",
        f"{address} was lost during the commit, which may have gone through or not. Run it again: "
        "what was written is not written twice",
    )


def time_up(timeout: float) -> QueryTimeout:
    """Return the error for a statement that took too long; 0 seconds: longer than the server allows anybody."""
    if not timeout:
        return QueryTimeout(
            "语句超过了服务器自己的时限。请缩小范围，或在服务器上放宽时限",
            "the statement took longer than the server allows. Narrow it down, or have the server allow more",
        )
    return QueryTimeout(
        f"语句超过了 {timeout:g} 秒的时限。请缩小范围，或用 --timeout 放宽",
        f"the statement took longer than {timeout:g} seconds. Narrow it down, or allow more with --timeout",
    )


def _syntax_error(text: str) -> QuerySyntaxError:
    line, column = _place(text)
    where_zh, where_en, plain = _placed(text)
    return QuerySyntaxError(
        f"Cypher 语法错误{where_zh}：{plain}", f"Cypher syntax error{where_en}: {plain}", line=line, column=column
    )


def _place(text: str) -> tuple[int | None, int | None]:
    """Return line and column that a message names, both from 1."""
    if found := _POSITION.search(text):
        return int(found[1]), int(found[2])
    if found := _POSITION_FROM_0.search(text):
        return int(found[1]), int(found[2]) + 1
    return None, None


def _placed(text: str) -> tuple[str, str, str]:
    """Return the place that a message names, in both languages, and the message without it, in one line."""
    line, column = _place(text)
    plain = _first_line(_POSITION_FROM_0.sub("", _POSITION.sub("", text)))
    if line is None:
        return "", "", plain
    return f"，第 {line} 行第 {column} 列", f" at line {line}, column {column}", plain


def _first_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[0]


def _cause(error: BaseException, kind: type[_Error]) -> _Error | None:
    inner: BaseException | None = error
    while inner is not None and not isinstance(inner, kind):
        inner = inner.__cause__ or inner.__context__
    return inner
