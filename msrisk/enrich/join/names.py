"""Names made comparable for finding one organisation in two places; never shown, never used to merge rows.

full: the key of ``values.name``, with look-alike letters of other alphabets made Latin and ids at the end gone.
core: that without legal form and without "UK"; run: the core as one word, since "Home Care" is "Homecare".
form: what was taken off, the legal form and "uk"; "X (UK) Ltd" and "X Ltd" are often two companies.
"A t/a B" is A, and B as a trading name; "A formerly B" is A, and B as a previous name; "A c/o B" is A.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from msrisk.values.name import keys

NAME, TRADING, PREVIOUS, REGISTERED = "name", "trading name", "previous name", "registered name"

_FORMS = {
    **{form: form for form in "ltd plc llp lp cic cio inc corp llc unltd ulc dac".split()},
    **{form: form for form in "gmbh bv nv sa ag sarl srl spa oy ab aps pty as".split()},
    "cyf": "ltd",
    "cyfyngedig": "ltd",
    "ccc": "plc",
    "scio": "cio",
}
_CUT_LIMITED = frozenset("limited"[:letters] for letters in range(1, 7)) | {"lt"}  # as systems cut a name
_FULL_CELL = 18  # letters; a shorter name was not cut
_HERE = frozenset({"uk", "gb"})
_DROPPED = _HERE | _FORMS.keys()
_SPLIT = re.compile(
    r"\s+(?P<trading>t\s*/\s*as?|t\.a\.?|trading\s+as|ta:|(?<=ltd )ta|(?<=limited )ta|(?<=plc )ta|(?<=llp )ta)\s+"
    r"|\s+\(?(?P<previous>formerly(?:\s+known\s+as)?|previously(?:\s+known\s+as)?|f/k/a|fka)\s+"
    r"|\s+(?P<care>c/o|c\.o\.)\s+",
    re.IGNORECASE,
)
_MAY_SPLIT = ("/", "t.a", "trading", "ta:", " ta ", "formerly", "previously", "fka", "c.o")
_ODD = ("\\u", " + ", "dministration", "DMINISTRATION", "iquidation", "IQUIDATION")
_FAILING = re.compile(r"[\s(-]+in\s+(?:administration|liquidation)\)?\s*$", re.IGNORECASE)
_ENDS_AN_ID = frozenset("0123456789)* ")
_ID_AT_END = re.compile(
    r"\s*(?:\(\s*[A-Z]{0,3}\d{4,}\s*\)|[:#]\s*[A-Z]{0,3}\d{4,}|\s\d[\d-]{6,}|\*+)\s*$", re.IGNORECASE
)
# Letters of the Cyrillic and Greek alphabets that look like Latin ones; what else they hold stays as it is.
_LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮаеіјорсухѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιαρνυκχ",
    "ABESIJKMHOPCTYXYaeijopcyxshdqwABEZHIKMNOPTYXoiapvukx",
)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")

_WRITTEN_OUT = re.compile(r"\\u(?:00ad|200[b-f]|202[a-e]|206[0-9a-f]|feff)")


@dataclass
class Names:
    """Names of owners (suppliers or entries, by number), one row a name; an owner may have several.

    texts: as written.  what: *name*, *trading name*, *previous name*, *alias*, *parent*.
    """

    owners: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    what: list[str] = field(default_factory=list)
    full: list[str] = field(default_factory=list)
    core: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    form: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.owners)


def names_of(rows: Iterable[tuple[int, str, str]]) -> Names:
    """Comparable names from (owner, name, what it is)."""
    given = list(rows)
    held = Names([owner for owner, _, _ in given], [text for _, text, _ in given], [what for _, _, what in given])
    for row in sorted(_with_marks(held.texts)):
        _split(held, row)
    together = "".join(held.texts)
    odd = any(mark in together for mark in _ODD)
    held.full = keys([_plain(text) if odd or _may_be_odd(text) else text for text in held.texts])
    cut = [_without_form(full) for full in held.full]
    held.core = [core for core, _ in cut]
    held.run = [core.replace(" ", "") for core in held.core]
    held.form = [form for _, form in cut]
    return held


def _split(held: Names, row: int) -> None:
    """Where a second name stands behind the first, the first in its place and the second at the end."""
    (name, _), *others = _parts(held.texts[row])
    held.texts[row] = name
    for other, what in others:
        held.owners.append(held.owners[row])
        held.texts.append(other)
        held.what.append(what if held.what[row] == NAME else held.what[row])


def _with_marks(texts: Sequence[str]) -> set[int]:
    """The texts that may hold a second name; looked for in all of them as one, since hardly any does."""
    joined = "\n".join(texts).lower()
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    if len(joined) + 1 != starts[-1]:  # a letter grew when it was made small: places no longer count
        return set(range(len(texts)))
    found = set()
    for mark in _MAY_SPLIT:
        place = joined.find(mark)
        while place >= 0:
            row = bisect_right(starts, place) - 1
            found.add(row)
            place = joined.find(mark, starts[row + 1])
    return found


def _parts(text: str) -> list[tuple[str, str]]:
    """The name itself, and the trading or previous name written behind it."""
    found = _SPLIT.search(text)
    if found is None:
        return [(text, NAME)]
    before, after = text[: found.start()].strip(" (,-"), text[found.end() :].strip(" ),-")
    if not before or not after or found["care"]:
        return [(before or after, NAME)]
    return [(before, NAME), (after, TRADING if found["trading"] else PREVIOUS)]


def _may_be_odd(text: str) -> bool:
    return text[-1:] in _ENDS_AN_ID or not text.isascii()


def _plain(text: str) -> str:
    if text[-1:] in _ENDS_AN_ID:
        text = _ID_AT_END.sub("", text) or text
    if "\\u" in text:  # written out, as ``files.one_line`` does, so that a person sees it
        text = _WRITTEN_OUT.sub("", text)
    text = _FAILING.sub("", text) or text
    if "+" in text:
        text = text.replace(" + ", " & ")
    return text if text.isascii() else _UNSEEN.sub("", text).translate(_LOOK_ALIKE)


def _without_form(full: str) -> tuple[str, str]:
    """A key without legal form and "UK", and what was taken off; a name that is nothing else is left as it is."""
    if full.endswith(" p l c"):
        full = f"{full[:-6]} plc"
    before, _, last = full.rpartition(" ")
    if before and last in _FORMS and _DROPPED.isdisjoint(before.split()):
        return before, _FORMS[last]
    if before and last in _CUT_LIMITED and len(full) >= _FULL_CELL:
        return _without_form(f"{before} ltd")
    words = full.split()
    if _DROPPED.isdisjoint(words):
        return full, ""
    kept = [word for place, word in enumerate(words) if not place or word not in _DROPPED]
    forms = {_FORMS.get(word, "uk") for word in words[1:] if word in _DROPPED}
    return " ".join(kept), " ".join(sorted(forms))


def same_form(first: str, second: str) -> bool:
    """Whether two forms do not contradict: a legal form may be left off on one side, "uk" may not."""
    one, other = set(first.split()), set(second.split())
    if one == other:
        return True
    here = {"uk"} & (one ^ other)
    return not here and (not one - {"uk"} or not other - {"uk"})


class RowsByKey:
    """The rows under each key. Hardly any key is repeated, so only those that are have a list."""

    def __init__(self, keys_: Sequence[str]) -> None:
        backwards = range(len(keys_) - 1, -1, -1)
        self._first = dict(zip(reversed(keys_), backwards, strict=True))
        self._more: dict[str, list[int]] = {}
        if len(self._first) < len(keys_):
            for row, key in enumerate(keys_):
                if self._first[key] != row:
                    self._more.setdefault(key, [self._first[key]]).append(row)

    def under(self, key: str) -> Sequence[int]:
        """Ascending; none where no row has the key."""
        several = self._more.get(key)
        if several is not None:
            return several
        first = self._first.get(key)
        return () if first is None else (first,)
