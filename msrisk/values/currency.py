"""Other currencies in pounds, at the dated average rates of ``rules/tables/fx_gbp.csv``.

The latest year the table has for a currency is used. Its ``margin`` (0.05 is 5 %) is how far either
side of that rate a converted amount is allowed to lie, so a converted amount is always a band.
A ``$`` alone is taken as US dollars, and the note says so. ``¥`` alone (yen or yuan) and ``kr`` are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from msrisk.values.tables import rows

POUNDS = "GBP"
BARE_DOLLAR = "$"

# How people write a currency, in lower case. � and œ are pound signs damaged by a wrong encoding.
SPELLINGS = {
    "£": POUNDS,
    "uk£": POUNDS,
    "£stg": POUNDS,
    "gbp": POUNDS,
    "gbp£": POUNDS,
    "stg": POUNDS,
    "sterling": POUNDS,
    "pounds": POUNDS,
    "pounds sterling": POUNDS,
    "œ": POUNDS,
    "�": POUNDS,
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "$": BARE_DOLLAR,
    "dollars": BARE_DOLLAR,
    "us$": "USD",
    "usd$": "USD",
    "$us": "USD",
    "us dollars": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "yen": "JPY",
    "jp¥": "JPY",
    "rmb": "CNY",
    "yuan": "CNY",
    "cn¥": "CNY",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "rupees": "INR",
    "₺": "TRY",
    "zł": "PLN",
    "₪": "ILS",
    "₩": "KRW",
    "฿": "THB",
    "₱": "PHP",
}


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency is worth in pounds, at least and at most, and who says so."""

    least: Decimal
    most: Decimal
    said: str


@cache
def spellings() -> dict[str, str]:
    """Every way of writing a currency, with the codes of the table."""
    return SPELLINGS | {row["currency"].lower(): row["currency"] for row in rows("fx_gbp")}


@cache
def pattern() -> str:
    """A regular expression for any currency msrisk knows, longest first."""
    written = sorted(spellings(), key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?![a-z])" if word[-1].isalpha() else "") for word in written)


@cache
def rate(currency: str) -> Rate:
    """The latest rate the table has; pounds are worth a pound."""
    if currency == POUNDS:
        return Rate(Decimal(1), Decimal(1), "")
    code = "USD" if currency == BARE_DOLLAR else currency
    row = max((row for row in rows("fx_gbp") if row["currency"] == code), key=lambda row: row["year"])
    middle, margin = Decimal(row["gbp_per_unit"]), Decimal(row["margin"])
    taken = "taken as US dollars and " if currency == BARE_DOLLAR else ""
    said = (
        f"{taken}converted at {row['gbp_per_unit']} pounds to one {code}, {row['year']}, "
        f"give or take {margin:.0%} ({row['source']})"
    )
    return Rate(middle * (1 - margin), middle * (1 + margin), said)
