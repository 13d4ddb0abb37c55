"""Which acceptances hold against the facts of today, and what follows: a finding is shown as accepted.

The score and the band stay as they are: a flag that somebody accepts is still a flag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from msrisk.accepted import AcceptancesFile, Accepted, Held, NotUsed
from msrisk.logic.facts import before
from msrisk.model import Longs, Outcome, Queue, Track
from msrisk.model import acceptance_sheet as headed
from msrisk.model.acceptances import Acceptance
from msrisk.report import Report
from msrisk.ruleset.rules import Rule
from msrisk.values import KINDS
from msrisk.values.interval import Interval
from msrisk.values.name import key as name_key
from msrisk.values.reading import Hint

MONTHS = 12  # the longest that a finding may be accepted for
NOT_HERE = "its supplier is not in this list under that name and company number"
NOT_FLAGGED = "the rule does not flag this supplier in this run: there is nothing to accept"
CHANGED = "what it rests on has changed since: the facts, the rule, its weight or a figure of it"
FOR_REVIEW = "an exclusion is for legal review and for nobody else to accept"
_DAY_FIRST = Hint(day_first=True)


def with_acceptances(report: Report, given: AcceptancesFile) -> Report:
    """The report with every acceptance that holds, and the others with the reason why they do not."""
    numbers = _by_name(report)
    held: dict[tuple[int, str], Held] = {}
    not_used = []
    for row in given.rows:
        found = _taken(report, row, numbers, held)
        if isinstance(found, Held):
            held[_supplier(report, row, numbers), row.rule] = found
        else:
            not_used.append(found)
    moved = _all_accepted(report, held)
    accepted = Accepted(given.file, given.sha256, held, tuple(not_used), frozenset(moved))
    return replace(_after_the_others(report, moved), accepted=accepted)


# -- one acceptance


def _taken(
    report: Report, row: Acceptance, numbers: dict[str, list[int]], held: dict[tuple[int, str], Held]
) -> Held | NotUsed:
    if row.blank:
        (heading, where), *_ = row.blank
        return NotUsed(row, where, f"the cell under '{heading}' is blank")
    on, until = _day(row.on), _day(row.until)
    problem = _days_problem(report, row, on, until)
    if problem or until is None:
        return NotUsed(row, row.where, problem)
    number = _supplier(report, row, numbers)
    if number < 0:
        return NotUsed(row, row.where, NOT_HERE)
    problem = _finding_problem(report, row, number)
    if not problem and (number, row.rule) in held:
        problem = f"the same finding is accepted in {held[number, row.rule].row.where}"
    return NotUsed(row, row.where, problem) if problem else Held(row, until)


def _day(text: str) -> date | None:
    value = KINDS["date"].read(text, _DAY_FIRST).value
    return date.fromordinal(value.low) if isinstance(value, Interval) and value.is_point else None


def _days_problem(report: Report, row: Acceptance, on: date | None, until: date | None) -> str:
    """Why the two days do not do; '' when they do."""
    for heading, text, read in ((headed.ON, row.on, on), (headed.UNTIL, row.until, until)):
        if read is None:
            return f"'{text}' under '{heading}' is not a day"
    if on is None or until is None:
        return ""
    if on > report.as_of:
        return f"it is accepted on {on}, after the day of this run, {report.as_of}"
    if until < on:
        return f"it ends on {until}, before it was accepted on {on}"
    if before(until, MONTHS, "month") > on:
        return f"it runs to {until}, more than {MONTHS} months after it was accepted on {on}"
    return f"it lapsed: it ended on {until}" if until < report.as_of else ""


def _finding_problem(report: Report, row: Acceptance, number: int) -> str:
    """Why there is no such finding any more; '' while it stands as it stood."""
    rule = next((each for each in report.asked if each.id == row.rule), None)
    if rule is None:
        return f"no rule '{row.rule}' is in force in this run"
    if rule.track is Track.EXCLUSION:
        return FOR_REVIEW
    if rule not in report.rules_ended(number, Outcome.FLAGGED):
        return NOT_FLAGGED
    return "" if report.facts_behind(number, rule) == row.facts else f"it lapsed: {CHANGED}"


# -- whom it is about


def _by_name(report: Report) -> dict[str, list[int]]:
    """The suppliers screened, by their names; one capital or *Ltd* for *Limited* makes no other."""
    found: dict[str, list[int]] = {}
    for number in np.flatnonzero(report.screened).tolist():
        found.setdefault(name_key(report.suppliers.names[number]), []).append(number)
    return found


def _supplier(report: Report, row: Acceptance, numbers: dict[str, list[int]]) -> int:
    """The one supplier of that name and company number, or -1."""
    alike = [
        number
        for number in numbers.get(name_key(row.supplier), [])
        if company_number(report, number).lstrip("0") == row.number.lstrip("0")
    ]
    return alike[0] if len(alike) == 1 else -1


def company_number(report: Report, number: int) -> str:
    """As the list has it; '' where it has none."""
    column = report.suppliers.columns.get("company_number")
    return "" if column is None else column.reading(number).first


# -- what follows


def _all_accepted(report: Report, held: dict[tuple[int, str], Held]) -> set[int]:
    """Suppliers to look at first, every flag of whom that counts is accepted, and of whom none is for review."""
    look_first = report.in_queue(Queue.LOOK_FIRST)
    return {
        number
        for number in {number for number, _ in held}
        if look_first[number] and all((number, rule.id) in held for rule in _counting(report, number))
    }


def _counting(report: Report, number: int) -> Iterator[Rule]:
    """Its flags that have points, also those beside a worse one of their group; and exclusions."""
    for rule in report.rules_ended(number, Outcome.FLAGGED):
        if report.rules.points(rule) or rule.excludes:
            yield rule


def _after_the_others(report: Report, moved: set[int]) -> Report:
    """Those leave *look first* for a place behind all others, and the next in turn take theirs."""
    if not moved:
        return report
    scores = report.scores
    turn = [number for number in scores.turn.tolist() if number not in moved]
    queue = scores.queue.copy()
    queue[sorted(moved)] = Queue.NEXT
    queue[turn[: report.rules.worklist.look_first]] = Queue.LOOK_FIRST
    behind = [number for number in scores.turn.tolist() if number in moved]
    order: Longs = np.array([*turn, *behind], np.int64)
    return replace(report, scores=replace(scores, queue=queue, turn=order))
