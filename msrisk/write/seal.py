"""The seal at the end of a file: what it is and for whom, and a digest by which msrisk knows its own file again.

A program that saves a workbook drops the comment of the zip, and with it the seal.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
from pathlib import Path
from typing import IO
from urllib.parse import quote, unquote

_OPENING = b"msrisk seal: "
_SEAL = re.compile(rb'msrisk seal: ([^\n"]*) ([0-9a-f]{64})(?: -->\n|"\n}\n)?')
_DIGEST = 64  # letters
_AT_THE_END = 1 << 21  # bytes in which a seal stands, however long a name is in it
_AT_ONCE = 1 << 20  # bytes; a run record of a long list has a thousand times as many
# How many bytes at the end give way, what stands before a seal, and what after it.
_AROUND = {".json": (3, b',\n"seal": "', b'"\n}\n'), ".html": (0, b"<!-- ", b" -->\n")}
SEALED = frozenset((".xlsx", *_AROUND))  # a CSV has no place for one: it is never written over unasked


def put_seal(path: Path, ending: str, words: str) -> None:
    """Seal a file that is whole.  ending: of its kind, one of ``SEALED``.  words: what it is and for whom."""
    said = _OPENING + quote(words, safe=" (),").encode() + b" "
    length = struct.pack("<H", len(said) + _DIGEST)  # of the comment that a zip ends with
    cut, before, after = _AROUND.get(ending, (len(length), length, b""))
    with path.open("rb+") as file:
        file.seek(-cut, os.SEEK_END)
        file.write(before + said)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0, os.SEEK_END)
        file.write(digest.encode() + after)


def sealed_as(path: Path) -> str:
    """What msrisk wrote a file as; '' where it did not, or somebody changed it since.  It is never held whole."""
    with path.open("rb") as file:
        before = max(file.seek(0, os.SEEK_END) - _AT_THE_END, 0)
        file.seek(before)
        end = file.read()
        at = end.rfind(_OPENING)
        seal = _SEAL.fullmatch(end, at) if at >= 0 else None
        if seal is None or _digest_of(file, before + seal.start(2)) != seal[2]:
            return ""
    return unquote(seal[1].decode("ascii", "replace"))


def _digest_of(file: IO[bytes], size: int) -> bytes:
    """Of so many bytes from the start."""
    digest = hashlib.sha256()
    file.seek(0)
    while size > 0 and (part := file.read(min(size, _AT_ONCE))):
        digest.update(part)
        size -= len(part)
    return digest.hexdigest().encode()
