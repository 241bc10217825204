"""A file's name as people may see it: names from old Chinese systems are not always UTF-8."""

import os


def readable(name: str | os.PathLike[str]) -> str:
    """A name or path that every screen and every file can hold.

    Args:
        name: the name as the system gives it; bytes that are not UTF-8 stand in it as lone surrogates.

    Returns:
        The name itself where it is well-formed; else its bytes read as GB18030, as an archive made on Chinese Windows
        has them; else with a mark for each byte that means nothing.
    """
    text = os.fspath(name)
    try:
        text.encode()
    except UnicodeEncodeError:
        data = text.encode("utf-8", "surrogateescape") if _is_escaped(text) else text.encode("utf-8", "replace")
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace")
    return text


def _is_escaped(text: str) -> bool:
    return all(not "\ud800" <= character <= "\udfff" or "\udc80" <= character <= "\udcff" for character in text)
