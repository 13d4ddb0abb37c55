"""The half page before the detail of one supplier: its priority, the sum, why, what is next, what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.assessment import Assessment
from msrisk.write.first_step import first_step
from msrisk.write.who_acts import US
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
    more = len(one.flags) - AT_MOST
    return InShort(
        sum=_sum(one),
        reasons=tuple(rule.title for rule in one.flags[:AT_MOST]),
        more=f"And {counted(more, 'more flag')}, which stand below." if more > 0 else "",
        next_step=_next(one),
        not_known=f"{not_known(one, most=AT_MOST)}." if one.questions else _NOTHING_OPEN,
    )


def _sum(one: Assessment) -> str:
    relief = f", less relief {one.relief}" if one.relief else ""
    could = (
        ""
        if one.could_reach == one.score
        else f" With every unknown against it{' and no relief' if one.relief else ''}, {one.could_reach:,}."
    )
    return f"{one.score:,}: law {one.law:,} and exposure {one.exposure:,}{relief}.{could}"


def _next(one: Assessment) -> str:
    step = first_step(one)
    who = "us" if step.who == US else "the supplier"
    return f"For {who}: {step.said}" if step.said else _NOTHING_NEXT
