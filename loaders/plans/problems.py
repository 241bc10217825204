"""What is wrong with a mapping file: each problem with its line and key, all of them together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph_model.errors import UsageError
from loaders.plan import KeyPath


@dataclass(frozen=True)
class MappingProblem:
    """One thing that a mapping file says wrongly.

    Args:
        line: the line, from 1; None: the file as a whole.
        key: the key, such as `table 2: columns.person`.
        zh: what is wrong and what to write, in Chinese.
        en: the same in English.
        file: the mapping file's name.
        data_file: the file of rows that it does not fit, where it is one.
        sheet: the sheet that it does not fit, where it is one.
    """

    line: int | None
    key: str
    zh: str
    en: str
    file: str = ""
    data_file: str | None = None
    sheet: str | None = None

    def message(self, language: str) -> str:
        """Return the problem with its place, in a language: "zh" or "en"."""
        place = ":".join(str(part) for part in (self.file, self.line) if part)
        separator = "：" if language == "zh" else ": "
        what = self.zh if language == "zh" else self.en
        fits = " › ".join(part for part in (self.data_file, self.sheet) if part)
        return separator.join(part for part in (place, self.key, fits, what) if part)


class MappingError(UsageError):
    """A mapping file cannot be meant as it stands.

    Args:
        problems: everything that is wrong with it, in the order of its lines.
    """

    def __init__(self, problems: Iterable[MappingProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*("\n".join(p.message(language) for p in self.problems) for language in ("zh", "en")))


@dataclass
class ProblemList:
    """Gathers the problems of one mapping file.

    Args:
        file: the mapping file's name.
        lines: path of each key -> its line.
        found: the problems so far.
    """

    file: str
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    found: list[MappingProblem] = field(default_factory=list)

    def add(self, path: KeyPath, zh: str, en: str) -> None:
        """Note a problem at a key; if the key is not there, at the nearest table around it."""
        self.found.append(MappingProblem(self.line(path), key_name(path), zh, en, self.file))

    def line(self, path: KeyPath) -> int | None:
        """Return the line of a key, or of the nearest table around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def raise_any(self) -> None:
        """Raise everything found, in the order of its lines.

        Raises:
            MappingError: if there is any problem.
        """
        if self.found:
            raise MappingError(sorted(self.found, key=lambda problem: problem.line or 0))


def key_name(path: KeyPath) -> str:
    """Return a key as a person names it: `table 2: columns.person`, tables counted from 1."""
    if path[:1] != ("table",) or len(path) == 1:
        return ".".join(str(part) for part in path)
    keys = ".".join(str(part) for part in path[2:])
    table = f"table {int(path[1]) + 1}"
    return f"{table}: {keys}" if keys else table


def at_sheet(problem: MappingProblem, data_file: str, sheet: str | None = None) -> MappingProblem:
    """Return a problem as one of a certain file of rows and its sheet."""
    return replace(problem, data_file=data_file, sheet=sheet)
