"""docs/records.md: every record type with its columns, and the vocabularies of their terms."""

import inspect
from collections.abc import Iterator

from graph_model.vocabularies import vocabulary, vocabulary_names
from gridgov.documentation.markdown import code, introduction, page, table
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import Record, columns, required_fields
from loaders.record_types.columns import Column

_KINDS = {
    "text": "文本 text",
    "code": "编号 code",
    "division_code": "12 位区划代码 division code",
    "credit_code": "18 位统一社会信用代码 credit code",
    "integer": "整数 integer",
    "boolean": "是否 yes or no",
    "date": "日期，可只到年或月 date, may be partial",
    "vocabulary": "用词 term",
    "reference": "名称或代码 name or code",
    "private": "私密 private",
}


def records_page() -> str:
    """Return the page."""
    lines = [introduction("records")]
    lines += table(
        ["记录 record", "名称", "内容"],
        [(f"[{name}](#{name})", cls.zh, _meaning(cls)) for name, cls in RECORD_TYPES.items()],
    )
    lines.append("")
    for name, cls in RECORD_TYPES.items():
        lines += _record(name, cls)
    lines += [
        "## 用词 · Vocabularies",
        "",
        "A term may be written as its code, in Chinese, in English or as a synonym.",
        "",
    ]
    for name in vocabulary_names():
        lines += _vocabulary(name)
    return page(lines)


def _meaning(cls: type[Record]) -> str:
    return f"{cls.about_zh} {inspect.cleandoc(cls.__doc__ or '').splitlines()[0]}"


def _record(name: str, cls: type[Record]) -> Iterator[str]:
    yield f'<a id="{name}"></a>\n'
    yield f"## {name} · {cls.zh}"
    yield ""
    yield cls.about_zh
    yield ""
    yield inspect.cleandoc(cls.__doc__ or "")
    yield ""
    yield f"工作表名 sheet names: {'、'.join(cls.sheet_names)}"
    yield ""
    for fields in cls.one_of:
        yield f"至少填一列 at least one of: {', '.join(map(code, fields))}"
        yield ""
    required = set(required_fields(cls))
    headings = [
        "字段 field",
        "表头 heading",
        "English",
        "别名 variants",
        "内容 kind",
        "必填",
        "示例 example",
        "说明 comment",
    ]
    rows = [_row(field, column, field in required) for field, column in columns(cls).items()]
    yield from table(headings, rows)
    yield ""


def _row(field: str, column: Column, required: bool) -> tuple[str, ...]:
    return (
        code(field),
        column.heading,
        column.english,
        "、".join(column.variants),
        _kind(column),
        "是" if required else "",
        column.example,
        column.comment,
    )


def _kind(column: Column) -> str:
    kind = _KINDS[column.kind]
    if column.kind == "vocabulary" and column.vocabulary:
        kind += f" [{column.vocabulary}](#{column.vocabulary})"
    if column.reference:
        kind += " → " + ", ".join(column.reference.labels)
    return kind + ("，可有多个 may be a list" if column.many else "")


def _vocabulary(name: str) -> Iterator[str]:
    terms = vocabulary(name)
    yield f'<a id="{name}"></a>\n'
    yield f"### {name} · {terms.zh} · {terms.en}"
    yield ""
    yield (
        "表外的词是错误 a word outside is an error"
        if terms.closed
        else "表外的词照原样保留并提示 a word outside is kept as written, with a warning"
    )
    yield ""
    rows = [(code(term.code), term.zh, term.en, "、".join(term.synonyms)) for term in terms.terms]
    yield from table(["code", "中文", "English", "同义词 synonyms"], rows)
    yield ""
