"""One amount: a figure with its sign, its unit (thousand, million) and its currency.

Read: ``£36m`` ``36 million`` ``1.2bn`` ``£500k`` ``USD 50m`` ``42m EUR`` ``-£50,000.00`` ``150.00-``
``(1,200)`` ``£(1,200)`` ``£1,200 CR`` ``CR 1,200`` (a credit, so below nought) and ``£1,200 DR``. One sign only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from msrisk.values import currency as currencies
from msrisk.values.numeral import NotClear, numeral

UNITS = {
    "k": 10**3,
    "th": 10**3,
    "thou": 10**3,
    "thousand": 10**3,
    "thousands": 10**3,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "mill": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "millions": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "billion": 10**9,
    "billions": 10**9,
    "tn": 10**12,
    "trillion": 10**12,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as written, what it counts, and in which money.

    number: signed, before the unit is applied. slack: how far either side the true figure may lie.
    unit: 1,000 for thousands and so on; None when none is written. currency: None when none is written.
    """

    number: Decimal
    slack: Decimal
    unit: int | None
    currency: str | None


@cache
def _pattern(with_currency: bool) -> re.Pattern[str]:
    money = currencies.pattern() if with_currency else r"(?!)"
    units = "|".join(sorted(UNITS, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<head>cr|dr)\s+)?(?P<open>\()?\s*(?P<sign>[-+])?\s*(?P<before>{money})?\s*(?P<open2>\()?\s*"
        rf"(?P<sign2>[-+])?\s*"
        rf"(?P<figure>\.?\d[\d., ']*?(?:e[+-]?\d{{1,2}})?)\s*(?P<unit>{units})?\.?\s*"
        rf"(?P<after>{money})?\s*(?P<close>\))?\s*(?P<tail>-|cr|dr)?",
        re.ASCII,
    )


def amount(text: str, with_currency: bool, dot_is_decimal: bool = False) -> Amount | None:
    """The amount a plain lower-case text states, or None; NotClear when it states two."""
    found = _pattern(with_currency).fullmatch(text)
    if not found:
        return None
    unit = UNITS[found["unit"]] if found["unit"] else None
    if _is_ordinal_or_twice_scaled(found):
        return None
    figure = numeral(found["figure"].rstrip(), dot_is_decimal or unit is not None)
    negative = _is_negative(found)
    if figure is None or negative is None:
        return None
    number = -figure.number if negative else figure.number
    return Amount(number, figure.slack, unit, _currency(found["before"], found["after"]))


def _is_ordinal_or_twice_scaled(found: re.Match[str]) -> bool:
    """``5th`` without a currency, and ``1.5E+06m``, which a spreadsheet has scaled already."""
    no_currency = not (found["before"] or found["after"])
    return (found["unit"] == "th" and no_currency) or (found["unit"] is not None and "e" in found["figure"])


def _is_negative(found: re.Match[str]) -> bool | None:
    """Whether the marks make the amount negative; None when they contradict each other."""
    opened = [mark for mark in (found["open"], found["open2"]) if mark]
    if len(opened) != (found["close"] is not None):
        return None
    marks = [mark for mark in (found["head"], found["sign"], found["sign2"], found["tail"], *opened) if mark]
    if len(marks) > 1:
        return None
    return bool(marks) and marks[0] in ("-", "cr", "(")


def _currency(before: str | None, after: str | None) -> str | None:
    known = {currencies.spellings()[word] for word in (before, after) if word}
    if known in ({"USD", currencies.BARE_DOLLAR}, {"USD"}):
        return "USD"
    if len(known) == 2 and currencies.BARE_DOLLAR in known:
        known.discard(currencies.BARE_DOLLAR)  # "$50m AUD" is in Australian dollars
    if len(known) > 1:
        raise NotClear("two currencies are named")
    return known.pop() if known else None
