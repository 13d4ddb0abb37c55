"""One cell of an OpenDocument spreadsheet as text: what Excel would show of its value."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping

from msrisk.read.cells import cell_text
from msrisk.read.number_formats import currency_in, with_currency
from msrisk.values.currency import POUNDS

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_LIBRE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "

FORMULA = TABLE + "formula"
VALUE_TYPE = OFFICE + "value-type"
_ERROR_TYPE = _LIBRE + "value-type"
_VALUE, _TEXT = OFFICE + "value", OFFICE + "string-value"
_CURRENCY, _POUND = OFFICE + "currency", "£"
_DATE, _TIME, _TRUTH = OFFICE + "date-value", OFFICE + "time-value", OFFICE + "boolean-value"
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d*)?S)?")
_ERROR_SHOWN = re.compile(r"#(N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:\d+")

Attributes = Mapping[str, str]


def is_error(cell: Attributes, shown: str) -> bool:
    """True for a formula that came to an error: its value is then an empty text, or 0."""
    if cell.get(_ERROR_TYPE) == "error":
        return True
    return FORMULA in cell and _ERROR_SHOWN.fullmatch(shown) is not None


def text_of(cell: Attributes, shown: str) -> str:
    """A value as msrisk shows it in every format; what the sheet shows where there is no value to be read."""
    for name, read in _READ:
        if name in cell:
            try:
                value = read(cell[name])
            except (ValueError, OverflowError):
                return shown
            return value if name != _VALUE or value == shown else _as_seen(value, cell, shown)
    return shown


def _as_seen(number: str, cell: Attributes, shown: str) -> str:
    """A number with the currency that its cell shows, or with the noughts in front."""
    first, last = shown[:1], shown[-1:]
    if first.isdigit() and last.isdigit():  # nearly all numbers of a list
        return shown if first == "0" and shown.lstrip("0") == number else number
    currency = currency_in(shown)
    if not currency and _POUND not in shown and cell.get(VALUE_TYPE) == "currency":
        currency = cell.get(_CURRENCY, POUNDS)
    return number if currency in ("", POUNDS) else with_currency(number, currency)


def _number(text: str) -> str:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not a number")
    return cell_text(number)


def _date(text: str) -> str:
    return cell_text(datetime.datetime.fromisoformat(text))


def _duration(text: str) -> str:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError("not a duration")
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    span = datetime.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return cell_text(-span if found[1] else span)


def _truth(text: str) -> str:
    return cell_text(text.lower() == "true")


_READ = ((_VALUE, _number), (_DATE, _date), (_TIME, _duration), (_TRUTH, _truth), (_TEXT, str))
