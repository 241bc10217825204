"""How a field of a record type stands in a workbook: its headings, its kind, what it refers to."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field
from pydantic.fields import FieldInfo

Kind = Literal[
    "text",
    "code",
    "division_code",
    "credit_code",
    "integer",
    "boolean",
    "date",
    "vocabulary",
    "reference",
    "private",
]


@dataclass(frozen=True)
class Reference:
    """What a cell refers to.

    Args:
        labels: the labels that the thing may have; super-labels are allowed.
        stub: the label of the stub that stands for a thing which no row defines; None: such a cell is a fault.
        kind_field: a field of the same row that names the label; it goes before `labels` and `stub`.
        within: fields of the same row that say which of several things with one name is meant.
    """

    labels: tuple[str, ...]
    stub: str | None = None
    kind_field: str | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of a record type.

    Args:
        heading: the Chinese heading of the blank workbook.
        english: the English heading, which is understood too.
        kind: how its cells are read.
        variants: further headings that offices use for it.
        vocabulary: the vocabulary of its terms.
        reference: what its cells refer to.
        many: whether a cell may hold a list.
        example: a cell as it may be written.
        comment: what to write there, in Chinese, for the comment of the blank workbook.
    """

    heading: str
    english: str
    kind: Kind
    variants: tuple[str, ...] = ()
    vocabulary: str | None = None
    reference: Reference | None = None
    many: bool = False
    example: str = ""
    comment: str = ""

    @property
    def private(self) -> bool:
        """Whether the cells are read, keyed and dropped."""
        return self.kind == "private"


def _field(column: Column, required: bool) -> FieldInfo:
    default: Any = ... if required else ([] if column.many else None)
    info: FieldInfo = Field(default, title=column.heading, description=column.comment or column.english)
    info.metadata.append(column)
    return info


def text(
    heading: str,
    english: str,
    *variants: str,
    required: bool = False,
    example: str = "",
    comment: str = "",
) -> Any:
    """Declare a column of plain text."""
    return _field(Column(heading, english, "text", variants, example=example, comment=comment), required)


def code(heading: str, english: str, *variants: str, example: str = "", comment: str = "") -> Any:
    """Declare a column of official numbers."""
    return _field(Column(heading, english, "code", variants, example=example, comment=comment), required=False)


def credit_code(heading: str, english: str, *variants: str, example: str = "") -> Any:
    """Declare a column of unified social credit codes, whose check character is verified."""
    return _field(Column(heading, english, "credit_code", variants, example=example, comment="18 位"), required=False)


def division_code(heading: str, english: str, *variants: str, required: bool = False, example: str = "") -> Any:
    """Declare a column of 12-digit division codes."""
    return _field(Column(heading, english, "division_code", variants, example=example, comment="12 位"), required)


def integer(heading: str, english: str, *variants: str, example: str = "", comment: str = "") -> Any:
    """Declare a column of whole numbers, none below zero."""
    return _field(Column(heading, english, "integer", variants, example=example, comment=comment), required=False)


def yes_no(heading: str, english: str, *variants: str, example: str = "是", comment: str = "") -> Any:
    """Declare a column of yes and no."""
    column = Column(heading, english, "boolean", variants, vocabulary="yes_no", example=example, comment=comment)
    return _field(column, required=False)


def partial_date(
    heading: str, english: str, *variants: str, required: bool = False, example: str = "", comment: str = ""
) -> Any:
    """Declare a column of dates, which may be partial: 2023, 2023-05, 2023-05-01."""
    return _field(Column(heading, english, "date", variants, example=example, comment=comment), required)


def term(
    heading: str,
    english: str,
    vocabulary: str,
    *variants: str,
    required: bool = False,
    many: bool = False,
    example: str = "",
    comment: str = "",
) -> Any:
    """Declare a column of terms of a vocabulary."""
    column = Column(
        heading, english, "vocabulary", variants, vocabulary=vocabulary, many=many, example=example, comment=comment
    )
    return _field(column, required)


def reference(
    heading: str,
    english: str,
    *variants: str,
    to: str | tuple[str, ...],
    stub: str | None = None,
    kind_field: str | None = None,
    within: tuple[str, ...] = (),
    required: bool = False,
    many: bool = False,
    example: str = "",
    comment: str = "",
) -> Any:
    """Declare a column that names other things, by code or by name."""
    labels = (to,) if isinstance(to, str) else to
    target = Reference(labels, stub, kind_field, within)
    column = Column(
        heading, english, "reference", variants, reference=target, many=many, example=example, comment=comment
    )
    return _field(column, required)


def private(heading: str, english: str, *variants: str, example: str = "", comment: str = "") -> Any:
    """Declare a column of personal data, from which pseudonyms are made and whose values are dropped."""
    return _field(Column(heading, english, "private", variants, example=example, comment=comment), required=False)
