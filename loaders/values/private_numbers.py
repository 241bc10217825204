"""Identity and telephone numbers: found wherever they stand, so that none reaches a snapshot."""

import re

from graph_model.names import visible_text
from graph_model.pseudonyms import normal_identity_number

REMOVED = "［号码已去除］"
"""What stands in a text in place of a number that was taken out."""

_WITHOUT_DIGITS = re.compile(r"[\u4e00-\u9fa5A-Za-z、，。；：（）()《》 -]*")
"""Most texts, of which one look tells that they hold no number."""
_BIRTH_DATE = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}"
_ALONE = r"(?<!\d)(?:{})(?!\d)"
_OF_18 = rf"[1-9]\d{{5}}[- ]?{_BIRTH_DATE}[- ]?\d{{3}}[0-9Xx]"
_OF_15 = rf"{_PROVINCE}\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}"
_IDENTITY = re.compile(_ALONE.format(f"{_OF_18}|{_OF_15}"))
_MOBILE = r"(?:(?:\+|00)?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}"
_LANDLINE = (
    r"(?:(?:\+|00)86[- ]?)?(?:\(0\d{2,3}\)|0\d{2,3})[- ]?\d{7,8}"
    r"|(?:\+|00)86[- ]?(?:\([1-9]\d{1,2}\)|[1-9]\d{1,2})[- ]?\d{7,8}"
)
_TELEPHONE = re.compile(_ALONE.format(f"{_MOBILE}|{_LANDLINE}"))
_IDENTITY_FORM = re.compile(rf"[1-9]\d{{5}}{_BIRTH_DATE}\d{{3}}[0-9X]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def without_private_numbers(text: str) -> str | None:
    """Return a text without the identity and telephone numbers in it, or None if there are none."""
    if _WITHOUT_DIGITS.fullmatch(text) or not any(c.isdigit() for c in text):
        return None
    plain = visible_text(text)
    cleaned = _TELEPHONE.sub(REMOVED, _IDENTITY.sub(REMOVED, plain))
    return None if cleaned == plain else cleaned


def scrubbed(text: str) -> str:
    """Return a text as it may be shown and kept: as it is, or without the numbers in it."""
    cleaned = without_private_numbers(text)
    return text if cleaned is None else cleaned


def is_identity_number(text: str) -> bool:
    """Tell whether a text is an identity number of 15 or 18 characters with the right check character (GB 11643)."""
    number = normal_identity_number(text)
    if not _IDENTITY_FORM.fullmatch(number):
        return False
    total = sum(w * int(d) for w, d in zip(_WEIGHTS, number, strict=False))
    return number[17] == "10X98765432"[total % 11]
