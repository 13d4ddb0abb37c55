"""What stands on an award page, the same in every format: bidders in their own order, one list of questions.

Nothing here weighs a bidder: no points, no priority, no money. The rule set orders the questions, the file the
bidders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from msrisk.assessment import RuleAnswer
from msrisk.model import About, Outcome
from msrisk.report import Report
from msrisk.ruleset.award import AwardTables, Step
from msrisk.write.award_questions import Asked, common_questions, question_for_rule
from msrisk.write.identities import MayBe, may_be_listed
from msrisk.write.one_supplier import evidence_said, open_said
from msrisk.write.rule_pages import named_source
from msrisk.write.us import to_settle
from msrisk.write.words import counted

AT_MOST_FIRST = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One flag as a neutral sentence, with the cells and the source it rests on."""

    because: str
    cells: tuple[str, ...]
    grade: str
    not_a_problem_when: str
    source: str

    def same_as(self, other: Said) -> bool:
        """Whether both say the same, of whatever cells."""
        return replace(self, cells=()) == replace(other, cells=())


@dataclass(frozen=True, slots=True)
class Alike:
    """What is so of every bidder in the same words: said once, since it tells nobody from another."""

    says: tuple[Said, ...] = ()
    not_known: tuple[str, ...] = ()
    for_us: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.says or self.not_known or self.for_us)


@dataclass(frozen=True, slots=True)
class Bidder:
    """What our list says of one bidder that bears on the questions, and what it does not say.

    where: the cells of its name.  for_us: what we have to look at or complete ourselves.
    may_be: the listed names of which nobody has said yet whether they are this bidder.
    """

    name: str
    where: str
    says: tuple[Said, ...]
    not_known: tuple[str, ...]
    for_us: tuple[str, ...]
    may_be: tuple[MayBe, ...] = ()


@dataclass(frozen=True)
class Award:
    """A report seen for an award, with the tables of the award stage."""

    report: Report
    tables: AwardTables

    @cached_property
    def order(self) -> list[int]:
        """The bidders by their first row in the file, and by nothing else."""
        suppliers = self.report.suppliers
        return sorted(range(len(suppliers)), key=lambda number: suppliers.rows_of(number)[0])

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """What every bidder is asked, whichever of them it is not known of."""
        return common_questions(self.report, self.order, self.tables.questions)

    @cached_property
    def first(self) -> tuple[Asked, ...]:
        """At most five to ask of everybody: the first of each group of rules, by points, then others."""
        leading = {each.group: each for each in reversed(self.questions)}
        in_turn = sorted(self.questions, key=lambda each: (leading[each.group] is not each, -each.points))
        chosen = in_turn[:AT_MOST_FIRST]
        return tuple(each for each in self.questions if each in chosen)

    @cached_property
    def if_relevant(self) -> tuple[Asked, ...]:
        return tuple(each for each in self.questions if each not in self.first)

    @cached_property
    def alike(self) -> Alike:
        """What is so of every bidder; of one alone nothing is."""
        if len(self.order) < 2:
            return Alike()
        first, *rest = self._each
        others = f"and the like of the {counted(len(rest), 'other bidder')}"
        says = [each for each in first.says if all(any(map(each.same_as, other.says)) for other in rest)]
        return Alike(
            tuple(replace(each, cells=(*each.cells, others)) for each in says),
            tuple(each for each in first.not_known if all(each in other.not_known for other in rest)),
            tuple(each for each in first.for_us if all(each in other.for_us for other in rest)),
        )

    def _flagged(self, number: int) -> tuple[RuleAnswer, ...]:
        """The flags about a bidder; what is only on trial has no place on this page."""
        return self._answers(number, About.SUPPLIER, Outcome.FLAGGED)

    def _answers(self, number: int, about: About, *ended: Outcome) -> tuple[RuleAnswer, ...]:
        answers = self.report.explain(number, ended)
        return tuple(each for each in answers if each.rule.about is about)

    def _of_us(self, number: int) -> list[str]:
        """What law or policy asks of us for this bidder, and what we have to settle to know it."""
        answers = self._answers(number, About.US, Outcome.FLAGGED, Outcome.NOT_KNOWN)
        flagged = [each.rule.next_step for each in answers if each.outcome is Outcome.FLAGGED]
        return [*flagged, *(ask for each in answers for ask in to_settle(self.report, each))]

    @property
    def steps(self) -> Sequence[Step]:
        return self.tables.steps

    @cached_property
    def bidders(self) -> tuple[Bidder, ...]:
        """The bidders, without what is so of every one of them."""
        alike = self.alike
        return tuple(
            replace(
                each,
                says=tuple(said for said in each.says if not any(map(said.same_as, alike.says))),
                not_known=tuple(said for said in each.not_known if said not in alike.not_known),
                for_us=tuple(said for said in each.for_us if said not in alike.for_us),
            )
            for each in self._each
        )

    @cached_property
    def _each(self) -> tuple[Bidder, ...]:
        return tuple(self._bidder(number) for number in self.order)

    def _bidder(self, number: int) -> Bidder:
        report, suppliers = self.report, self.report.suppliers
        rows = suppliers.rows_of(number)
        where = ", ".join(suppliers.book.address(row, "supplier_name") for row in rows[:6])
        flagged = self._flagged(number)
        open_ = [name for name, flags in report.open_fields.items() if flags[number]]
        ours = [suppliers.fields[name].ask for name in open_ if self.tables.questions.get(name) == ""]
        steps = [
            each.rule.next_step for each in flagged if not question_for_rule(each.rule, self.tables.questions)
        ]
        return Bidder(
            suppliers.shown_name(number),
            where + (f" and {len(rows) - 6:,} more" if len(rows) > 6 else ""),
            tuple(map(self._said, flagged)),
            tuple(open_said(report, number, name) for name in open_),
            tuple(dict.fromkeys([*steps, *ours, *self._of_us(number)])),
            tuple(may_be_listed(suppliers, number)),
        )

    def _said(self, answer: RuleAnswer) -> Said:
        rule = answer.rule
        return Said(
            answer.because,
            tuple(evidence_said(each) for each in answer.evidence),
            answer.grade.word,
            rule.not_a_problem_when,
            named_source(self.report.rules, rule.source),
        )
