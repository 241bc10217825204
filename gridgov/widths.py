"""How wide text stands on a terminal, where a Chinese character takes two columns."""

import unicodedata

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """Return the number of terminal columns that a text takes."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """Return a text on one line without control characters, by which a cell could steer the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def pad(text: str, columns: int) -> str:
    """Return a text filled up with spaces to a number of columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return a text that takes at most a number of columns, ending in an ellipsis where something is left out."""
    if width(text) <= columns:
        return text
    kept = text
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return f"{kept}…"


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most a number of columns, between words or between Chinese characters."""
    lines = [""]
    for piece in _pieces(text):
        if width(lines[-1] + piece.rstrip()) > columns and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return lines


def _pieces(text: str) -> list[str]:
    """Cut a text where a line may break: after a space, around a wide character; closing punctuation stays behind."""
    pieces: list[str] = []
    for character in text:
        starts = not pieces or pieces[-1].endswith(" ") or width(character) > 1 or width(pieces[-1][-1]) > 1
        if starts and not (pieces and character in "，。；：、？！）》”’…,.;:)"):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces
