"""What the comment of a heading says: meaning, how to write it, an example, and the terms."""

from collections.abc import Iterator
from typing import Final, Literal

from graph_model.schema import NODE_TYPES, label_en, label_zh
from graph_model.vocabularies import vocabulary
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns, required_fields
from loaders.record_types.columns import Column, Reference

Language = Literal["zh", "en"]

_HOW: Final = {
    "text": ("文字", "text"),
    "code": ("编号", "a number or code"),
    "division_code": ("12 位区划代码", "a division code of 12 digits"),
    "credit_code": ("18 位统一社会信用代码", "a unified social credit code of 18 characters"),
    "integer": ("不小于 0 的整数", "a whole number, not below 0"),
    "boolean": ("是或否", "yes or no"),
    "date": (
        "日期，可只写到年或月：2023、2023-05、2023-05-01",
        "a date, or its month or year: 2023-05-01, 2023-05, 2023",
    ),
    "vocabulary": ("从下拉列表中选择", "one of the terms of the drop-down"),
    "private": (
        "个人信息：只用来辨认是否同一人，不保存",
        "personal: it tells whether rows mean one person, and is not kept",
    ),
}
_GROUPS: Final = {
    "AdminUnit": ("区划", "administrative unit"),
    "Organisation": ("机构", "organisation"),
    "PartyOrganisation": ("党组织", "Party organisation"),
    "JointBody": ("平台或联盟", "platform or alliance"),
}


def comment_of(record: str, field: str, language: Language) -> str:
    """Return the comment of a heading.

    Args:
        record: name of the record type.
        field: the field.
        language: of the comment.

    Returns:
        A few lines.
    """
    lines = _lines_zh(record, field) if language == "zh" else _lines_en(record, field)
    return "\n".join(lines)


def _lines_zh(record: str, field: str) -> Iterator[str]:
    column = columns(RECORD_TYPES[record])[field]
    required = field in required_fields(RECORD_TYPES[record])
    yield f"{column.heading}（{'必填' if required else '可不填'}）"
    yield f"写法：{_how(column, 'zh')}" + ("，可写多项，用顿号分隔" if column.many else "")
    if column.comment:
        yield f"说明：{column.comment}"
    for others in _alternatives(record, field):
        yield f"与“{'”“'.join(o.heading for o in others)}”至少填一项"
    if column.example:
        yield f"示例：{column.example}"
    if column.vocabulary:
        yield f"用语：{'、'.join(term.zh for term in vocabulary(column.vocabulary).terms)}"


def _lines_en(record: str, field: str) -> Iterator[str]:
    column = columns(RECORD_TYPES[record])[field]
    required = field in required_fields(RECORD_TYPES[record])
    yield f"{column.english} ({'required' if required else 'optional'}); in Chinese: {column.heading}"
    yield f"Write {_how(column, 'en')}" + ("; several may be written, separated by 、" if column.many else "")
    for others in _alternatives(record, field):
        yield f"Fill at least one of this and {', '.join(o.english for o in others)}"
    if column.example:
        yield f"Example: {column.example}"
    if column.vocabulary:
        yield f"Terms: {', '.join(term.en for term in vocabulary(column.vocabulary).terms)}"


def _how(column: Column, language: Language) -> str:
    if column.reference:
        return _refers(column.reference, language)
    return _HOW[column.kind][0 if language == "zh" else 1]


def _refers(reference: Reference, language: Language) -> str:
    if language == "zh":
        return f"{'、'.join(_label(name, 'zh') for name in reference.labels)}的名称或代码"
    return f"name or code of a {' or '.join(_label(name, 'en') for name in reference.labels)}"


def _label(name: str, language: Language) -> str:
    if name in NODE_TYPES:
        return label_zh(name) if language == "zh" else label_en(name)
    return _GROUPS[name][0 if language == "zh" else 1]


def _alternatives(record: str, field: str) -> Iterator[list[Column]]:
    fields = columns(RECORD_TYPES[record])
    for choice in RECORD_TYPES[record].one_of:
        if field in choice:
            yield [fields[other] for other in choice if other != field]
