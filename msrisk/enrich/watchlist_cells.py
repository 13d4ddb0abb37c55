"""What single cells of a watchlist hold: several values in one, countries, company numbers and other numbers."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from msrisk.values import KINDS
from msrisk.values.placeholders import PLACEHOLDERS, is_placeholder
from msrisk.values.reading import Grade, Hint

UK = "GB"
_FEWEST = 5  # characters of a number that can tell one organisation from another
_COUNTED = re.compile(r"\(\d{1,2}\)(?:\s*-\s*\(\d{1,2}\))?")  # (1) … (2) …, as the lists of the UK count
_BRACKETS = re.compile(r"\([^()]*\)")
_LABEL = re.compile(r"^[^:]*:\s*")
_NOT_PLAIN = re.compile(r"[\W_]+")
_SAYS_UK = re.compile(r"companies house|\bu\.?k\b|united kingdom", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,3}")


def says_nothing(text: str) -> bool:
    """Whether a cell is blank or a placeholder; asked of every cell of a long list, so quickly."""
    return text.casefold() in PLACEHOLDERS or (not text[:1].isalnum() and is_placeholder(text))


def several(text: str) -> list[str]:
    """The values of a cell, apart by ``;`` or on lines of their own; one that holds a ``;`` stands in quotes."""
    if '"' in text:
        pieces = next(csv.reader([text.replace("\n", ";")], delimiter=";", skipinitialspace=True), [])
    elif ";" in text or "\n" in text:
        pieces = text.replace("\n", ";").split(";")
    else:
        pieces = [text]
    return [piece for piece in map(str.strip, pieces) if piece]


@lru_cache(maxsize=65_536)
def countries_of(text: str) -> tuple[str, ...] | None:
    """The countries of a cell as ISO codes; None where part of it was not understood."""
    pieces = several(_COUNTED.sub(";", text))
    if not pieces or says_nothing(text):
        return ()
    whole = "; ".join(piece.upper() if _CODE.fullmatch(piece) else piece for piece in pieces)
    for said in (whole, _BRACKETS.sub(" ", whole)):  # Pakistan (at time of listing)
        reading = KINDS["country"].read(said, Hint())
        if reading.complete and reading.parts:
            return reading.parts
    return None if _BRACKETS.sub(" ", whole).strip(" ;") else ()


def numbers_in(text: str, countries: tuple[str, ...], labelled: bool) -> tuple[str, tuple[str, ...]]:
    """The UK company number in a cell, '' where none is certain, and what else it holds as plain identifiers.

    countries: of the listed party.  labelled: the heading says that it is a company number.
    """
    number, others = "", []
    for piece in several(_COUNTED.sub(";", text) if "(" in text else text):
        plain = _BRACKETS.sub(" ", piece).strip() if "(" in piece else piece
        plain = _LABEL.sub("", plain) if ":" in plain else plain
        found = "" if number else _uk_number(piece, plain, countries, labelled)
        other = identifier(plain)
        if found:
            number = found
        elif other:
            others.append(other)
    return number, tuple(dict.fromkeys(others))


def _uk_number(piece: str, plain: str, countries: tuple[str, ...], labelled: bool) -> str:
    """A company number, where it is certain that it is one of the UK: figures alone are of many registers."""
    says_so = _SAYS_UK.search(piece) is not None
    if not (says_so or countries == (UK,) or (labelled and (not countries or UK in countries))):
        return ""
    reading = KINDS["company_number"].read(plain, Hint())
    as_written = not reading.note or says_so or labelled
    return reading.first if reading.grade is Grade.STATED and as_written else ""


def identifier(text: str) -> str:
    """A number of any register as it is compared: capitals and figures alone; '' where it is none."""
    plain = text.upper() if text.isascii() and text.isalnum() else _NOT_PLAIN.sub("", text).upper()
    return plain if len(plain) >= _FEWEST and any(letter.isdigit() for letter in plain) else ""
