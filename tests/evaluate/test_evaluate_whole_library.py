"""What must hold of the whole library as it ships, whatever rules it has (DESIGN §1.1).

The cells are taken from the rules' own examples, so that a rule that is added is in these tests by itself.
Readings of a whole column (the order of day and month, the unit of amounts, whether percentages are fractions) do
depend on its other cells: here each cell says by itself how it is to be read. The queue *look first* depends on
other suppliers by design and is not compared.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk import load_rules
from msrisk.assessment import Assessment
from msrisk.logic.facts import AS_OF
from msrisk.model import Band, Outcome, Track
from msrisk.report import Report
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import RuleSet
from msrisk.write.template import heading_of
from tests.evaluate.evaluate_making import results, screened
from tests.evaluate.test_evaluate_removing_exposure import AGREEING, FREE, PURCHASE

NAMES = [
    f"Firm {one}{other}" for one in "BCDFG" for other in "HJKLM"
]  # of no legal form, so that none is contradicted
BOUGHT = dict(zip(PURCHASE, zip(*[row[:-1] for row in AGREEING], strict=True), strict=True))
Rows = list[dict[str, str]]


@cache
def rules() -> RuleSet:
    return load_rules("uk-public-procurement")


@cache
def cells() -> dict[str, tuple[str, ...]]:
    """For each heading of a fact that some rule reads, what the examples write under it, and nothing."""
    held = rules()
    read = [
        name
        for rule in held.rules.values()
        for name in held.with_what_is_behind(fields_read(rule.condition, held.conditions()))
    ]
    written: dict[str, dict[str, None]] = {}
    for subject in (*held.rules.values(), *held.terms.values()):
        for example in subject.examples:
            for name, text in example.given:
                if name in held.fields and name != AS_OF:
                    written.setdefault(name, {})[text] = None
    found = {}
    for name in dict.fromkeys(read):
        field = held.fields.get(name)
        if field and field.headers and heading_of(field) not in ("SIC", *PURCHASE) and name not in NOT_TYPED:
            found[heading_of(field)] = (*written.get(name, {}), *FREE.get(heading_of(field), ()), "")
    return found


# What was bought is drawn for all its columns together; an identity with a listed name comes from a list.
NOT_TYPED = (
    "category", "category_2", "category_3", "account", "account_2", "account_3", "proclass", "cpv", "sic",
    "description", "goods", "contract_title", "watchlist_identity",
)  # fmt: skip


def anchor() -> dict[str, str]:
    """A supplier that is in no comparison and keeps every column of the list understood."""
    row = {heading: next(filter(None, texts)) for heading, texts in cells().items() if any(texts)}
    return {"Supplier": "Anchor", **row, "Purchase category": "Sundries", "Expense type": "Misc"}


def drawn(chance: Random, name: str) -> dict[str, str]:
    """One supplier of one row: a cell in three is blank, and all columns of what was bought agree."""
    facts = {heading: chance.choice(texts) if chance.random() < 0.66 else "" for heading, texts in cells().items()}
    *bought, _ = chance.choice(AGREEING)
    return {
        "Supplier": name,
        "Amount": str(chance.choice([100, 2_000, 3_000_000])),
        **facts,
        **{column: chance.choice([text, text, ""]) for column, text in zip(PURCHASE, bought, strict=True)},
    }


def listed(chance: Random) -> Rows:
    return [drawn(chance, name) for name in NAMES]


def run(rows: Rows, held: RuleSet | None = None) -> Report:
    return screened([*rows, anchor()], held or rules())


seeds = st.builds(Random, st.integers(0, 2**32))
few = settings(max_examples=4, deadline=None)


@few
@given(seeds)
def test_p1_t66_the_order_of_rows_and_rules_changes_no_result(chance: Random) -> None:
    rows, ids = listed(chance), list(rules().rules)
    expected = results(run(rows))
    chance.shuffle(rows)
    chance.shuffle(ids)
    assert results(run(rows, replace(rules(), rules={each: rules().rules[each] for each in ids}))) == expected


@few
@given(seeds)
def test_p2_other_suppliers_change_no_result(chance: Random) -> None:
    rows = listed(chance)
    kept = chance.sample(rows, 8)
    found = results(run(kept))
    expected = {name: each for name, each in results(run(rows)).items() if name in found}
    assert found == expected


def removed(chance: Random, row: dict[str, str]) -> dict[str, str]:
    filled = [heading for heading, text in row.items() if text and heading not in ("Supplier", "Amount", *EXEMPT)]
    return {**row, chance.choice(filled): ""} if filled else row


# Goods say more than the category of the purchase does: docs/decisions.md, "Where removing a cell still helps".
EXEMPT = ("Goods",)


@few
@given(seeds)
def test_t59_removing_any_cell_of_the_whole_library_helps_nobody(chance: Random) -> None:
    rows = listed(chance)
    fewer = [removed(chance, row) for row in rows]
    was, now = run(rows), run(fewer)
    for one, other, before, after in zip(*_both(was, now), rows, fewer, strict=True):
        gone = [heading for heading in before if before[heading] != after[heading]]
        assert other.could_reach >= one.could_reach, (gone, before)
        assert other.band < Band.MEDIUM or one.band >= Band.MEDIUM, (gone, before)


def _both(was: Report, now: Report) -> tuple[list[Assessment], list[Assessment]]:
    before, after = ({each.name: each for each in report} for report in (was, now))
    return [before[name] for name in NAMES], [after[name] for name in NAMES]


@few
@given(seeds)
def test_a_fact_against_a_supplier_never_makes_it_look_better(chance: Random) -> None:
    """A blank cell is filled, and a rule that was not flagged now is.

    The score and the band on known facts stand or rise; nobody leaves Refer, Critical or High. From Not cleared to
    Medium is open, or to Low by a low flag: the fact may settle more than it says against it.
    """
    rows = [row | dict.fromkeys(PURCHASE, "") if chance.random() < 0.2 else row for row in listed(chance)]
    filled = [_with_one_more(chance, row) for row in rows]
    was, now = run(rows), run(filled)
    for one, other, before, after in zip(*_both(was, now), rows, filled, strict=True):
        new = _flagged(now, other.number) - _flagged(was, one.number)
        if new:
            assert other.score >= one.score, (new, before, after)
            assert other.so_far <= one.so_far, (new, before, after)
            assert one.band > Band.HIGH or other.band <= one.band, (new, before, after)


def _flagged(report: Report, number: int) -> set[str]:
    held = report.rules_ended(number, Outcome.FLAGGED)
    return {rule.id for rule in held if (rule.scored and rule.severity) or rule.track is Track.EXCLUSION}


def _with_one_more(chance: Random, row: dict[str, str]) -> dict[str, str]:
    """One blank cell filled; of what was bought only where nothing says it yet."""
    blank = [heading for heading in cells() if not row[heading]]
    if not any(row[each] for each in PURCHASE):
        return {**row, "Purchase category": chance.choice([each for each in FREE["Purchase category"] if each])}
    heading = chance.choice(blank)
    return {**row, heading: chance.choice(cells()[heading])}


def test_a_bare_name_is_not_cleared_and_never_low() -> None:
    report = screened([{"Supplier": name} for name in ("Alder Ltd", "Birch", "Cedar plc")], rules())
    assert {(each.band, each.score) for each in report} == {(Band.NOT_CLEARED, 0)}


CURRENT = {
    "UK business": "yes", "Country": "United Kingdom", "Legal form": "company", "Purchase category": "Audit",
    "Place of work": "United Kingdom", "Statement published": "yes", "Statement covers supplier": "yes",
    "Statement year end": "2026-03-31", "Statement approved": "yes", "Statement signed": "yes",
    "Statement linked": "yes", "No steps taken": "no", "Turnover year end": "2026-03-31",
}  # fmt: skip
SIZES = [1, 1_000, 2_000_000, 26_999_999, 27_000_000, 35_999_999, 36_000_000, 500_000_000, 90_000_000_000]


@pytest.mark.parametrize("category", ["Audit", "Cleaning", "Laptops"])
def test_t65_size_alone_raises_nobody(category: str) -> None:
    """Turnover and spend from small to huge, all else equal and a statement published for the last year."""
    rows = [
        {
            **CURRENT,
            "Purchase category": category,
            "Supplier": f"Firm {a} by {b}",
            "Turnover": f"£{a}",
            "Spend": str(b),
        }
        for a in SIZES
        for b in SIZES
    ]
    report = screened(rows, rules())
    assert (
        len({(each.band, each.score) for each in report}) == 1
    )  # of the large more may be asked, and is no finding
