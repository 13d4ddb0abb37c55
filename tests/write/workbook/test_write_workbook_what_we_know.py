"""What we know: of how many suppliers, counted by hand."""

from __future__ import annotations

from msrisk.write.workbook.what_we_know import what_we_know
from tests.write.workbook.sheets_making import report, table


def test_what_is_known_of_how_many_is_counted_over_those_screened() -> None:
    rows = {str(row["What"]): row for row in table(what_we_know(report()))}
    assert rows["Company number"]["Suppliers it is known of"] == 2
    assert rows["Company number"]["Not known of"] == 1
    assert rows["Turnover"]["Suppliers it is known of"] == 2
    assert rows["Country of work, goods or supplier"]["Suppliers it is known of"] == 2
    assert rows["Our department that buys"]["Share"] == 0


def test_the_chart_says_in_words_what_it_draws() -> None:
    plan = what_we_know(report())
    assert plan.chart is not None
    assert "Turnover: 2 of 3" in plan.chart.alt
