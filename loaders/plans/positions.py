"""Where each key of a TOML text stands: the standard parser tells the place of syntax errors alone."""

import re
import tomllib
from collections.abc import Mapping
from typing import Final

from loaders.plan import KeyPath

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE: Final = re.compile(r"[^,\]}#\n]+")


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Find the line of each table and key.

    Args:
        text: a TOML text without syntax errors.

    Returns:
        KeyPath of a key ("table", 0, "columns", "name"; a number is a position in a list) -> its line, from 1.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    """One walk through a text that is known to be well formed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}

    def document(self) -> None:
        base: KeyPath = ()
        self.skip_blank()
        while self.at < len(self.text):
            if self.next_is("["):
                base = self.header()
            else:
                self.pair(base)
            self.skip_blank()

    def header(self) -> KeyPath:
        is_list = self.text.startswith("[[", self.at)
        self.at += 2 if is_list else 1
        keys = self.keys()
        self.at += 2 if is_list else 1
        path: KeyPath = ()
        for key in keys[:-1]:
            self.note((*path, key))
            path = self.last_of((*path, key))
        path = (*path, keys[-1])
        if is_list:
            self.note(path)
            self.counts[path] = self.counts.get(path, 0) + 1
        path = self.last_of(path)
        self.note(path)
        return path

    def last_of(self, path: KeyPath) -> KeyPath:
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def pair(self, base: KeyPath) -> None:
        start = self.at
        path = base
        for key in self.keys():
            path = (*path, key)
            self.note(path, start)
        self.at += 1  # the equals sign
        self.value(path)

    def keys(self) -> list[str]:
        """Read a dotted key, up to what follows it."""
        found = []
        while True:
            self.skip_blank()
            quoted = _STRING.match(self.text, self.at)
            match = quoted or _BARE_KEY.match(self.text, self.at)
            if match is None:  # cannot be in a text that the standard parser has read
                raise ValueError(self.text[self.at : self.at + 20])
            found.append(str(tomllib.loads(f"x = {match[0]}")["x"]) if quoted else match[0])
            self.at = match.end()
            self.skip_blank()
            if not self.next_is("."):
                return found
            self.at += 1

    def value(self, path: KeyPath) -> None:
        self.skip_blank()
        string = _STRING.match(self.text, self.at)
        if string:
            self.at = string.end()
        elif self.next_is("{"):
            self.members(path, "}")
        elif self.next_is("["):
            self.members(path, "]")
        elif plain := _PLAIN_VALUE.match(self.text, self.at):
            self.at = plain.end()

    def members(self, path: KeyPath, end: str) -> None:
        self.at += 1
        self.skip_blank()
        position = 0
        while not self.next_is(end):
            if end == "}":
                self.pair(path)
            else:
                self.note((*path, position))
                self.value((*path, position))
            position += 1
            self.skip_blank()
            self.at += self.next_is(",")
            self.skip_blank()
        self.at += 1

    def next_is(self, character: str) -> bool:
        return self.text.startswith(character, self.at)

    def skip_blank(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def note(self, path: KeyPath, start: int | None = None) -> None:
        at = self.at if start is None else start
        self.lines.setdefault(path, self.text.count("\n", 0, at) + 1)
