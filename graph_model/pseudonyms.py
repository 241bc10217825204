"""Keyed pseudonyms of persons: pure functions; the plain values are dropped where they are read."""

import hashlib
import hmac
import re

from graph_model.names import normal_text

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OLD_IDENTITY_NUMBER = 15
_DOMAIN = b"gridgov/person/1"


def _pseudonym(key: bytes, kind: str, *parts: str) -> str:
    text = "\x1f".join((kind, *parts)).encode()
    return hmac.digest(key, _DOMAIN + b"\x1e" + text, "sha256").hex()


def key_fingerprint(key: bytes) -> str:
    """Return 16 hexadecimal digits by which two keys can be told apart, and from which none can be found."""
    return hashlib.sha256(_DOMAIN + b"/fingerprint\x1e" + key).hexdigest()[:16]


def normal_identity_number(number: str) -> str:
    """Return an identity number in its form of 18 characters; one of 15 digits belongs to the same person."""
    plain = normal_text(number).replace("-", "").upper()
    if len(plain) == _OLD_IDENTITY_NUMBER and plain.isdigit():
        plain = plain[:6] + "19" + plain[6:]
        plain += "10X98765432"[sum(w * int(d) for w, d in zip(_WEIGHTS, plain, strict=True)) % 11]
    return plain


def normal_telephone(number: str) -> str:
    """Return the digits of a telephone number without the country's prefix."""
    digits = number if number.isascii() and number.isdigit() else re.sub(r"\D", "", normal_text(number))
    return digits.removeprefix("0086").removeprefix("86") if len(digits) > len("13800000000") else digits


def by_identity_number(key: bytes, number: str) -> str:
    """Return the pseudonym of an identity number; a strong key."""
    return _pseudonym(key, "identity_number", normal_identity_number(number))


def by_person_number(key: bytes, namespace: str, number: str) -> str:
    """Return the pseudonym of a number that a table uses for its persons; a strong key within its namespace."""
    return _pseudonym(key, "person_number", namespace, normal_text(number))


def by_name_and_telephone(key: bytes, name: str, telephone: str) -> str:
    """Return the pseudonym of a name together with a telephone number; a medium key."""
    return _pseudonym(key, "name_and_telephone", normal_text(name), normal_telephone(telephone))


def by_row(key: bytes, source: str, sheet: str, row: int, cell: str = "") -> str:
    """Return the pseudonym of somebody who has no key at all and stands alone, never joining on a name.

    Args:
        key: the secret key.
        source: hash of the file.
        sheet: name of the sheet.
        row: the row.
        cell: which cell of the row names the person: two cells of one row are two persons.
    """
    return _pseudonym(key, "row", source, sheet, str(row), *([cell] if cell else []))


def of_name_under_number(key: bytes, number: str, name: str) -> str:
    """Return what tells whether a number stands beside one name in two rows.

    Args:
        key: the secret key.
        number: the pseudonym of the number; under another number the same name gives another text.
        name: the name.
    """
    return _pseudonym(key, "name_under_number", number, normal_text(name))


def short_code(pseudonym: str) -> str:
    """Return the name under which a pseudonym is shown, such as 人员 7F3A21."""
    return f"人员 {pseudonym[:6].upper()}"
