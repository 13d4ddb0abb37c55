"""What may be said in public: counts of no fewer than five, and no priority that tells of a legal review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas
import pytest

from msrisk import Report, screen
from msrisk.published import (
    FEWEST,
    TOGETHER,
    Priority,
    by_priority,
    kinds_of_purchase,
    priority_of,
)

DAY = date(2026, 11, 26)
SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def bought(*counts: tuple[str, int]) -> Report:
    """A list with so many suppliers of each category."""
    rows = [
        {"Supplier": f"{category} {number} Ltd", "Category": category, "Annual spend": "1000"}
        for category, count in counts
        for number in range(count)
    ]
    return screen(pandas.DataFrame(rows), as_of=DAY)


@pytest.mark.parametrize(
    ("counts", "apart", "together"),
    [
        ([("Cleaning", 5), ("Laundry", 5)], ["cleaning", "laundry"], 0),
        ([("Cleaning", 9), ("Laundry", 4), ("Catering", 1)], ["cleaning"], 5),
        ([("Cleaning", 9), ("Laundry", 7), ("Catering", 1)], ["cleaning"], 8),
        ([("Cleaning", 6), ("Audit fees", 1)], [], 7),
    ],
    ids=["none of few", "several of few", "one of few takes the next", "one of few and no other"],
)
def test_no_count_is_of_fewer_than_five(
    counts: Sequence[tuple[str, int]], apart: list[str], together: int
) -> None:
    kinds = kinds_of_purchase(bought(*counts))
    assert sorted(each.name for each in kinds if each.name != TOGETHER) == apart
    assert sum(each.suppliers for each in kinds if each.name == TOGETHER) == together
    assert all(each.suppliers >= FEWEST for each in kinds)


@pytest.mark.parametrize("file", ["suppliers.xlsx", "suppliers-messy.xlsx", "payments.csv"])
def test_every_supplier_screened_is_counted_once(file: str) -> None:
    report = screen(SAMPLES / file, as_of=DAY)
    kinds = kinds_of_purchase(report)
    assert sum(each.suppliers for each in kinds) == int(report.screened.sum())
    assert all(sum(each.priorities) == each.suppliers for each in kinds)


@pytest.mark.parametrize("file", ["suppliers.xlsx", "suppliers-messy.xlsx", "payments.csv"])
def test_no_sum_by_priority_is_of_few_and_every_supplier_is_in_one(file: str) -> None:
    report = screen(SAMPLES / file, as_of=DAY)
    counted = by_priority(report)
    assert sorted(each.value for group, _ in counted for each in group) == sorted(each.value for each in Priority)
    assert sum(held.suppliers for _, held in counted) == int(report.screened.sum())
    assert all(held.suppliers == 0 or held.suppliers >= FEWEST for _, held in counted)


def test_low_with_two_suppliers_is_counted_with_medium() -> None:
    counted = by_priority(screen(SAMPLES / "suppliers.xlsx", as_of=DAY))
    assert (Priority.MEDIUM, Priority.LOW) in [group for group, _ in counted]


def test_a_text_of_the_list_is_no_kind_of_purchase() -> None:
    report = bought(("Qzvx for J Bloggs", 6))
    assert [each.name for each in kinds_of_purchase(report)] == ["not known"]
    by_law_alone = screen(
        pandas.DataFrame([{"Supplier": f"A{number} Ltd", "Category": "For J Bloggs"} for number in range(6)]),
        rules="section-54",
        as_of=DAY,
    )
    assert [each.name for each in kinds_of_purchase(by_law_alone)] == ["not known"]


def test_t95_a_legal_review_is_not_told_from_any_other_high_priority() -> None:
    rows = [{"Supplier": "Alder Ltd", "Slavery conviction": "yes"}, {"Supplier": "Birch Ltd"}]
    report = screen(pandas.DataFrame(rows), as_of=DAY)
    assert report.scores.band.tolist()[0] == 0
    assert priority_of(report, 0) is Priority.HIGH
