"""Summary: how many, how much money, and what to do first, on the first screen."""

from __future__ import annotations

import pytest

from msrisk.write.workbook.plan import Cell
from tests.write.workbook.sheets_making import ROWS, plan_of, report, said, table, without


def test_the_shares_of_the_money_add_up_and_the_bands_to_all_suppliers() -> None:
    rows = table(plan_of(report(), "Summary"))
    assert sum(number(row["Share of spend"]) for row in rows) == pytest.approx(1)
    assert sum(number(row["Suppliers"]) for row in rows) == 3
    assert sum(number(row["Spend"]) for row in rows) == 900_000


def number(cell: Cell) -> float:
    return cell if isinstance(cell, int | float) else 0


def test_refer_is_not_checked_where_exclusions_were_not_asked_and_the_chart_begins_below_it() -> None:
    plan = plan_of(report(), "Summary")
    first = table(plan)[0]
    assert first["Priority for checks"] == "Refer"
    assert {first[each] for each in ("Suppliers", "Spend", "Share of spend")} == {"[not checked]"}
    assert plan.chart is not None
    assert (plan.chart.skipped, plan.chart.rows) == (1, 5)
    assert plan.chart.alt.startswith("Critical")


def test_refer_is_a_number_where_an_exclusion_was_asked() -> None:
    asked = [{**row, "Modern slavery conviction": "no"} for row in ROWS]
    plan = plan_of(report(asked), "Summary")
    assert table(plan)[0]["Suppliers"] == 0
    assert plan.chart is not None
    assert plan.chart.skipped == 0


def test_it_says_whom_to_ask_first_and_what_is_known_of_how_many() -> None:
    made = report()
    lines = " ".join(plan_of(made, "Summary").lines)
    assert "Do first: ask the" in lines
    assert made.suppliers.names[made.first_to_look_at(1)[0]] in lines
    assert "turnover of 2" in lines


def test_the_chart_draws_the_money_and_says_the_same_in_words() -> None:
    plan = plan_of(report(), "Summary")
    assert plan.chart is not None
    assert plan.headings[plan.chart.figures].title == "Spend"
    for row in table(plan)[1:]:
        assert f"{row['Priority for checks']} £{row['Spend']:,.0f}" in plan.chart.alt


def test_without_amounts_the_chart_draws_suppliers_and_no_share_is_made_up() -> None:
    plan = plan_of(report(without("Annual spend")), "Summary")
    assert plan.chart is not None
    assert plan.headings[plan.chart.figures].title == "Suppliers"
    assert "[not given]" in said(plan)
