"""Mapping files: how tables that were not made for this program become record types, in TOML and without code."""

from loaders.mapping.applying import AppliedMapping, apply_mapping, apply_to_file, unmatched_tables
from loaders.mapping.drafting import draft_mapping
from loaders.mapping.file_matching import encodings
from loaders.mapping.model import MappingFile, MappingTable
from loaders.mapping.problems import MappingError, MappingProblem
from loaders.mapping.reading import parse_mapping, read_mapping

__all__ = [
    "AppliedMapping",
    "MappingError",
    "MappingFile",
    "MappingProblem",
    "MappingTable",
    "apply_mapping",
    "apply_to_file",
    "draft_mapping",
    "encodings",
    "parse_mapping",
    "read_mapping",
    "unmatched_tables",
]
