"""Countries, as a sorted tuple of ISO two-letter codes.

Read: names and spellings of ``country_names`` in any case, with or without accents, punctuation or "The";
two- and three-letter ISO codes in capitals (``NO`` is Norway; ``no`` is not). Parts of the UK are GB; Jersey,
Guernsey and the Isle of Man are not. Several in a cell, after ``/ ; , & and + |`` or on lines of their own;
the longest name wins, so "Korea, South" is one. A part that is not a country makes the reading incomplete.
Figures after a name (``Singapore 188425``) are taken for a postcode; brackets after a name are read if they
say the same, else told of. A name of six letters or more that is one slip from just one
country is taken for it, *estimated*. ``Georgia`` and ``Korea`` are *estimated*; ``Congo`` too, and
incomplete.

Refused, with a note: placeholders, errors, ``EU``, ``Global``, ``Various``, ``SE Asia``, towns, all else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from msrisk.values import country_names as names
from msrisk.values.country_names import Place
from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Grade, Hint, Reading, Value
from msrisk.values.tidy import not_a, quote, tidy

_IN_WORDS = "a country"
_LONGEST = 2_000
_LONGEST_NAME_IN_PIECES = 6
_BETWEEN = re.compile(r"\s*[/;,&+|\n\r]+\s*|\s+and\s+", re.IGNORECASE)
_POSTCODE = re.compile(r"(.*[^\W\d])[\s,]+\d{4,6}")
_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class _Found:
    """What one part of a cell gave: a code or nothing, whether that is sure, and what to tell."""

    code: str
    grade: Grade = Grade.STATED
    complete: bool = True
    note: str = ""


def read(text: str, hint: Hint) -> Reading:
    """One text as countries."""
    nothing = None if names.is_code(tidy(text)) else nothing_in(text, _IN_WORDS)
    return nothing or _read(text)


def _read(text: str) -> Reading:
    if len(text) > _LONGEST:
        return not_a(text, _IN_WORDS)
    found = _whole(tidy(text))
    return _reading(text, [found] if found else _parts(text))


def _whole(text: str) -> _Found | None:
    """What a text gives when it names one place."""
    place = names.place(text)
    if place:
        return _from_table(text, place)
    return _with_postcode(text) or _with_brackets(text)


def _from_table(text: str, place: Place) -> _Found:
    if not place.code:
        return _Found("", complete=False, note=f"{quote(text)} is {place.note}")
    shown = names.shown().get(place.code, place.code)
    if place.use in ("guess", "one of two"):
        note = f"{quote(text)} was taken as {shown}; {place.note}"
        return _Found(place.code, Grade.ESTIMATED, place.use == "guess", note)
    return _Found(place.code, note=f"{quote(text)} is {place.note}; taken as {shown}" if place.note else "")


def _with_postcode(text: str) -> _Found | None:
    found = _POSTCODE.fullmatch(text)
    place = names.place(found[1]) if found else None
    if not place or not place.code:
        return None
    return _Found(place.code, note=f"{quote(text)}: the figures were taken for a postcode")


def _with_brackets(text: str) -> _Found | None:
    found = _BRACKETS.fullmatch(text)
    outer = names.place(found[1]) if found else None
    if not found or not outer or not outer.code:
        return None
    inner = names.place(found[2])
    if inner and inner.code == outer.code:
        return _from_table(found[1], outer)
    return _Found(outer.code, complete=False, note=f"{quote(found[2])} was not understood")


def _parts(text: str) -> list[_Found]:
    """What each part of a cell gives; from the left, the longest run of pieces that names a place."""
    pieces, marks = _BETWEEN.split(text), [*_BETWEEN.findall(text), ""]
    found: list[_Found | None] = []
    at = 0
    while at < len(pieces):
        one, at = _longest(pieces, marks, at)
        found.append(one)
    return [one for one in found if one]


def _longest(pieces: list[str], marks: list[str], at: int) -> tuple[_Found | None, int]:
    """What the longest run of pieces from here gives, and where the next run starts."""
    for until in range(min(len(pieces), at + _LONGEST_NAME_IN_PIECES), at, -1):
        run = "".join(piece + mark for piece, mark in zip(pieces[at:until], marks[at:until], strict=True))
        one = _whole(tidy(run.removesuffix(marks[until - 1])))
        if one:
            return one, until
    return _guessed(tidy(pieces[at])), at + 1


def _guessed(text: str) -> _Found | None:
    """A misspelt country, or a part that was not understood; None for nothing at all."""
    if not text:
        return None
    guess = names.guess(text)
    if not guess:
        return _Found("", complete=False, note=f"{quote(text)} was not understood")
    shown, place = guess
    return _Found(place.code, Grade.ESTIMATED, note=f"{quote(text)} was taken as {shown}, one letter away")


def _reading(text: str, found: list[_Found]) -> Reading:
    codes = tuple(sorted({one.code for one in found if one.code}))
    notes = "; ".join(dict.fromkeys(one.note for one in found if one.note))
    if not codes:
        only = found[0].note.partition(" is ")[2] if len(found) == 1 else ""
        return not_a(text, _IN_WORDS, only)
    grade = min((one.grade for one in found if one.code), default=Grade.STATED)
    told = notes if len(found) == 1 else f"{quote(text)}: {notes}"
    return Reading(codes, grade, all(one.complete for one in found), told if notes else "")


def show(value: Value) -> str:
    """The common English names, joined by "; "."""
    assert isinstance(value, tuple)
    return "; ".join(names.shown().get(code, code) for code in value)


KIND = Kind("country", "parts", _IN_WORDS, read, show, NAMED)
