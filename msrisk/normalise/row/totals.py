"""Rows that repeat what other rows say: totals, of a page and of a group, and sums carried forward."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from msrisk.model import Flags, Ints, Table
from msrisk.values.legal_form import legal_form


def texts_of(lines: str) -> frozenset[str]:
    """Texts separated by bars, over several lines."""
    return frozenset(text.strip() for text in lines.replace("\n", "|").split("|") if text.strip())


_TOTALS = texts_of(
    """
    total|totals|grand total|sub total|subtotal|sum|overall total|total amount|report total|total spend|page total
    running total|cumulative total|net total|gross total|monthly total|month total|quarter total|annual total
    year to date|year to date total|ytd|ytd total
    """
)
_STARTS = texts_of("total|totals|subtotal")
AFTER = texts_of(
    """
    all|suppliers|supplier|vendors|providers|contractors|creditors|payees|see|list|attached|below|above|for|of|the|as
    per|and|amount|amounts|spend|payments|payment|value|net|gross|incl|excl|including|excluding|vat|month|year|period
    to|date
    """
)
# A total by what it is of: "Total for Adult Social Care".  A firm may be called so ("Total for You Care Ltd"):
# of what has a legal form, as of what stands in front of the word, it has to stand elsewhere in the list.
_TOTAL_FOR = re.compile(r"\s*(?:grand\s+|sub[\s-]*)?totals?\s+for\s+(\S.*)", re.I | re.DOTALL)
# "Adult Social Care Total", as Excel writes it: what stands before it has to stand elsewhere in the list.
_GROUP_TOTAL = re.compile(r"(.*?\S)\s*[:–-]?\s*\b(?:grand\s+|sub[\s-]?)?totals?\s*:?\s*", re.I | re.DOTALL)
# A sum at the foot of a page, and again at the head of the next; a firm may be called BF, never B/F.
_CARRIED = re.compile(
    r"\b[bc]\s*/\s*(?:f|d|fwd|forward|down)\b|\b(?:brought|carried|bring|carry)\s+(?:fwd|forward|over|down)\b"
    r"|\b(?:from|to) (?:previous|next|last) (?:page|sheet)\b",
    re.IGNORECASE,
)
_BESIDE_CARRIED = texts_of(
    "balance|bal|total|sub|subtotal|amount|sum|page|sheet|to|from|next|previous|last|the|and|of|month|period|cumulative"
)
# No text can be one of these without one of these words.
TELLING = (
    *("total", "sum", "year to date", "ytd", "page", "sheet"),
    *("brought", "carried", "bring", "carry", "b/", "c/", "b /", "c /"),
)
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"[\s£$€()+–-]*[\d\s,.]*\d[\s)%–-]*(?:cr|dr)?\s*", re.IGNORECASE)


def is_total(name: str, words: Sequence[str]) -> bool:
    """``Grand Total``, ``Total (all suppliers)``, ``Total for Adults``, ``Balance c/f``: no name of a supplier."""
    plain = " ".join(words)
    goes_on = bool(words) and words[0] in _STARTS and AFTER.issuperset(words[1:])
    return plain in _TOTALS or goes_on or _is_total_for(name) or _is_carried(name)


def _is_total_for(name: str) -> bool:
    return _TOTAL_FOR.fullmatch(name) is not None and legal_form(name) in (None, "public body")


def _group(name: str) -> str:
    """What a name such as ``Alder Care Ltd Total`` is the total of, or ''."""
    told = _TOTAL_FOR.fullmatch(name) or _GROUP_TOTAL.fullmatch(name)
    return " ".join(told[1].casefold().split()) if told else ""


def _is_carried(name: str) -> bool:
    rest, found = _CARRIED.subn(" ", name)
    left = _WORD.findall(rest.casefold()) if found else []
    return found > 0 and all(word in _BESIDE_CARRIED or word.isdigit() for word in left)


def says_total(cells: Sequence[str]) -> bool:
    """Whether a row without a name is a total: by a cell that says just that, or by its one text."""
    filled = [text for text in cells if text.strip()]
    words = [tuple(_WORD.findall(text.casefold())) for text in filled]
    if any(" ".join(each) in _TOTALS for each in words):
        return True
    said = [text for text in filled if not _FIGURE.fullmatch(text)]
    return len(said) == 1 and (is_total(said[0], _WORD.findall(said[0].casefold())) or _group(said[0]) != "")


def group_totals(table: Table, start: int, name_column: int, found: Ints) -> Flags:
    """Rows with a name such as ``Alder Care Ltd Total`` and nothing but figures beside it, as Excel adds them.

    What the total is of has to be the name or another cell of the list: a firm may be called so too.
    """
    names = table.sheet.columns[name_column]
    totals = {
        number: group
        for number, text in enumerate(names.texts)
        if "total" in text.casefold() and (group := _group(text))
    }
    rows = np.zeros(len(found), np.bool_)
    if not totals:
        return rows
    of = set(totals.values())
    held = {
        each
        for column in table.sheet.columns
        for text in column.texts
        if (each := " ".join(text.casefold().split())) in of
    }
    for row in np.flatnonzero(np.isin(names.codes[start:], list(totals)) & (found == 0)).tolist():
        others = [text for column, text in enumerate(table.sheet.row(start + row)) if column != name_column]
        rows[row] = totals[int(names.codes[start + row])] in held and all(
            not text.strip() or _FIGURE.fullmatch(text) for text in others
        )
    return rows
