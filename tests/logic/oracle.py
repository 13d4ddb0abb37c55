"""The logic once more, from DESIGN §3 and §5 alone: one supplier at a time, no arrays; True, False, None.

Conditions are what a rule file says, as plain data: ``{"turnover": "at least {threshold}", "any": [{...}, ...]}``.
A supplier is the Reading of each field it has. What a text means is the fields' own business, and shared.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from msrisk.model import Field
from msrisk.values.interval import EVERYTHING, Interval
from msrisk.values.reading import BLANK, Grade, Reading
from msrisk.values.text import words

Supplier = Mapping[str, Reading]
COMPARE = {
    "at least": lambda held, limit: held >= limit,
    "at most": lambda held, limit: held <= limit,
    "more than": lambda held, limit: held > limit,
    "less than": lambda held, limit: held < limit,
    "before": lambda held, limit: held < limit,
    "after": lambda held, limit: held > limit,
}
LISTS = ("starts with one of", "mentions one of", "one of")


def both(first: bool | None, second: bool | None) -> bool | None:
    return False if first is False or second is False else None if None in (first, second) else True


def turned(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def one_of(*answers: bool | None) -> bool | None:
    return True if True in answers else None if None in answers else False


@dataclass(frozen=True)
class Oracle:
    """strict: forget the two places where a blank counts, *blank* and *unless*: nothing is assumed."""

    fields: Mapping[str, Field]
    as_of: date
    parameters: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    strict: bool = False
    readings: dict[tuple[str, str], Reading] = field(default_factory=dict)

    def read(self, field: Field, text: str) -> Reading:
        if (field.name, text) not in self.readings:
            self.readings[field.name, text] = field.read(text)
        return self.readings[field.name, text]

    def holds(self, condition: Mapping[str, Any], supplier: Supplier, bad: bool = True) -> bool | None:
        """Every line of it must hold.  bad: holding is bad for the supplier; a blank exception never helps one."""
        answer: bool | None = True
        for key, said in condition.items():
            answer = both(answer, self.line(key, said, supplier, bad))
        return answer

    def line(self, key: str, said: Any, supplier: Supplier, bad: bool) -> bool | None:
        if key == "all":
            return turned(one_of(*(turned(self.holds(each, supplier, bad)) for each in said)))
        if key == "any":
            return one_of(*(self.holds(each, supplier, bad) for each in said))
        if key == "not":
            return turned(self.holds(said, supplier, not bad))
        if key in self.terms:
            if said == "yes":
                return self.term(key, supplier, bad)
            return turned(self.term(key, supplier, not bad))
        return self.phrase(self.fields[key], said, supplier)

    def term(self, name: str, supplier: Supplier, bad: bool) -> bool | None:
        claim = self.holds(self.terms[name]["when"], supplier, bad)
        return self.less(claim, self.terms[name].get("unless"), supplier, bad)

    def less(
        self, claim: bool | None, exception: Mapping[str, Any] | None, supplier: Supplier, bad: bool
    ) -> bool | None:
        """X unless Y: where that is bad, falls only when Y is known to be so; where it is good, is X and not Y."""
        if exception is None:
            return claim
        excused = self.holds(exception, supplier, not bad)
        if self.strict or not bad:
            return both(claim, turned(excused))
        return False if excused is True else claim

    def outcome(self, rule: Mapping[str, Any], supplier: Supplier) -> str:
        applies = self.holds(rule.get("applies_when", {}), supplier)
        if applies is False:
            return "not applicable"
        claim = both(applies, self.holds(rule["flag_when"], supplier))
        answer = self.less(claim, rule.get("unless"), supplier, bad=True)
        return {True: "flagged", False: "clear", None: "not known"}[answer]

    def phrase(self, field: Field, text: str, supplier: Supplier) -> bool | None:
        held = supplier.get(field.name, BLANK)
        if text == "blank":
            return False if held.understood else None if self.strict else True
        if text.startswith("not "):
            return turned(self.phrase(field, text.removeprefix("not "), supplier))
        if text.startswith("older than "):
            return self.compare(COMPARE["before"], held, self.ago(text.removeprefix("older than ")))
        for operation in LISTS:
            if text.startswith(f"{operation} ["):
                items = text.removeprefix(f"{operation} [").removesuffix("]").split(", ")
                return one_of(*(self.item(operation, field, each, held, supplier) for each in items))
        operation = next((each for each in COMPARE if text.startswith(f"{each} ")), "")
        return self.item(operation, field, text.removeprefix(operation).strip(), held, supplier)

    def item(self, operation: str, field: Field, text: str, held: Reading, supplier: Supplier) -> bool | None:
        """One value compared with one other: a text, a parameter, or another field of the supplier."""
        if operation in ("starts with one of", "mentions one of"):
            return self.parts(operation, held, Reading((text,)))
        name = text[1:-1] if text.startswith("{") else ""
        if name in self.fields:
            other = supplier.get(name, BLANK)
        else:
            said = {**self.parameters, "as_of": self.as_of.isoformat()}[name] if name else text
            other = self.as_limit(operation, self.read(field, said))
        if field.kind.shape == "parts":
            return self.parts("one of", held, other)
        if operation in COMPARE:
            return self.compare(COMPARE[operation], held, other)
        mine, theirs = span(held), span(other)
        if mine.high < theirs.low or mine.low > theirs.high:
            return False
        return True if mine.low == mine.high == theirs.low == theirs.high else None

    def as_limit(self, operation: str, limit: Reading) -> Reading:
        """Before March is before its first day; after March is after its last."""
        day = {"before": span(limit).low, "after": span(limit).high}.get(operation)
        return limit if day is None else Reading(Interval(day, day))

    def compare(self, holds: Any, held: Reading, limit: Reading) -> bool | None:
        """Known when every value each of the two may have gives the same answer; the ends tell."""
        mine, theirs = span(held), span(limit)
        found = {holds(one, two) for one in (mine.low, mine.high) for two in (theirs.low, theirs.high)}
        return found.pop() if len(found) == 1 else None

    def parts(self, operation: str, held: Reading, other: Reading) -> bool | None:
        if held.value is None or other.value is None:
            return None
        if any(meets(operation, one, two) for one in held.value for two in other.value):  # type: ignore[union-attr]
            return True
        return False if held.complete and other.complete else None

    def ago(self, age: str) -> Reading:
        number, unit = int(age.split()[0]), age.split()[1].rstrip("s")
        day = self.as_of - timedelta(days=number) if unit == "day" else self.as_of
        for _ in range({"day": 0, "month": number, "year": 12 * number}[unit]):
            day = day.replace(day=1) - timedelta(days=1)
        day = day.replace(
            day=min(day.day if unit == "day" else self.as_of.day, monthrange(day.year, day.month)[1])
        )
        return Reading(Interval(day.toordinal(), day.toordinal()))

    def grade(self, condition: Mapping[str, Any], supplier: Supplier) -> Grade:
        """The best grade such that the answer stands when all that is less well known is forgotten."""
        actual = self.holds(condition, supplier)
        strict = replace(self, strict=True)
        for grade in reversed(Grade):
            known = {name: reading for name, reading in supplier.items() if reading.grade >= grade}
            if strict.holds(condition, known) is actual:
                return grade
        return Grade.ASSUMED


def span(reading: Reading) -> Interval:
    return reading.value if isinstance(reading.value, Interval) else EVERYTHING


def meets(operation: str, held: str, wanted: str) -> bool:
    if operation == "mentions one of":
        return f" {' '.join(words(wanted))} " in f" {' '.join(words(held))} "
    if operation == "starts with one of":
        return re.match(re.escape(wanted), held, re.IGNORECASE) is not None
    return held.casefold() == wanted.casefold()
