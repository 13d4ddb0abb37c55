"""Conditions as sentences: what a rule asks, as an officer or a lawyer would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from msrisk.logic.condition import All, Asks, Condition, Either, Literal, Not, Operand, Phrase, TermIs, Unless
from msrisk.logic.facts import AS_OF
from msrisk.model import Field
from msrisk.ruleset.rules import RuleSet
from msrisk.write.pages import Line
from msrisk.write.words import day, field_words, in_sentence

_UNQUOTED = ("money", "number", "percent", "date", "yes_no", "country")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_OPEN_ENDED = ("on", "of", "until", "for")  # a label that ends so wants its value next, not a verb
_VERBS = {
    "is": ("is", "is not"),
    "one of": ("is", "is none of"),
    "starts with one of": ("starts with", "does not start with"),
    "mentions one of": ("mentions", "does not mention"),
}


@dataclass(frozen=True)
class Speaker:
    """Says conditions of a rule set, with its figures as they are in force on a day."""

    rules: RuleSet
    day: date

    def lines(self, condition: Condition, depth: int = 0) -> tuple[Line, ...]:
        """A condition as a paragraph, or as bullets joined by *and* and *or*."""
        joined = isinstance(condition, All | Unless)
        *first, last = map(_capital, self._say(condition, depth + 1 if joined else depth, ""))
        return (*first, Line(f"{last.text}.", last.depth))

    def _say(self, condition: Condition, depth: int, start: str) -> Iterator[Line]:
        """start: the word that joins it to what stands before, with a space; '' at the beginning."""
        match condition:
            case Asks() | TermIs():
                yield Line(start + self._clause(condition), depth)
            case All(parts) if not start:
                yield from self._parts(parts, depth, "and ")
            case All(parts):
                yield Line(f"{start}all of these:", depth)
                yield from self._parts(parts, depth + 1, "and ")
            case Either(parts):
                yield Line(f"{start}at least one of these:", depth)
                yield from self._parts(parts, depth + 1, "or ")
            case Not(All(parts)):
                yield Line(f"{start}it is not so that all of these hold:", depth)
                yield from self._parts(parts, depth + 1, "and ")
            case Not(Either(parts)):
                yield Line(f"{start}none of these holds:", depth)
                yield from self._parts(parts, depth + 1, "or ")
            case Not(part):
                yield from self._say(part, depth, f"{start}it is not so that ")
            case Unless(claim, exception):
                yield from self._say(claim, depth, start)
                yield from self._say(exception, depth, "unless ")

    def _parts(self, parts: Sequence[Condition], depth: int, word: str) -> Iterator[Line]:
        for number, part in enumerate(parts):
            if number:
                yield from self._say(part, depth, word)
            elif isinstance(part, All):
                yield Line("all of these:", depth)
                yield from self._parts(part.parts, depth + 1, "and ")
            else:
                yield from self._say(part, depth, "")

    def _clause(self, leaf: Asks | TermIs) -> str:
        if isinstance(leaf, TermIs):
            said = f"{in_sentence(self.rules.terms[leaf.term].meaning)} ({term_words(leaf.term)})"
            return said if leaf.wanted else f"it is not so that {said}"
        field = self.rules.fields[leaf.field]
        statement = field.kind.name == "yes_no" or field.label.endswith(tuple(f" {each}" for each in _OPEN_ENDED))
        return f"{in_sentence(field.label)}{':' if statement else ''} {self.phrase(field, leaf.phrase)}"

    def phrase(self, field: Field, phrase: Phrase) -> str:
        """What is asked of a field: ``is at least £36m (the turnover threshold in force since …)``."""
        operation = phrase.operation
        if operation == "blank":
            return "is left blank"
        said = either(self._operand(field, each) for each in phrase.operands)
        verbs = _VERBS.get(operation, (f"is {operation}", f"is not {operation}"))
        ending = " on the day of the run" if operation == "older than" else ""
        return f"{verbs[phrase.negated]} {said}{ending}"

    def _operand(self, field: Field, operand: Operand) -> str:
        if isinstance(operand, Literal):
            if _ISO_DAY.match(operand.text):
                return day(date.fromisoformat(operand.text))
            return operand.text if field.kind.name in _UNQUOTED else f'"{operand.text}"'
        if operand.name == AS_OF:
            return "the day of the run"
        if operand.name in self.rules.parameters:
            return self.figure(operand.name)
        return f"what stands under {self.rules.fields[operand.name].label}"

    def figure(self, name: str) -> str:
        """A parameter's value on the day, its name and since when it holds."""
        values = self.rules.parameters[name].values
        start, text = next(((start, text) for start, text in reversed(values) if start <= self.day), values[0])
        since = f"in force since {day(start)}" if start <= self.day else f"in force from {day(start)}"
        return f"{text} (the {field_words(name)} {since})"


def term_words(name: str) -> str:
    """A term's name, marked as one: ``"in scope"``."""
    return f'"{field_words(name)}"'


def either(items: Iterator[str] | Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return listed(items, "or")


def listed(items: Iterator[str] | Sequence[str], word: str) -> str:
    """The items with commas, and the word before the last."""
    *first, last = items
    return f"{', '.join(first)} {word} {last}" if first else last


def _capital(line: Line) -> Line:
    """A line that goes on from the one before begins small."""
    if line.text.startswith(("and ", "or ", "unless ")):
        return line
    return Line(line.text[:1].upper() + line.text[1:], line.depth, line.url)
