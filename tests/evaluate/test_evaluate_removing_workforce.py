"""Blanking what a list says of the workers, the licence, the chain or the price helps nobody (T59)."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluate.test_evaluate_removing_exposure import NAMES, nobody_is_helped

FACTS = {
    "Agency workers": ["yes", "no", "tbc", ""],
    "Labour recruiters": ["yes", "no", ""],
    "Recruitment fees paid by workers": ["yes", "no", "n/a", ""],
    "Isolated work": ["yes", "no", ""],
    "Live-in work": ["yes", "no", ""],
    "Supplies labour to licensed sectors": ["yes", "no", ""],
    "GLAA licence": ["yes", "no", "ABCD0001", "exempt", ""],
    "GLAA licence expiry": ["31/12/2024", "31/12/2027", "2026", ""],
    "Supply chain mapped to tier": ["1", "2", "not mapped", "yes", ""],
}
LINES = {
    "Purchase category": ["Agency staff", "Homecare", "Taxis", "Food", "Laptops", "Insurance", ""],
    "Price abnormally low": ["yes", "no", ""],
}


def supplier(chance: Random, name: str) -> list[dict[str, str]]:
    facts = {column: chance.choice(values) for column, values in FACTS.items()}
    return [
        {"Supplier": name, **facts, **{column: chance.choice(values) for column, values in LINES.items()}}
        for _ in range(chance.choice([1, 2]))
    ]


@settings(max_examples=12, deadline=None)
@given(st.builds(Random, st.integers(0, 2**32)))
def test_t59_blanking_a_fact_of_the_workers_or_the_contract_helps_nobody(chance: Random) -> None:
    before = [supplier(chance, name) for name in NAMES]
    after = []
    for rows in before:
        column = chance.choice([*FACTS, "Price abnormally low"])
        at = chance.randrange(len(rows))
        after.append([{**row, column: ""} if column in FACTS or n == at else row for n, row in enumerate(rows)])
    nobody_is_helped([row for rows in before for row in rows], [row for rows in after for row in rows])
