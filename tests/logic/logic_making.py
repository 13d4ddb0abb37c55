"""Random suppliers and random conditions, as a rule file would write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

import numpy as np

from msrisk.logic.answer import Answers
from msrisk.logic.condition import Condition, Unless
from msrisk.logic.facts import Facts
from msrisk.model import Column, Field
from msrisk.ruleset.conditions import Names, parse_condition
from msrisk.ruleset.document import Text, parse_document
from msrisk.values import KINDS
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import BLANK, Grade, Reading, unread
from tests.logic.oracle import Oracle, Supplier

Written = dict[str, Any]
Line = Callable[[Random, bool], tuple[str, str]]
DAY = date(2026, 3, 31)  # the end of a month: ages must be clamped
FORMS = (("company", "company"), ("ltd", "company"), ("llp", "llp"), ("sole trader", "sole trader"))
FIELDS = {
    name: Field(name, name, KINDS[kind], "supplier", choices=FORMS if kind == "choice" else ())
    for name, kind in (
        ("turnover", "money"),
        ("own", "money"),
        ("staff", "number"),
        ("ended", "date"),
        ("due", "date"),
        ("published", "yes_no"),
        ("covers", "yes_no"),
        ("form", "choice"),
        ("made_in", "country"),
        ("based_in", "country"),
        ("sic", "sic"),
        ("buys", "text"),
    )
}
PARAMETERS = {"threshold": "£3", "small": "£1", "start": "March 2026", "home": "GB"}
SAME_KIND = {"turnover": "own", "own": "turnover", "ended": "due", "due": "ended", "made_in": "based_in"}
SAME_KIND |= {"based_in": "made_in", "published": "covers", "covers": "published"}
READINGS: dict[tuple[str, str], Reading] = {}  # of all oracles: what a text means never changes
# Few values, close together, so that limits are met, missed by one and straddled.
PENCE = [0, 99, 100, 101, 200, 299, 300, 301, 400]
DAYS = [date.fromisoformat(each).toordinal() for each in ("2024-09-29", "2024-09-30", "2024-10-01", "2026-02-28")]
DAYS += [date.fromisoformat(each).toordinal() for each in ("2026-03-01", "2026-03-30", "2026-03-31", "2026-04-01")]
NUMBERS = {"money": PENCE, "number": [0, 1000, 2000, 2001], "date": DAYS}
TEXTS = {
    "yes_no": ["yes", "no"],
    "choice": ["company", "llp", "sole trader"],
    "country": ["GB", "CN", "FR"],
    "sic": ["81210", "41201", "01110"],
    "text": ["Cleaning services", "data cleansing", "Laundries; boxes", "IT", "Window cleaners"],
}
LIMITS = {
    "money": ["£1", "£2", "£3", "£3.01", "{threshold}", "{small}"],
    "number": ["1", "2", "0"],
    "date": ["2026-03-31", "1 March 2026", "{as_of}"],
}
WANTED = {
    "yes_no": ["yes", "no"],
    "choice": ["company", "ltd", "sole trader", "llp"],
    "country": ["China", "United Kingdom", "FR", "{home}"],
    "sic": ["81210", "41201"],
    "text": ["IT", "cleaning services"],
}
PREFIXES, WORDS = ["81", "4", "412", "01110"], ["cleaning", "laundry", "box", "cleaning service", "clean"]


def reading(chance: Random, field: Field) -> Reading:
    """Blank, unread, open or settled; known well or badly."""
    roll, grade = chance.random(), chance.choice(list(Grade))
    if roll < 0.2:
        return BLANK if roll < 0.15 else unread("not understood")
    if field.kind.shape == "parts":
        held = chance.sample(
            TEXTS[field.kind.name], 1 if field.kind.name == "yes_no" else chance.choice([1, 1, 2])
        )
        return Reading(tuple(held), grade, complete=chance.random() < 0.8)
    numbers = NUMBERS[field.kind.name]
    low = chance.choice(numbers)
    if roll < 0.6:
        return Reading(Interval(low, low), grade)
    return Reading(Interval(low, chance.choice([each for each in numbers if each >= low] + [LIMIT])), grade)


def settled(chance: Random, field: Field, held: Reading) -> Reading:
    """A reading that what is known now allows, and that leaves nothing open."""
    if held.settled:
        return held
    if isinstance(held.value, Interval):
        inside = [each for each in NUMBERS[field.kind.name] if held.value.low <= each <= held.value.high]
        chosen = chance.choice([*inside, held.value.low])
        return Reading(Interval(chosen, chosen))
    if field.kind.shape == "interval":
        chosen = chance.choice(NUMBERS[field.kind.name])
        return Reading(Interval(chosen, chosen))
    said = held.value or ()
    more = () if said and chance.random() < 0.5 else (chance.choice(TEXTS[field.kind.name]),)
    return Reading((*said, *more))  # type: ignore[misc]


def supplier(chance: Random) -> dict[str, Reading]:
    return {name: reading(chance, field) for name, field in FIELDS.items() if chance.random() < 0.9}


def phrase(chance: Random, field: Field, blanks: bool = False) -> str:
    """Any phrase a rule file may ask of the field."""
    if blanks and chance.random() < 0.15:
        return "blank"
    return ("not " if chance.random() < 0.2 else "") + _asked(chance, field)


def _asked(chance: Random, field: Field) -> str:
    kind = field.kind.name
    other = [f"{{{SAME_KIND[field.name]}}}"] if field.name in SAME_KIND else []
    operation = chance.choice(sorted(field.kind.phrases - {"blank"}))
    if operation == "older than":
        return f"older than {chance.choice(['18 months', '1 month', '1 day', '32 days', '2 years', '0 months'])}"
    if operation in ("before", "after"):
        return f"{operation} {chance.choice(['March 2026', '2025', '{start}', *LIMITS['date'], *other])}"
    if operation in ("starts with one of", "mentions one of"):
        chosen = chance.sample(PREFIXES if operation.startswith("starts") else WORDS, chance.choice([1, 2]))
        return f"{operation} [{', '.join(chosen)}]"
    said = [*(LIMITS if field.kind.shape == "interval" else WANTED)[kind], *other]
    if operation == "one of":
        return f"one of [{', '.join(chance.sample(said, min(len(said), chance.choice([1, 2, 3]))))}]"
    return " ".join(filter(None, (operation.replace("is", ""), chance.choice(said))))


def line(chance: Random, blanks: bool) -> tuple[str, str]:
    """Any field, and something a rule file may ask of it."""
    name = chance.choice(list(FIELDS))
    return name, phrase(chance, FIELDS[name], blanks)


def condition(
    chance: Random, terms: Sequence[str] = (), depth: int = 2, blanks: bool = False, line: Line = line
) -> Written:
    """One to three lines, some of them groups."""
    written: Written = {}
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        roll = chance.random()
        if depth and roll < 0.25:
            parts = [condition(chance, terms, depth - 1, blanks, line) for _ in range(chance.choice([1, 2, 3]))]
            written[chance.choice(["all", "any"])] = parts
        elif depth and roll < 0.35:
            written["not"] = condition(chance, terms, depth - 1, line=line)
        elif terms and roll < 0.6:
            written[chance.choice(list(terms))] = chance.choice(["yes", "no"])
        else:
            name, said = line(chance, blanks)
            written[name] = said
    return written


def terms(chance: Random, exceptions: bool = True, line: Line = line) -> dict[str, Written]:
    """Three terms; what holds of each, and its exception, may ask those before it."""
    written: dict[str, Written] = {}
    for name in ("first", "second", "third"):
        known, keys = list(written), ["when", "unless"] if exceptions and chance.random() < 0.7 else ["when"]
        written[name] = {key: condition(chance, known, depth=1, line=line) for key in keys}
    return written


def parsed(written: Written, known: Sequence[str] = (), fields: Mapping[str, Field] = FIELDS) -> Condition:
    """The condition as the tool reads it from YAML (of which JSON is a part)."""
    document = parse_document(json.dumps({"when": written}, ensure_ascii=False).encode(), "test.yaml")
    entry = document.top.get("when")
    assert entry is not None
    figures = {name: (Text(text, entry.mark),) for name, text in PARAMETERS.items()}
    return parse_condition(entry, Names(fields, known, figures))


def parsed_term(written: Written, known: Sequence[str], fields: Mapping[str, Field] = FIELDS) -> Condition:
    claim = parsed(written["when"], known, fields)
    return Unless(claim, parsed(written["unless"], known, fields)) if "unless" in written else claim


def column(field: Field, readings: Sequence[Reading]) -> Column:
    """Distinct readings and codes into them, as the reader makes."""
    codes: dict[Reading, int] = {}
    at = np.array([codes.setdefault(each, len(codes)) for each in readings], np.int32)
    return Column(field, tuple(codes), ("",) * len(codes), at, np.full(len(at), -1, np.int32))


def answers(
    suppliers: Sequence[Supplier], written: Mapping[str, Written] | None = None, day: date = DAY
) -> Answers:
    """The tool's answers for these suppliers; fields that nobody has have no column."""
    held = {name for each in suppliers for name in each}
    columns = {name: column(FIELDS[name], [each.get(name, BLANK) for each in suppliers]) for name in sorted(held)}
    known = list(written or {})
    conditions = {name: parsed_term(term, known) for name, term in (written or {}).items()}
    return Answers(Facts(len(suppliers), FIELDS, columns, day, PARAMETERS, conditions))


def oracle(written: Mapping[str, Written] | None = None, day: date = DAY) -> Oracle:
    return Oracle(FIELDS, day, PARAMETERS, written or {}, readings=READINGS)
