"""What a console of few letters shows in place of those it has not: another spelling, else the letter's number."""

from __future__ import annotations

import codecs

HANDLER = "msrisk-letters"
INSTEAD = {
    "£": "GBP ", "€": "EUR ", "…": "...", "█": "#", "×": "x", "•": "-", "–": "-", "—": "-", "‘": "'", "’": "'",
    "“": '"', "”": '"', "\xa0": " ", "≤": "<=", "≥": ">=", "→": "->", "§": "section ", "½": "1/2",
}  # fmt: skip


def instead(text: str) -> str:
    """Each letter's other spelling, or ``\\u0141``: a name is never lost, and never looks like another."""
    return "".join(INSTEAD.get(letter) or _number(letter) for letter in text)


def _number(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _handle(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeEncodeError):
        return instead(error.object[error.start : error.end]), error.end
    raise error


codecs.register_error(HANDLER, _handle)


def in_letters_of(encoding: str, text: str) -> str:
    """The text as a console of that encoding will show it, before lines are laid out by its length."""
    return text if text.isascii() else text.encode(encoding, HANDLER).decode(encoding)
