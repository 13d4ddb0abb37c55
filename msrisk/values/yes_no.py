"""Yes or no: ``("yes",)`` or ``("no",)``.

Yes: ``yes y true t 1 ✓ ✔ ☑``, and *yes* followed only by words that add nothing against it: a year, a
date, a link, "see link", "published", "attached" and the like (``Yes - 2024``, ``Yes, published 2024``).
No: ``no n false f 0 ✗ ✘ ☒``, and *no* followed only by "none found", "not published", "not yet" and the like.

Refused, with a note that says what was said: ``No (below threshold)``, ``No - exempt``, ``Not required``,
``N/A`` (none of them is *no*); ``Group statement``, ``Parent covers``, ``In progress``, ``Draft``,
``Pending``, ``See website``, ``Not explicit``, ``Compliant``, ``Yes/No``; ``x`` (a tick in a column, a
cross on a form); misspellings such as ``Noo``, with what they may mean; placeholders; anything else.

A field may have spellings of its own (``STRO`` is a *yes* in the column of orders), and may let a *yes* stay
whatever follows it: see ``spellings``.
"""

from __future__ import annotations

import re

from msrisk.values.edits import one_slip_apart
from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Hint, Parts, Reading, Value
from msrisk.values.spellings import answers, plain, with_a_remark
from msrisk.values.tidy import not_a, quote, tidy, unclear

YES: Parts = ("yes",)
NO: Parts = ("no",)
_IN_WORDS = "yes or no"

_WHOLE = {
    **dict.fromkeys(("yes", "y", "true", "t", "1", "1.0", "✓", "✔", "✔️", "✅", "☑", "☑️"), YES),
    **dict.fromkeys(("no", "n", "false", "f", "0", "0.0", "✗", "✘", "☒", "❌"), NO),
}
_AFTER_YES = re.compile(
    r"see|the|a|an|our|their|on|at|in|is|was|for|to|and|of|it|here|below|above|attached|enclosed|provided|available"
    r"|published|publishes|signed|approved|uploaded|supplied|received|seen|found|online|public|link|url|copy|document"
    r"|pdf|website|web|site|webpage|page|homepage|registry|register"
    r"|statement|modern|slavery|msa?|annual|fy|dated"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|https?://\S+|www\.\S+|(?:19|20)\d\d|\d\d?(?:st|nd|rd|th)?|\d\d?[/.-]\d\d?[/.-]\d{2,4}|\d{4}[/-]\d{2,4}"
)
_AFTER_NO = frozenset(
    (
        *(
            "none",
            "none found",
            "not found",
            "nothing found",
            "none seen",
            "no statement",
            "no statement found",
        ),
        *("none published", "not published", "not yet", "not yet published", "not in place"),
        *("does not have one", "do not have one", "they do not"),
    )
)
_LEADING = re.compile(r"(yes|y|no|n)\b[\s\-,:;.(\[]+(.*)")
_SAID_NOT_NO = re.compile(r"(?:not (?:required|applicable|needed|in scope)|n\.?/?a\.?|exempt)\b.*")
_MARKS = re.compile(r"(?:[\s,;()\[\]]|:(?=\s)|-(?=\s))+")


def read(text: str, hint: Hint) -> Reading:
    """One text as yes or no."""
    said = tidy(text).casefold()
    value = _WHOLE.get(said) or _WHOLE.get(said.rstrip(".!"))
    if value:
        return Reading(value)
    if hint.choices and (meant := answers(hint.choices).get(plain(text))):
        return Reading((meant,))
    if said in ("x", "xx"):
        return unclear(text, "a cross may be a tick or a no")
    if _SAID_NOT_NO.fullmatch(said):
        return unclear(text, "that is neither yes nor no")
    return nothing_in(text, _IN_WORDS) or _with_more(text, said, hint)


def _with_more(text: str, said: str, hint: Hint) -> Reading:
    """A yes or no with something after it, or words that are neither."""
    found = _LEADING.fullmatch(said)
    if found:
        words = _MARKS.sub(" ", found[2]).strip(" .")
        if found[1] in ("yes", "y") and _adds_nothing(words):
            return Reading(YES)
        if found[1] in ("no", "n") and words in _AFTER_NO:
            return Reading(NO)
    if stays := with_a_remark(text, hint, ("yes", "y")):
        return stays
    if found:
        return unclear(text, f"what follows {quote(found[1])} may change it")
    meant = _meant(said)
    return not_a(text, _IN_WORDS, f"is it {meant!r}?" if meant else "")


def _adds_nothing(words: str) -> bool:
    return all(_AFTER_YES.fullmatch(word.strip(".,'\"")) for word in words.split())


def _meant(said: str) -> str:
    """The answer a short misspelling is one slip from."""
    near = [word for word in ("yes", "no", "true", "false") if one_slip_apart(said, word)]
    return near[0] if len(near) == 1 and len(said) > 1 else ""


def show(value: Value) -> str:
    """``yes`` or ``no``."""
    assert isinstance(value, tuple)
    return value[0]


KIND = Kind("yes_no", "parts", _IN_WORDS, read, show, NAMED)
