"""Why two may be one organisation: what was compared, what each side says, and how far to believe it."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from msrisk.enrich.join.alike import LIKE_CUT_SHORT, is_cut_short
from msrisk.enrich.join.asked import Side
from msrisk.enrich.join.exact import Pair
from msrisk.enrich.join.names import NAME, same_form
from msrisk.model import Candidate, Reason, Way

# Where a pair starts, by what suggests it, and what each thing compared adds or takes off: for the order in which
# a person looks, set by hand on labelled pairs. No probability.
_START = {Way.NUMBER: 60, Way.NAME: 85, Way.PREVIOUS_NAME: 80, Way.OTHER_NAME: 75, Way.PARENT: 65}
_ALIKE_START, _ALIKE_WORTH = 88, 2.0
_NUMBER, _POSTCODE, _COUNTRY = (15, -30), (10, 0), (2, -20)
_FORM, _FIGURES = -5, -15
_NOTHING = Reason("", "", "", None)
_FIGURE = re.compile(r"\d+")


def candidate(ours: Side, theirs: Side, pair: Pair, way: Way) -> Candidate:
    """One pair for a person to decide, with its reasons, the telling ones first."""
    supplier, entry = pair
    reasons: list[Reason] = []
    if way is Way.PARENT:
        parent = ours.parents.texts[ours.parents.owners.index(supplier)]
        reasons.append(Reason("parent", parent, theirs.names.texts[theirs.rows_of[entry][0]], True))
        return Candidate(supplier, entry, way, _START[way], tuple(reasons))
    mine, other, likeness = _closest(ours, theirs, supplier, entry)
    sum_ = _START.get(way) or 55 + (likeness - _ALIKE_START) * _ALIKE_WORTH
    for reason, (worth, cost) in (
        (_name(ours, theirs, mine, other), (0, 0)),
        (_texts("company number", ours.numbers[supplier], theirs.numbers[entry]), _NUMBER),
        (_texts("postcode", ours.postcodes[supplier], theirs.postcodes[entry]), _POSTCODE),
        (_countries(ours.countries[supplier], theirs.countries[entry]), _COUNTRY),
        (_form(ours.names.form[mine], theirs.names.form[other]), (0, _FORM)),
        (_figures(ours, theirs, mine, other), (0, _FIGURES)),
    ):
        sum_ += 0 if reason.agrees is None else worth if reason.agrees else cost
        if reason.ours or reason.theirs:
            reasons.append(reason)
    return Candidate(supplier, entry, way, max(1, min(99, round(sum_))), tuple(reasons))


def _name(ours: Side, theirs: Side, mine: int, other: int) -> Reason:
    sides = (("our", ours.names.what[mine]), ("their", theirs.names.what[other]))
    called = ", ".join(f"{whose} {what}" for whose, what in sides if what != NAME)
    return Reason(
        f"name ({called})" if called else "name",
        ours.names.texts[mine],
        theirs.names.texts[other],
        ours.names.core[mine] == theirs.names.core[other],
    )


def _texts(what: str, ours: str, theirs: str) -> Reason:
    return Reason(what, ours, theirs, _bare(ours) == _bare(theirs) if ours and theirs else None)


def _bare(text: str) -> str:
    return text.replace(" ", "").upper()


def _countries(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Reason:
    agrees = not set(ours).isdisjoint(theirs) if ours and theirs else None
    return Reason("country", ", ".join(ours), ", ".join(theirs), agrees)


def _form(ours: str, theirs: str) -> Reason:
    """Only a contradiction is worth saying."""
    return (
        Reason("legal form", "", "", None)
        if same_form(ours, theirs)
        else Reason("legal form", ours, theirs, False)
    )


def _figures(ours: Side, theirs: Side, mine: int, other: int) -> Reason:
    """Area 1 is not Area 2; only that is worth saying."""
    first, second = (" ".join(_FIGURE.findall(core)) for core in (ours.names.core[mine], theirs.names.core[other]))
    return (
        Reason("figures in the name", "", "", None) if first == second else Reason("figures", first, second, False)
    )


def _closest(ours: Side, theirs: Side, supplier: int, entry: int) -> tuple[int, int, float]:
    """The two names, one of each, that are most alike, and how like."""
    return max(
        (
            (mine, other, _likeness(ours.names.core[mine], theirs.names.core[other]))
            for mine in ours.rows_of[supplier]
            for other in theirs.rows_of[entry]
        ),
        key=lambda each: each[2],
    )


def _likeness(ours: str, theirs: str) -> float:
    likeness = fuzz.token_sort_ratio(ours, theirs)
    return max(likeness, LIKE_CUT_SHORT) if is_cut_short(ours, theirs) else likeness
