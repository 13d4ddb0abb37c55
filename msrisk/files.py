"""The tool's own data files, and safe text: every string that leaves the tool passes here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msrisk.errors import RulesError

# Control characters but tab and newline, zero-width and bidirectional marks, line separators,
# the byte order mark, non-characters and lone surrogates: invisible, or an attack on a terminal.
# A joiner between two pictures makes one picture of them, and is no secret.
_PICTURE = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
    f"(?:(?<!\u200d)|(?<![{_PICTURE}]\u200d)|(?![{_PICTURE}]))"
)


def safe_text(text: str) -> str:
    """The text with every invisible or dangerous character written out as ``\\u001b``."""
    if text.isascii() and text.isprintable():
        return text  # nearly every text
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def one_line(text: str) -> str:
    """Safe text with all white space runs made one space: for terminals and messages."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # nearly every text
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else safe_text(line)


@cache
def data_folder(name: str) -> Path:
    """``rules`` or ``samples``: beside the code when installed, else one level up in a clone."""
    here = Path(__file__).resolve().parent
    for folder in (here / name, here.parent / name):
        if folder.is_dir():
            return folder
    raise RulesError(
        f"the folder '{name}' that comes with msrisk is missing",
        where=str(here),
        hint="The installation is damaged: install msrisk again.",
    )
