"""docs/schema.md: labels, relationships and their properties, from graph_model."""

import inspect
from collections.abc import Iterator

from graph_model.base import Dated, GraphType, Node, Relationship
from graph_model.schema import NODE_TYPES, RELATIONSHIP_TYPES, SUPER_LABELS, concrete_labels, endpoints, property_kinds
from gridgov.documentation.markdown import code, introduction, page, table


def schema_page() -> str:
    """Return the page."""
    lines = [introduction("schema"), "## 共有的属性 · Properties of everything", ""]
    common = {**Node.model_fields, **{name: Relationship.model_fields[name] for name in Dated.model_fields}}
    lines += table(["property", "meaning"], [(code(name), info.description) for name, info in common.items()])
    lines += ["", "## 上位标签 · Super-labels", "", "A super-label asks for several labels at once.", ""]
    lines += table(
        ["super-label", "labels"], [(code(s), ", ".join(map(code, concrete_labels(s)))) for s in SUPER_LABELS]
    )
    lines += ["", "## 关系图 · Diagrams", "", *_diagrams(), "## 标签 · Labels", ""]
    for label in NODE_TYPES:
        lines += _node(label)
    lines += ["## 关系 · Relationships", ""]
    for kind in RELATIONSHIP_TYPES:
        lines += _relationship(kind)
    return page(lines)


def _diagrams() -> Iterator[str]:
    """Yield one diagram for each module of node types: the arrows that begin there."""
    homes: dict[str, str] = {}
    for label, cls in NODE_TYPES.items():
        for name in (label, *cls.super_labels):
            homes.setdefault(name, cls.__module__)
    for module in dict.fromkeys(homes.values()):
        arrows = [(a, kind, b) for kind in RELATIONSHIP_TYPES for a, b in endpoints(kind) if homes[a] == module]
        if arrows:
            yield f"### {module.rpartition('.')[2].replace('_', ' ')}"
            yield from ("", "```mermaid", "flowchart LR")
            yield from (f"    {a} -->|{kind}| {b}" for a, kind, b in arrows)
            yield from ("```", "")


def _node(label: str) -> Iterator[str]:
    cls = NODE_TYPES[label]
    yield f"### {label} · {cls.zh}"
    yield ""
    yield inspect.cleandoc(cls.__doc__ or "")
    yield ""
    if cls.super_labels:
        yield f"Also: {', '.join(map(code, cls.super_labels))}"
        yield ""
    yield from _properties(label, cls, {*Node.model_fields})


def _relationship(kind: str) -> Iterator[str]:
    cls = RELATIONSHIP_TYPES[kind]
    yield f"### {kind} · {cls.zh}"
    yield ""
    yield inspect.cleandoc(cls.__doc__ or "")
    yield ""
    yield from (f"    (:{start})-[:{kind}]->(:{end})" for start, end in endpoints(kind))
    yield ""
    yield from _properties(kind, cls, {*Relationship.model_fields})


def _properties(name: str, cls: type[GraphType], common: set[str]) -> Iterator[str]:
    kinds = property_kinds(name)
    own = {key: info for key, info in cls.model_fields.items() if key not in common}
    if own:
        yield from table(
            ["property", "kind", "meaning"], [(code(key), kinds[key], info.description) for key, info in own.items()]
        )
        yield ""
