"""Headings: which field of which record type a column is, found by known headings alone; likeness only suggests."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plans.heading_words import fields_by_words, is_unclear, may_stand_under
from loaders.plans.values_around import is_place, is_reference, key_around
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields

_BRACKETED = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"^(?:\d+[.、)]|[(]\d+[)])")
_FOOTNOTE = re.compile(r"(?<=[\u4e00-\u9fff])(?:[①-⑳⑴-⒇¹²³⁴-⁹]|[\[［【〔(（]注?\d{1,2}[\]］】〕)）]|注\d{1,2})+\s*$")
_ENGLISH_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff()]{2})/?[a-z][a-z'’./&-]{2,}")
_MARKS = str.maketrans(dict.fromkeys("*:：?★☆※#", ""))
_LONGEST = 200
"""Characters of the longest heading; whatever stands in a longer cell is compared by its beginning."""

_IGNORED = frozenset(
    normal_text(h)
    for h in (
        "序号",
        "编号",
        "序",
        "No",
        "No.",
        "行号",
        "填表人",
        "审核人",
        "填报人",
        "填报单位",
        "填报日期",
        "index",
        "#",
    )
)


_Rank = tuple[float, bool, bool]
"""How well headings fit a record type: the fields found; whether all required ones are; whether it names things."""

_BODIES = frozenset({"Organisation", "JointBody", "Grid"})
"""What a post may be in."""

_LARGEST_FOR_NAME = 1.5
_COMPLETE = 2.0
"""What all required fields weigh: a table that lacks one is asked about, not taken for a poorer one that lacks none."""


@lru_cache(maxsize=100_000)
def heading_key(heading: str) -> str:
    """Return the form in which two writings of one heading are equal: no spaces, marks, or numbering."""
    return _NUMBERED.sub("", normal_text(_FOOTNOTE.sub("", heading[:_LONGEST])).translate(_MARKS))


@lru_cache(maxsize=100_000)
def heading_keys(heading: str) -> tuple[str, ...]:
    """Return the keys under which a heading may be known, the nearest to how it stands first.

    As it stands; without what is in brackets (a unit); without its English or the mark of a footnote; without 情况.
    """
    key = heading_key(heading)
    bare = _BRACKETED.sub("", key)
    chinese = _ENGLISH_BESIDE.sub("", bare)
    plain = chinese.removesuffix("情况")
    return tuple(dict.fromkeys(k for k in (key, bare, chinese, plain) if k)) or ("",)


@lru_cache(maxsize=100_000)
def is_ignored(heading: str) -> bool:
    """Tell whether a column is one that no registry wants loaded, such as 序号."""
    return any(key in _IGNORED for key in heading_keys(heading))


@cache
def known_headings(record: str) -> Mapping[str, str]:
    """Return the keys of all headings of a record type, with the field that each stands for."""
    found: dict[str, str] = {}
    fields = columns(RECORD_TYPES[record])
    for rank in (0, 1):  # a field's own headings go before the variants of another
        for field, column in fields.items():
            own = (column.heading, column.english, field)
            for heading in own if rank == 0 else column.variants:
                for key in heading_keys(heading) if rank == 0 else (heading_key(heading),):
                    found.setdefault(key, field)
    return MappingProxyType(found)


@cache
def _fields_by_key() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for record in RECORD_TYPES:
        for key, field in known_headings(record).items():
            found.setdefault(key, []).append((record, field))
    return MappingProxyType({key: tuple(fields) for key, fields in found.items()})


@lru_cache(maxsize=100_000)
def _fields_of(key: str) -> Mapping[str, str]:
    """What a heading means, record type by record type: by what is known, or else by its head words."""
    return MappingProxyType(dict((*fields_by_words(key), *_fields_by_key().get(key, ()))))


@lru_cache(maxsize=100_000)
def is_known(heading: str) -> bool:
    """Tell whether any record type knows a heading."""
    return any(_fields_of(key) for key in heading_keys(heading))


def names_place(heading: str) -> bool:
    """Tell whether a heading says where something lies whatever record type knows it, such as 社区, and 小区 not."""
    around = key_around(heading)
    found = [field for key in heading_keys(around.key if around else heading) for field in _fields_of(key).items()]
    return bool(found) and all(is_place(record, field) for record, field in found)


@dataclass(frozen=True)
class Heading:
    """A column's heading, with the writings by which it may be known, best first.

    Args:
        column: the column, counted from 0 in the sheet's rows.
        shown: the heading as a person would name it.
        writings: the headings above it and its own joined, ever fewer of them, its own alone; the one above where its
            own says nothing.
        path: the headings above it, from the top, and its own; empty: it stands in one row.
    """

    column: int
    shown: str
    writings: tuple[str, ...]
    path: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeadingMatch:
    """How the headings of a table fit a record type.

    Args:
        record: the record type.
        fields: field -> heading.
        doubled: (heading, heading of the same field that was met first).
        unknown: headings that stand for no field.
        missing: required fields without a heading.
        stated: required field -> the term that the sheet's name states for all rows: 需求清单 is a list of needs.
    """

    record: str
    fields: Mapping[str, Heading]
    doubled: tuple[tuple[Heading, Heading], ...]
    unknown: tuple[Heading, ...]
    missing: tuple[str, ...]
    stated: Mapping[str, str]


def _field_of(heading: Heading, record: str, others: Collection[str] = ()) -> str | None:
    """The field that a heading means; what its own words alone mean must fit the headings above it, too."""
    for writing in heading.writings:
        for key in heading_keys(writing):
            field = _fields_of(key).get(record)
            if field is None or (key not in known_headings(record) and is_unclear(record, field, key, others)):
                continue
            if may_stand_under(record, field, _above(heading, writing)):
                return field
    return None


def _above(heading: Heading, writing: str) -> tuple[str, ...]:
    """The headings above one that a writing of it leaves out."""
    if not heading.path:
        return ()
    kept = next((n for n in range(len(heading.path)) if "".join(heading.path[n:]) == writing), 0)
    return tuple(map(heading_key, heading.path[:kept]))


def most_fields(headings: Sequence[Heading]) -> int:
    """Return how many fields headings stand for in the record type that knows most of them.

    Args:
        headings: a row that may be the headings of a table; most rows are not, so all record types are asked at once.
    """
    fields: dict[str, set[str]] = {}
    for heading in headings:
        records = {
            record for writing in heading.writings for key in heading_keys(writing) for record in _fields_of(key)
        }
        for record in records:
            field = _field_of(heading, record)
            if field is not None:
                fields.setdefault(record, set()).add(field)
    return max(map(len, fields.values()), default=0)


def match_headings(
    headings: Sequence[Heading], record: str, sheet_name: str = "", given: frozenset[str] = frozenset()
) -> HeadingMatch:
    """Match headings with the fields of one record type.

    Args:
        headings: the headings of a table.
        record: name of the record type.
        sheet_name: name of the sheet, which may be a term of a required column that the table lacks.
        given: what stands around the table and fills what its rows lack: "community", "body" …

    Returns:
        The fields found; headings are matched by what is known alone, never by likeness. Beside a heading that always
        names a field, one that names it in some rows alone is unknown.
    """
    keys = [heading_key(heading.shown) for heading in headings]
    fields: dict[str, Heading] = {}
    doubled, unknown = [], []
    for heading in headings:
        field, key = _field_of(heading, record, keys), key_around(heading.shown)
        if key is not None:
            meant = _field_of(Heading(heading.column, key.key, (key.key,)), record)
            if meant is not None and meant not in fields and is_place(record, meant):
                fields[meant] = heading
            elif key.of_envelope or (meant is not None and is_reference(record, meant)):
                unknown.append(heading)  # of the rest the sheet of the objects around tells
        elif field is None or (field in fields and _is_of_some(record, field, heading.shown)):
            unknown.append(heading)
        elif field in fields and _is_of_some(record, field, fields[field].shown):
            unknown.append(fields[field])
            fields[field] = heading
        elif field in fields:
            doubled.append((heading, fields[field]))
        else:
            fields[field] = heading
    lacking = [f for f in required_fields(RECORD_TYPES[record]) if f not in fields]
    stated = {f: heading_key(sheet_name) for f in lacking if heading_key(sheet_name) in _terms(record, f)}
    around = filled_around(record, fields, given) if given else {}
    missing = tuple(f for f in lacking if f not in stated and f not in around)
    return HeadingMatch(record, fields, tuple(doubled), tuple(unknown), missing, stated)


def filled_around(record: str, fields: Collection[str], given: frozenset[str]) -> Mapping[str, str]:
    """Return the fields that rows lack and that what stands around them gives, with what gives each.

    Args:
        record: the record type.
        fields: the fields that have a column, which nothing around overrides.
        given: what stands around the table: "community", "subdistrict", "body", "list".
    """
    return dict(_filled_around(record, fields, given))


def _filled_around(record: str, fields: Collection[str], given: frozenset[str]) -> Iterator[tuple[str, str]]:
    required = required_fields(RECORD_TYPES[record])
    for field, column in columns(RECORD_TYPES[record]).items():
        if field in fields:
            continue
        labels = set(column.reference.labels) if column.reference and not column.many else set()
        if field == "list" and column.vocabulary == "pledge_list" and "list" in given:
            yield field, "list"
        if field == "community" and labels == {"Community"} and "community" in given:
            yield field, "community"
        if field == "subdistrict" and "subdistrict" in given and "community" not in fields:
            yield field, "subdistrict"
        if field in required and labels == {"PartyCommittee"} and given & {"community", "subdistrict"}:
            yield field, "community" if "community" in given else "subdistrict"
        if field == "superior" and labels == {"PartyCommittee"} and "committee" in given:
            yield field, "committee"
        if field in required and labels == _BODIES and "body" in given:
            yield field, "body"


def ends_in(endings: Sequence[str], heading: str) -> bool:
    """Tell whether a heading, with or without what is in brackets, ends in one of some words: 项目责任单位."""
    return any(key.endswith(ending) for key in heading_keys(heading) for ending in endings)


def _is_of_some(record: str, field: str, heading: str) -> bool:
    """Whether a heading names a field in some rows alone."""
    return any(
        some.field == field and ends_in(some.headings, heading) for some in RECORD_TYPES[record].headings_of_some
    )


@cache
def _terms(record: str, field: str) -> frozenset[str]:
    name = columns(RECORD_TYPES[record])[field].vocabulary
    return (
        frozenset(normal_text(word) for t in vocabulary(name).terms for word in (t.zh, t.en)) if name else frozenset()
    )


def best_matches(
    headings: Sequence[Heading], hint: str, sheet_name: str = "", given: frozenset[str] = frozenset()
) -> list[HeadingMatch]:
    """Return the record types that headings fit best: one, or several that fit equally well.

    Args:
        headings: the headings of a table.
        hint: texts that may name the record type: the sheet's name, its title, the file's name.
        sheet_name: the sheet's name alone.
        given: what stands around the table and fills what its rows lack.

    Returns:
        The best matches; none if no record type has its required fields, or two fields, among the headings.
    """
    stated = heading_key(sheet_name)
    candidates = _candidates(tuple(headings), stated if stated in _all_terms() | _all_names() else "", given)
    least = max((rank[0] for rank, _ in candidates), default=0) - _LARGEST_FOR_NAME
    ranked = [(_with_name(rank, m.record, hint), m) for rank, m in candidates if rank[0] >= least]
    best = max((rank for rank, _ in ranked), default=None)
    return [m for rank, m in ranked if rank == best]


@lru_cache(maxsize=4_000)
def _candidates(
    headings: tuple[Heading, ...], sheet_name: str, given: frozenset[str]
) -> tuple[tuple[_Rank, HeadingMatch], ...]:
    """How well headings fit each record type that knows any; the tables of many offices have the same."""
    matches = (match_headings(headings, record, sheet_name, given) for record in RECORD_TYPES)
    return tuple((_rank(m), m) for m in matches if _says_something(m) or (m.fields and sheet_name in _names(m.record)))


def _says_something(match: HeadingMatch) -> bool:
    """Whether more than places and notes is known: a column of estates alone is no list of their audits."""
    return any(field != "note" and not is_place(match.record, field) for field in match.fields)


@cache
def _all_terms() -> frozenset[str]:
    """Every term of a required column, which a sheet's name may state."""
    required = ((record, field) for record, cls in RECORD_TYPES.items() for field in required_fields(cls))
    return frozenset(term for record, field in required for term in _terms(record, field))


@cache
def _all_names() -> frozenset[str]:
    """Every name of a record type, which a sheet's name may be."""
    return frozenset(name for record in RECORD_TYPES for name in _names(record))


@cache
def _names(record: str) -> tuple[str, ...]:
    cls = RECORD_TYPES[record]
    return tuple(normal_text(n) for n in (*cls.sheet_names, cls.zh))


def _rank(match: HeadingMatch) -> _Rank:
    cls = RECORD_TYPES[match.record]
    unknown = sum(not is_ignored(h.shown) for h in (*match.unknown, *(heading for heading, _ in match.doubled)))
    complete = not match.missing and all(any(f in match.fields for f in group) for group in cls.one_of)
    score = len(match.fields) - 0.5 * unknown + (_COMPLETE if complete else 0)
    names_things = cls.defines is not None and cls.defines.name[0] in match.fields  # estates, rather than their audits
    return (score, complete, names_things)


def _with_name(rank: _Rank, record: str, hint: str) -> _Rank:
    """The rank of a match where a title, a sheet's or a file's name may name the record type."""
    longest = max((len(n) for n in _names(record) if n in hint), default=0)
    return (rank[0] + (1 + min(0.01 * longest, 0.5) if longest else 0), *rank[1:])
