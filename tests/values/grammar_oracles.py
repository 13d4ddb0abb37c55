"""What each kind's grammar allows, said a second time, by other means and more loosely than the readers.

An oracle answers whether a text can mean a value at all. It makes and compares where a reader takes apart: a
figure is right when some number, written in one of the usual ways, is that very text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import product
from urllib.parse import urlsplit

from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Value
from msrisk.values.tables import rows

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-") | dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"))
_SCALES = {"k": 3, "m": 6, "mm": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12, "million": 6, "thousand": 3}
_LIMITS = set("over more than above at least or under less below up to upto about approx c ca between and".split())
_PERCENT = {"per", "cent", "percent", "percentage", "pc", "pct"}
_MONEY = set("gbp eur usd us cr dr rs r s a c".split())


def plain(text: str) -> str:
    """The text in one case with single spaces and plain dashes."""
    return " ".join(
        text.replace("Â£", "£").translate(_DASHES).replace("，", ",").replace("．", ".").split()
    ).casefold()


def numbers(figure: str) -> set[Decimal]:
    """Every number that is written exactly so: grouped or not, with a decimal point or the continental comma."""
    digits = re.sub(r"\D", "", figure, flags=re.ASCII)
    found = set()
    for places, (mark, point) in product(
        range(len(digits) + 1), (("", "."), (",", "."), (" ", "."), ("'", "."), (".", ","))
    ):
        whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
        grouped = f"{int(whole):,}".replace(",", mark) if whole and mark else whole
        if point == "," and mark not in grouped:
            continue  # 12,34 is not continental beyond doubt
        if figure in {grouped + point + part, grouped + part if not part else ""}:
            found.add(Decimal(digits).scaleb(-places))
    return found


def _shortened(figure: str) -> set[Decimal]:
    """The ends of what a spreadsheet's shortened figure can stand for."""
    begin, _, power = figure.partition("e")
    places = len(begin.partition(".")[2])
    step = Decimal(5).scaleb(int(power) - places - 1)
    return {Decimal(figure) + step, Decimal(figure) - step, Decimal(figure)}


def amounts(text: str, scale: int, words: set[str], marks: str) -> set[int] | None:
    """Every whole number of 1/scale that an end of the amount could be; None when it is no amount at all."""
    said = plain(text)
    pattern = r"\d[\d., ']*\d\.?|\.?\d+\.?|\.\d+"
    said = re.sub(r"(?<=\d) (?=\d{1,2}(?!\d))", "|", said, flags=re.ASCII)
    figures, rest = [], said.rstrip(" .,;:").lstrip(" ;:")
    for found in re.finditer(r"\d+(?:\.\d+)?e[+-]?\d{1,2}(?!\d)|" + pattern, rest, re.ASCII):
        figures.append(found.group())
    for figure in figures:
        rest = rest.replace(figure, "#", 1)
    left = re.findall(r"[^\W\d_]+?(?=[cd]r$)|[^\W\d_]+", rest)
    if not 1 <= len(figures) <= 2 or not all(word in words or word in _LIMITS or word in _SCALES for word in left):
        return None
    if re.sub(r"[^\W\d_]+", "", rest).strip("#" + marks + " -+().,<>=~≥≤≈"):
        return None
    powers = {0} | {_SCALES[word] for word in left if word in _SCALES}
    meant = [_shortened(each) if "e" in each else numbers(each.rstrip(".")) for each in figures]
    if not all(meant):
        return None
    return {
        sign * int((number.scaleb(power) * scale).to_integral_value())
        for each, power, sign in product(meant, powers, (1, -1))
        for number in each
    }


def _near(value: Value, ends: set[int], slack: Decimal) -> bool:
    """Whether both ends are among those, one beside them, or open."""
    assert isinstance(value, Interval)
    return all(
        end in (0, LIMIT, -LIMIT) or any(abs(end - each) <= 1 + abs(each) * slack for each in ends)
        for end in (value.low, value.high)
    )


def money(text: str, value: Value) -> bool:
    ends = amounts(text, 100, _MONEY, "£€$")
    known = re.search(
        r"[€$]|eur|usd|\bc|approx|about|~|est|≈|vat", plain(text)
    )  # converted, or a tenth either way
    return ends is not None and (bool(known) or _near(value, ends, Decimal(0)))


