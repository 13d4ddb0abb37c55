"""The half page before the detail of one supplier: its priority, the sum, why, what is next, what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.assessment import Assessment
from msrisk.model import Track
from msrisk.ruleset.rules import Rule
from msrisk.write.who_acts import asked_of
from msrisk.write.words import counted, not_known

AT_MOST = 5
NO_FLAG = "No indicator found in what we hold."
_NOTHING_NEXT = "Nothing."
_NOTHING_OPEN = "Nothing that we would ask about."


@dataclass(frozen=True, slots=True)
class InShort:
    """reasons: at most five, the gravest first.  more: how many are left out."""

    sum: str
    reasons: tuple[str, ...]
    more: str
    next_step: str
    not_known: str


def in_short(one: Assessment) -> InShort:
    gravest = gravest_first(one)
    more = len(gravest) - AT_MOST
    return InShort(
        sum=_sum(one),
        reasons=tuple(rule.title for rule in gravest[:AT_MOST]),
        more=f"And {counted(more, 'more flag')}, which stand below." if more > 0 else "",
        next_step=_next(one),
        not_known=f"{not_known(one, most=AT_MOST)}." if one.questions else _NOTHING_OPEN,
    )


def gravest_first(one: Assessment) -> list[Rule]:
    """Most points first; what is for legal review has none, and comes before them all."""
    return sorted(one.flags, key=lambda rule: rule.track is not Track.EXCLUSION)


def _who(rule: Rule) -> str:
    return "the supplier" if rule.duty == "supplier" else "us"


def _sum(one: Assessment) -> str:
    relief = f", less relief {one.relief}" if one.relief else ""
    could = (
        ""
        if one.could_reach == one.score
        else f" With every unknown against it{' and no relief' if one.relief else ''}, {one.could_reach:,}."
    )
    return f"{one.score:,}: law {one.law:,} and exposure {one.exposure:,}{relief}.{could}"


def _next(one: Assessment) -> str:
    """What to do about the gravest flag; where nothing is flagged, the first thing to ask."""
    for rule in gravest_first(one):
        return f"For {_who(rule)}: {rule.next_step}"
    if one.questions:
        who = "us" if asked_of(one.questions) == "us" else "the supplier"
        return f"For {who}: {one.questions[0].ask}"
    return _NOTHING_NEXT
