"""Texts as a file or a terminal takes them: no half characters, nothing that steers."""


def whole_characters(text: str) -> str:
    """Return a text that UTF-8 can hold: two halves of a character become it, one half the sign for loss."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def printable(text: str) -> str:
    """Return a text on one line without control characters, by which a cell could steer a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
