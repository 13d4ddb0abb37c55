"""Sums of money, in pence: ``£36m``, ``over £36 million``, ``£10m-£50m``, ``€42m``, ``(1,234.56)``.

Read: one amount (``amount``), a limit or a band (``bounds``), with words that change what it is
(``money_words``). A figure without a unit or a currency takes those of its heading; ``£36m`` under
"£m" is not multiplied again; the end of a band without a unit takes the other's (``10-50m``), unless
it is 10,000 or more. Other currencies become a band of pounds (``currency``) and are *estimated*.
``1.5E+06`` is known to its last figure. "About" allows a tenth either way. A sum with VAT is a band
from the sum less VAT at VAT_PARTS; a group's sum is the most a member can have; a sum without
subsidiaries is the least. Fractions of a penny go to the nearest, halves to the even penny.

Refused, with a note: placeholders, errors, sizes (``SME``), ``36.000`` (36 or 36 thousand?), ``12,34``,
two currencies, sums for part of a year, a sum over MOST (an impossible unit), and any text with other
words in it. Blank is blank; ``0`` is nought.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from msrisk.values import bounds
from msrisk.values import money_words as words
from msrisk.values.amount import UNITS, Amount, amount
from msrisk.values.bounds import Band
from msrisk.values.currency import POUNDS, rate
from msrisk.values.interval import LIMIT, Interval, point
from msrisk.values.kind import ORDERED, Kind
from msrisk.values.money_words import Heading, Words
from msrisk.values.numeral import NotClear
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Grade, Hint, Reading, Value
from msrisk.values.tidy import not_a, quote, tidy, unclear

MOST = 10**12 * 100  # pence: a thousand billion pounds, more than any organisation turns over
VAT_PARTS = (5, 6)  # a sum with 20 % VAT holds five parts in six without it
_IN_WORDS = "an amount of money"
_LONGEST = 120
_BIG_BARE_END = 10_000
_PLAIN = re.compile(r"(-?)£?([1-9]\d{0,2}(?:,\d{3}){1,3}|\d{1,12})(?:\.(\d{1,2}))?", re.ASCII)
_ROUNDED = re.compile(r"£?(\d{1,6})(?:\.(\d{1,3}))? ?(k|m|bn|thousand|million|billion)", re.ASCII)
_SIZES = frozenset(("large", "medium", "small", "micro", "sme", "non-sme", "smes", "med", "lge", "sml"))
_CODE_NOT_KNOWN = re.compile(r"\b([A-Z]{3})\b(?=\s*[\d.])|(?<=[\dmkn])\s*\b([A-Z]{3})\b")


def read(text: str, hint: Hint) -> Reading:
    """One text as pence."""
    pence = plain_pence(text, words.plain_unit(hint.heading) if hint.heading else 1)
    if pence is not None:  # nearly every cell of a real file is a plain figure: these must be fast
        return Reading(point(pence))
    return _read_odd(text, hint.heading)


@lru_cache(maxsize=1024)  # a long list says "SME" and "under £36m" again and again
def _read_odd(text: str, heading: str) -> Reading:
    return nothing_in(text, _IN_WORDS) or _read_words(text, words.heading(heading))


def plain_pence(text: str, unit: int) -> int | None:
    """``1234.56``, ``£1,234``, ``-5`` or ``£1.2m`` in pence; None for anything more.

    unit: what a figure counts under its heading, from ``plain_unit``; 0 where that is not so simple.
    """
    if not unit:
        return None
    bare = _bare_pence(text)
    pence = _rounded_pence(text) if bare is None else bare * unit
    return None if pence is None or abs(pence) > MOST else pence


def _bare_pence(text: str) -> int | None:
    whole, dot, part = text.partition(".")
    if whole.isdigit() and text.isascii() and len(whole) <= 12:
        if not dot:
            return int(whole) * 100
        if part.isdigit() and len(part) <= 2:
            return int(whole + part.ljust(2, "0"))
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    sign, whole, part = found.groups()
    pence = int(whole.replace(",", "") + (part or "00").ljust(2, "0"))
    return -pence if sign else pence


def _rounded_pence(text: str) -> int | None:
    """A sum with its own unit, which no heading changes."""
    found = _ROUNDED.fullmatch(text)
    if not found:
        return None
    whole, part, unit = found.groups()
    return int(whole + (part or "").ljust(3, "0")) * UNITS[unit] // 10  # from thousandths of a pound to pence


def show(value: Value) -> str:
    """The sum as an officer would write it: ``£36,000,000``, ``over £36,000,000``."""
    assert isinstance(value, Interval)
    return bounds.show(value, pounds, 100)


def pounds(pence: int) -> str:
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{whole:,}" + (f".{part:02}" if part else "")


def _read_words(text: str, heading: Heading) -> Reading:
    plain = tidy(text).casefold()
    if plain in _SIZES:
        return not_a(text, _IN_WORDS, "a size")
    if len(plain) > _LONGEST:
        return not_a(text, _IN_WORDS)
    try:
        return _read_band(text, plain, heading)
    except NotClear as why:
        return unclear(text, str(why))


def _read_band(text: str, plain: str, heading: Heading) -> Reading:
    def end(part: str) -> Amount | None:
        return amount(part.strip().rstrip(" ,"), True, heading.unit is not None)

    said = Words((), plain)
    band = bounds.band(plain, end)
    if band is None:
        said = words.meanings(plain)
        band = bounds.band(said.rest, end)
    if band is None:
        return _refused(text)
    period = said.saying(words.PERIOD) or heading.words.saying(words.PERIOD)
    if period:
        return unclear(text, f"a sum for {quote(period)}, not for a year")
    return _as_reading(text, _spread(band, heading), said, heading)


def _refused(text: str) -> Reading:
    code = _CODE_NOT_KNOWN.search(text)
    known = code and (code[1] or code[2])
    return not_a(text, _IN_WORDS, f"no rate is held for {known!r} as a currency" if known else "")


def _spread(band: Band[Amount], heading: Heading) -> Band[Amount]:
    """Both ends with a unit and a currency: each its own, else the other end's, else the heading's."""
    if not band.two_ends:
        end = _completed(band.low, band.low, heading)
        return Band(band.how, end, end, False)
    low, high = _completed(band.low, band.high, heading), _completed(band.high, band.low, heading)
    if low.currency != high.currency:
        raise NotClear("two currencies are named")
    return Band(band.how, low, high, True)


def _completed(end: Amount, other: Amount, heading: Heading) -> Amount:
    unit, currency = end.unit, end.currency or other.currency
    if unit is None and other.unit is not None:
        unit = other.unit if abs(end.number) < _BIG_BARE_END else 1
    if currency is None and len(heading.currencies) > 1:
        raise NotClear("the heading names more than one currency")
    if currency is None:
        currency = heading.currencies[0] if heading.currencies else POUNDS
    parts = 100 if heading.pence and unit is None and end.currency is None else 1
    return Amount(end.number / parts, end.slack / parts, unit or heading.unit or 1, currency)


def _as_reading(text: str, band: Band[Amount], said: Words, heading: Heading) -> Reading:
    low, high = _in_pence(band.low)[0], _in_pence(band.high)[1]
    if max(abs(low), abs(high)) > MOST:
        unit = " in the heading's unit" if heading.unit and band.low.unit == heading.unit else ""
        return unclear(text, f"more than {pounds(MOST)}{unit}, which cannot be right")
    value = bounds.interval(band.how, low, high)
    if value is None:
        return unclear(text, "the lower end is above the higher")
    notes = _amount_notes(text, band)
    estimated = bool(notes)
    value, changes = _changed(value, said, heading.words)
    year = said.saying(words.YEAR)
    told = notes + changes + ([f"the sum is said to be for {quote(year)}"] if year else [])
    grade = Grade.ESTIMATED if estimated or changes else Grade.STATED
    return Reading(value, grade, note=f"{quote(text)}: {'; '.join(told)}" if told else "")


def _in_pence(end: Amount) -> tuple[int, int]:
    """The least and the most pence an amount can be."""
    worth = rate(end.currency or POUNDS)
    scale = (end.unit or 1) * 100
    least, most = (end.number - end.slack) * scale, (end.number + end.slack) * scale
    if worth.least == worth.most:
        return _to_penny(least), _to_penny(most)
    ends = [each * value for each in (least, most) for value in (worth.least, worth.most)]
    return int(min(ends).to_integral_value(ROUND_FLOOR)), int(max(ends).to_integral_value(ROUND_CEILING))


def _to_penny(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_HALF_EVEN))


def _amount_notes(text: str, band: Band[Amount]) -> list[str]:
    """Why the amount is only estimated: a currency, the word "about", a shortened or damaged figure."""
    notes = []
    if band.how == "about":
        notes.append(f"an estimate, taken as within {float(bounds.ABOUT):.0%}")
    if band.low.slack or band.high.slack:
        notes.append("shortened by a spreadsheet, so known only to its last figure")
    if "�" in text:
        notes.append("the damaged sign was taken as £")
    return [*notes, *filter(None, [rate(band.low.currency or POUNDS).said])]


def _changed(value: Interval, cell: Words, heading: Words) -> tuple[Interval, list[str]]:
    """The value as the cell's and the heading's words change it, and what to tell."""
    notes = []
    if any(each.saying(words.VAT_IN) for each in (cell, heading)) and not cell.saying(words.VAT_OUT):
        value = without_vat(value)
        notes.append("includes VAT, which is to be left out; taken as that sum or up to 20% VAT less")
    group, own = cell.saying(words.GROUP), cell.saying(words.OWN)
    if not (group or own):
        group, own = heading.saying(words.GROUP), heading.saying(words.OWN)
    if group and own:
        raise NotClear("both a group's figure and a company's own")
    if group:
        value = a_groups(value)
        notes.append("a group's figure: this company's own is at most that")
    if own:
        value = without_subsidiaries(value)
        notes.append("leaves out subsidiaries: with them it is at least that")
    return value, notes


def without_vat(value: Interval) -> Interval:
    """What a sum with VAT can be without it: VAT may be 20 % or nothing."""
    part, whole = VAT_PARTS
    low = value.low * part // whole if value.low > 0 else value.low
    high = value.high if value.high > 0 else -(-value.high * part // whole)
    return Interval(low, max(low, high))


def a_groups(value: Interval) -> Interval:
    """What a member of a group can have when the group has this."""
    return Interval(min(0, value.low), max(0, value.high))


def without_subsidiaries(value: Interval) -> Interval:
    """What a company with its subsidiaries can have when it alone has this."""
    return Interval(value.low, LIMIT)


KIND = Kind("money", "interval", _IN_WORDS, read, show, ORDERED)
