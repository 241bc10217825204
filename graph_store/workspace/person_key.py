"""The secret under which persons become pseudonyms: where it is kept, and how it is made on first use."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from graph_model.pseudonyms import key_fingerprint
from graph_store.errors import KeyUnusable
from graph_store.workspace.durable import replace_file

KEY_FILE_VARIABLE = "GRIDGOV_KEY_FILE"
_BYTES = 32
_SHORTEST = 16


@dataclass(frozen=True)
class PersonKey:
    """A secret, and the 16 hexadecimal digits by which it is known; never printed."""

    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """What a manifest may say of the key."""
        return key_fingerprint(self.secret)


def read_key(path: Path) -> PersonKey:
    """Read a key file.

    Raises:
        KeyUnusable: the file cannot be read, or holds fewer than 16 bytes.
    """
    try:
        secret = path.read_bytes().strip()
    except OSError as error:
        raise KeyUnusable(
            f"读不到人员密钥文件 {path}：{error.strerror}。请检查 --key 或 GRIDGOV_KEY_FILE",
            f"cannot read the person key {path}: {error.strerror}. Check --key or GRIDGOV_KEY_FILE",
        ) from error
    if len(secret) < _SHORTEST:
        raise KeyUnusable(
            f"人员密钥文件 {path} 不足 {_SHORTEST} 字节，容易被猜出。请换用更长的密钥",
            f"the person key {path} has fewer than {_SHORTEST} bytes and could be guessed. Use a longer one",
        )
    return PersonKey(secret)


def make_key(path: Path) -> PersonKey:
    """Make a new random key, readable by its owner alone."""
    replace_file(path, secrets.token_hex(_BYTES).encode() + b"\n", private=True)
    return read_key(path)


def chosen_key_file(given: Path | None) -> Path | None:
    """Return the key file that the user chose: `--key FILE`, else GRIDGOV_KEY_FILE; None if neither."""
    named = os.environ.get(KEY_FILE_VARIABLE)
    return given or (Path(named) if named else None)
