"""The result of a run: columnar for every supplier, in words for the one somebody asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from msrisk.accepted import Accepted
from msrisk.asking import Asking
from msrisk.assessment import Assessment, Assessments, Explain, ExplainFlags, Question
from msrisk.changes import Moves
from msrisk.ended import Ended
from msrisk.gravest import place_among_flags
from msrisk.last_register import LastRegister
from msrisk.model import About, Band, Bytes, Flags, Ints, Longs, Outcome, Queue, Suppliers
from msrisk.model.shift import Shift
from msrisk.once import Once
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.scores import Scores
from msrisk.taken import DecisionsTaken
from msrisk.topics import Topic, by_topic
from msrisk.values.reading import BLANK
from msrisk.view import View

if TYPE_CHECKING:
    import pandas

AT_A_TIME = 4_000  # suppliers
_BANDS, _QUEUES = tuple(Band), tuple(Queue)  # each at its own number


@dataclass(frozen=True)
class Report:
    """What a run found.

    outcomes: rules in force by suppliers, the worst line of each.  open_fields: for each field the suppliers
    for whom it is worth asking.  weights: the points that hang on it.  options: as given, for the run record.
    topics: what is bought from each supplier in a word, '' where that is not known.
    decisions, accepted: what became of those that were given, None where none were.
    explain: how the rules with the given outcomes ended for one supplier, and why; worked out when asked.
    explain_flags: how one of them came to be flagged for many suppliers.
    find_moves: what would change each supplier; find_shifts: what would change if the points did. Both take
    seconds on a long list, and so are worked out when asked.
    facts_behind: what a flag rests on, as a text that changes when the facts or the rule do.
    named_like_a_person: whether a supplier's name is such as a person trades under.
    view: for whom the outputs are made.  last: the register of last time, None where none was given.
    """

    suppliers: Suppliers
    rules: RuleSet
    as_of: date
    asked: tuple[Rule, ...]
    outcomes: Bytes
    scores: Scores
    open_fields: Mapping[str, Flags]
    weights: Mapping[str, Ints]
    explain: Explain
    explain_flags: ExplainFlags
    find_moves: Callable[[], Moves]
    find_shifts: Callable[[], tuple[Shift, ...]]
    facts_behind: Callable[[int, Rule], str]
    named_like_a_person: Callable[[str], bool] = lambda name: False
    topics: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    decisions: DecisionsTaken | None = None
    accepted: Accepted | None = None
    view: View = field(default_factory=View)
    last: LastRegister | None = None

    def __len__(self) -> int:
        return len(self.suppliers)

    def __iter__(self) -> Iterator[Assessment]:
        """Every payee, in rank order; those set aside last."""
        return self._assessments(self.scores.order)

    def ranked(self) -> Iterator[Assessment]:
        """The suppliers screened, in rank order."""
        return self._assessments(self.scores.order[self.screened[self.scores.order]])

    @property
    def reading_order(self) -> Ints:
        """The suppliers screened by priority, and within one those to look at first as they are taken.

        So the first rows of a register are those of the first screen; the others follow by rank.
        """
        place = self.scores.rank.astype(np.int64) + len(self)
        first = self.scores.turn[self.in_queue(Queue.LOOK_FIRST)[self.scores.turn]]
        place[first] = np.arange(len(first))
        order = np.lexsort((place, self.scores.band)).astype(np.int32)
        return order[self.screened[order]]

    def assessment(self, number: int) -> Assessment:
        """One supplier by its number in ``suppliers``."""
        return next(self._assessments(np.array([number], np.int32)))

    def _assessments(self, numbers: Ints) -> Iterator[Assessment]:
        """Some of the suppliers, a portion at a time, so that a long list is never held whole."""
        for some in self.portions(numbers):
            yield from some.each(self.questions, self.explain)

    def portions(self, numbers: Ints) -> Iterator[Assessments]:
        """Some of the suppliers in their order, a portion of columns at a time."""
        for start in range(0, len(numbers), AT_A_TIME):
            yield self._columns(numbers[start : start + AT_A_TIME])

    def _columns(self, numbers: Ints) -> Assessments:
        scores, suppliers = self.scores, self.suppliers
        spend, has_spend, stake = suppliers.spend[numbers], suppliers.has_spend[numbers], scores.stake[numbers]
        applicable = scores.applicable[numbers]
        return Assessments(
            number=numbers.tolist(),
            rank=scores.rank[numbers].tolist(),
            name=suppliers.shown_names(numbers),
            band=[_BANDS[band] for band in scores.band[numbers].tolist()],
            so_far=[_BANDS[band] for band in scores.so_far[numbers].tolist()],
            queue=[_QUEUES[queue] for queue in scores.queue[numbers].tolist()],
            score=scores.score[numbers].tolist(),
            could_reach=scores.could_reach[numbers].tolist(),
            law=scores.law[numbers].tolist(),
            exposure=scores.exposure[numbers].tolist(),
            relief=scores.relief[numbers].tolist(),
            spend=_where(has_spend, spend),
            stake=_where(has_spend & (stake != spend), stake),
            coverage=np.where(applicable > 0, scores.settled[numbers] / np.maximum(applicable, 1), 1.0).tolist(),
            flags=[self._flags(rules) for rules in self.ended.rules_of_each(numbers, Outcome.FLAGGED)],
            asked=self._asking.of_each(numbers),
        )

    def questions(self, number: int) -> tuple[Question, ...]:
        """What to ask about one supplier: only what can still change its answer, most points first."""
        return self._asking.of(number)

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self.suppliers, self.open_fields, self.weights, self.scores.could_reach)

    @cached_property
    def ended(self) -> Ended:
        """The rules that ended in each way."""
        return Ended(self.asked, self.outcomes)

    def rules_ended(self, number: int, outcome: Outcome) -> tuple[Rule, ...]:
        """The rules that ended so for one supplier, in the order of the rule set."""
        return self.ended.rules(number, outcome)

    @cached_property
    def _flags(self) -> Once[tuple[Rule, ...], tuple[Rule, ...]]:
        """Of the rules that are flagged those about a supplier, the gravest first."""
        place = place_among_flags(self.rules)

        def gravest_first(flagged: tuple[Rule, ...]) -> tuple[Rule, ...]:
            return tuple(sorted((rule for rule in flagged if rule.about is About.SUPPLIER), key=place))

        return Once(gravest_first)

    def count(self, band: Band) -> int:
        """How many of the suppliers screened are in a band; those set aside are in none."""
        return int(np.count_nonzero((self.scores.band == band) & self.screened))

    @cached_property
    def screened(self) -> Flags:
        """The suppliers that were not set aside."""
        return ~self.in_queue(Queue.SET_ASIDE)

    @cached_property
    def moves(self) -> Moves:
        """What would lower and raise each supplier."""
        return self.find_moves()

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """What would change if the points of a severity, or of all, were others."""
        return self.find_shifts()

    def in_queue(self, queue: Queue) -> Flags:
        held: Flags = self.scores.queue == queue
        return held

    @cached_property
    def by_topic(self) -> tuple[Topic, ...]:
        """The suppliers screened, counted by what is bought from them."""
        return by_topic(self.topics, self.suppliers, self.scores.band, self.screened)

    def first_to_look_at(self, top: int) -> list[int]:
        """The look-first suppliers in the order they are taken, then the others by rank."""
        first = [number for number in self.scores.turn.tolist() if self.in_queue(Queue.LOOK_FIRST)[number]]
        chosen = set(first)
        rest = [number for number in self.scores.order.tolist() if number not in chosen and self.screened[number]]
        return (first + rest)[:top]

    @cached_property
    def exclusions_asked(self) -> bool:
        """Whether an exclusion rule was asked of anything that was given to this run."""
        return len(self.exclusions_not_asked) < len(self._of_exclusion)

    @cached_property
    def exclusions_not_asked(self) -> tuple[Rule, ...]:
        """The exclusion rules for which nothing was given to this run; a column without a word gives nothing."""
        given = [
            name
            for name, column in self.suppliers.columns.items()
            if any(
                column.readings[code] is not BLANK for code in np.flatnonzero(np.bincount(column.codes)).tolist()
            )
        ]
        return tuple(rule for rule in self._of_exclusion if not self.rules.put_to(rule, given))

    @cached_property
    def read_of_suppliers(self) -> frozenset[str]:
        """The fields that rules about suppliers read: what is open in them is for the supplier to say."""
        terms, held = self.rules.conditions(), [rule for rule in self.asked if rule.about is About.SUPPLIER]
        parts = [part for rule in held for part in (rule.condition, rule.applies_when) if part is not None]
        return frozenset(name for part in parts for name in fields_read(part, terms))

    @property
    def _of_exclusion(self) -> list[Rule]:
        return [rule for rule in self.asked if rule.excludes]

    def to_frame(self) -> pandas.DataFrame:
        """One row a supplier, in rank order; spend in pounds."""
        import pandas

        scores, suppliers, order = self.scores, self.suppliers, self.scores.order
        spend = np.where(suppliers.has_spend, suppliers.spend / 100, np.nan)
        return pandas.DataFrame(
            {
                "rank": scores.rank[order],
                "name": [suppliers.shown_name(int(number)) for number in order],
                "band": [Band(int(band)).word for band in scores.band[order]],
                "so_far": [Band(int(band)).word for band in scores.so_far[order]],
                "queue": [Queue(int(queue)).word for queue in scores.queue[order]],
                "score": scores.score[order],
                "could_reach": scores.could_reach[order],
                "spend": spend[order],
                "flagged": [self._ids(int(number), Outcome.FLAGGED) for number in order],
                "not_known": [self._ids(int(number), Outcome.NOT_KNOWN) for number in order],
            }
        )

    def _ids(self, number: int, outcome: Outcome) -> str:
        ended = self.rules_ended(number, outcome)
        return "; ".join(rule.id for rule in ended if rule.about is About.SUPPLIER)


def _where(known: Flags, sums: Longs) -> list[int | None]:
    """The sums that are known; None for the others."""
    return [each if here else None for each, here in zip(sums.tolist(), known.tolist(), strict=True)]
