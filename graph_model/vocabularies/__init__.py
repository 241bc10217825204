"""The terms of the field: one TOML file a vocabulary, each term with its code, Chinese and English name, synonyms."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from graph_model.names import normal_text


@dataclass(frozen=True)
class Term:
    """One term of a vocabulary.

    Args:
        code: what the graph holds.
        zh: the Chinese term.
        en: the English term.
        synonyms: other words that offices write for it.
    """

    code: str
    zh: str
    en: str
    synonyms: tuple[str, ...]

    def name(self, language: str) -> str:
        """Return the term in a language: "zh" or "en"."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Vocabulary:
    """The terms that a property may hold.

    Args:
        name: file stem of the vocabulary.
        zh: what it lists, in Chinese.
        en: the same in English.
        closed: whether a value outside it is an error; else it is kept as written, with a warning.
        terms: the terms in the order in which they are shown.
    """

    name: str
    zh: str
    en: str
    closed: bool
    terms: tuple[Term, ...]

    @cached_property
    def _by_writing(self) -> dict[str, Term]:
        found: dict[str, Term] = {}
        for term in self.terms:
            for writing in (term.code, term.zh, term.en, *term.synonyms):
                found.setdefault(normal_text(writing), term)
        return found

    def find(self, written: str) -> Term | None:
        """Return the term that a cell means, by its code, names or synonyms; None if it is none of them."""
        return self._by_writing.get(normal_text(written))

    def writings(self) -> tuple[str, ...]:
        """Return every writing by which a term is known, in normal form."""
        return tuple(self._by_writing)

    def term(self, code: str) -> Term | None:
        """Return the term with a code, or None."""
        return next((t for t in self.terms if t.code == code), None)

    def name_of(self, code: str, language: str) -> str:
        """Return the name of a code in a language; a value outside the vocabulary is its own name."""
        term = self.term(code)
        return term.name(language) if term else code


def vocabulary_names() -> tuple[str, ...]:
    """Return the names of all vocabularies, sorted."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml")))


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return a vocabulary by name.

    Raises:
        FileNotFoundError: if there is no vocabulary with this name.
    """
    raw = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    terms = tuple(Term(t["code"], t["zh"], t["en"], tuple(t["synonyms"])) for t in raw["terms"])
    return Vocabulary(name, raw["zh"], raw["en"], raw["closed"], terms)
