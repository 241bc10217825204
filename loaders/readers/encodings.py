"""Bytes to text, strictly: a byte that does not fit is shown, never replaced and never guessed at."""

import codecs

from loaders.readers.failures import Unreadable, unreadable

MARKS = (  # the four-byte mark of UTF-32 begins with that of UTF-16, so it is looked for first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# So many Chinese characters in a row that read as UTF-8 are no accident: what follows is UTF-8 with a damaged byte,
# though GB18030, which has a meaning for nearly every pair of bytes, would read the whole as other characters.
SURELY_UTF8 = 10


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the beginning names, or None."""
    return next((name for mark, name in MARKS if data.startswith(mark)), None)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file: by byte-order mark, else strict UTF-8, else strict GB18030.

    Args:
        data: the whole file.
        encoding: an encoding that the user names; then no other is tried.

    Returns:
        The text without byte-order mark, and the encoding that was used.

    Raises:
        Unreadable: `wrong_encoding` with the first bad byte, or `unknown_encoding`.
    """
    named = encoding or marked_encoding(data)
    if named is not None:
        return _decode_as(data, named)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as in_utf8:
        readable = data[: in_utf8.start].decode("utf-8")
        if sum(not character.isascii() for character in readable) >= SURELY_UTF8:
            raise _bad_byte(data, in_utf8) from in_utf8
        return _decode_as_gb18030(data, in_utf8)


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding).removeprefix("\ufeff"), encoding
    except UnicodeDecodeError as error:
        raise _bad_byte(data, error) from error
    except (LookupError, ValueError) as error:  # no such name, or a codec (base64, rot13) that is none of a file's text
        raise unreadable("unknown_encoding", encoding=encoding) from error


def _decode_as_gb18030(data: bytes, in_utf8: UnicodeDecodeError) -> tuple[str, str]:
    try:
        return data.decode("gb18030"), "gb18030"
    except UnicodeDecodeError as in_gb18030:
        # whichever encoding got further is the one that the file was meant in
        further = max(in_utf8, in_gb18030, key=lambda error: error.start)
        raise _bad_byte(data, further) from further


def _bad_byte(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    offset = error.start
    return unreadable(
        "wrong_encoding",
        row=data.count(b"\n", 0, offset) + 1,
        offset=offset,
        byte=f"{data[offset]:02X}",
        encoding=error.encoding.upper(),
    )
