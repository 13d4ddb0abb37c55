"""What a rule set is made of, frozen."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from msrisk.logic.answer import Answers
from msrisk.logic.condition import Condition, Either, Not, Unless, both
from msrisk.logic.truth import NO, YES, same
from msrisk.model import About, Bytes, Field, Severity, Track
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.copies import Copy
from msrisk.ruleset.document import Mark
from msrisk.ruleset.tables import ReferenceTable


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or figure was read."""

    name: str
    cite: str
    url: str = ""
    edition: str = ""


def source_name(text: str) -> str:
    """The short name a source as written starts with: ``act`` of ``act, section 54(1)``."""
    return text.partition(",")[0].strip()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure of law or policy with the days from which each value holds; ascending by day."""

    name: str
    meaning: str
    values: tuple[tuple[date, str], ...]
    source: str
    mark: Mark

    def on(self, day: date) -> str | None:
        """The text in force on a day; None before the first."""
        texts = [text for start, text in self.values if start <= day]
        return texts[-1] if texts else None


@dataclass(frozen=True, slots=True)
class Example:
    """A supplier in miniature: the text of each field, or a term answered outright."""

    given: tuple[tuple[str, str], ...]
    expected: str
    mark: Mark
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A named question that rules share."""

    name: str
    meaning: str
    condition: Condition
    source: str
    examples: tuple[Example, ...]
    mark: Mark


class Standing(Enum):
    """How a rule stands on a day: whether it is asked, and whether it counts."""

    IN_FORCE = "in force"
    TRIAL = "on trial"
    NOT_YET = "not yet in force"
    NO_LONGER = "no longer in force"
    OFF = "switched off"


@dataclass(frozen=True, slots=True)
class Rule:
    """One question put to suppliers, with its law, its words and its examples.

    next_step: of a supplier we have.  steps: what to do instead at other stages, by the name of the stage.
    """

    id: str
    title: str
    source: str
    in_force: date
    track: Track
    flag_when: Condition
    because: str
    next_step: str
    duty: str
    not_a_problem_when: str
    examples: tuple[Example, ...]
    mark: Mark
    severity: Severity | None = None
    law: str = ""
    until: date | None = None
    group: str = ""
    applies_when: Condition | None = None
    unless: Condition | None = None
    status: str = ""
    relief: int = 0
    steps: Mapping[str, str] = field(default_factory=dict)

    @property
    def condition(self) -> Condition:
        """The whole of it: to whom, what, and the exception.

        Relief is only for those the rule is known to apply to: until then it is not known, never clear.
        """
        whole = both(self.applies_when, self.flag_when)
        whole = whole if self.unless is None else Unless(whole, self.unless)
        return Either((whole, Not(self.applies_when))) if self.relief and self.applies_when else whole

    @property
    def about(self) -> About:
        """Of whom it says something; what is on trial is no law, so it says nothing of anybody."""
        if self.status == "trial":
            return About.WHAT_IF
        return About.US if self.track is Track.BUYER else About.SUPPLIER

    @property
    def scored(self) -> bool:
        return self.track.scored and self.about is About.SUPPLIER

    @property
    def excludes(self) -> bool:
        """Whether a flag says that an exclusion ground may apply: for legal review, outside the points."""
        return self.track is Track.EXCLUSION and self.about is About.SUPPLIER

    def holds_on(self, day: date) -> bool:
        return self.in_force <= day and (self.until is None or day <= self.until)

    def standing(self, day: date) -> Standing:
        if not self.holds_on(day):
            return Standing.NOT_YET if day < self.in_force else Standing.NO_LONGER
        return Standing.TRIAL if self.status == "trial" else Standing.IN_FORCE

    def outcomes(self, answers: Answers) -> Bytes:
        """An ``Outcome`` for each subject."""
        size = answers.facts.size
        applies = same(YES, size) if self.applies_when is None else answers.of(self.applies_when)
        # No, not known, yes are clear, not known, flagged; 0 is not applicable.
        outcome: Bytes = (answers.of(self.condition) + 1) * (applies != NO)
        return outcome


@dataclass(frozen=True, slots=True)
class Scoring:
    """Points for each severity, the lowest score of each band, and how far assurance can relieve."""

    points: Mapping[Severity, int]
    bands: Mapping[str, int]
    relief_cap: int


@dataclass(frozen=True, slots=True)
class Worklist:
    """What to do this week: how many suppliers to look at first, how many of one category, what is parked.

    floor: pence a year below which a supplier of whom nothing but its category was found is parked.
    never_parked: the sectors for which there is no floor.
    told: a floor in pence for this list, as given with ``--min-spend``, which then counts instead.
    """

    look_first: int = 25
    per_category: int = 5
    floor: int = 0
    never_parked: tuple[str, ...] = ()
    told: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """What an overlay says otherwise than the set it extends: of a rule, a figure, the points, the worklist.

    keys: those it replaces; *new* of a rule that it adds.
    """

    file: str
    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class RuleSet:
    """A checked rule set: everything is known to exist and to read.

    files: every file and table that went into it and its sha256.  tables: in the order they are looked up.
    off: rules switched off, with the reason.  changed: what overlays say otherwise than the sets they extend.
    copies: tables of an officer's own in place of ours.
    compared_with: what its authors read.  left_out: what they left out, and why; both are said of this file alone,
    not of those it extends.
    """

    name: str
    title: str
    version: str
    reviewed: date
    fields: Mapping[str, Field]
    sources: Mapping[str, Source]
    parameters: Mapping[str, Parameter]
    terms: Mapping[str, Term]
    rules: Mapping[str, Rule]
    scoring: Scoring
    worklist: Worklist
    files: tuple[tuple[str, str], ...]
    off: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, ReferenceTable] = field(default_factory=dict)
    compared_with: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    copies: tuple[Copy, ...] = ()

    def in_force(self, day: date) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules.values() if rule.holds_on(day))

    def source_of(self, text: str) -> Source:
        """What a source as written, ``act, section 54(1)``, is taken from."""
        return self.sources[source_name(text)]

    def cited(self, text: str) -> str:
        """A source with its full name: ``Modern Slavery Act 2015, section 54(1)``."""
        _, comma, rest = text.partition(",")
        return f"{self.source_of(text).cite}{comma}{rest}"

    def parameters_on(self, day: date) -> dict[str, str]:
        """Each parameter's text in force on a day."""
        held = {name: parameter.on(day) for name, parameter in self.parameters.items()}
        return {name: text for name, text in held.items() if text is not None}

    def conditions(self) -> dict[str, Condition]:
        """The condition behind each term."""
        return {name: term.condition for name, term in self.terms.items()}

    def put_to(self, rule: Rule, columns: Container[str]) -> bool:
        """Whether a list with these columns was asked what a rule flags; one for its exception asks nothing."""
        return any(name in columns for name in fields_read(rule.flag_when, self.conditions()))

    def with_what_is_behind(self, names: Iterable[str]) -> tuple[str, ...]:
        """The fields, and those by which the tables that give them are entered, and so on."""
        found: dict[str, None] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found[name] = None
                giving = [table for table in self.tables.values() if name in table.fields]
                waiting += [field for table in giving for key in table.keys for field in key.fields]
        return tuple(found)

    def points(self, rule: Rule) -> int:
        """What a flag of this rule adds to the score."""
        return self.scoring.points[rule.severity] if rule.severity and rule.scored else 0
