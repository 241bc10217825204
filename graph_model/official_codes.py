"""Official numbers: division codes and unified social credit codes."""

import re

from graph_model.names import normal_text

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CREDIT_CODE = re.compile(rf"[{_ALPHABET}]{{2}}\d{{6}}[{_ALPHABET}]{{10}}")


def is_division_code(text: str) -> bool:
    """Tell whether a text has the form of a division code: twelve digits."""
    return re.fullmatch(r"\d{12}", text) is not None


def division_level(code: str) -> str:
    """Return the level that a division code's trailing zeros stand for: district, subdistrict or community."""
    if code.endswith("000000"):
        return "district"
    return "subdistrict" if code.endswith("000") else "community"


def parent_division(code: str) -> str | None:
    """Return the code of the division above, or None for a district."""
    level = division_level(code)
    if level == "community":
        return code[:9] + "000"
    return code[:6] + "000000" if level == "subdistrict" else None


def normal_code(text: str) -> str:
    """Return a code without spaces and in upper case."""
    return normal_text(text).upper()


def credit_code_problem(code: str) -> str | None:
    """Tell what is wrong with a unified social credit code, by its form and check character (GB 32100-2015).

    Args:
        code: the code in its normal form.

    Returns:
        "form" or "check", or None for a code that is well made.
    """
    if not _CREDIT_CODE.fullmatch(code):
        return "form"
    return None if code[17] == credit_code_check_character(code[:17]) else "check"


def credit_code_check_character(first_17: str) -> str:
    """Return the check character for the first 17 characters of a unified social credit code (GB 32100-2015)."""
    total = sum(w * _ALPHABET.index(c) for w, c in zip(_WEIGHTS, first_17, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]
