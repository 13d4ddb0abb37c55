"""A value and what it was compared with, for a head of service to read: ``compared with at least £36m: yes``."""

from __future__ import annotations

import re
from datetime import date

from msrisk.assessment import Evidence, RuleAnswer
from msrisk.values.reading import Grade
from msrisk.write.condition_words import either
from msrisk.write.words import day

_KNOWN = {
    Grade.STATED: "as stated",
    Grade.LOOKED_UP: "as looked up",
    Grade.ESTIMATED: "our estimate",
    Grade.ASSUMED: "as assumed",
}
_ONE_OF = re.compile(r"(not )?one of \[(.*)\]\Z")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def plainly_rests_on(answer: RuleAnswer) -> tuple[str, ...]:
    """What an answer rests on, each value in words."""
    return tuple(map(plainly_said, answer.evidence))


def plainly_said(evidence: Evidence) -> str:
    """One value with its cell, what it was compared with, and how well it is known."""
    place = f" in {evidence.address}" if evidence.address else ""
    note = f" ({evidence.note})" if evidence.note else ""
    return f"{evidence.label}: {evidence.shown}{place}{note}, {known_and_compared(evidence)}"


def known_and_compared(evidence: Evidence) -> str:
    """A yes or a no speaks for itself; of any other value also what it was compared with, and the answer."""
    known = _KNOWN[evidence.grade]
    phrase = evidence.compared_with
    if phrase in ("yes", "no"):
        return known
    if phrase == "blank":
        return f"{known}; left blank: {evidence.answer}"
    return f"{known}; compared with {_in_words(phrase)}{f': {evidence.answer}' if evidence.answer else ''}"


def _in_words(phrase: str) -> str:
    found = _ONE_OF.match(phrase)
    said = f"{found[1] or ''}{either(found[2].split(', '))}" if found else phrase
    return _DAY.sub(lambda each: day(date.fromisoformat(each[0])), said)
