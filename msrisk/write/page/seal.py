"""A page written to its file, and the seal by which msrisk knows its own untouched page again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msrisk.errors import OutputError
from msrisk.write.page.html import Html

_END = b" -->\n"


def put(whole: Html, path: Path, kind: str) -> None:
    """The page, and after it the seal of its kind."""
    raw = (whole + "\n").encode("utf-8")
    path.write_bytes(raw + _opening(kind) + hashlib.sha256(raw).hexdigest().encode() + _END)


def is_sealed(raw: bytes, kind: str) -> bool:
    """Whether msrisk wrote these bytes as a page of that kind and nobody changed them."""
    body, found, rest = raw.rpartition(_opening(kind))
    return bool(found) and rest == hashlib.sha256(body).hexdigest().encode() + _END


def check_sealed(path: Path, kind: str) -> None:
    if not is_sealed(path.read_bytes(), kind):
        raise OutputError("did not read back as it was written", where=path.name)


def _opening(kind: str) -> bytes:
    return f"<!-- msrisk {kind} seal ".encode()
