"""By category: the money with those of high priority, drawn and in words, and who acts."""

from __future__ import annotations

from msrisk.write.workbook.category import by_category
from tests.write.workbook.sheets_making import ROWS, report, table, without


def test_the_money_with_those_of_high_priority_is_a_column_a_chart_and_a_sentence() -> None:
    plan = by_category(report())
    rows = {str(row["What we buy"]): row for row in table(plan)}
    assert rows["laundry"]["Spend with those"] == 400_000
    assert plan.chart is not None
    assert plan.headings[plan.chart.figures].title == "Spend with those"
    assert "laundry £400,000 with 1" in plan.chart.alt


def test_the_chart_draws_only_rows_with_suppliers_of_high_priority() -> None:
    plan = by_category(report([*ROWS, {**ROWS[2], "Supplier": "Dogwood Software", "Category": "Software"}]))
    assert plan.chart is not None
    drawn = table(plan)[: plan.chart.rows]
    assert drawn
    assert all(row["High priority or above"] for row in drawn)


def test_a_list_without_amounts_has_no_chart_of_money() -> None:
    plan = by_category(report(without("Annual spend")))
    assert plan.chart is None
    assert {row["Spend with those"] for row in table(plan)} == {"[not given]"}


def test_without_a_department_in_the_list_the_step_for_a_category_is_ours() -> None:
    assert {row["Who acts"] for row in table(by_category(report()))} == {"us"}
