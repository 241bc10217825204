"""Numbers of persons and firms that belong to nobody, with right check characters."""

import re

_PLACEHOLDER = re.compile(r"<(low id|id|uscc|tel) (\d+)>")
_WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def with_numbers(text: str) -> str:
    """Put numbers in place of `<id 1>`, `<low id 1>` (a small x), `<uscc 1>` and `<tel 1>`."""
    return _PLACEHOLDER.sub(lambda found: _number(found[1], int(found[2])), text)


def _number(what: str, nth: int) -> str:
    if what.endswith("id"):
        return identity_number(nth) if what == "id" else identity_number(nth).lower()
    return credit_code(nth) if what == "uscc" else f"199{nth:08d}"


def identity_number(nth: int) -> str:
    """Return the nth invented identity number, of a division that does not exist."""
    body = f"99020619{70 + nth % 30:02d}0101{nth:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def credit_code(nth: int) -> str:
    """Return the nth invented unified social credit code, of the same division."""
    body = f"91990206MA{nth:07d}"
    total = sum(_SIGNS.index(sign) * 3**place % 31 for place, sign in enumerate(body))
    return body + _SIGNS[-total % 31]