def number(text: str, value: Value) -> bool:
    ends = amounts(text, 1000, set(), "")
    about = re.search(r"\bc|approx|about|~|≈|est", plain(text))
    return ends is not None and _near(value, ends, Decimal("0.11") if about else Decimal(0))


def percent(text: str, value: Value) -> bool:
    ends = amounts(text, 100, _PERCENT, "%")
    about = re.search(r"\bc|approx|about|~|≈|est", plain(text))
    return ends is not None and _near(
        value, ends | (amounts(text, 10_000, _PERCENT, "%") or set()), Decimal("0.11") if about else Decimal(0)
    )


_WORDS_BY_A_DATE = set("year period ended ending end to as at on from dated of until financial".split())
_WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b")
_TIME = re.compile(
    r"[t ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:z|utc|gmt|bst|[+-]\d\d:?\d\d)?$", re.ASCII
)
_DAYS = "%d %m %Y|%m %d %Y|%d %m %y|%m %d %y|%Y %m %d|%Y%m%d|%d %b %Y|%d %b %y|%b %d %Y"
_MONTHS = "%m %Y|%Y %m|%Y%m|%b %Y|%b %y|%Y %b"


def _parsed(text: str, forms: str) -> set[date]:
    """The days a text names in any of the forms, by the calendar's own parser."""
    found = set()
    for form in forms.split("|") + forms.replace("%b", "%B").split("|"):
        with suppress(ValueError):
            found.add(datetime.strptime(text, form).date())
    return found | {day.replace(year=2069) for day in found if day.year == 1969}


def _financial(text: str) -> set[date]:
    """The first and last day of the financial years beside a year."""
    found = re.fullmatch(r"(?:f y e?|fye?)? ?(\d{4}|\d\d)(?: \d{4}| \d\d)?", text, re.ASCII)
    year = int(found[1]) if found else 0
    year += 0 if year > 99 else 1900 if year >= 70 else 2000
    return {date(year + more, *end) for more in (-1, 0, 1) for end in ((4, 1), (3, 31)) if 1900 < year < 2100}


def _ends_of(text: str) -> set[int]:
    """The first and last days of every way to read one date."""
    bare = " ".join(word for word in _TIME.sub("", text).split() if word not in _WORDS_BY_A_DATE)
    bare = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)|[-/.' ]+", " ", bare).replace("sept ", "sep ").strip()
    days = _parsed(bare, _DAYS) | _financial(bare)
    for first in _parsed(bare, _MONTHS):
        days |= {first, (first + timedelta(31)).replace(day=1) - timedelta(1)}
    if re.fullmatch(r"\d{4}(?: 0)?", bare, re.ASCII) and int(bare[:4]):
        days |= {date(int(bare[:4]), 1, 1), date(int(bare[:4]), 12, 31)}
    if re.fullmatch(r"\d{5}(?: \d+)?", bare, re.ASCII):
        days.add(date(1899, 12, 30) + timedelta(int(bare[:5])))
    return {day.toordinal() for day in days}


def day(text: str, value: Value) -> bool:
    """Both ends stand in the calendar under the text, or under the two texts on either side of its "to"."""
    assert isinstance(value, Interval)
    said = _WEEKDAY.sub("", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain(text).replace(",", " ")))
    said = " ".join(re.sub(r"(?<=\d\d)l$|\by/?e\b|:(?!\d)", "", said).rstrip(". ").split())
    if not said.isascii():
        return False
    ends = _ends_of(said)
    for found in re.finditer(r"\s*(?:-|/|\bto\b|until)\s*", said):
        before, after = said[: found.start()], said[found.end() :]
        if before.isalpha():  # Apr-Jun 2024
            before += re.sub(r".*\D", " ", after)
        one, other = _ends_of(before), _ends_of(after)
        ends |= one | other if one and other else set()
    if re.match(r"[a-z]+[-/ to]+[a-z]+.*\d{4}-", said):  # Apr-Jun 2024-2025
        ends |= {end for part in re.split(r"(?<=\d{4})-", said, maxsplit=1) for end in _month_ends(part)}
    return {value.low, value.high} <= ends


def _month_ends(text: str) -> set[int]:
    first, _, last = text.partition("-")
    return _ends_of(first + re.sub(r".*\D", " ", last)) | _ends_of(last) | _ends_of(text)


