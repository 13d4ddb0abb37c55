"""Summary: how many, how much money, and what to do first, on the first screen."""

from __future__ import annotations

import pytest

from tests.write.workbook.sheets_making import plan_of, report, said, table, without


def test_the_shares_of_the_money_add_up_and_the_bands_to_all_suppliers() -> None:
    rows = table(plan_of(report(), "Summary"))
    assert sum(float(str(row["Share of spend"])) for row in rows) == pytest.approx(1)
    assert sum(int(str(row["Suppliers"])) for row in rows) == 3
    assert sum(float(str(row["Spend"])) for row in rows) == 900_000


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
    for row in table(plan):
        assert f"{row['Priority for checks']} £{row['Spend']:,.0f}" in plan.chart.alt


def test_without_amounts_the_chart_draws_suppliers_and_no_share_is_made_up() -> None:
    plan = plan_of(report(without("Annual spend")), "Summary")
    assert plan.chart is not None
    assert plan.headings[plan.chart.figures].title == "Suppliers"
    assert "[not given]" in said(plan)
