"""What a file is, told from its first bytes: an office's `.xls` is often a web page or plain text."""

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

from loaders.readers.encodings import marked_encoding
from loaders.readers.failures import Unreadable, unreadable

FileType: TypeAlias = Literal["package", "compound", "web_page", "xml", "csv", "json"]

PACKAGE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")  # zip: xlsx, xlsb, ods
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE: xls, and anything encrypted by Office
HEAD = 65536  # bytes that are looked at for a zero byte or a web page

FOREIGN = (
    (b"%PDF", "PDF 文件", "a PDF"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"Rar!", "RAR 压缩包", "a RAR archive"),
    (b"7z\xbc\xaf", "7z 压缩包", "a 7z archive"),
    (b"\x1f\x8b", "gzip 压缩包", "a gzip archive"),
    (b"{\\rtf", "RTF 文档", "an RTF document"),
    (b"PAR1", "Parquet 文件", "a Parquet file"),
)
WEB_PAGE = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style", b"<div", b"<body")
XML_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
PAGE = re.compile(rb"<(?:html|table)\b", re.IGNORECASE)
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".ods")
JSON_ENDINGS = (".json", ".jsonl", ".ndjson")
JSON_START = re.compile(rb'\[?\s*\{\s*"[^"]*"\s*:')  # no table in text begins so
TEXT_ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".dat", ".asc", ".xls", "")


def is_workbook(head: bytes) -> bool:
    """Whether the first bytes are those of a container or of markup: such a file is never opened in this process."""
    return head.startswith((*PACKAGE, COMPOUND)) or head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def file_type(name: str, data: bytes) -> FileType:
    """What kind of reader a file needs.

    Args:
        name: the file's name; its ending decides only between kinds of plain text.
        data: the file's content, or as much of its beginning as `HEAD`.

    Returns:
        package (zip), compound (OLE), web_page, xml (XML Spreadsheet 2003), csv or json.

    Raises:
        Unreadable: `empty_file` or `unknown_file_type`.
    """
    if data.startswith(PACKAGE):
        return "package"
    if data.startswith(COMPOUND):
        return "compound"
    for magic, zh, en in FOREIGN:
        if data.startswith(magic):
            raise _unknown(f"这是{zh}", f"this is {en}")
    return _text_type(PurePath(name).suffix.lower(), data)


def _text_type(ending: str, data: bytes) -> FileType:
    marked = marked_encoding(data)
    head = data[:HEAD]
    if not marked and b"\0" in head:
        raise _unknown("内容不是文字，也不是工作簿", "its content is neither text nor a workbook")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise unreadable("empty_file")
    marked_up = _marked_up(start if not marked or marked == "utf-8-sig" else head.replace(b"\0", b"")[2:].lstrip())
    if marked_up:
        return marked_up
    if ending in JSON_ENDINGS or (ending in TEXT_ENDINGS and JSON_START.match(start)):
        return "json"
    if ending in WORKBOOK_ENDINGS and not _is_table(head):
        raise _unknown(f"扩展名是 {ending}，内容却不是工作簿", f"it is called {ending}, but holds no workbook")
    if ending not in (*TEXT_ENDINGS, *WORKBOOK_ENDINGS):
        raise _unknown(f"扩展名 {ending}", f"its name ends in {ending}")
    return "csv"


def _is_table(head: bytes) -> bool:
    """Whether text looks like a table that some program called a workbook: two lines with the same delimiter."""
    lines = head.replace(b"\0", b"").splitlines()
    return any(sum(mark in line for line in lines) > 1 for mark in (b",", b"\t", b";", b"|"))


def _marked_up(start: bytes) -> FileType | None:
    """A web page or an XML Spreadsheet, whatever its name; other XML and saved mail are refused by what they are."""
    if start.startswith((b"<?xml", b"<Workbook")):
        if XML_SPREADSHEET in start:
            return "xml"
        if not PAGE.search(start):
            raise _unknown("这其实是 XML 文件", "this is an XML file")
        return "web_page"
    if start[:64].lower().startswith(WEB_PAGE) or (start.startswith(b"<") and PAGE.search(start)):
        return "web_page"
    if start[:64].lower().startswith(b"mime-version:"):
        zh, en = "这其实是单个文件网页（MHTML）", "this is a web page in a single file (MHTML)"
        raise _unknown(zh, en)
    return None


def _unknown(zh: str, en: str) -> Unreadable:
    return unreadable("unknown_file_type", detail_zh=zh, detail_en=en)
