"""Which node a person means by a uid, an official code or a name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_model.errors import UsageError
from graph_model.names import normal_name, normal_text
from graph_model.schema import NODE_TYPES, label_en, label_zh
from gridgov.usage import usage_error
from gridgov.words import Words

if TYPE_CHECKING:
    from graph_store.snapshot.reading import Snapshot
    from graph_store.snapshot.store_tables import StoreTables

_MOST = 12
_LEAST_ALIKE = 55
_SEVERAL = Words(
    "有 {count} 个叫“{name}”，请用编号指明是哪一个：\n{listed}",
    "{count} are called {name!r}; say which by its uid:\n{listed}",
)
_NOBODY = Words("没有叫“{name}”的。", "Nothing is called {name!r}.")
_ALIKE = Words("没有叫“{name}”的。相近的有：\n{listed}", "Nothing is called {name!r}. Alike are:\n{listed}")


@dataclass(frozen=True)
class Found:
    """A node by which it can be told from others."""

    label: str
    uid: str
    name: str
    code: str | None

    def line(self, language: str) -> str:
        """Return the node as a line of a list."""
        kind = f"（{label_zh(self.label)}）" if language == "zh" else f" ({label_en(self.label)})"
        return f"  {self.name}{kind}  {self.uid}"


def find(snapshot: "Snapshot | StoreTables", asked: str) -> Found:
    """Return the node that is meant.

    Args:
        snapshot: where to look.
        asked: a uid, an official code, a name as written or in another writing of it, or a part of a name.

    Raises:
        UsageError: if several are meant, with their uids; or none, with those whose names are alike.
    """
    everything = [node for label in NODE_TYPES for node in _nodes(snapshot, label)]
    wanted = normal_text(asked)
    ways: tuple[Callable[[Found], bool], ...] = (
        lambda node: asked in (node.uid, node.code),
        lambda node: asked == node.name,
        lambda node: normal_name(node.label, node.name) == normal_name(node.label, asked),
        lambda node: wanted in normal_text(node.name),
    )
    for way in ways:
        found = [node for node in everything if way(node)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(asked, found)
    raise _nobody(asked, everything)


def _nodes(snapshot: "Snapshot | StoreTables", label: str) -> list[Found]:
    nodes = snapshot.nodes(label)
    codes = nodes["code"].to_list() if "code" in nodes.columns else [None] * nodes.height
    return [Found(label, *row) for row in zip(nodes["uid"].to_list(), nodes["name"].to_list(), codes, strict=True)]


def _several(asked: str, found: list[Found]) -> UsageError:
    listed = {language: _listed(found[:_MOST], language) for language in ("zh", "en")}
    more = "" if len(found) <= _MOST else "\n  …"
    return UsageError(
        _SEVERAL("zh", count=len(found), name=asked, listed=listed["zh"] + more),
        _SEVERAL("en", count=len(found), name=asked, listed=listed["en"] + more),
    )


def _nobody(asked: str, everything: list[Found]) -> UsageError:
    from rapidfuzz import fuzz, process

    names = [normal_text(node.name) for node in everything]
    best = process.extract(normal_text(asked), names, scorer=fuzz.WRatio, limit=5, score_cutoff=_LEAST_ALIKE)
    alike = [everything[position] for _, _, position in best]
    if not alike:
        return usage_error(_NOBODY, name=asked)
    return UsageError(
        _ALIKE("zh", name=asked, listed=_listed(alike, "zh")), _ALIKE("en", name=asked, listed=_listed(alike, "en"))
    )


def _listed(found: list[Found], language: str) -> str:
    return "\n".join(node.line(language) for node in found)
