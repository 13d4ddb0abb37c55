"""Free text, kept on one line with invisible characters written out; ``words`` is how it is searched.

Refused, with a note: placeholders (``n/a``, ``-``, ``Not yet available``) and spreadsheet errors.
"""

from __future__ import annotations

import re
import unicodedata

from msrisk.files import one_line
from msrisk.values.kind import WORDED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import BLANK, Hint, Reading, Value

_IN_WORDS = "text that says anything"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST_PLURAL = 4
_IRREGULAR = {
    "series": "series",
    "works": "works",  # building works are not work; provisions are food, and rates a tax
    "provisions": "provisions",
    "rates": "rates",
    "roads": "roads",
    "grounds": "grounds",
    "species": "species",
    "buses": "bus",
    "gases": "gas",
    "lenses": "lens",
    "viruses": "virus",
    "campuses": "campus",
    "movies": "movie",
    "cookies": "cookie",
    "shoes": "shoe",
    "caches": "cache",
    "axes": "axe",
    "sizes": "size",
    "prizes": "prize",
    "children": "child",
    "men": "man",
    "women": "woman",
    "people": "person",
}
_ENDINGS = (  # how a plural ends, how much of it goes, what comes instead
    (re.compile(r"\w[^aeiou]ies$"), 3, "y"),
    (re.compile(r"(?:ss|sh|ch|x|zz|o)es$"), 2, ""),
    (re.compile(r"[^sui]s$"), 1, ""),
)


def read(text: str, hint: Hint) -> Reading:
    """One text as itself."""
    nothing = nothing_in(text, _IN_WORDS)
    if nothing:
        return nothing
    shown = one_line(text)
    return Reading((shown,)) if shown else BLANK


def show(value: Value) -> str:
    """The text."""
    assert isinstance(value, tuple)
    return "; ".join(value)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, with regular plurals made singular.

    ``Laundries`` is laundry, ``boxes`` box, ``services`` service, ``children's`` child; words of three
    letters and words ending in ss, us or is are left alone.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return tuple(_singular(word) for word in _WORD.findall(plain))


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _SHORTEST_PLURAL or word[-1] != "s":
        return word
    for pattern, cut, added in _ENDINGS:
        if pattern.search(word):
            return word[:-cut] + added
    return word


KIND = Kind("text", "parts", _IN_WORDS, read, show, WORDED)
