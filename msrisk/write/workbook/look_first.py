"""The sheet *Look first*: the top of every queue, with why somebody stands there and what to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from msrisk.assessment import Assessment
from msrisk.model import Queue
from msrisk.report import Report
from msrisk.write.first_step import first_step
from msrisk.write.who_acts import department
from msrisk.write.words import NOT_GIVEN, SUSPICION, counted, parked_said, reasons
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]
NAME = "Look first"
_NEXT, _TO_CHECK, _PARKED = 10, 25, 10  # shown of each; the register has them all
_NOTHING_TO_ASK = "[nothing is left to ask]"


def look_first(report: Report) -> SheetPlan:
    """This week's work, and the first of what comes after it."""
    headings = (
        Heading("Queue", 10),
        Heading("No.", 5, "number"),
        Heading("Supplier", 18),
        Heading("Priority for checks", 12, "band"),
        Heading("What we buy", 14),
        Heading("Spend", 12, "pounds"),
        Heading("Why", 26),
        Heading("What to do first", 56),
        Heading("Who acts", 17),
    )
    lines = [*_how(report), *filter(None, [_shown(report), parked_said(report)])]
    return SheetPlan(NAME, "Look first: the top of every queue", lines, headings, _rows(report), filtered=True)


def tops(report: Report) -> dict[Queue, list[int]]:
    """The suppliers shown of each queue: those to look at first as they are taken, the others by rank."""
    ranked = report.scores.order.tolist()
    first = [number for number in report.scores.turn.tolist() if report.in_queue(Queue.LOOK_FIRST)[number]]
    most = {Queue.IDENTITY_TO_CHECK: _TO_CHECK, Queue.NEXT: _NEXT, Queue.PARKED: _PARKED}
    held = {queue: report.in_queue(queue) for queue in most}
    others = {queue: [each for each in ranked if held[queue][each]][:shown] for queue, shown in most.items()}
    return {Queue.LOOK_FIRST: first, **others}


def _how(report: Report) -> list[str]:
    work = report.rules.worklist
    return [
        f"Look first: {work.look_first} suppliers at most, and at most {work.per_category} of one kind of what we "
        "buy; of these the highest priority first, and within one by turns. So some who are Not cleared stand "
        "here while others of a large kind, with a higher priority, wait under Next. Between equals the score "
        "decides, then the spend.",
        "Why begins with whose turn it was: No. 2 of a kind is the second of that kind taken. The rank that the "
        "Register and explain give is another order, by priority and score over all kinds.",
        "What to do first is the next step of the gravest flag, or without a flag the question on which most "
        "hangs. The sheet Questions asks only about what is not known, not about what was found.",
        SUSPICION,
    ]


def _shown(report: Report) -> str:
    """How many of each queue stand here, where that is not all of it."""
    said = [
        f"{queue.word.capitalize()}: the first {len(shown):,} of {held:,}"
        for queue, shown in tops(report).items()
        if (held := int(np.count_nonzero(report.in_queue(queue)))) > len(shown)
    ]
    return f"{'; '.join(said)}. All stand in the Register." if said else ""


def _rows(report: Report) -> Rows:
    for queue, numbers in tops(report).items():
        turns = _turns(report, numbers) if queue is Queue.LOOK_FIRST else [""] * len(numbers)
        for place, (number, turn) in enumerate(zip(numbers, turns, strict=True), start=1):
            one = report.assessment(number)
            step = first_step(one)
            yield [
                queue.word,
                place,
                one.name,
                one.band.word,
                report.topics[number] or "[not known]",
                NOT_GIVEN if one.spend is None else one.spend / 100,
                turn + why(one),
                step.said or _NOTHING_TO_ASK,
                department(report, number) or step.who,
            ]


def _turns(report: Report, numbers: Sequence[int]) -> list[str]:
    """``No. 2 of cleaning. ``: whose turn it was, in words."""
    seen: Counter[str] = Counter()
    said = []
    for number in numbers:
        topic = report.topics[number] or "what is not known"
        seen[topic] += 1
        said.append(f"No. {seen[topic]} of {topic}. ")
    return said


def why(one: Assessment) -> str:
    """The gravest reason in a sentence, and how many more there are: as many as stand on Findings."""
    flags = one.flags
    more = f", and {counted(len(flags) - 1, 'other flag')}" if len(flags) > 1 else ""
    first = flags[0].title if flags else reasons(one)
    return f"{first}{more}."
