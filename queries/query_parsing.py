"""Reads one query file into its parts; what cannot be read is a fault with its place."""

from queries.header_parsing import Header, read_header
from queries.query_faults import QueryFault, Source
from queries.query_file import Place, QueryFile, Wording
from queries.tokens import tokens


def parse_query(text: str, query_id: str, path: str) -> tuple[QueryFile, tuple[QueryFault, ...]]:
    """Return a query file in its parts, and what could not be read of it.

    Args:
        text: the whole file.
        query_id: `family/stem`, which the file's place in the catalogue gives.
        path: the file, as messages show it.
    """
    source = Source(path, text)
    header = read_header(source)
    _check_presence(header)
    body, line = _body(text)
    titles = [*header.titles, "", ""]
    query = QueryFile(
        id=query_id,
        path=path,
        title=Wording(en=titles[0], zh=titles[1] or titles[0]),
        question=header.question or Wording("", ""),
        parameters=tuple(header.parameters),
        columns=tuple(header.columns),
        caveats=tuple(header.caveats),
        figures=tuple(header.figures),
        browser=header.browser,
        text=text,
        body=body,
        body_line=line,
        places=dict(header.places),
    )
    return query, tuple(header.faults)


def _body(text: str) -> tuple[str, int]:
    """Return the statement, from its first word on, and the line on which it begins."""
    found = tokens(text)
    return (text[text.rfind("\n", 0, found[0].offset) + 1 :], found[0].line) if found else ("", text.count("\n") + 1)


def _check_presence(header: Header) -> None:
    """Note what every file must say and this one does not."""
    top = Place(1, 1)
    if len(header.titles) < 2:  # noqa: PLR2004 - one title a language
        said = ("缺少标题", "a title is missing")
        header.fault(top, "missing_title", said, ("开头写两行：英文、中文", "begin with two lines: English, Chinese"))
    if header.question is None:
        said = ("缺少 @question", "@question is missing")
        remedy = ("写：// @question  English | 中文", "write: // @question  English | 中文")
        header.fault(top, "missing_question", said, remedy)
    if not header.columns:
        said = ("缺少 @returns", "@returns is missing")
        remedy = ("写：// @returns  名称 类型, …", "write: // @returns  name type, …")
        header.fault(top, "missing_columns", said, remedy)
    if "browser" not in header.places:
        said = ("缺少 Browser 行", "the Browser line is missing")
        remedy = ("写：// Browser:  :params {…}", "write: // Browser:  :params {…}")
        header.fault(top, "missing_browser_line", said, remedy)
