"""One unsigned figure, as digits.

Read: ``36000000`` ``36,000,000.00`` ``2840.5000`` ``.5``; ``36.000.000,00`` and ``36.000,50``
(continental, when both marks or two dots leave no doubt); ``36 000 000`` and ``36'000'000``;
``1.5E+06`` (shortened by a spreadsheet, so known only to within its last figure).
Refused: ``12,34`` and ``1,23,456`` (pence, or thousands gone wrong?); ``36.000`` on its own (36, or
36 thousand?) unless a unit beside it or leading nought settles that the dot is a decimal point;
more than 18 figures; powers of ten above 99.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"\d{1,18}(\.\d{0,18})?|\.\d{1,18}", re.ASCII)
_COMMAS = re.compile(r"[1-9]\d{0,2}(,\d{3}){1,5}(\.\d{0,18})?", re.ASCII)
_CONTINENTAL = re.compile(r"[1-9]\d{0,2}((\.\d{3}){2,5}(,\d{1,2})?|(\.\d{3}){1,5},\d{1,2})", re.ASCII)
_SPACES = re.compile(r"[1-9]\d{0,2}(( \d{3}){1,5}|('\d{3}){1,5})(\.\d{1,2})?", re.ASCII)
_SHORTENED = re.compile(r"(\d{1,18})(\.(\d{1,18}))?e([+-]?\d{1,2})", re.ASCII)
_LEAST_SLACK = Decimal("0.005")  # finer than that, the figure was written out in full
_THOUSANDS_OR_THOUSANDTHS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)


class NotClear(Exception):
    """A figure that can be read two ways; the message says how."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and how far the true one may lie from it on either side."""

    number: Decimal
    slack: Decimal = Decimal(0)


def numeral(text: str, dot_is_decimal: bool = False) -> Figure | None:
    """The figure, or None when the text is not one; NotClear when it is two."""
    if _PLAIN.fullmatch(text):
        if not dot_is_decimal and _THOUSANDS_OR_THOUSANDTHS.fullmatch(text):
            raise NotClear("the dot may mark thousands or decimals")
        return Figure(Decimal(text))
    if _COMMAS.fullmatch(text):
        return Figure(Decimal(text.replace(",", "")))
    if _CONTINENTAL.fullmatch(text):
        return Figure(Decimal(text.replace(".", "").replace(",", ".")))
    if _SPACES.fullmatch(text):
        return Figure(Decimal(text.replace(" ", "").replace("'", "")))
    if "," in text and re.fullmatch(r"[\d.,]+", text, re.ASCII):
        raise NotClear("the commas are not where thousands end")
    return _shortened(text)


def _shortened(text: str) -> Figure | None:
    found = _SHORTENED.fullmatch(text)
    if not found:
        return None
    power = int(found[4])
    slack = Decimal(5).scaleb(power - len(found[3] or "") - 1)
    return Figure(Decimal(text), slack if slack >= _LEAST_SLACK else Decimal(0))
