"""Blanking a cell helps nobody by the rules of exposure, and the one kind of cell of which that is not so (T59).

What was bought is one fact that several columns may speak of, and the first that is listed decides. Of columns
that contradict one another, taking the first away lets the next one speak: that is the exception, named below.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk.assessment import Assessment
from msrisk.model import Band
from msrisk.report import Report
from tests.enrich.enrich_making import exposure
from tests.evaluate.evaluate_making import answer, only, screened

PURCHASE = ("Expense type", "ProClass code", "CPV code", "Purchase category", "Description", "Goods")
FACTS = ("Country", "SIC code")  # of the supplier: the same on all its rows, and blanked on all of them
FREE = {
    "Purchase category": [
        "Cleaning",
        "Homecare",
        "ICT hardware",
        "Software",
        "Stationery",
        "Solar PV",
        "Sundries",
        "",
    ],
    "Expense type": ["Homecare block", "Computer hardware", "Misc", "Cotton towels", "Audit; laundry", "", ""],
    "ProClass code": ["271200", "130000", "321000", "330000", "990000", "tbc", ""],
    "CPV code": ["45000000", "30200000", "48000000", "", ""],
    "SIC code": ["81210", "62020", "86900", "", ""],
    "Goods": ["gloves", "laptops", "tea", "widgets", "", ""],
    "Description": ["Cleaning materials", "laptop", "Audit", "", ""],
    "Country of origin": [
        "China",
        "UK",
        "China, France",
        "Malta",
        "Andorra",
        "Ruritania",
        "Congo",
        "UK, Malta",
        "",
    ],
    "Place of work": ["UK", "India", "Andorra", "Eritrea", "UK, Eritrea", "??", ""],
    "Country": ["UK", "China", "Andorra", "tbc", ""],
}
# What each column holds where all of them speak of one purchase; a cell may also be blank or say nothing.
AGREEING = (
    ("Cleaning", "130000", "90910000", "Window cleaning", "Cleaning", "", "81210"),
    ("Laptops", "271200", "30200000", "ICT hardware", "Laptops", "laptops", "26200"),
    ("Software", "271300", "48000000", "Software licences", "Software", "", "62020"),
    ("Insurance", "", "66000000", "Insurance", "Insurance premium", "", "65120"),
    ("Stationery", "330000", "30100000", "Stationery", "Stationery", "", ""),
    ("Homecare", "321000", "85310000", "Adult social care", "Homecare block", "", ""),
)
SILENT = ["", "", "tbc", "Sundries"]


def free_rows(chance: Random, name: str) -> list[dict[str, str]]:
    """One supplier of one to three rows, whose columns may contradict one another."""
    facts = {column: chance.choice(FREE[column]) for column in FACTS}
    return [
        {"Supplier": name, **{column: chance.choice(values) for column, values in FREE.items()}, **facts}
        for _ in range(chance.choice([1, 1, 2, 3]))
    ]


def agreeing_rows(chance: Random, name: str) -> list[dict[str, str]]:
    """One supplier whose columns all speak of one purchase, where they speak."""
    *cells, sic = chance.choice(AGREEING)
    facts = {"Country": chance.choice(FREE["Country"]), "SIC code": chance.choice([sic, ""])}
    return [
        {
            "Supplier": name,
            **{column: chance.choice([cell, cell, *SILENT]) for column, cell in zip(PURCHASE, cells, strict=True)},
            "Country of origin": chance.choice(FREE["Country of origin"]),
            "Place of work": chance.choice(FREE["Place of work"]),
            **facts,
        }
        for _ in range(chance.choice([1, 1, 2, 3]))
    ]


def without(chance: Random, rows: list[dict[str, str]], columns: tuple[str, ...]) -> list[dict[str, str]]:
    """One supplier's rows with one cell blanked; a fact of the supplier goes from all of them."""
    column, at = chance.choice(columns), chance.randrange(len(rows))
    return [{**row, column: ""} if column in FACTS or number == at else row for number, row in enumerate(rows)]


