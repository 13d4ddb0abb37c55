"""The key behind the tokens, and the tokens: the same supplier and key give the same token in every list.

A digest without a key could be undone by trying every company number there is; with one it cannot, as long as the
key stays with those who share. The key is stretched first, so that trying many keys is slow too.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msrisk.errors import InputError

SHORTEST = 16
_FIGURES = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without letters that are read as figures
_LENGTH = 8  # forty bits: two of 10,000 suppliers get one token once in 20,000 lists
_ROUNDS = 200_000
_SALT = b"msrisk tokens 1"  # another number here would give other tokens for the same key


def key_in(path: Path) -> bytes:
    """The key in a text file, without the line break at its end.  Raises InputError."""
    try:
        text = path.read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        problem = f"could not be read: {error.strerror or error}"
        raise InputError(problem, where=path.name, hint="--redact-key names a text file.") from None
    except UnicodeDecodeError:
        raise InputError("is not a text file", where=path.name, hint="Save the key as plain text.") from None
    if len(text) < SHORTEST:
        raise InputError(
            f"is too short for a key: it has {len(text)} characters, and {SHORTEST} are needed",
            where=path.name,
            hint="Write any long sentence that nobody would guess, and give the same file to those who share.",
        )
    return text.encode()


def key_of_list(digests: Sequence[str]) -> bytes:
    """A key from the bytes of the list itself, for tokens that hold in this list alone."""
    return "\n".join(("msrisk list", *digests)).encode()


class Tokens:
    """Tokens made with one key."""

    def __init__(self, key: bytes) -> None:
        self._key = hashlib.pbkdf2_hmac("sha256", key, _SALT, _ROUNDS)

    def token(self, identity: str) -> str:
        """``7F3K2QX4``."""
        digest = hmac.digest(self._key, identity.encode("utf-8", "surrogatepass"), "sha256")
        number = int.from_bytes(digest, "big")
        return "".join(_FIGURES[number >> 5 * place & 31] for place in range(_LENGTH))

    def names(self, identities: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        """``Supplier 7F3K2QX4`` for each; whoever shares an identity in a list gets a number behind it."""
        seen: Counter[str] = Counter()
        said = []
        for identity, word in zip(identities, words, strict=True):
            name = f"{word} {self.token(identity)}"
            seen[name] += 1
            said.append(name if seen[name] == 1 else f"{name}, {seen[name]}")
        return tuple(said)
