"""Companies House numbers, as one text of eight characters.

Read: eight digits; five to seven digits, as spreadsheets drop leading noughts (``1234567`` and ``1234567.0``
are 01234567, with a note); a prefix of ``rules/tables/company_number_prefixes.csv`` and up to six digits, in
either case, with or without spaces (``sc 12345`` is SC012345); ``IP12345R`` and ``SP1234RS``; a label
before it (``Companies House number: 02485577``). A letter O for a nought, or a nought for the O of OC and SO,
is put right and *estimated*. A charity number of six or seven digits looks the same and cannot be told
apart.

Refused, with a note: placeholders, errors, fewer than five digits, ``1.23E+06``, nine digits (VAT or DUNS), dates,
``GB812311285`` (VAT), ``CHA1049226`` (a charity), prefixes not in the table, two numbers in a cell,
anything else.
"""

from __future__ import annotations

import re
from functools import cache

from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Grade, Hint, Reading, Value
from msrisk.values.tables import rows
from msrisk.values.tidy import not_a, quote, tidy, unclear

_IN_WORDS = "a company number"
_LONGEST = 80
_FEWEST_DIGITS = 5
_LABEL = re.compile(
    r"^(?:u\.?k\.?\s+)?(?:registered\s+)?(?:companies\s+house|company|co|crn|registration|registered|reg)\b\.?"
    r"(?:\s*(?:registration|registered|reg|number|num|no|id|ref)\b\.?)*\s*[:#\-]?\s*(?=.*\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{1,8})(?:\.0+)?", re.ASCII)
_PREFIXED = re.compile(r"([A-Z][A-Z0])(\d{1,6})", re.ASCII)
_SOCIETY = re.compile(r"(?:IP|SP|NP)(?:\d{5}R|\d{4}RS)", re.ASCII)
_REFUSED = (
    (re.compile(r"GB\d{9}(?:\d{3})?"), "it is a VAT number"),
    (re.compile(r"\d{9}"), "nine figures are a VAT or DUNS number"),
    (re.compile(r"(?:CHA|CHASC|CHANI)\d+|.*CHARIT.*"), "it is a charity's number"),
    (re.compile(r"[\d.]+E\+?\d+"), "the spreadsheet has shortened it; format the column as text"),
    (re.compile(r"\d{10,}"), "it has too many figures"),
    (re.compile(r"0+"), "it is only noughts"),
)


_DATE = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?(?:[t ].*)?|\d\d?-\d\d?-(?:19|20)\d\d", re.IGNORECASE)


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(row["prefix"] for row in rows("company_number_prefixes"))


def read(text: str, hint: Hint) -> Reading:
    """One text as a company number."""
    if text.isascii() and text.isdigit() and _FEWEST_DIGITS <= len(text) <= 8 and int(text):
        return Reading((text,)) if len(text) == 8 else _padded(text, text.zfill(8), False)
    if len(text) == 8 and text[:2] in _prefixes() and text.isascii() and text[2:].isdigit() and int(text[2:]):
        return Reading((text,))
    nothing = nothing_in(text, _IN_WORDS)
    if nothing or len(text) > _LONGEST:
        return nothing or not_a(text, _IN_WORDS)
    plain = _LABEL.sub("", tidy(text).lstrip("'#"))
    if _DATE.fullmatch(plain):
        return not_a(text, _IN_WORDS, "it is a date")
    return _read(text, re.sub(r"[\s'-]", "", plain).upper())


def _read(text: str, joined: str) -> Reading:
    for pattern, why in _REFUSED:
        if pattern.fullmatch(joined):
            return not_a(text, _IN_WORDS, why)
    if re.search(r"\d[;,/&]\w", joined):
        return unclear(text, "more than one company number")
    return _digits(text, joined) or _prefixed(text, joined) or _mended(text, joined) or not_a(text, _IN_WORDS)


def _digits(text: str, joined: str) -> Reading | None:
    found = _DIGITS.fullmatch(joined)
    if not found:
        return None
    if len(found[1]) < _FEWEST_DIGITS:
        return not_a(text, _IN_WORDS, "too few figures to restore")
    return _padded(text, found[1].zfill(8), len(found[1]) == 8)


def _prefixed(text: str, joined: str) -> Reading | None:
    if _SOCIETY.fullmatch(joined):
        return Reading((joined,))
    found = _PREFIXED.fullmatch(joined)
    if not found or found[1] not in _prefixes() or not int(found[2]):
        return None
    return _padded(text, found[1] + found[2].zfill(6), len(found[2]) == 6)


def _padded(text: str, number: str, as_written: bool) -> Reading:
    note = "" if as_written else f"{quote(text)}: restored leading zeros, {number}"
    return Reading((number,), note=note)


def _mended(text: str, joined: str) -> Reading | None:
    """A number with O and 0 mixed up, when putting that right gives one."""
    spellings = {joined.replace("O", "0"), joined[:2].replace("0", "O") + joined[2:].replace("O", "0")}
    mended = {found.value for each in spellings if (found := _full(each)) is not None and found.value}
    if len(mended) != 1:
        return None
    value = mended.pop()
    assert isinstance(value, tuple)
    note = f"{quote(text)}: letter O and nought mixed up; taken as {value[0]}"
    return Reading(value, Grade.ESTIMATED, note=note)


def _full(joined: str) -> Reading | None:
    """A number of full length: nothing is restored on top of a repair."""
    if len(joined) != 8:
        return None
    return _digits(joined, joined) or _prefixed(joined, joined)


def show(value: Value) -> str:
    """The number."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("company_number", "parts", _IN_WORDS, read, show, NAMED)
