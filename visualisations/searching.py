"""What a search finds a name by: its pinyin, whole and as initials."""

from functools import lru_cache
from itertools import product

from pypinyin import Style, lazy_pinyin, pinyin

_MOST_READINGS = 4


@lru_cache(maxsize=100_000)
def search_text(name: str) -> str:
    """Return the pinyin of a name and its initials, for characters with several readings those too.

    Args:
        name: a name as the data has it.

    Returns:
        words separated by spaces, in lower case without blanks of the name: `shiliyiyuan07 slyy07`; empty if the
        name has no Chinese character.
    """
    syllables = [s.strip().lower() for s in lazy_pinyin(name)]
    whole = "".join("".join(s.split()) for s in syllables)
    if whole == "".join(name.lower().split()):
        return ""
    return " ".join(dict.fromkeys([whole, *_initials(name)]))


def _initials(name: str) -> list[str]:
    """Return the initials of the likeliest reading first, then those of others, if these are few."""
    first = "".join("".join(s.split()).lower() for s in lazy_pinyin(name, style=Style.FIRST_LETTER))
    letters = [
        dict.fromkeys(r.strip().lower() for r in readings)
        for readings in pinyin(name, style=Style.FIRST_LETTER, heteronym=True)
    ]
    ways = 1
    for choice in letters:
        ways *= len(choice)
    if ways > _MOST_READINGS:
        return [first]
    return list(dict.fromkeys([first, *("".join("".join(w).split()) for w in product(*letters))]))
