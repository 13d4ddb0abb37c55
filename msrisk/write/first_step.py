"""What comes first for a supplier, and who does it: one order, whichever output says it.

First what was found, the gravest flag before the others; then what is not known, the question on which most hangs
before the others. The page for a supplier keeps the same order among what may be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msrisk.assessment import Assessment, Question
from msrisk.ruleset.rules import Rule
from msrisk.write.who_acts import SUPPLIER, US, acts_on, asked_of

_WHO_IT_IS = "supplier_name"
FOR_US_TO_SAY = "For us to say, from our own records"


class FirstStep(NamedTuple):
    """What to do first, '' where nothing is left to do; and who does it, *us* or *supplier*."""

    said: str
    who: str


def first_step(one: Assessment) -> FirstStep:
    """The next step of the gravest flag; where nothing is flagged, the first question."""
    flags, questions = one.flags, one.questions
    asks = not flags or names_nobody(questions)
    said = flags[0].next_step if not asks else questions[0].ask if questions else ""
    return FirstStep(said, whose_is_first(flags, questions))


def whose_is_first(flags: Sequence[Rule], questions: Sequence[Question]) -> str:
    """Who does what comes first."""
    return asked_of(questions) if not flags or names_nobody(questions) else acts_on(flags[0])


def names_nobody(questions: Sequence[Question]) -> bool:
    """Whether it is open who the supplier is, as of a contract: nothing can be asked of anybody before that."""
    return bool(questions) and questions[0].field == _WHO_IT_IS


def by_whom(questions: Sequence[Question]) -> list[tuple[str, list[Question]]]:
    """The questions to the supplier and to us, in their order; whoever has the very first comes first."""
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(US if question.ours else SUPPLIER, []).append(question)
    return list(groups.items())