# Two suppliers that are in no comparison keep every column of the list understood.
ANCHOR = {
    "Expense type": "Misc",
    "ProClass code": "990000",
    "CPV code": "99999999",
    "Purchase category": "Sundries",
}
ANCHOR |= {"Description": "Lorem", "Goods": "widgets", "SIC code": "99000", "Country": "UK"}
ANCHOR |= {"Country of origin": "UK", "Place of work": "UK", "Supplier": "Anchor Ltd"}


def of_names(report: Report) -> dict[str, tuple[int, Band]]:
    return {each.name: (each.could_reach, each.band) for each in report}


def nobody_is_helped(before: list[dict[str, str]], after: list[dict[str, str]]) -> None:
    was, now = (of_names(screened([*rows, ANCHOR], exposure())) for rows in (before, after))
    assert was.keys() == now.keys()
    for name in was:
        assert now[name][0] >= was[name][0], [row for row in before if row["Supplier"] == name]
        assert now[name][1] < Band.MEDIUM or was[name][1] >= Band.MEDIUM, [
            row for row in before if row["Supplier"] == name
        ]


NAMES = [f"Firm {letter} Ltd" for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ"]
seeds = st.builds(Random, st.integers(0, 2**32))


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_t59_blanking_an_origin_a_place_a_country_or_a_sic_code_helps_nobody(chance: Random) -> None:
    lists = [free_rows(chance, name) for name in NAMES]
    blanked = [without(chance, rows, ("Country of origin", "Place of work", *FACTS)) for rows in lists]
    nobody_is_helped([row for rows in lists for row in rows], [row for rows in blanked for row in rows])


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_t59_blanking_any_cell_helps_nobody_whose_columns_agree_on_what_was_bought(chance: Random) -> None:
    lists = [agreeing_rows(chance, name) for name in NAMES]
    columns = (*PURCHASE, "Country of origin", "Place of work", *FACTS)
    blanked = [without(chance, rows, columns) for rows in lists]
    nobody_is_helped([row for rows in lists for row in rows], [row for rows in blanked for row in rows])


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_t59_blanking_all_that_says_what_was_bought_helps_nobody(chance: Random) -> None:
    """Whatever the columns said, and however they contradicted one another."""
    rows = [row for name in NAMES for row in free_rows(chance, name)]
    blanked = [{**row, **dict.fromkeys((*PURCHASE, "SIC code"), "")} for row in rows]
    nobody_is_helped(rows, blanked)


# -- the exception: columns that contradict one another about what was bought


def with_and_without(column: str, **cells: str) -> tuple[Assessment, Assessment]:
    row = {"Supplier": "Alder Ltd", **{heading.replace("_", " "): text for heading, text in cells.items()}}
    return only([row], exposure()), only([{**row, column: ""}], exposure())


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        pytest.param(
            "Expense type", {"Expense_type": "Homecare block", "Purchase_category": "Software"},
            id="an account that its label contradicts"),
        pytest.param(
            "CPV code", {"CPV_code": "45000000", "Purchase_category": "Insurance"},
            id="a code that its label contradicts"),
        pytest.param(
            "Goods", {"Goods": "Laptops", "Purchase_category": "Legal fees"},
            id="goods that the label knows nothing of"),
    ],
)  # fmt: skip
def test_of_two_columns_that_contradict_each_other_the_second_speaks_once_the_first_is_gone(
    column: str, cells: dict[str, str]
) -> None:
    was, now = with_and_without(column, **cells)
    assert was.could_reach > now.could_reach
    assert was.band < Band.MEDIUM <= now.band


def test_what_a_supplier_is_can_raise_a_flag_and_clears_nothing() -> None:
    was, now = with_and_without("Purchase category", Purchase_category="Homecare", SIC_code="62020")
    assert now.could_reach >= was.could_reach
    assert now.band is Band.NOT_CLEARED


def test_such_a_contradiction_is_said_while_both_stand() -> None:
    rows = [{"Supplier": "Alder Ltd", "Expense type": "Homecare block", "Purchase category": "Software"}]
    report = screened(rows, exposure())
    (note,) = [each for each in report.suppliers.notes if "different things" in each.problem]
    assert note.where == "B2"
    assert answer(report.assessment(0), "sector-labour-here").grade.word == "estimated"
