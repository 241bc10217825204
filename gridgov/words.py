"""What gridgov says to people: every text in Chinese and in English, with the same blanks to fill in."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: Final = get_args(Language)


@dataclass(frozen=True)
class Words:
    """A text in both languages.

    Args:
        zh: the text in Chinese; blanks stand in braces.
        en: the text in English, with the same blanks.
    """

    zh: str
    en: str

    def __call__(self, language: str, **blanks: object) -> str:
        """Return the text in a language, its blanks filled in."""
        text = self.zh if language == "zh" else self.en
        return text.format(**blanks) if blanks else text


def sentence(text: str) -> str:
    """Return a text that begins with a capital letter, unless its first word is a file's name or the like."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text


def language_asked_for(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language of messages about a command line, before it is parsed: it may be too wrong to parse.

    Args:
        arguments: the command line without the program's name.
        environment: where `GRIDGOV_LANG` may stand.

    Returns:
        "zh" or "en"; Chinese where nothing is said, or nothing that we speak.
    """
    asked = environment.get("GRIDGOV_LANG", "")
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            asked = arguments[position + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return "en" if asked == "en" else "zh"
