"""What the heading of an amount says of VAT."""

from __future__ import annotations

import re

from msrisk.model.spend_basis import GROSS, NET, NOT_SAID, VAT_ALONE
from msrisk.normalise.heading.headings import LONGEST, words_apart
from msrisk.values.tidy import tidy

_NET = re.compile(
    r"\bnett?\b|\b(?:excl?|exc|excludes|excluding|exclusive|ex|before|without)\.? ?(?:of )?vat\b"
    r"|\bvat (?:excl?|excluded|exclusive)\b"
)
_GROSS = re.compile(
    r"\bgross\b|\b(?:incl?|inc|includes|including|inclusive|with)\.? ?(?:of )?vat\b"
    r"|\bvat (?:incl?|included|inclusive)\b"
)
_VAT = re.compile(r"\bvat\b")
_NO_MONEY = re.compile(r"\b(?:reg|registration|registered|number|num|no|code|rate|type|date|id|ref|reference)\b")


def vat_of(heading: str) -> str:
    """What a heading says of VAT."""
    words = plain_words(heading)
    if _NET.search(words):
        return NET
    if _GROSS.search(words):
        return GROSS
    return VAT_ALONE if _VAT.search(words) and not _NO_MONEY.search(words) else NOT_SAID


def plain_words(heading: str) -> str:
    """A heading as words of small letters: ``NetAmount`` and ``NET_AMOUNT`` are two."""
    return re.sub(r"[^\w.]+|_", " ", words_apart(tidy(heading[:LONGEST]))).casefold()
