"""What a publication remembers of its rows: for each uid a digest of its row, packed, so that a push reads little.

With it a push knows which rows differ without reading the graph, and which nodes and relationships are gridgov's own:
none of them needs a property of its own for that.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import polars as pl

from graph_store.snapshot.content_hash import frame_texts

RowIndex = Mapping[str, bytes]
"""uid -> digest of its row."""

_DIGEST = 8  # bytes: two versions of one row must differ in it, not all rows of the world
_PART = 50_000  # rows that are packed into one property


@dataclass(frozen=True)
class TableMark:
    """What is remembered of a table as a whole.

    Attributes:
        hash: over its rows; equal tables need not be compared.
        rows: how many they are.
        parts: into how many properties its index is packed.
    """

    hash: str
    rows: int
    parts: int


@dataclass(frozen=True)
class IndexedTable:
    """The rows of a table as they are to be: their index, and the mark that goes with it."""

    index: RowIndex
    mark: TableMark


def indexed(table: pl.DataFrame) -> IndexedTable:
    """Return the index of a snapshot's table."""
    texts = frame_texts(table)
    whole = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    uids = table.get_column("uid").sort().to_list()
    index = {uid: digest(text) for uid, text in zip(uids, texts, strict=True)}
    return IndexedTable(index, TableMark(whole, len(index), -(-len(index) // _PART)))


def digest(text: str) -> bytes:
    """Return the digest of a row, given its text."""
    return hashlib.sha256(text.encode()).digest()[:_DIGEST]


def packed(index: RowIndex) -> list[str]:
    """Return an index as a few texts."""
    uids = list(index)
    return [_pack(index, uids[start : start + _PART]) for start in range(0, len(uids), _PART)]


def _pack(index: RowIndex, uids: Sequence[str]) -> str:
    names = zlib.compress(json.dumps(uids, ensure_ascii=False).encode())
    return base64.b64encode(b"".join((len(names).to_bytes(4), names, *(index[uid] for uid in uids)))).decode()


def unpacked(parts: Iterable[str]) -> RowIndex:
    """Return the index out of its texts."""
    index: dict[str, bytes] = {}
    for text in parts:
        part = base64.b64decode(text)
        end = 4 + int.from_bytes(part[:4])
        uids = json.loads(zlib.decompress(part[4:end]))
        digests = (part[at : at + _DIGEST] for at in range(end, len(part), _DIGEST))
        index.update(zip(uids, digests, strict=True))
    return index


def marks_text(marks: Mapping[str, TableMark]) -> str:
    """Return the marks of all tables as the text that the publication keeps."""
    return json.dumps({name: asdict(mark) for name, mark in marks.items() if mark.rows}, sort_keys=True)


def marks_of(text: str) -> dict[str, TableMark]:
    """Return the marks out of that text.

    Raises:
        ValueError, TypeError, AttributeError: it is another's.
    """
    return {name: TableMark(**mark) for name, mark in json.loads(text).items()}
