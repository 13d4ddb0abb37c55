"""A blank exception helps nobody, wherever the term it belongs to stands: DESIGN §1.1 and §5."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import pytest

from msrisk.logic.answer import Answers
from msrisk.logic.condition import Condition
from msrisk.logic.openness import assumed_fields, open_fields
from msrisk.logic.proof import prove
from msrisk.values.reading import BLANK, Grade, Reading
from tests.logic import logic_making as making
from tests.logic.oracle import Oracle, Supplier

NO, NOT_KNOWN, YES = 0, 1, 2
SUPPLIERS, CONDITIONS = 100, 25  # by four seeds: 10,000 pairs
seeded = pytest.mark.parametrize("seed", range(4))
LARGE, SMALL, MISSING = {"published": Reading(("yes",))}, {"published": Reading(("no",))}, dict[str, Reading]()
LTD, SOLE = {"form": Reading(("company",))}, {"form": Reading(("sole trader",))}
TERMS: dict[str, making.Written] = {
    "in_scope": {"when": {"published": "yes"}, "unless": {"form": "sole trader"}},
    "outside": {"when": {"in_scope": "no"}},
    "bound": {"when": {"covers": "yes"}, "unless": {"in_scope": "yes"}},
    "free": {"when": {"covers": "yes"}, "unless": {"in_scope": "no"}},
}
COVERED = {"covers": Reading(("yes",))}


@pytest.mark.parametrize(
    ("asked", "supplier", "answer", "assumed", "open_to"),
    [
        pytest.param({"in_scope": "yes"}, LARGE, YES, {"form"}, set(), id="asked yes, it stands and says so"),
        pytest.param({"in_scope": "yes"}, {**LARGE, **SOLE}, NO, set(), set(), id="it falls when known"),
        pytest.param({"in_scope": "no"}, LARGE, NOT_KNOWN, set(), {"form"}, id="asked no, it stays open"),
        pytest.param({"in_scope": "no"}, {**LARGE, **SOLE}, YES, set(), set(), id="asked no of a known exception"),
        pytest.param({"in_scope": "no"}, {**LARGE, **LTD}, NO, set(), set(), id="asked no of a known company"),
        pytest.param({"in_scope": "no"}, SMALL, YES, set(), set(), id="asked no where the claim fails"),
        pytest.param({"not": {"in_scope": "yes"}}, LARGE, NOT_KNOWN, set(), {"form"}, id="under not"),
        pytest.param({"not": {"in_scope": "no"}}, LARGE, YES, {"form"}, set(), id="asked no under not"),
        pytest.param({"not": {"not": {"in_scope": "yes"}}}, LARGE, YES, {"form"}, set(), id="not twice"),
        pytest.param({"outside": "yes"}, LARGE, NOT_KNOWN, set(), {"form"}, id="no behind another term"),
        pytest.param({"outside": "no"}, LARGE, YES, {"form"}, set(), id="no of a no behind another term"),
        pytest.param(
            {"bound": "yes"}, {**LARGE, **COVERED}, YES, {"form"}, set(), id="an exception that is not known"
        ),
        pytest.param(
            {"bound": "yes"}, {**LARGE, **COVERED, **LTD}, NO, set(), set(), id="an exception that is known"
        ),
        pytest.param(
            {"free": "yes"}, {**LARGE, **COVERED}, YES, {"form"}, set(), id="no in an exception is assumed to fail"
        ),
        pytest.param(
            {"free": "no"}, {**LARGE, **COVERED}, NOT_KNOWN, set(), {"form"}, id="no in the exception of a no"
        ),
        pytest.param({"in_scope": "no"}, MISSING, NOT_KNOWN, set(), {"published", "form"}, id="all blank"),
    ],
)
def test_a_term_with_an_exception(
    asked: making.Written, supplier: Supplier, answer: int, assumed: set[str], open_to: set[str]
) -> None:
    answers, condition = making.answers([supplier], TERMS), making.parsed(asked, list(TERMS))
    proof, everybody = prove(answers, condition, 0), np.ones(1, np.bool_)
    assert (answers.of(condition)[0], proof.answer) == (answer, answer)
    assert (set(proof.assumed), set(proof.open_fields)) == (assumed, open_to)
    assert set(open_fields(answers, condition, everybody)) == open_to
    assert set(assumed_fields(answers, condition, everybody)) == assumed
    assert (proof.grade is Grade.ASSUMED) >= bool(assumed)


# -- the same of random terms, three deep


@dataclass(frozen=True)
class World:
    """Suppliers and one condition with the terms it uses; strict: the plain interpreter that assumes nothing."""

    suppliers: list[dict[str, Reading]]
    written: making.Written
    condition: Condition
    terms: dict[str, making.Written]
    answers: Answers
    strict: Oracle


def worlds(seed: int) -> Iterator[World]:
    chance = Random(seed)
    suppliers = [making.supplier(chance) for _ in range(SUPPLIERS)]
    for _ in range(CONDITIONS):
        terms = making.terms(chance)
        written = making.condition(chance, list(terms), depth=1, blanks=True)
        condition, answers = making.parsed(written, list(terms)), making.answers(suppliers, terms)
        yield World(suppliers, written, condition, terms, answers, replace(making.oracle(terms), strict=True))


@seeded
def test_blanking_a_value_never_brings_about_a_no(seed: int) -> None:
    chance = Random(seed)
    for world in worlds(seed):
        fewer = [{**each, chance.choice(list(making.FIELDS)): BLANK} for each in world.suppliers]
        before = world.answers.of(world.condition)
        after = making.answers(fewer, world.terms).of(world.condition)
        assert (after != NO)[before != NO].all(), (world.written, world.terms)


@seeded
def test_what_helps_a_supplier_is_never_assumed_and_what_is_assumed_is_said_and_asked(seed: int) -> None:
    taken_for_granted = 0
    for world in worlds(100 + seed):
        named = assumed_fields(world.answers, world.condition, np.ones(SUPPLIERS, np.bool_))
        for number, supplier in enumerate(world.suppliers):
            proof = prove(world.answers, world.condition, number)
            asked = {name for name, flags in named.items() if flags[number]}
            assert set(proof.assumed) <= asked
            if proof.answer == NO:
                assert not proof.assumed
                assert world.strict.holds(world.written, supplier) is False, (world.written, supplier)
            if proof.answer == YES and world.strict.holds(world.written, supplier) is None:
                assert proof.grade is Grade.ASSUMED
                assert proof.assumed or any(piece.phrase.operation == "blank" for piece in proof.pieces)
                taken_for_granted += bool(proof.assumed)
    assert taken_for_granted
