"""What stands on the page of one supplier for our own file: everything, with the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msrisk.assessment import Assessment, RuleAnswer
from msrisk.changes import Change
from msrisk.model import About, Outcome
from msrisk.report import Report
from msrisk.ruleset.stages import StageStep
from msrisk.write.accepted_said import ALL_ACCEPTED, accepted_words, left_look_first
from msrisk.write.one_supplier import (
    alike,
    blanks_of,
    could_add,
    open_said,
    parts_of_score,
    set_aside_as,
    where_it_stands,
    worst_of_flags,
)
from msrisk.write.own_choices import own_choices
from msrisk.write.plain_evidence import plainly_rests_on
from msrisk.write.words import NOT_ADVICE, RELIEF_ORDERS, checked_line, pounds

FOR_OUR_FILE = "For our own file"
NOT_TO_SEND = (
    "Not to be sent to the supplier: it shows our cells, our weighing and possible matches. The page for the "
    "supplier is made with --for-supplier."
)
NO_ONE = "Nobody: this supplier was found on no list that was given to this run, nor perhaps found."
TO_SAY_OTHERWISE = 'Nothing was asked of it. If it is a supplier, say so with --kind "NAME=supplier".'


@dataclass(frozen=True)
class SupplierFile:
    """One supplier of a report.  changes: what would move it.  steps: what is done at the stage that was named."""

    report: Report
    one: Assessment
    changes: Sequence[Change] = ()
    steps: Sequence[StageStep] = ()

    @property
    def screened(self) -> bool:
        return bool(self.report.screened[self.one.number])

    def stands(self) -> Iterator[str]:
        """Where it stands, in sentences."""
        report, one = self.report, self.one
        if not self.screened:
            yield set_aside_as(report, one.number)
            yield TO_SAY_OTHERWISE
            return
        yield f"{one.band.phrase}: rank {one.rank:,} of {int(report.screened.sum()):,}."
        if left_look_first(report, one.number):
            yield ALL_ACCEPTED

    def known_of_it(self) -> Iterator[str]:
        """What is bought and paid, and where it stands in the list."""
        bought = self.report.topics[self.one.number]
        if bought:
            yield f"What we buy: {bought}."
        if self.one.spend is not None:
            yield f"Spend in this list: {pounds(self.one.spend)}."
        yield where_it_stands(self.report, self.one.number)

    def about_the_run(self) -> list[str]:
        rules = self.report.rules
        return [checked_line(self.report), *own_choices(rules), NOT_ADVICE]

    def sum(self) -> list[tuple[str, str]]:
        """The score part by part: of each group of rules only the worst counts."""
        said = [
            (f"{track}: {group}{worst_of_flags(points)}", f"{max(points):,}")
            for track, group, points in parts_of_score(self.one)
        ]
        one = self.one
        relief = [("less relief", f"{-one.relief:,}")] if one.relief else []
        held = f"Score = law {one.law} + exposure {one.exposure} less relief {one.relief}"
        could = f"With every unknown against it{' and no relief' if one.relief else ''}"
        return [*said, *relief, (held, f"{one.score:,}"), (could, f"{one.could_reach:,}")]

    def on_relief(self) -> str:
        return RELIEF_ORDERS if self.one.relief else ""

    def flagged(self, about: About = About.SUPPLIER) -> tuple[RuleAnswer, ...]:
        return self.one.ended(Outcome.FLAGGED, (about,))

    def not_known(self, about: About = About.SUPPLIER) -> list[tuple[str, str, str]]:
        """The rules that are open for the same blanks, what is open, and what each could add."""
        held = [each for each in self.one.ended(Outcome.NOT_KNOWN, (about,)) if each.rule not in self._unasked]
        return [(_ids(group), self._open(group[0]), self._could_add(group)) for group in alike(held, blanks_of)]

    def settled(self, outcome: Outcome) -> list[tuple[str, tuple[str, ...]]]:
        """The rules that ended so, with what they rest on; those that rest on the same together."""
        held = [each for each in self.one.ended(outcome) if each.rule not in self._unasked]
        return [(_ids(group), plainly_rests_on(group[0])) for group in alike(held, plainly_rests_on)]

    @property
    def _unasked(self) -> Sequence[object]:
        return self.report.exclusions_not_asked  # said once at the head, not rule by rule

    def _open(self, answer: RuleAnswer) -> str:
        return "; ".join(open_said(self.report, self.one.number, name) for name in answer.blanks)

    def _could_add(self, group: Sequence[RuleAnswer]) -> str:
        return "; ".join(dict.fromkeys(map(could_add, group)))

    def accepted(self, answer: RuleAnswer) -> str:
        return accepted_words(self.report, self.one.number, answer.rule)


def _ids(group: Sequence[RuleAnswer]) -> str:
    """By their ids: the title of a rule that is not flagged would read as a finding."""
    return ", ".join(each.rule.id for each in group)
