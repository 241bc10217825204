"""What a returned workbook lacks of the file that was sent: told in its result sheet, never left to be found out."""

from dataclasses import dataclass

from loaders.returning.marked_workbooks.marked_fault import Language

REMEDY: dict[Language, str] = {
    "zh": "请在原件上改正；这一份只供对照。",
    "en": "Mend the file that you sent; this one only shows where.",
}
TEXTS: dict[str, dict[Language, str]] = {
    "not_read": {
        "zh": "原件没有读入，这一份只有问题清单",
        "en": "the file could not be read: this workbook holds the list of faults alone",
    },
    "changed": {
        "zh": "原件在检查之后被改动过，这一份按检查时读到的单元格重建：公式只留结果，样式、批注、图表等没有带回",
        "en": "the file was changed after it was checked; this one is rebuilt from the cells that were read: of "
        "formulas the results alone, without styles, comments and charts",
    },
    "rebuilt": {
        "zh": "原件不是 .xlsx，或不能原样改写；这一份按读到的单元格重建：公式只留结果，样式、批注、图表、图片、筛选、"
        "数据有效性、条件格式没有带回",
        "en": "the file is no .xlsx, or could not be written to as it was; this one is rebuilt from its cells: of "
        "formulas the results alone, without styles, comments, charts, pictures, filters, data validations and "
        "conditional formats",
    },
    "merged_values": {
        "zh": "合并单元格下面盖住的值有 {count} 个，没有带回（Excel 里看不见，读取时却读得到）",
        "en": "{count} values that merged cells cover are not here (Excel does not show them, yet they are read)",
    },
    "rows_beyond": {
        "zh": "第 1,048,576 行以后的 {count} 行放不进一张工作表，没有带回",
        "en": "{count} rows beyond row 1,048,576 do not fit into a sheet",
    },
    "columns_beyond": {
        "zh": "第 16,384 列（XFD）以后的 {count} 列放不进一张工作表，没有带回",
        "en": "{count} columns beyond column 16,384 (XFD) do not fit into a sheet",
    },
    "long_texts": {
        "zh": "{count} 个单元格的文字超过 32,767 字，截断了",
        "en": "{count} texts of over 32,767 characters are cut",
    },
    "faults_beyond": {
        "zh": "问题太多，另有 {count} 条没有列出；gridgov check --format json 列出全部",
        "en": "{count} more faults are not listed; gridgov check --format json lists all",
    },
    "macros": {"zh": "宏没有带回", "en": "the macros are not here"},
    "pictures": {"zh": "图片 {count} 张没有带回", "en": "{count} pictures are not here"},
    "cell_pictures": {"zh": "嵌在单元格里的图片没有带回", "en": "pictures within cells are not here"},
    "charts": {"zh": "图表 {count} 个没有带回", "en": "{count} charts are not here"},
    "redrawn_charts": {
        "zh": "图表 {count} 个是重画的，样子可能与原件不同",
        "en": "{count} charts are drawn anew and may look different",
    },
    "shapes": {"zh": "形状、文本框 {count} 个没有带回", "en": "{count} shapes and text boxes are not here"},
    "pivots": {"zh": "数据透视表 {count} 个没有带回", "en": "{count} pivot tables are not here"},
    "slicers": {"zh": "切片器、日程表没有带回", "en": "slicers and timelines are not here"},
    "controls": {"zh": "按钮、复选框等控件没有带回", "en": "buttons, check boxes and other controls are not here"},
    "embedded": {"zh": "嵌入的文件 {count} 个没有带回", "en": "{count} embedded files are not here"},
    "threads": {"zh": "批注下的讨论没有带回，只留批注文字", "en": "of threads of comments only the text is here"},
    "comments": {"zh": "批注 {count} 条没有带回", "en": "{count} comments are not here"},
    "links": {
        "zh": "外部链接没有带回，引用其他文件的公式 {count} 个换成了它们的值",
        "en": "links to other files are not here; {count} formulas that follow them became their values",
    },
    "queries": {"zh": "数据连接和查询没有带回", "en": "data connections and queries are not here"},
    "validations": {
        "zh": "引用其他工作表的数据有效性（下拉列表）{count} 处没有带回",
        "en": "{count} data validations (drop-down lists) across sheets are not here",
    },
    "formats": {"zh": "条件格式（数据条、图标等）{count} 处没有带回", "en": "{count} conditional formats are not here"},
    "sparklines": {"zh": "迷你图没有带回", "en": "sparklines are not here"},
    "dynamic_arrays": {
        "zh": "动态数组公式可能变成只给一个值",
        "en": "formulas that spill into further cells may give one value alone",
    },
}


@dataclass(frozen=True)
class Note:
    """Something that the returned workbook lacks.

    Args:
        kind: what, one of `TEXTS`.
        count: how many.
    """

    kind: str
    count: int = 1

    def text(self, language: Language) -> str:
        """Return the note as a sentence."""
        return TEXTS[self.kind][language].format(count=f"{self.count:,}")
