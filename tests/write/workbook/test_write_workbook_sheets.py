"""All sheets together: their order, that nothing is left blank without a word, and that they print legibly."""

from __future__ import annotations

import pytest

from msrisk.report import Report
from msrisk.write.workbook.plan import MOST_PRINTED, Link
from msrisk.write.workbook.sheets import sheets
from tests.write.workbook.sheets_making import report, said


@pytest.fixture(scope="module")
def made() -> Report:
    return report()


def test_the_sheets_stand_in_the_order_in_which_an_officer_works(made: Report) -> None:
    assert [plan.name for plan in sheets(made)] == [
        "Read me",
        "Summary",
        "By category",
        "Look first",
        "Register",
        "Findings",
        "For us",
        "Where and what",
        "Questions",
        "What we know",
        "Data to chase",
        "Set aside",
        "Joined",
        "Data quality",
        "Rules used",
        "Method",
        "Words used",
        "Run record",
    ]


def test_no_cell_of_ours_is_left_blank_without_a_word(made: Report) -> None:
    for plan in sheets(made):
        for row in plan.rows:
            for heading, cell in zip(plan.headings, row, strict=True):
                assert heading.to_fill_in or cell not in (None, ""), f"{plan.name}: {heading.title}: {row}"


def test_what_is_printed_of_a_sheet_fits_a_page_at_a_size_that_can_be_read(made: Report) -> None:
    for plan in sheets(made):
        assert plan.printed_width <= MOST_PRINTED, f"{plan.name}: {plan.printed_width}"


def test_no_two_headings_of_a_sheet_differ_by_capitals_alone(made: Report) -> None:
    for plan in sheets(made):
        titles = [heading.title.casefold() for heading in plan.headings]
        assert len(set(titles)) == len(titles), plan.name


def test_a_link_within_the_workbook_leads_to_a_sheet_that_is_there(made: Report) -> None:
    plans = list(sheets(made))
    cells = (cell for plan in plans for row in plan.rows for cell in row)
    led = {
        cell.url.removeprefix("sheet:") for cell in cells if isinstance(cell, Link) and cell.url[:6] == "sheet:"
    }
    assert led == {plan.name for plan in plans} - {"Read me"}


@pytest.mark.parametrize("word", ["high-risk supplier", "non-compliant", "blacklist", "offender", "failed to"])
def test_no_sheet_calls_a_supplier_names(made: Report, word: str) -> None:
    assert not [plan.name for plan in sheets(made) if word in said(plan).casefold()]
