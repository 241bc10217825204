"""Normal forms of names: for matching and for keys, never shown in place of what was written."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial

_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_PLAIN = re.compile(r"[\u4e00-\u9fa5A-Za-z0-9]*")
"""Characters that are shown as they are written; most cells have no others."""
_PLAIN_ASCII = re.compile(r"[A-Za-z0-9.:/-]*")
_QUOTES = str.maketrans(dict.fromkeys("\"'“”‘’「」『』《》〈〉`", ""))
_BRACKETS = str.maketrans({"[": "(", "]": ")", "【": "(", "】": ")", "〔": "(", "〕": ")", "{": "(", "}": ")"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@cache
def _simplifier() -> "object":
    import opencc  # noqa: PLC0415 - its dictionaries take a while to load; verbs that match nothing need none

    return opencc.OpenCC("t2s")


def visible_text(text: str) -> str:
    """Return a text as a person reads it: NFKC, no invisible characters, single spaces, none at the ends."""
    return text if _PLAIN.fullmatch(text) else _visible(text)


def kept_text(text: str) -> str:
    """Return a text as written, without what nobody sees: invisible characters, double spaces, spaces at the ends."""
    return text if _PLAIN.fullmatch(text) else _kept(text)


@lru_cache(maxsize=50_000)
def _visible(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]", "", text)
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=50_000)
def _kept(text: str) -> str:
    seen = re.sub(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]", "", text)
    return re.sub(r"\s+", " ", seen).strip()


def normal_text(text: str) -> str:
    """Return the form in which two writings of one text are equal.

    Widths, spaces, invisible characters, quotation marks, kinds of brackets and dashes, upper case and traditional
    characters are levelled out; nothing that tells two names apart is.
    """
    return text.lower() if text.isascii() and _PLAIN_ASCII.fullmatch(text) else _normal(text)


@lru_cache(maxsize=200_000)
def _normal(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    plain = _INVISIBLE.sub("", plain).translate(_BRACKETS).translate(_DASHES).casefold()
    return plain if plain.isascii() else _simplifier().convert(plain)  # type: ignore[attr-defined] # opencc has no types


def forget_texts() -> None:
    """Let go of the normal forms so far, once a program has no more names to compare."""
    for known in (_normal, _visible, _kept):
        known.cache_clear()


_TERM_OF_OFFICE = re.compile(r"第?[0-9一二三四五六七八九十]{1,8}届")
_COMMUNITY_ENDINGS = ("社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区")
_SUBDISTRICT_ENDINGS = ("街道办事处", "街道办", "街道")
_DISTRICT_ENDINGS = ("区人民政府", "区")


def _without_ending(name: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if name.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return name


def _firm(name: str) -> str:
    return name.replace("有限责任公司", "有限公司")


def _owners_committee(name: str) -> str:
    return _TERM_OF_OFFICE.sub("", name).replace("业主委员会", "业委会")


def _residents_committee(name: str) -> str:
    return _TERM_OF_OFFICE.sub("", name).replace("居民委员会", "居委会")


def _party_organisation(name: str) -> str:
    return name.removeprefix("中共").replace("党支部委员会", "党支部")


_NORMAL_FORMS: Mapping[str, Callable[[str], str]] = {
    "District": partial(_without_ending, endings=_DISTRICT_ENDINGS),
    "Subdistrict": partial(_without_ending, endings=_SUBDISTRICT_ENDINGS),
    "Community": partial(_without_ending, endings=_COMMUNITY_ENDINGS),
    "PropertyFirm": _firm,
    "CoBuildingUnit": _firm,
    "FirmPartyOrganisation": _firm,
    "OwnersCommittee": _owners_committee,
    "SupervisoryCommittee": _owners_committee,
    "ResidentsCommittee": _residents_committee,
    "PartyCommittee": _party_organisation,
    "PartyBranch": _party_organisation,
}


def normal_name(label: str, name: str) -> str:
    """Return the normal form of the name of a thing with this label; it stands in keys and finds references.

    Args:
        label: concrete label, since a community's name may end in 社区居委会 and a firm's in 有限责任公司.
        name: the name as written.

    Returns:
        The normal name; a community and a subdistrict with one name keep different labels, not different names.
    """
    return normal_form(label, normal_text(name))


def normal_form(label: str, plain: str) -> str:
    """Return the normal form of a name whose text is normal already, for whoever asks for several labels."""
    form = _NORMAL_FORMS.get(label)
    return form(plain) if form else plain
