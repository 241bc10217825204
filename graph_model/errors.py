"""The one base class of everything that gridgov raises on purpose."""


class GridgovError(Exception):
    """Something a program cannot go on from; its text says what happened, where, and what to do.

    Args:
        zh: the message in Chinese.
        en: the message in English; the text of the exception.
    """

    exit_code = 3

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en

    def message(self, language: str) -> str:
        """Return the message in a language: "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class UsageError(GridgovError):
    """What was asked for cannot be meant: a wrong name, option, parameter or file argument."""

    exit_code = 2
