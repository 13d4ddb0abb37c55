"""The encoding a person names: what is meant by it, and what else there is when it does not fit."""

from __future__ import annotations

import codecs
import difflib
from contextlib import suppress
from encodings.aliases import aliases

from msrisk.errors import InputError

# What programs call them that are no names of an encoding: Notepad, Excel, and people.
_EVERYDAY = {
    "ansi": "cp1252",
    "windows": "cp1252",
    "dos": "cp850",
    "ms_dos": "cp850",
    "mac": "mac_roman",
    "macintosh": "mac_roman",
    "unicode": "utf_16",
    "unicode_text": "utf_16",
    "csv_utf_8": "utf_8",
}
_NO_TEXT = frozenset(("base64_codec", "bz2_codec", "hex_codec", "mbcs", "quopri_codec", "rot_13", "uu_codec"))
_NO_TEXT |= {"zlib_codec"}
USUAL = ("utf-8", "cp1252", "cp850", "mac_roman", "utf-16")


def encoding_called(name: str) -> str:
    """Python's name of the encoding; InputError offering the nearest for one that is not known."""
    plain = "_".join(name.replace("-", " ").replace("_", " ").casefold().split())
    known = {alias: coding for alias, coding in aliases.items() if coding not in _NO_TEXT} | _EVERYDAY
    known |= {coding: coding for coding in known.values()}
    if plain in known:
        with suppress(LookupError):
            return codecs.lookup(known[plain]).name
    close = difflib.get_close_matches(plain, USUAL, n=1) + difflib.get_close_matches(plain, known, n=2)
    meant = " or ".join(dict.fromkeys(f"'{each}'" for each in close))
    nearest = f"Did you mean {meant}? " if meant else ""
    raise InputError(
        f"there is no encoding called '{name}'",
        hint=f"{nearest}The usual ones are {', '.join(USUAL)}; without --encoding it is found.",
    )


def that_fit(data: bytes, but: str) -> list[str]:
    """The usual encodings in which every byte of a text is a character; UTF-16 only where it has its mark."""
    fitting = []
    for coding in USUAL[:4]:
        if coding != but:
            with suppress(UnicodeDecodeError):
                data.decode(coding)
                fitting.append(coding)
    return fitting
