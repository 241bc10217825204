"""A mapping file held against several files at once, as tests look at it; a load goes file by file."""

from collections.abc import Iterable

from loaders.plan import MappingFile
from loaders.plans import AppliedMapping, apply_to_file, unmatched_problems, unmatched_tables
from loaders.readers.results import ReadResult


def apply_mapping(mapping: MappingFile, results: Iterable[ReadResult]) -> AppliedMapping:
    """Return the tables of all files; a table of the mapping that fits no file is a problem."""
    files = list(results)
    parts = [apply_to_file(mapping, result) for result in files]
    paths = [result.path for result in files]
    unmatched = unmatched_problems(mapping, unmatched_tables(mapping, paths), paths)
    return AppliedMapping(
        tuple(table for part in parts for table in part.tables),
        frozenset().union(*(part.claimed for part in parts)),
        (*unmatched, *(problem for part in parts for problem in part.problems)),
    )
