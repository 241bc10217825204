"""Identifiers that are made from codes and names alone, so that the same input always gives the same graph."""

import hashlib
import re
from datetime import date
from functools import lru_cache

from graph_model.names import normal_text

TOLD_APART_BY = "\x1f"
"""Between what tells a relationship apart: its ends, its beginning, its discriminator."""


@lru_cache(maxsize=1_000)
def snake_case(label: str) -> str:
    """Return a label as it stands before the colon of a uid: PartyBranch -> party_branch."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", label).lower()


def node_uid(label: str, key: str) -> str:
    """Return the uid of a node, `<snake_case label>:<key>`.

    Args:
        label: concrete label.
        key: an official code, or `<parent's key>/<normal name>`.
    """
    return f"{snake_case(label)}:{key}"


def key_of(uid: str) -> str:
    """Return the key of a uid: what stands behind its first colon."""
    return uid.partition(":")[2]


def child_key(parent_key: str | None, normal_name: str) -> str:
    """Return the key of a thing without a code, under the key of what it belongs to."""
    return f"{parent_key}/{normal_name}" if parent_key else normal_name


def post_uid(organisation_uid: str, role: str, seat: str | None = None) -> str:
    """Return the uid of a post: an organisation's role, and the seat's name where a role is split."""
    parts = (key_of(organisation_uid), normal_text(role), normal_text(seat) if seat else None)
    return "post:" + "/".join(part for part in parts if part)


def person_uid(pseudonym: str) -> str:
    """Return the uid of a person: the first 16 hexadecimal digits of the pseudonym."""
    return f"person:{pseudonym[:16]}"


def relationship_uid(
    relationship_type: str, start: str, end: str, valid_from: date | None, discriminator: str | None = None
) -> str:
    """Return the uid of a relationship: two terms of one person in one post are two relationships.

    Args:
        relationship_type: the type, in upper snake case.
        start: uid of the node on the left.
        end: uid of the node on the right.
        valid_from: outer bound of its beginning.
        discriminator: the value that the type declares as telling two such ties apart (contract, term, right).
    """
    day = valid_from.isoformat() if valid_from else ""
    text = TOLD_APART_BY.join((start, end, day, normal_text(discriminator) if discriminator else ""))
    return relationship_uid_of(relationship_type.lower(), text)


def relationship_uid_of(prefix: str, text: str) -> str:
    """Return the uid of a relationship, from its type in lower case and from what tells it apart, put together."""
    return f"{prefix}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"
