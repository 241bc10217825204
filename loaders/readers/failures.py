"""Why a file could not be read: one value with a code, the reason and the remedy in two languages."""

from dataclasses import dataclass, replace
from typing import Final

LONGEST_DETAIL = 120  # characters of a library's own words


@dataclass(frozen=True)
class ReadFailure:
    """A file that gave no sheet, and what its sender or its reader can do about it.

    Attributes:
        code: what went wrong, in snake_case; see `FAILURES` for all of them.
        reason_zh: the reason in Chinese.
        reason_en: the reason in English.
        suggestion_zh: the remedy in Chinese.
        suggestion_en: the remedy in English.
        sheet: the sheet concerned, where one is.
        row: the row or line concerned, where one is.
    """

    code: str
    reason_zh: str
    reason_en: str
    suggestion_zh: str
    suggestion_en: str
    sheet: str | None = None
    row: int | None = None


class Unreadable(Exception):  # noqa: N818 - named as the condition that it carries; it never leaves the readers
    """A reader gives up on a file; the value that it carries is what the user gets."""

    def __init__(self, failure: ReadFailure) -> None:
        super().__init__(failure.reason_en)
        self.failure = failure


FAILURES: Final[dict[str, ReadFailure]] = {
    failure.code: failure
    for failure in (
        ReadFailure(
            "file_not_found",
            "找不到文件 {path}",
            "there is no file {path}",
            "请检查文件名和文件夹是否写对",
            "check the name and the folder",
        ),
        ReadFailure(
            "is_a_folder",
            "文件夹 {path} 里没有表格",
            "there is no table in the folder {path}",
            "请给出表格文件，或装有表格的文件夹",
            "give tables, or a folder that holds some",
        ),
        ReadFailure(
            "not_a_file",
            "{path} 不是普通文件（可能是设备或管道）",
            "{path} is no ordinary file (a device or a pipe)",
            "请先把内容存成文件",
            "save its content as a file first",
        ),
        ReadFailure(
            "permission_denied",
            "没有读取 {path} 的权限，或文件正被别的程序独占",
            "no permission to read {path}, or another program holds it",
            "请关闭正在使用它的程序，或请文件所有者授权",
            "close the program that uses it, or ask its owner for permission",
        ),
        ReadFailure(
            "unreadable_file",
            "读取 {path} 时出错：{detail}",
            "{path} could not be read: {detail}",
            "请把文件复制到本机硬盘后再试",
            "copy the file to a local disk and try again",
        ),
        ReadFailure(
            "empty_file",
            "文件没有内容（0 字节，或只有空白）",
            "the file has no content (0 bytes, or blanks alone)",
            "请向报送单位重新索取",
            "ask the office that sent it for another copy",
        ),
        ReadFailure(
            "file_too_large",
            "文件有 {size} 字节，超过上限 {limit} 字节",
            "the file has {size} bytes, more than the {limit} allowed",
            "请删去图片和无关的工作表，或拆成几个文件",
            "remove pictures and sheets that do not belong, or split it",
        ),
        ReadFailure(
            "unknown_file_type",
            "无法识别的文件类型：{detail_zh}",
            "not a file type that is read here: {detail_en}",
            "请用 Excel 或 WPS 打开，另存为 .xlsx 后再报送",
            "open it in Excel or WPS and save it as .xlsx",
        ),
        ReadFailure(
            "password_protected",
            "文件设有打开密码",
            "the file is protected by a password",
            "请在 Excel 中打开，取消“用密码进行加密”，另存后再报送",
            "open it in Excel, remove the password (File > Info > Protect Workbook), save it again",
        ),
        ReadFailure(
            "wrong_encoding",
            "第 {row} 行、第 {offset} 字节（从 0 数起）处的 0x{byte} 不是 {encoding} 文字",
            "byte 0x{byte} at offset {offset} (counted from 0), line {row}, is not {encoding} text",
            "请用 Excel 另存为“CSV UTF-8”，或写明文件的编码（encoding）",
            "save it as CSV UTF-8 in Excel, or say its encoding",
        ),
        ReadFailure(
            "unknown_encoding",
            "不认识的编码名称 {encoding}",
            "there is no encoding called {encoding}",
            "常用的是 utf-8、gb18030、utf-16、big5",
            "the usual ones are utf-8, gb18030, utf-16 and big5",
        ),
        ReadFailure(
            "malformed_csv",
            "第 {row} 行起表格无法解析：{detail_zh}",
            "the table cannot be parsed from line {row} on: {detail_en}",
            "请检查这一行的双引号是否成对",
            "check that the double quotes of this line come in pairs",
        ),
        ReadFailure(
            "unclear_delimiter",
            "看不出单元格之间用的是什么符号：{rivals_zh}同样说得通（见第 {row} 行）",
            "what stands between its cells cannot be told: {rivals_en} fit alike (see line {row})",
            "请在文件最前面加一行写明分隔符，例如 sep=; 或用 Excel 另存为 .xlsx",
            "name the delimiter in a line of its own at the very beginning, such as sep=; or save it as .xlsx in Excel",
        ),
        ReadFailure(
            "malformed_json",
            "JSON 无法解析：{detail_zh}",
            "the JSON cannot be used: {detail_en}",
            '应为对象的列表，或 {{"record": …, "rows": […]}}',
            'it must be a list of objects, or {{"record": …, "rows": […]}}',
        ),
        ReadFailure(
            "too_many_cells",
            "表格占用 {cells} 个单元格（最远到 {corner}），超过上限 {limit}",
            "the table spans {cells} cells (as far as {corner}), more than the {limit} allowed",
            "请删去远离表格的零散内容（Ctrl+End 可以定位），或拆成几个文件",
            "delete what stands far from the table (Ctrl+End goes there), or split the file",
        ),
        ReadFailure(
            "no_content",
            "文件里没有可读的内容：{detail_zh}",
            "there is nothing in the file to be read: {detail_en}",
            "请打开文件核对；如果表格是图片或图表，请改成单元格里的表格，否则向报送单位重新索取",
            "open it and look; a table that is a picture or chart must become one in cells, else ask for another copy",
        ),
        ReadFailure(
            "too_many_columns",
            "表格有 {columns} 列（最远到 {corner} 列），超过上限 {limit}",
            "the table has {columns} columns (as far as {corner}), more than the {limit} allowed",
            "请删去远离表格的零散内容（Ctrl+End 可以定位）；JSON 应每个对象一行，不要把行写成键",
            "delete what stands far from the table (Ctrl+End goes there); in JSON each row is an object, not a key",
        ),
        ReadFailure(
            "far_cells",
            "表格一直占到第 {row} 行，{rows} 行里只有 {filled} 行有内容",
            "the table reaches as far as row {row}, but only {filled} of its {rows} rows hold anything",
            "请删去远离表格的零散内容（Ctrl+End 可以定位），另存后再报送",
            "delete what stands far from the table (Ctrl+End goes there) and save it again",
        ),
        ReadFailure(
            "compression_ratio",
            "压缩内容展开后有 {expanded} 字节，是压缩前的 {ratio} 倍，超过允许范围",
            "its compressed parts unpack to {expanded} bytes, {ratio} times their size, more than allowed",
            "正常的工作簿不会这样；请确认来源，用 Excel 打开后另存",
            "no ordinary workbook does; make sure where it comes from, open it in Excel and save it again",
        ),
        ReadFailure(
            "forbidden_xml",
            "文件内部（{part}）含有 DTD 或实体声明，可能是恶意文件",
            "a part of the file ({part}) declares a DTD or entities, as files made to do harm do",
            "请勿打开；请确认来源，并向报送单位重新索取",
            "do not open it; make sure where it comes from and ask for another copy",
        ),
        ReadFailure(
            "unreadable_workbook",
            "工作簿已损坏或不完整：{detail}",
            "the workbook is damaged or incomplete: {detail}",
            "请重新复制或下载；能用 Excel 打开的话，另存为 .xlsx",
            "copy or download it again; if Excel opens it, save it as .xlsx",
        ),
        ReadFailure(
            "reader_memory",
            "读取它需要的内存超过上限 {limit} 兆字节",
            "reading it needs more than the {limit} MiB of memory allowed",
            "请拆成几个较小的文件",
            "split it into smaller files",
        ),
        ReadFailure(
            "reader_crashed",
            "读取程序在打开它时异常退出（{detail}）；其他文件不受影响",
            "the reading process died on it ({detail}); other files are not affected",
            "请用 Excel 打开，另存为新的 .xlsx 后再试",
            "open it in Excel, save it as a new .xlsx and try again",
        ),
        ReadFailure(
            "reader_timeout",
            "{seconds} 秒内没有读完",
            "it could not be read within {seconds} seconds",
            "请拆成几个较小的文件，或用 Excel 另存为新的 .xlsx",
            "split it into smaller files, or save it as a new .xlsx in Excel",
        ),
    )
}


