"""What a number format shows beside a number's figures: a currency that is not pounds, or noughts in front."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from msrisk.read.cells import cell_text
from msrisk.values.currency import POUNDS, spellings
from msrisk.values.placeholders import is_error

# A text in quotes, one sign after a stroke, a gap or a filling sign, [$€-407], [Red], and any sign.
_PIECES = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(.)', re.DOTALL)
_NOUGHTS = re.compile(r"0{2,15}")
_SIGNS = "$¢¥ƒ฿\u20a0-\u20c0﷼＄￥￦"
_A_SIGN = re.compile(f"[{_SIGNS}]")
_NO_RATE = (
    "AED ARS BDT BHD BYN CLP COP EGP GEL GHS JOD KES KWD KZT LKR MAD NGN OMR PEN PKR QAR RSD RUB SAR TND TWD TZS "
    "UAH UGX UYU VND XAF XOF ZMW kr kr. Kč Ft Fr. lei лв. руб. din."
).split()


class Look(NamedTuple):
    """What a cell shows: a currency before its number, so many figures at least, or an error for a value."""

    currency: str = ""
    figures: int = 0
    error: str = ""

    def seen(self, cell: Any) -> Any:
        """A cell as a reader gave it, or as text with what its format adds to a number."""
        if self.error:
            return self.error if cell == "" else cell
        if type(cell) not in (float, int):
            return cell
        text = cell_text(cell)
        if self.figures:
            return text.zfill(self.figures) if text.isdigit() else text
        return with_currency(text, self.currency)


def with_currency(number: str, currency: str) -> str:
    """``€1000``, ``-€1000``, ``EUR 1000``."""
    minus = number[: number.startswith("-")]
    between = " " if currency[-1].isalpha() or currency[-1] == "." else ""
    return f"{minus}{currency}{between}{number.removeprefix('-')}"


@cache
def look_of(code: str) -> Look | None:
    """What a number format adds to its numbers, or None: ``[$€-407]#,##0`` a currency, ``00000000`` noughts."""
    if _NOUGHTS.fullmatch(code):
        return Look(figures=len(code))
    said, named = "", []
    for quoted, escaped, currency, sign in _PIECES.findall(code):
        named.append(currency.strip())
        said += quoted or escaped or currency or (sign if _A_SIGN.match(sign) else " ")
    # In [$...] stands a currency, also one that nobody here has heard of.
    unknown = (each for each in named if any(map(str.isalpha, each)) and spellings().get(each.lower()) != POUNDS)
    currency = currency_in(said) or next(unknown, "")
    return Look(currency) if currency else None


def error_look(shown: str) -> Look:
    """An error as a cell shows it; one of a program that Excel does not know is what Excel makes of it."""
    return Look(error=shown if is_error(shown) else "#VALUE!")


def currency_in(text: str) -> str:
    """The first currency in a text that is not pounds, as it is written; '' for none."""
    found = _foreign().search(text)
    return found[0] if found else ""


@cache
def _foreign() -> re.Pattern[str]:
    """A sign with the letters before it (``US$``), or a word that is known for a currency."""
    known = {word for word, code in spellings().items() if code != POUNDS and not _A_SIGN.search(word)}
    words = "|".join(map(re.escape, sorted({*known, *_NO_RATE}, key=len, reverse=True)))
    return re.compile(rf"[a-z]{{0,3}}[{_SIGNS}]|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
