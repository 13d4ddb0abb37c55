"""The arrays, the proofs and the questions agree with a plain interpreter, supplier by supplier."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk.logic.condition import All, Condition, Either, Not, Unless
from msrisk.logic.openness import open_fields
from msrisk.logic.proof import prove
from msrisk.model import Outcome, Track
from msrisk.ruleset.document import Mark
from msrisk.ruleset.rules import Rule
from msrisk.values.interval import Interval
from msrisk.values.reading import BLANK, Grade, Reading
from tests.logic import logic_making as making

SAID = {0: False, 1: None, 2: True}
SUPPLIERS, CONDITIONS = 150, 20  # by seven seeds: 21,000 pairs
SEEDS, FEWER = range(7), range(3)
DAYS = (making.DAY, date(2024, 2, 29), date(2026, 11, 22))
randoms = st.builds(Random, st.integers(0, 2**32))


def worlds(seed: int, blanks: bool = True, exceptions: bool = True) -> Any:
    """Suppliers, and conditions with the terms they use, asked on some day."""
    chance = Random(seed)
    suppliers = [making.supplier(chance) for _ in range(SUPPLIERS)]
    for number in range(CONDITIONS):
        terms = making.terms(chance, exceptions)
        written = making.condition(chance, list(terms), blanks=blanks)
        day = DAYS[number % len(DAYS)]
        answers, oracle = making.answers(suppliers, terms, day), making.oracle(terms, day)
        yield suppliers, written, making.parsed(written, list(terms)), answers, oracle


@pytest.mark.parametrize("seed", SEEDS)
def test_every_answer_is_what_the_plain_interpreter_says(seed: int) -> None:
    for suppliers, written, condition, answers, oracle in worlds(seed):
        for answer, supplier in zip(answers.of(condition).tolist(), suppliers, strict=True):
            assert SAID[answer] is oracle.holds(written, supplier), (written, oracle.terms, supplier)


@pytest.mark.parametrize("seed", FEWER)
def test_a_proof_gives_the_same_answer_and_the_weakest_link_of_its_strongest_proof(seed: int) -> None:
    for suppliers, written, condition, answers, oracle in worlds(100 + seed):
        for number, supplier in enumerate(suppliers):
            proof = prove(answers, condition, number)
            assert proof.answer == answers.of(condition)[number]
            if proof.answer != 1 and number % 3 == 0:
                assert proof.grade == oracle.grade(written, supplier), (written, oracle.terms, supplier)
            assert {piece.field for piece in proof.pieces} <= set(making.FIELDS)


@pytest.mark.parametrize("seed", FEWER)
def test_a_question_is_asked_exactly_where_the_answer_is_not_known(seed: int) -> None:
    for _, _, condition, answers, _ in worlds(200 + seed):
        unknown = answers.of(condition) == 1
        named = open_fields(answers, condition, np.ones(SUPPLIERS, np.bool_))
        asked = np.logical_or.reduce([*named.values(), np.zeros(SUPPLIERS, np.bool_)])
        assert (asked == unknown).all()
        for number in np.flatnonzero(unknown)[:30].tolist():
            fields = {name for name, flags in named.items() if flags[number]}
            assert fields == set(prove(answers, condition, number).open_fields)


@pytest.mark.parametrize("seed", FEWER)
def test_answering_every_question_leaves_nothing_open(seed: int) -> None:
    chance = Random(seed)
    for suppliers, written, condition, answers, oracle in worlds(300 + seed, blanks=False, exceptions=False):
        named = open_fields(answers, condition, np.ones(SUPPLIERS, np.bool_))
        for number, supplier in enumerate(suppliers):
            fields = [name for name, flags in named.items() if flags[number]]
            told = {
                name: making.settled(chance, making.FIELDS[name], supplier.get(name, BLANK)) for name in fields
            }
            assert oracle.holds(written, {**supplier, **told}) is not None, (written, supplier, told)


@pytest.mark.parametrize("seed", FEWER)
def test_a_further_value_never_turns_a_yes_into_a_no_or_a_no_into_a_yes(seed: int) -> None:
    chance = Random(seed)
    for suppliers, _, condition, answers, oracle in worlds(400 + seed, blanks=False, exceptions=False):
        told = [
            {**supplier, name: making.settled(chance, making.FIELDS[name], supplier.get(name, BLANK))}
            for supplier in suppliers
            for name in [chance.choice(list(making.FIELDS))]
        ]
        before = answers.of(condition)
        after = making.answers(told, oracle.terms, oracle.as_of).of(condition)
        assert (after == before)[before != 1].all()


@pytest.mark.parametrize("seed", FEWER)
def test_the_laws_of_three_valued_logic_hold(seed: int) -> None:
    chance = Random(seed)
    terms = making.terms(chance)
    answers = making.answers([making.supplier(chance) for _ in range(SUPPLIERS)], terms)
    for _ in range(40):
        a, b, c = (making.parsed(making.condition(chance, list(terms)), list(terms)) for _ in range(3))

        def same(one: Condition, two: Condition) -> bool:
            return bool((answers.of(one) == answers.of(two)).all())

        assert same(Not(All((a, b))), Either((Not(a), Not(b))))
        assert same(Not(Either((a, b))), All((Not(a), Not(b))))
        assert same(Not(Not(a)), a)
        assert same(All((a, a)), a)
        assert same(Either((a, a)), a)
        assert same(All((a, b)), All((b, a)))
        assert same(Either((a, b)), Either((b, a)))
        assert same(All((a, Either((b, c)))), Either((All((a, b)), All((a, c)))))
        assert same(All((a, Either((a, b)))), a)
        assert same(Unless(Unless(a, b), c), Unless(a, Either((b, c))))


@settings(max_examples=150, deadline=None)
@given(randoms)
def test_one_supplier_and_one_condition_agree(chance: Random) -> None:
    terms = making.terms(chance)
    written = making.condition(chance, list(terms), depth=chance.choice([0, 1, 2]), blanks=True)
    supplier, day = making.supplier(chance), chance.choice(DAYS)
    answers, oracle = making.answers([supplier], terms, day), making.oracle(terms, day)
    condition = making.parsed(written, list(terms))
    proof = prove(answers, condition, 0)
    assert SAID[proof.answer] is SAID[int(answers.of(condition)[0])] is oracle.holds(written, supplier)
    assert proof.answer == 1 or proof.grade == oracle.grade(written, supplier)


def rule_of(written: making.Written, known: list[str]) -> Rule:
    parts = {key: making.parsed(each, known) for key, each in written.items()}
    return Rule(
        *(
            "s54-test",
            "title",
            "act",
            date(2016, 1, 1),
            Track.LAW,
            parts["flag_when"],
            "why",
            "ask",
            "us",
            "never",
        ),
        examples=(),
        mark=Mark("test.yaml", 1),
        applies_when=parts.get("applies_when"),
        unless=parts.get("unless"),
    )


@pytest.mark.parametrize("seed", FEWER)
def test_every_outcome_of_a_rule_is_what_the_plain_interpreter_says(seed: int) -> None:
    chance = Random(500 + seed)
    suppliers = [making.supplier(chance) for _ in range(SUPPLIERS)]
    seen = set()
    for _ in range(CONDITIONS):
        terms = making.terms(chance)
        keys = ["flag_when", *chance.choice([[], ["applies_when"], ["unless"], ["applies_when", "unless"]])]
        written = {key: making.condition(chance, list(terms), depth=1, blanks=key != "unless") for key in keys}
        outcomes = rule_of(written, list(terms)).outcomes(making.answers(suppliers, terms))
        for outcome, supplier in zip(outcomes.tolist(), suppliers, strict=True):
            assert Outcome(outcome).word == making.oracle(terms).outcome(written, supplier), (written, supplier)
            seen.add(outcome)
    assert seen == set(Outcome)


def answer_of(field: str, phrase: str, reading: Reading = BLANK, **others: Reading) -> bool | None:
    answers = making.answers([{field: reading, **others}])
    return SAID[int(answers.of(making.parsed({field: phrase}))[0])]


def amount(low: int, high: int | None = None) -> Reading:
    return Reading(Interval(low, low if high is None else high))


@pytest.mark.parametrize(
    ("phrase", "held", "answer"),
    [
        pytest.param("at least £3", amount(300), True, id="at least is reached by the figure itself"),
        pytest.param("at least £3", amount(299), False, id="a penny below"),
        pytest.param("at least £3", amount(299, 300), None, id="a band across the limit"),
        pytest.param("more than £3", amount(300), False, id="more than is not reached by the figure itself"),
        pytest.param("at most £3", amount(300), True, id="at most is reached"),
        pytest.param("less than £3", amount(300), False, id="less than is not reached"),
        pytest.param("less than £3", amount(0, 299), True, id="a band wholly below"),
        pytest.param("£3", amount(300), True, id="equal"),
        pytest.param("£3", amount(300, 301), None, id="a band is never equal"),
        pytest.param("£3", amount(301, 400), False, id="a band elsewhere is unequal"),
        pytest.param("not £3", amount(300, 301), None, id="nor known to be unequal"),
        pytest.param("one of [£1, £3]", amount(300), True, id="one of several figures"),
        pytest.param("at least {threshold}", amount(300), True, id="a parameter"),
        pytest.param("at least £3", BLANK, None, id="a blank is never an answer"),
        pytest.param("not £3", BLANK, None, id="not even to not"),
        pytest.param("blank", BLANK, True, id="blank"),
        pytest.param("blank", amount(0), False, id="nought is not blank"),
    ],
)
def test_an_amount(phrase: str, held: Reading, answer: bool | None) -> None:
    assert answer_of("turnover", phrase, held) is answer


def day(text: str, last: str = "") -> Reading:
    return amount(date.fromisoformat(text).toordinal(), date.fromisoformat(last or text).toordinal())


@pytest.mark.parametrize(
    ("phrase", "held", "answer"),
    [
        pytest.param(
            "older than 18 months", day("2024-09-29"), True, id="31 March less 18 months is 30 September"
        ),
        pytest.param("older than 18 months", day("2024-09-30"), False, id="not on the day itself"),
        pytest.param("older than 1 month", day("2026-02-27"), True, id="clamped to the end of February"),
        pytest.param("older than 1 month", day("2026-02-28"), False, id="not the last of February itself"),
        pytest.param("before March 2026", day("2026-02-28"), True, id="before a month is before its first day"),
        pytest.param("before March 2026", day("2026-03-01"), False, id="its first day is not before it"),
        pytest.param("after March 2026", day("2026-03-31"), False, id="its last day is not after it"),
        pytest.param("after March 2026", day("2026-04-01"), True, id="after a month is after its last day"),
        pytest.param("after {as_of}", day("2026-03-31"), False, id="the day of the run is not after itself"),
        pytest.param("before {start}", day("2026-02-01", "2026-03-01"), None, id="a span that reaches into it"),
    ],
)
def test_a_date(phrase: str, held: Reading, answer: bool | None) -> None:
    assert answer_of("ended", phrase, held) is answer


@pytest.mark.parametrize(
    ("field", "phrase", "held", "answer"),
    [
        pytest.param("made_in", "China", Reading(("GB", "CN")), True, id="T46 any of several countries"),
        pytest.param("made_in", "France", Reading(("GB", "CN")), False, id="T46 none of several countries"),
        pytest.param("made_in", "France", Reading(("GB",), complete=False), None, id="T47 a part was not read"),
        pytest.param(
            "made_in", "not France", Reading(("GB",), complete=False), None, id="T47 nor known to differ"
        ),
        pytest.param("made_in", "not China", Reading(("GB", "CN")), False, id="T46 not means none of them"),
        pytest.param(
            "sic", "starts with one of [81]", Reading(("41201", "81210")), True, id="a code by its start"
        ),
        pytest.param("sic", "starts with one of [12]", Reading(("81210",)), False, id="never by its middle"),
        pytest.param("buys", "mentions one of [cleaning]", Reading(("Cleaning; windows",)), True, id="T52 a word"),
        pytest.param("buys", "mentions one of [clean]", Reading(("Cleaning",)), False, id="T52 never part of one"),
        pytest.param(
            "buys", "mentions one of [box]", Reading(("Boxes",)), True, id="T52 regular plurals are equal"
        ),
        pytest.param("buys", "mentions one of [IT]", Reading(("it services",)), True, id="T52 without case"),
        pytest.param("form", "ltd", Reading(("company",)), True, id="a spelling of the answer"),
        pytest.param("published", "no", Reading(("yes",), Grade.ASSUMED), False, id="an assumed value counts"),
    ],
)
def test_a_text(field: str, phrase: str, held: Reading, answer: bool | None) -> None:
    assert answer_of(field, phrase, held) is answer


@pytest.mark.parametrize(
    ("own", "turnover", "answer"),
    [(amount(300), amount(300), True), (amount(299), amount(300), False), (amount(0, 400), amount(300), None)],
)
def test_a_field_is_compared_with_another(own: Reading, turnover: Reading, answer: bool | None) -> None:
    assert answer_of("own", "at least {turnover}", own, turnover=turnover) is answer
    assert answer_of("own", "at least {turnover}", own) is None
