"""Which parameters a Cypher text uses: found by reading past its strings, comments and quoted names."""

import re
from collections.abc import Collection

from graph_store.errors import ParameterMissing

_TOKEN = re.compile(
    r"""
    '(?:\\.|[^'\\])*'            # a text in single quotes
    | "(?:\\.|[^"\\])*"          # a text in double quotes
    | `(?:``|[^`])*`             # a quoted name
    | //[^\n]*                   # a comment to the end of the line
    | /\*.*?\*/                  # a comment over several lines
    | \$(?:(?P<name>\w+)|`(?P<quoted>(?:``|[^`])+)`)
    """,
    re.VERBOSE | re.DOTALL,
)


def parameters_used(text: str) -> tuple[str, ...]:
    """Return the parameters that a statement uses, each once, in the order of their first use.

    >>> parameters_used("MATCH (n {uid: $uid}) WHERE n.name <> '$x' RETURN $n // $y")
    ('uid', 'n')
    """
    found = (m["name"] or (m["quoted"] or "").replace("``", "`") for m in _TOKEN.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def require_parameters(text: str, given: Collection[str]) -> None:
    """Refuse a statement that uses a parameter which was not given.

    Raises:
        ParameterMissing: with the names of all that are missing.
    """
    missing = tuple(name for name in parameters_used(text) if name not in given)
    if missing:
        raise ParameterMissing(missing)
