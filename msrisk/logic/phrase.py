"""Phrases: the words a condition may use of a field, and how they are read.

    value                         not value                    one of [a, b]
    at least / at most t          more than / less than t      older than 18 months
    before / after date           starts with one of [41, 42]  mentions one of [cleaning, laundry]
    blank
A value, t or date is read by the field's own kind, or is {name}: a parameter, or another field of that kind.
There is no arithmetic, no function and no regular expression.
"""

from __future__ import annotations

import re

from msrisk.errors import RulesError
from msrisk.logic.condition import Literal, Operand, Phrase, Reference
from msrisk.model import Field
from msrisk.values.reading import Grade, Reading
from msrisk.values.text import words

# Longest first, so that "starts with one of" is not taken for a value that starts with "starts".
OPERATIONS = (
    "starts with one of",
    "mentions one of",
    "older than",
    "at least",
    "more than",
    "less than",
    "at most",
    "before",
    "one of",
    "after",
    "blank",
    "is",
)
# What people write instead, and what it means here.
MEANT = {
    "contains": "mentions one of",
    "includes": "mentions one of",
    "mentions": "mentions one of",
    "starts with": "starts with one of",
    "greater than": "more than",
    "no less than": "at least",
    "no more than": "at most",
    "fewer than": "less than",
    "any of": "one of",
    "is one of": "one of",
}
LISTED = frozenset({"one of", "starts with one of", "mentions one of"})
LONGEST_AGE = 9999
_AGE = re.compile(r"(\d{1,4}) (day|month|year)s?( less a day)?\Z")
_REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)\}\Z")
_LIST = re.compile(r"\[(.*)\]\Z", re.DOTALL)
_ITEM = re.compile(r'\s*("(?P<quoted>[^"]*)"|(?P<plain>[^,"]*))\s*(,|\Z)')


def parse_phrase(text: str, field: Field) -> Phrase:
    """One phrase asked of one field.

    Raises RulesError, without a place: the caller knows the file and line.
    """
    said = " ".join(text.split())
    negated = said.startswith("not ")
    operation, rest = _operation(said[4:] if negated else said)
    if operation == "is":
        _refuse_other_words(rest, field)
    if operation not in field.kind.phrases:
        raise RulesError(
            f"'{operation}' cannot be asked of '{field.name}', which is {field.kind.in_words}",
            hint=f"It can be asked: {', '.join(op for op in reversed(OPERATIONS) if op in field.kind.phrases)}.",
        )
    if operation == "blank" and negated:
        raise RulesError("'not blank' is not allowed: a blank is never an answer", hint="Ask for a value.")
    return Phrase(operation, _operands(operation, rest, field), negated)


def _refuse_other_words(said: str, field: Field) -> None:
    """``contains [cleaning]`` would be taken for a text that says just that, and match nothing."""
    for words_, meant in MEANT.items():
        rest = said[len(words_) :].strip()
        if said.startswith(words_ + " ") and rest and meant in field.kind.phrases:
            written = f"[{rest}]" if meant in LISTED and not rest.startswith("[") else rest
            raise RulesError(f"'{said}' is no phrase msrisk knows", hint=f"Write it as {meant} {written}.")


def _operation(said: str) -> tuple[str, str]:
    for operation in OPERATIONS:
        if said == operation or said.startswith(operation + " "):
            if operation == "is":
                break
            return operation, said[len(operation) :].strip()
    return "is", said


def _operands(operation: str, rest: str, field: Field) -> tuple[Operand, ...]:
    if operation == "blank":
        if rest:
            raise RulesError(f"'blank' stands alone, but '{rest}' follows it")
        return ()
    if operation == "older than":
        if not _AGE.match(rest):
            raise RulesError(f"'{rest}' is not an age", hint="Write a number of days, months or years: 18 months.")
        return (Literal(rest, Reading()),)
    texts = list_items(rest) if operation in LISTED else [rest]
    if not all(texts) or not texts:
        raise RulesError(f"'{operation}' needs something to compare with")
    return tuple(_operand(operation, text, field) for text in texts)


def list_items(text: str) -> list[str]:
    """``[a, "b, c"]`` as its items."""
    found = _LIST.match(text)
    if not found:
        raise RulesError(f"'{text}' is not a list", hint="Write it in square brackets: one of [a, b].")
    inner, at = found.group(1), 0
    items: list[str] = []
    while at < len(inner) or not items:
        item = _ITEM.match(inner, at)
        if not item:
            raise RulesError(f"'{text}' is not a list", hint='Put a text with a comma in "double quotes".')
        items.append(item["quoted"] if item["quoted"] is not None else item["plain"].strip())
        at = item.end()
    return items


def _operand(operation: str, text: str, field: Field) -> Operand:
    reference = _REFERENCE.match(text)
    if reference:
        return Reference(reference.group(1))
    if operation == "mentions one of" and not words(text):
        raise RulesError(f"'{text}' has no word to look for")
    if operation in ("starts with one of", "mentions one of"):
        return Literal(text, Reading((text,)))
    reading = field.read(text)
    if not exact(reading):
        said = f"'{text}' is not {field.kind.in_words}"
        note = reading.note.removesuffix("; taken as not known")
        problem = note if note.startswith(said) else ": ".join(filter(None, (said, note)))
        raise RulesError(problem, hint=_choices(field))
    return Literal(text, reading)


def exact(reading: Reading) -> bool:
    """Whether a value will do in a rule: all of it read, none of it estimated."""
    return reading.understood and reading.complete and reading.grade is Grade.STATED


def _choices(field: Field) -> str:
    choices = dict.fromkeys(choice for _, choice in field.choices)
    return f"It can be: {', '.join(repr(each) for each in choices)}." if choices else ""


def age(operand: Operand) -> tuple[int, str, bool]:
    """An age already checked: ``18 months`` is (18, "month", False); the last is whether it is less a day.

    A period that ends with a day counts it: of five years to 26 November 2026 the first is 27 November 2021.
    """
    found = _AGE.match(operand.text) if isinstance(operand, Literal) else None
    if not found:
        raise RulesError("an age must be written out, such as 18 months")
    return int(found.group(1)), found.group(2), bool(found.group(3))
