"""What an acceptances workbook lists: the flags that may be accepted, and earlier acceptances that do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from msrisk.accepted import NotUsed
from msrisk.accepting.held import company_number
from msrisk.assessment import Assessment, RuleAnswer
from msrisk.model import Outcome, Queue
from msrisk.model import acceptance_sheet as headed
from msrisk.model.acceptances import Acceptance
from msrisk.report import Report
from msrisk.write.accepted_said import held_for
from msrisk.write.words import NOT_GIVEN
from msrisk.write.workbook.plan import Cell

Row = dict[str, Cell]


@dataclass(frozen=True)
class ToAccept:
    """The flags of a report, ready to be accepted by a person.

    everybody: of all suppliers that are screened, not of the look-first queue alone.
    """

    report: Report
    everybody: bool = False

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """One for each flag, with what a person wrote about it where that holds."""
        return tuple(row for number in self._suppliers() for row in self._flags(self.report.assessment(number)))

    def _suppliers(self) -> list[int]:
        """In the order in which they are looked at; those with an acceptance that holds are always among them."""
        report = self.report
        numbers = report.first_to_look_at(len(report))
        if self.everybody:
            return numbers
        kept = {number for number, _ in report.accepted.held} if report.accepted else set()
        first = report.in_queue(Queue.LOOK_FIRST)
        return [number for number in numbers if first[number] or number in kept]

    def _flags(self, one: Assessment) -> Iterator[Row]:
        for answer in one.ended(Outcome.FLAGGED):
            if not answer.rule.excludes:
                yield self._row(one, answer)

    def _row(self, one: Assessment, answer: RuleAnswer) -> Row:
        held = held_for(self.report, one.number, answer.rule)
        written: Row = dict(held.row.cells) if held else {}
        return {
            **written,
            headed.SUPPLIER: one.name,
            headed.NUMBER: company_number(self.report, one.number),
            headed.RULE: answer.rule.id,
            headed.TITLE: answer.rule.title,
            headed.BECAUSE: answer.because,
            headed.PRIORITY: one.band.word,
            headed.SPEND: NOT_GIVEN if one.spend is None else one.spend / 100,
            headed.FACTS: self.report.facts_behind(one.number, answer.rule),
        }

    @cached_property
    def not_used(self) -> tuple[Row, ...]:
        """Earlier acceptances that do not hold, as they were written, without the name of any person."""
        accepted = self.report.accepted
        return tuple(map(self._kept, accepted.not_used)) if accepted else ()

    def _kept(self, each: NotUsed) -> Row:
        public = self.report.suppliers.without_persons
        written: Row = {heading: public(text) for heading, text in each.row.cells}
        return {**written, headed.NOT_USED: public(each.reason)}

    @property
    def written(self) -> tuple[Acceptance, ...]:
        """Every acceptance that was given, for the columns a person added."""
        accepted = self.report.accepted
        if accepted is None:
            return ()
        return (*(held.row for held in accepted.held.values()), *(each.row for each in accepted.not_used))
