"""Columns that many record types have, each declared once: where a row belongs, and its note."""

from typing import Any

from loaders.record_types.columns import reference, text


def subdistrict_column() -> Any:
    """Declare the column of the subdistrict to which a row belongs."""
    return reference(
        "所属街道",
        "subdistrict",
        *(
            "街道",
            "街道名称",
            "所在街道",
            "所属街道名称",
            "镇街",
            "街道（镇）",
            "街镇",
            "所属街镇",
            "所在街镇",
            "镇（街道）",
        ),
        to="Subdistrict",
        example="鹭湾街道",
    )


def community_column(*, required: bool = False) -> Any:
    """Declare the column of the community to which a row belongs."""
    return reference(
        "所属社区",
        "community",
        *("社区", "社区名称", "所在社区", "所属社区名称", "社区居委会", "所属社区（村）", "社区代码"),
        *("村居", "所属村居", "村（居）", "社区（村）"),
        to="Community",
        within=("subdistrict",),
        required=required,
        example="和盛里社区",
    )


def note_column() -> Any:
    """Declare the column of a row's note."""
    return text("备注", "note", "说明", "备注说明", "情况说明", "附注", "remarks", "remark", "notes")
