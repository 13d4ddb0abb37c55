"""Words in a cell or in the heading above it that change what a sum of money is.

Units and currency (heading only): ``(£m)`` ``£000`` ``£'000s`` ``(£ million)`` ``£k`` ``€m`` ``USD``
``(000s)``; ``(pence)`` and ``(p)``.
VAT: ``incl. VAT`` and ``gross of VAT``; ``excl. VAT``, ``net of VAT``, ``plus VAT``.
Group: ``group turnover``, ``(group)``, ``consolidated``.
Own: ``company only``, ``solo``, ``excl. subsidiaries``.
Period: ``6 months``, ``per month``, ``quarterly``: a sum for something other than a year.
Year: ``(2023)``, ``FY23/24``: which year the sum is for.
Harmless: ``turnover``, ``revenue``, ``sales``, ``income``, ``a year``, ``per annum``, ``incl. subsidiaries``.

In a heading about spend (``Amount incl VAT``, ``Monthly spend``) only units and currency are looked at:
VAT, group and period decide what a turnover is, not what was paid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from msrisk.values import currency as currencies
from msrisk.values.tidy import tidy

VAT_IN = "incl VAT"
VAT_OUT = "excl VAT"
GROUP = "group"
OWN = "own"
PERIOD = "period"
YEAR = "year"
HARMLESS = "harmless"

_YEARS = r"(?:19|20)\d\d(?:\s?[/-]\s?(?:\d{4}|\d\d))?"
_FIGURE = r"(?:turnover|revenues?|sales|income)"
_OPEN, _SHUT = r"(?<![a-z])[(\[]?\s*(?:", r")\s*[)\]]?(?![a-z\d])"

# What the words mean and how they are written; tried in this order, each taking its words away.
_MEANINGS: tuple[tuple[str, str], ...] = (
    (VAT_OUT, r"(?:excl?|excluding|exclusive|net|before|without|plus|ex|exc|\+)\.?\s*(?:of\s*)?v\.?a\.?t\.?"),
    (VAT_OUT, r"v\.?a\.?t\.?\s*(?:excl?|excluded|exclusive)\.?"),
    (VAT_IN, r"(?:incl?|including|inclusive|gross|with|after)\.?\s*(?:of\s*)?v\.?a\.?t\.?"),
    (VAT_IN, r"v\.?a\.?t\.?\s*(?:incl?|included|inclusive)\.?"),
    (
        OWN,
        r"(?:excl?|excluding|without|not including|net of)\.?\s*(?:the\s*|its\s*|all\s*)?subsidiar(?:y|ies)",
    ),
    (OWN, r"(?:company|entity|uk company|legal entity)[\s-]only|solo|stand\s?-?alone|own"),
    (HARMLESS, r"(?:incl?|including|with|and)\.?\s*(?:the\s*|its\s*|all\s*)?subsidiar(?:y|ies)"),
    (GROUP, r"(?:whole\s+|total\s+|global\s+)?group(?:'s|\swide|-wide)?|consolidated|group consolidated"),
    (
        HARMLESS,
        r"(?:for\s*|over\s*)?(?:the\s*)?(?:12|twelve)[\s-]*(?:months?|mths?)"
        r"|52 weeks|53 weeks|365 days|(?:the\s*)?(?:1|one|last)\s*year",
    ),
    (
        PERIOD,
        r"(?:for\s*|over\s*|in\s*)?(?:the\s*)?(?:last\s*)?(?:\d{1,3}|six|nine|three|eighteen|fifteen)"
        r"[\s-]*(?:months?|mths?|weeks?|wks?|days?|quarters?|years?|yrs?)(?:\s*to date)?",
    ),
    (
        PERIOD,
        r"(?:per|a|each|/)\s*(?:month|week|quarter|day)|monthly|weekly|quarterly|daily|pcm|p\.?w\.?"
        r"|half[\s-]year(?:ly)?|interim|ytd|year to date|h[12]|q[1-4]",
    ),
    (HARMLESS, r"(?:per|a|each|/|/ )\s*(?:annum|year|yr)|p\.?\s?a\.?|annual(?:ly)?|yearly"),
    (
        YEAR,
        rf"(?<!\d)(?:for\s*|in\s*)?(?:the\s*)?(?:year\s*|fy\s*|fye\s*|y/e\s*)(?:to\s*)?(?:{_YEARS}|\d\d(?:\s?[/-]\s?\d\d)?)",
    ),
    (YEAR, rf"(?<=\()\s*{_YEARS}\s*(?=\))"),
    (HARMLESS, rf"(?:total\s*|gross\s*|net\s*)?{_FIGURE}(?:\s*of)?"),
)
_PATTERNS = tuple((meaning, re.compile(_OPEN + words + _SHUT)) for meaning, words in _MEANINGS)
_LEADING = re.compile(r"^(?:[ ;:]|,(?!\d))+")
_SPEND = re.compile(
    r"\b(?:spend|spent|amounts?|paid|payments?|invoiced?|contracts?|orders?|awards?|costs?|prices?|budget|value)\b"
)
_TURNOVER = re.compile(rf"\b(?:{_FIGURE}|t/o)\b")
_GROUP_HEADING = re.compile(
    rf"(?:group|consolidated).*{_FIGURE}|{_FIGURE}.*(?:group|consolidated)|\(group\)|consolidated"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the words said: meanings with the words themselves, and the text left without them."""

    said: tuple[tuple[str, str], ...]
    rest: str

    def saying(self, meaning: str) -> str:
        """The words that gave a meaning, or nothing."""
        return next((words for each, words in self.said if each == meaning), "")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of every plain figure below it; several currencies mean none is known.

    pence: whether a plain figure counts pence.
    """

    unit: int | None = None
    currencies: tuple[str, ...] = ()
    words: Words = Words((), "")
    pence: bool = False


def meanings(text: str) -> Words:
    """The meanings found in a text, and what is left of it; the text is plain and lower case."""
    said = []
    for meaning, pattern in _PATTERNS:
        found = pattern.search(text)
        if found:
            said.append((meaning, found.group().strip(" ()[]")))
            text = text[: found.start()] + " " + text[found.end() :]
    return Words(tuple(said), _trimmed(" ".join(text.split())))


def _trimmed(text: str) -> str:
    """The text without punctuation round it; a comma right before a figure may be a decimal comma, and stays."""
    return _LEADING.sub("", text.rstrip(" ,;:"))


_SIGN = r"(?:£|€|\$|œ|�|(?<![a-z])(?:gbp|eur|usd|aud|cad|nzd|chf|sek|nok|dkk|jpy|inr|in(?! \w&)))"
_HEADING_UNITS = (
    (10**9, re.compile(rf"{_SIGN}\s*(?:bn|b|billions?)\b|(?<!\d)(?<!\d )\bbillions?\b|\((?:bn|billions?)\)")),
    (10**6, re.compile(rf"{_SIGN}\s*(?:m|mn|mm|mln|mil|mio|millions?)\b|(?<!\d)(?<!\d )\bmillions?\b"
                       r"|\((?:m|mn|mln|m's|ms)\)|(?<![\da-z,.])'?000\s?,?000'?s?\b")),
    (10**3, re.compile(rf"{_SIGN}\s*'?(?:k|ks|thousands?|000'?s?)\b|(?<!\d)(?<!\d )\bthousands?\b"
                       r"|(?<![\da-z,.])'?000'?s?\b|\((?:k|ks|th)\)")),
)  # fmt: skip
_PENCE = re.compile(r"\bpence\b|\(p\)|\bin p\b")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_SIGNS = {"£": "GBP", "œ": "GBP", "�": "GBP", "€": "EUR", "$": currencies.BARE_DOLLAR}
_SPELLED = re.compile(r"\b(?:sterling|euros?|us dollars)\b|us\$")


@lru_cache(maxsize=1024)
def heading(text: str) -> Heading:
    """What a heading says of the figures below it."""
    if not text:
        return Heading()
    plain = tidy(text).casefold()
    unit = next((size for size, pattern in _HEADING_UNITS if pattern.search(plain)), None)
    about_spend = _SPEND.search(plain) and not _TURNOVER.search(plain)
    said = Words((), "") if about_spend else _heading_words(plain)
    return Heading(unit, _currencies(tidy(text), plain), said, _PENCE.search(plain) is not None)


@lru_cache(maxsize=1024)
def plain_unit(text: str) -> int:
    """What a plain figure under a heading counts when it is simply pounds; 0 when it is not so simple."""
    found = heading(text)
    simple = not found.words.said and not found.pence and found.currencies in ((), ("GBP",))
    return (found.unit or 1) if simple else 0


def _heading_words(plain: str) -> Words:
    """A heading's meanings; "group" counts only beside turnover, revenue and the like."""
    passed_over = {HARMLESS, YEAR} if _GROUP_HEADING.search(plain) else {HARMLESS, YEAR, GROUP}
    return Words(tuple(each for each in meanings(plain).said if each[0] not in passed_over), "")


def _currencies(text: str, plain: str) -> tuple[str, ...]:
    known = currencies.spellings()
    found = {known[code.lower()] for code in _CODE.findall(text) if code.lower() in known}
    found |= {known[word] for word in _SPELLED.findall(plain)}
    signs = {currency for sign, currency in _SIGNS.items() if sign in plain}
    if found - {"GBP"}:
        signs.discard(currencies.BARE_DOLLAR)  # "AUD $m" and "US$"
    return tuple(sorted(found | signs))
