"""Keys of a table of TOML, taken with their type; what is of another type is a problem, not a crash."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from loaders.plan import KeyPath
from loaders.plans.problems import ProblemList
from loaders.values.nearest import nearest

T = TypeVar("T")


@dataclass(frozen=True)
class Section:
    """One table of a TOML file.

    Args:
        raw: its keys and values.
        path: where it stands.
        problems: where problems go.
    """

    raw: Mapping[str, Any]
    path: KeyPath
    problems: ProblemList

    def fault(self, key: str | None, zh: str, en: str) -> None:
        """Note a problem of a key, or of the table as a whole."""
        self.problems.add(self.path if key is None else (*self.path, key), zh, en)

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Note each key that is none of the known ones, with the nearest of them."""
        names = tuple(known)
        for key in self.raw:
            if key not in names:
                near_zh, near_en = meant(nearest(key, names))
                zh = f"没有这个键{near_zh}；可用的键：{'、'.join(names)}"
                self.fault(key, zh, f"there is no such key{near_en}; the keys are {', '.join(names)}")

    def take(self, key: str, accepts: Callable[[Any], bool], zh: str, en: str) -> Any:
        """Return a key's value if it is what it should be, else None with a problem.

        Args:
            key: the key; if it is absent, None is returned.
            accepts: whether a value is what it should be.
            zh: what it should be, in Chinese.
            en: the same in English.
        """
        value = self.raw.get(key)
        if value is None or accepts(value):
            return value
        self.fault(key, f"应为{zh}，而不是 {value!r}", f"should be {en}, not {value!r}")
        return None

    def text(self, key: str) -> str | None:
        """Return a text that is not empty."""
        value: str | None = self.take(key, lambda v: isinstance(v, str) and bool(v.strip()), "文字", "a text")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is absent."""
        return bool(self.take(key, lambda v: isinstance(v, bool), " true 或 false", "true or false"))

    def one_of(self, key: str, choices: Iterable[str]) -> str | None:
        """Return one of several words."""
        words = tuple(choices)
        quoted = [f'"{word}"' for word in words]
        value: str | None = self.take(
            key, lambda v: v in words, f" {'、'.join(quoted)} 之一", f"one of {', '.join(quoted)}"
        )
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty if it is absent."""
        return tuple(
            self.take(key, _is_texts, '文字的列表，如 ["a", "b"]', 'a list of texts, such as ["a", "b"]') or ()
        )

    def inner(self, key: str) -> "Section":
        """Return a table inside this one; empty if it is absent."""
        raw = self.take(
            key, lambda v: isinstance(v, dict), '一组键值，如 { a = "b" }', 'keys with values, such as { a = "b" }'
        )
        return Section(raw or {}, (*self.path, key), self.problems)

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)


def meant(found: str | None) -> tuple[str, str]:
    """Return what is said of the nearest name, in Chinese and English; nothing if none is near."""
    return (f"（是否指“{found}”？）", f' (did you mean "{found}"?)') if found else ("", "")


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) and v.strip() for v in value)
