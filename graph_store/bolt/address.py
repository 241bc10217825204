"""Where a server is: the address that a user writes, taken apart, with no password in it."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from graph_store.errors import AddressInvalid

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""What an address may begin with: one server or a cluster; in the clear, encrypted, or encrypted and self-signed."""

_PORT = 7687
_DATABASE = re.compile(r"[A-Za-z][A-Za-z0-9.-]{2,62}")


@dataclass(frozen=True)
class Address:
    """A server, or a cluster by one of its members.

    Attributes:
        scheme: one of `SCHEMES`.
        host: name or number; an IPv6 address without its brackets.
        port: usually 7687.
        database: to be used; None: the one that the server gives this user.
        routing: what follows "?" in a neo4j:// address, for the cluster's routing; "" if nothing does.
    """

    scheme: str
    host: str
    port: int
    database: str | None
    routing: str = ""

    @property
    def uri(self) -> str:
        """The address as the driver reads it: without the database."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{'?' + self.routing if self.routing else ''}"

    @property
    def is_routed(self) -> bool:
        """Whether the members of a cluster are asked as what they are: the leader to write, the others to read."""
        return self.scheme.startswith("neo4j")

    def __str__(self) -> str:
        return f"{self.uri.partition('?')[0]}{'/' + self.database if self.database else ''}"


def parse_address(text: str) -> Address:
    """Return the server that an address names: `scheme://host[:port][/database]`.

    >>> parse_address("neo4j+s://graph.example.org/district")
    Address(scheme='neo4j+s', host='graph.example.org', port=7687, database='district', routing='')

    Raises:
        AddressInvalid: it is not written so, or holds a user or a password; its text is not repeated then.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port or _PORT
    except ValueError as error:
        raise _not_an_address() from error
    if "@" in parts.netloc:
        raise AddressInvalid(
            "地址里不能写用户名和密码：命令行会留在历史记录里。请用环境变量 GRIDGOV_NEO4J_USER、"
            "GRIDGOV_NEO4J_PASSWORD，或密码文件，或在提示时输入",
            "an address may not hold a user or password: command lines are kept in histories. Use the environment "
            "variables GRIDGOV_NEO4J_USER and GRIDGOV_NEO4J_PASSWORD, a password file, or the prompt",
        )
    database = unquote(parts.path.strip("/")) or None
    if parts.scheme not in SCHEMES or not host or parts.fragment or (parts.query and parts.scheme.startswith("bolt")):
        raise _not_an_address()
    if database is not None and not _DATABASE.fullmatch(database):
        raise _not_an_address()
    return Address(parts.scheme, host, port, database, parts.query)


def _not_an_address() -> AddressInvalid:
    listed = ", ".join(f"{scheme}://" for scheme in SCHEMES)
    return AddressInvalid(
        f"服务器地址应写作 方案://主机[:端口][/数据库]，方案是 {listed} 之一，如 bolt://localhost:7687",
        f"an address is written scheme://host[:port][/database], the scheme being one of {listed}; "
        "for example bolt://localhost:7687",
    )
