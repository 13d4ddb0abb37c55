"""SIC 2007 codes (what a supplier is), CPV and ProClass codes (what is bought), as tuples of digits.

Several in a cell, after ``; , |`` or on lines of their own; each may be followed by its label
(``81210 - General cleaning of buildings``), be a spreadsheet number (``81210.0``) and follow a word such
as "SIC". Only codes in ``rules/tables/sic.csv`` and ``cpv.csv`` are read; another is refused with a note,
and beside good ones makes the reading incomplete.

SIC: ``81210``, ``81.21`` and ``62.02/0`` (a class with just one code), ``1110`` when that can only be 01110
(a lost nought), is not a class too, and has no other label: four figures may be from the list of 2003.
ProClass: six or four figures, with or without a P in front; its list is not ours to ship, so none is looked up.
CPV: ``45000000``, ``45000000-7``, ``3000000`` (a lost nought). A wrong check digit makes it *estimated*.
Refused, with a note: placeholders, errors, labels alone, ``8.1E+04``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from msrisk.values.kind import CODED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Grade, Hint, Reading, Value, unread
from msrisk.values.tables import Row, rows
from msrisk.values.tidy import not_a, quote, tidy

_LONGEST = 4_000
_BETWEEN = re.compile(r"[;|\n\r]|,(?=\s*\d)|(?<=\d)\s*[,/]\s+(?=\d)|(?<=\d),(?=\s*[a-z])", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:u\.?k\.?\s*)?(?:sic|cpv)\s*(?:20\d\d)?\s*(?:codes?|numbers?)?\s*(?:\(?20\d\d\)?)?\s*[:\-]?\s*", re.I
)
_LABEL = r"(?:\s*[-:(]\s*\D.*|\s+[^\W\d].*)?"
_SIC = re.compile(rf"(\d{{2}}\.?\d{{2}})(?:[/.]?(\d))?(?:\.0)?{_LABEL}", re.ASCII)
_PROCLASS = re.compile(rf"P?(\d{{6}}|\d{{4}})(?:\.0)?{_LABEL}", re.ASCII | re.IGNORECASE)
_CPV = re.compile(rf"(\d{{7,8}})(?:\.0)?(?:-(\d))?{_LABEL}", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one part of a cell gave: a code or nothing, and what to tell."""

    code: str
    note: str = ""
    grade: Grade = Grade.STATED


@cache
def _table(name: str) -> dict[str, Row]:
    return {row["code"]: row for row in rows(name)}


def label(system: str, digits: str) -> str:
    """What a code of ``sic`` or ``cpv`` is called; nothing when the table does not have it."""
    row = _table(system).get(digits, {})
    return row.get("description") or row.get("label") or ""


def _sic(part: str) -> _Found:
    found = _SIC.fullmatch(part)
    if not found:
        return _Found("", f"{quote(part)} is not a SIC code")
    digits = found[1].replace(".", "") + (found[2] or "")
    if len(digits) == 5:
        return _known("sic", digits, part)
    lost, only = f"0{digits}", f"{digits}0"
    if "." in found[1] and only in _table("sic"):
        return _Found(only)
    could_be = [code for code in (lost, only) if code in _table("sic")]
    if could_be != [lost] or "." in found[1] or not _agrees(lost, part):
        either = f"; it could be {' or '.join(could_be)}, or from an older list" if could_be else ""
        return _Found("", f"{quote(part)} is not a five-figure SIC code{either}")
    return _Found(lost, f"{quote(part)} was taken as {lost}, which lost a nought")


def _agrees(code: str, part: str) -> bool:
    """Whether a label after four figures, if any, is the code's own: an older list has four-figure codes."""
    written = re.findall(r"[^\W\d_]+", part.casefold())
    known = re.findall(r"[^\W\d_]+", label("sic", code).casefold())
    return written == known[: len(written)]


def _cpv(part: str) -> _Found:
    found = _CPV.fullmatch(part)
    if not found:
        return _Found("", f"{quote(part)} is not a CPV code")
    code = _known("cpv", found[1].zfill(8), part)
    if not code.code:
        return code
    notes = [f"{quote(part)} was taken as {code.code}, which lost a nought"] if len(found[1]) == 7 else []
    right = _table("cpv")[code.code]["check_digit"]
    if found[2] and found[2] != right:
        notes.append(f"{quote(part)} ends in {found[2]} where {code.code} ends in {right}: check the code")
        return _Found(code.code, "; ".join(notes), Grade.ESTIMATED)
    return _Found(code.code, "; ".join(notes))


def _proclass(part: str) -> _Found:
    found = _PROCLASS.fullmatch(part)
    return _Found(found[1]) if found else _Found("", f"{quote(part)} is not a ProClass code")


def _known(system: str, digits: str, part: str) -> _Found:
    if digits in _table(system):
        return _Found(digits)
    return _Found("", f"{quote(part)} is not in the {system.upper()} list")


def _reader(in_words: str, read_part: Callable[[str], _Found]) -> Callable[[str, Hint], Reading]:
    def read(text: str, hint: Hint) -> Reading:
        nothing = nothing_in(text, in_words)
        if nothing or len(text) > _LONGEST:
            return nothing or not_a(text, in_words)
        parts = _with_their_labels(_BETWEEN.split(_NAMED.sub(" ", text.strip(), count=1)))
        return _reading(text, in_words, [read_part(part) for part in parts])

    return read


def _with_their_labels(parts: list[str]) -> list[str]:
    """The parts of a cell, each tidy; one without figures belongs to the label of the part before it."""
    joined: list[str] = []
    for part in filter(None, map(tidy, parts)):
        if joined and not part[0].isdigit():
            if re.fullmatch(r"[\d./-]+", joined[-1], re.ASCII):
                joined[-1] += f" - {part.lstrip('-: ')}"
        else:
            joined.append(part)
    return joined


def _reading(text: str, in_words: str, found: list[_Found]) -> Reading:
    codes = tuple(dict.fromkeys(one.code for one in found if one.code))
    note = "; ".join(dict.fromkeys(one.note for one in found if one.note))
    if not codes:
        return unread(f"{note}; taken as not known") if len(found) == 1 else not_a(text, in_words, note)
    grade = min(one.grade for one in found if one.code)
    return Reading(codes, grade, all(one.code for one in found), note)


def show(value: Value) -> str:
    """The codes, joined by "; "."""
    assert isinstance(value, tuple)
    return "; ".join(value)


SIC = Kind("sic", "parts", "a SIC code", _reader("a SIC code", _sic), show, CODED)
PROCLASS = Kind("proclass", "parts", "a ProClass code", _reader("a ProClass code", _proclass), show, CODED)
CPV = Kind("cpv", "parts", "a CPV code", _reader("a CPV code", _cpv), show, CODED)
