"""All faults of all query files, in order: an analyst mends them in one go."""

from collections.abc import Iterable

from queries.header_checks import header_faults
from queries.query_faults import QueryFault, Source
from queries.query_file import Place, QueryFile
from queries.query_parsing import parse_query
from queries.statement_checks import statement_faults


def check_texts(texts: Iterable[tuple[str, str, str]]) -> tuple[tuple[QueryFile, ...], tuple[QueryFault, ...]]:
    """Return query files in their parts, and every fault of every one.

    Args:
        texts: id, path (as messages show it) and text of each file.

    Returns:
        the files in the order of their ids, and the faults in the order of file, line and column.
    """
    parsed = [parse_query(text, query_id, path) for query_id, path, text in texts]
    queries = tuple(sorted((query for query, _ in parsed), key=lambda q: (q.id, q.path)))
    faults = [fault for _, found in parsed for fault in found]
    for query in queries:
        faults.extend(header_faults(query))
        faults.extend(statement_faults(query))
    faults.extend(_ids_given_twice(queries))
    return queries, tuple(sorted(set(faults), key=lambda f: (f.path, f.place.line, f.place.column, f.code, f.en)))


def _ids_given_twice(queries: tuple[QueryFile, ...]) -> Iterable[QueryFault]:
    first: dict[str, QueryFile] = {}
    for query in queries:
        other = first.setdefault(query.id, query)
        if other is not query:
            said = (f"标识 {query.id} 已用于 {other.path}", f"id {query.id} is already that of {other.path}")
            remedy = ("请换一个文件名", "give the file another name")
            yield Source(query.path, query.text).fault(Place(1, 1), "id_twice", said, remedy)