def yes_no(text: str, value: Value) -> bool:
    said = " ".join(re.sub(r"[;)(\[\],]|-(?= )", " ", plain(text)).split())
    begins = {("yes",): ("y", "t", "1", "✓", "✔", "✅", "☑"), ("no",): ("n", "f", "0", "✗", "✘", "☒", "❌")}
    assert isinstance(value, tuple)
    against = re.search(
        r"not(?! (?:found|published|yet|in place))|but|draft|exempt|pending|progress|group|expired|\?", said
    )
    return said.startswith(begins[value]) and not against


def choice(text: str, value: Value) -> bool:
    """The letters and figures are those of the spelling, in its order."""
    letters = "".join(filter(str.isalnum, plain(text)))
    spellings = {
        "company": ("ltd", "privatelimited", "company"),
        "sole trader": ("st", "soletrader"),
        "none": ("none",),
    }
    return letters in spellings[value[0]]


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold().replace("&", "and").replace("ı", "i")
    return "".join(filter(str.isalnum, folded))


def _one_slip(text: str) -> set[str]:
    return {text} | {text[:at] + text[at + 1 :] for at in range(len(text))}


@cache
def _spellings() -> dict[str, set[str]]:
    """For each country its spellings, whole and with one letter left out where they are long."""
    found: dict[str, set[str]] = {}
    for row in rows("country_aliases"):
        name = _letters(row["spelling"])
        found.setdefault(row["code"], set()).update(_one_slip(name) if len(name) > 4 else {name})
    return found


def country(text: str, value: Value) -> bool:
    """Every country has a spelling in the text, give or take a letter of each."""
    said = _one_slip(_letters(text))
    return all(any(name in each for name in _spellings()[code] for each in said) for code in value)


def _code(text: str, code: str) -> bool:
    """The code's figures stand in the text, with or without a nought at either end."""
    runs = re.findall(r"\d+", re.sub(r"(?<=\d)[./](?=\d)", "", plain(text)), re.ASCII)
    return any(run.startswith((code, code.lstrip("0"))) or code == f"{run}0" for run in runs)


def sic(text: str, value: Value) -> bool:
    listed = {row["code"] for row in rows("sic")}
    return all(code in listed and _code(text, code) for code in value)


def cpv(text: str, value: Value) -> bool:
    listed = {row["code"] for row in rows("cpv")}
    return all(code in listed and _code(text, code) for code in value)


def proclass(text: str, value: Value) -> bool:
    return all(len(code) in (4, 6) and code in plain(text) for code in value)


def company_number(text: str, value: Value) -> bool:
    """Eight characters: those of the text, with noughts put back, and O and nought told apart."""
    (number,) = value
    said = re.sub(r"[\s'#-]|\.0+$", "", plain(text)).upper()
    bare = number.lstrip("0") if number.isdigit() else number[:2] + number[2:].lstrip("0")
    return len(number) == 8 and said.replace("O", "0").endswith(
        tuple(text.replace("O", "0") for text in (bare, number))
    )


def link(text: str, value: Value) -> bool:
    """The address stands in the text, has a host with a dot, and no name or password before it."""
    (address,) = value
    parts = urlsplit(address)
    written = address in text or address.removeprefix("https://") in text
    return written and parts.scheme in ("http", "https") and "." in parts.netloc and "@" not in parts.netloc


_FORMS = {
    "company": "ltd limited plc cic cyf gmbh bv nv sarl srl sa spa ag oy aps inc corp llc pty kft doo ulc dac zoo"
    " communityinterestcompany cyfyngedig",
    "llp": "llp limitedliabilitypartnership",
    "limited partnership": "lp limitedpartnership",
    "charitable incorporated organisation": "cio charitableincorporatedorganisation",
    "public body": "council nhs police fire department ministry government borough corporation trust board"
    " authority office"
    " constabulary mbc ccg icb hmrc treasury hm",
}


def legal_form(name: str, form: str) -> bool:
    """The letters of one of the form's words stand in the name, without the dots between them."""
    return any(word in _letters(name) for word in _FORMS[form].split())


ORACLES: dict[str, Callable[[str, Value], bool]] = {
    **{"money": money, "number": number, "percent": percent, "date": day, "yes_no": yes_no, "choice": choice},
    **{"country": country, "sic": sic, "cpv": cpv, "proclass": proclass, "company_number": company_number},
    **{"link": link},
}
