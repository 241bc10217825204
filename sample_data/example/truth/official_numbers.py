"""Numbers that are well made and belong to nobody: credit codes, identity numbers, telephone numbers."""

import random

from graph_model.official_codes import credit_code_check_character

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def credit_code(region: str, kind: str, number: int) -> str:
    """Return a unified social credit code of a region that does not exist, with its right check character.

    Args:
        region: six digits, of which the first two, 99, belong to no province.
        kind: two characters, such as 91 for firms, 12 for public institutions.
        number: what tells it from others.
    """
    first = f"{kind}{region}MA{number:07d}"
    return first + credit_code_check_character(first)


def identity_number(rng: random.Random, region: str) -> str:
    """Return an identity number of a region that does not exist, with its right check character."""
    first = f"{region}{rng.randrange(1950, 2000)}{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}"
    first += f"{rng.randrange(1000):03d}"
    return first + _CHECK[sum(w * int(d) for w, d in zip(_WEIGHTS, first, strict=True)) % 11]


def telephone(number: int) -> str:
    """Return a telephone number of a range (100…) in which no mobile telephone has ever been assigned one."""
    return f"100{number:08d}"
