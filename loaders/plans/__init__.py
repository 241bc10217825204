"""Mapping files and recognition: where in a sheet a table lies, and what its columns mean, in TOML and without code."""

from loaders.plan import MappingFile, TablePlan
from loaders.plans.applying import (
    NOTHING_APPLIED,
    AppliedMapping,
    apply_to_file,
    unmatched_problems,
    unmatched_tables,
)
from loaders.plans.drafting import draft_mapping
from loaders.plans.file_matching import encodings
from loaders.plans.problems import MappingError, MappingProblem
from loaders.plans.reading import parse_mapping, read_mapping

__all__ = [
    "NOTHING_APPLIED",
    "AppliedMapping",
    "MappingError",
    "MappingFile",
    "MappingProblem",
    "TablePlan",
    "apply_to_file",
    "draft_mapping",
    "encodings",
    "parse_mapping",
    "read_mapping",
    "unmatched_problems",
    "unmatched_tables",
]
