"""Names in a statement of one's own that the schema does not know: they match nothing, and no engine says so."""

from itertools import chain

from queries.query_faults import QueryFault, Source
from queries.statement_checks import unknown_labels, unknown_properties
from queries.statement_shape import StatementShape


def statement_hints(text: str, path: str, line: int = 1) -> tuple[QueryFault, ...]:
    """Return where a statement names labels, relationship types or properties that no graph of gridgov has.

    Args:
        text: one statement.
        path: what messages call it.
        line: number of its first line in its file.

    Returns:
        Each name once, in the order of the statement.
    """
    shape, source = StatementShape(text, line), Source(path, "\n" * (line - 1) + text)
    found = chain(unknown_labels(source, shape), unknown_properties(source, shape))
    return tuple({fault.zh: fault for fault in sorted(found, key=lambda f: (f.place.line, f.place.column))}.values())
