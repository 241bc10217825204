"""Who asks a server: user and password out of the environment, a file or a prompt, never out of a command line."""

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph_store.errors import CredentialsMissing

FILE_VARIABLE = "GRIDGOV_NEO4J_CREDENTIALS"
"""Names a file that holds user and password."""

_USERS = ("GRIDGOV_NEO4J_USER", "NEO4J_USER", "NEO4J_USERNAME")
_PASSWORDS = ("GRIDGOV_NEO4J_PASSWORD", "NEO4J_PASSWORD")
_AUTH = "NEO4J_AUTH"  # "user/password" or "none", as the server's container images have it
_DEFAULT_USER = "neo4j"
_SECRET_LINES = 2


@dataclass(frozen=True)
class Credentials:
    """A user and a password; printing it shows the user alone.

    Attributes:
        user: name; "" for a server that asks nobody who they are.
        password: never shown.
    """

    user: str
    password: str = field(repr=False)


NOBODY = Credentials("", "")
"""For a server whose authentication is switched off."""

Prompt = Callable[[str], Credentials]
"""Asks a person; given the address, for the text of the question."""


def find_credentials(
    address: str, *, file: Path | None = None, prompt: Prompt | None = None, environment: Mapping[str, str] = os.environ
) -> Credentials:
    """Return who asks: by the file given, else the environment, else the file that it names, else the prompt.

    Args:
        address: of the server, for the question.
        file: two lines, user and password; or lines like NEO4J_USERNAME=… and NEO4J_PASSWORD=….
        prompt: asks a person; None where nobody is there.
        environment: GRIDGOV_NEO4J_USER and _PASSWORD, else NEO4J_USER (or _USERNAME) and NEO4J_PASSWORD, else
            NEO4J_AUTH as "user/password" or "none"; GRIDGOV_NEO4J_CREDENTIALS names a file.

    Raises:
        CredentialsMissing: nothing says it, or the file is unreadable, readable by others, or not of that form.
    """
    if file is not None:
        return _from_file(file)
    found = _from_variables(environment)
    if found is not None:
        return found
    if environment.get(FILE_VARIABLE):
        return _from_file(Path(environment[FILE_VARIABLE]))
    if prompt is not None:
        return prompt(address)
    raise CredentialsMissing(
        "没有 Neo4j 的用户名和密码：请设置环境变量 GRIDGOV_NEO4J_USER 和 GRIDGOV_NEO4J_PASSWORD，"
        f"或把两者写入只有本人可读的文件，并用 {FILE_VARIABLE} 指明",
        "no user and password for Neo4j: set GRIDGOV_NEO4J_USER and GRIDGOV_NEO4J_PASSWORD, or write both into a file "
        f"that only you can read, and name it in {FILE_VARIABLE}",
    )


def _from_variables(environment: Mapping[str, str]) -> Credentials | None:
    password = next((environment[name] for name in _PASSWORDS if environment.get(name)), None)
    if password is not None:
        return Credentials(
            next((environment[name] for name in _USERS if environment.get(name)), _DEFAULT_USER), password
        )
    both = environment.get(_AUTH, "")
    if both == "none":
        return NOBODY
    user, slash, password = both.partition("/")
    return Credentials(user, password) if slash else None


def _from_file(file: Path) -> Credentials:
    try:
        mode = file.stat().st_mode
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CredentialsMissing(f"密码文件 {file} 无法读取", f"the password file {file} cannot be read") from error
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise CredentialsMissing(
            f"密码文件 {file} 其他用户也能读：请先 chmod 600",
            f"the password file {file} can be read by other users: chmod 600 it first",
        )
    found = _from_text(text)
    if found is None:
        raise CredentialsMissing(
            f"密码文件 {file} 应有两行：用户名、密码；或 NEO4J_USERNAME=… 和 NEO4J_PASSWORD=…",
            f"the password file {file} should have two lines, user and password; "
            "or NEO4J_USERNAME=… and NEO4J_PASSWORD=…",
        )
    return found


def _from_text(text: str) -> Credentials | None:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    pairs = dict(line.split("=", 1) for line in lines if "=" in line)
    named = _from_variables({key.strip(): value.strip() for key, value in pairs.items()})
    if named is not None:
        return named
    return Credentials(lines[0].strip(), lines[1]) if len(lines) == _SECRET_LINES else None