def failure(code: str, *, sheet: str | None = None, row: int | None = None, **blanks: object) -> ReadFailure:
    """The failure of a code with its blanks filled in.

    Args:
        code: one of `FAILURES`.
        sheet: the sheet concerned, where one is.
        row: the row or line concerned, where one is; it also fills the blank `row`.
        blanks: what the texts of that code leave open.

    Returns:
        The failure, its texts complete.

    Raises:
        KeyError: if the code does not exist or a blank stays empty.
    """
    template = FAILURES[code]
    blanks["row"] = row
    texts = ("reason_zh", "reason_en", "suggestion_zh", "suggestion_en")
    filled = {text: getattr(template, text).format_map(blanks) for text in texts}
    return replace(template, sheet=sheet, row=row, **filled)


def unreadable(code: str, *, sheet: str | None = None, row: int | None = None, **blanks: object) -> Unreadable:
    """The exception that carries the failure of a code: to be raised by a reader.

    Args:
        code: one of `FAILURES`.
        sheet: the sheet concerned, where one is.
        row: the row or line concerned, where one is.
        blanks: what the texts of that code leave open.

    Returns:
        The exception.
    """
    return Unreadable(failure(code, sheet=sheet, row=row, **blanks))


def brief(error: Exception) -> str:
    """What a library says of its failure, in one line fit for a message: it may quote the file's own bytes."""
    text = "".join(character if character.isprintable() else " " for character in str(error))
    return text[:LONGEST_DETAIL].strip() or type(error).__name__
