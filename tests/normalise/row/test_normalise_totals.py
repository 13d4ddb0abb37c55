"""Totals, of a page and of a group, and sums carried forward: no supplier, and nothing to add."""

import pytest

from msrisk.normalise.row.left_out import reason_for
from tests.normalise.sheet_making import sheet, spend_of, suppliers_of

TOTAL = "a total, not a supplier"


@pytest.mark.parametrize(
    "name",
    [
        "Carried forward",
        "c/f",
        "B/Fwd",
        "Balance b/f",
        "B/F from page 1",
        "Bal c/d",
        "From previous page",
        "Page total",
        "Cumulative total",
        "Total for Adult Social Care",
        "Sub-total for Highways",
    ],
)
def test_a_sum_of_other_rows_is_no_supplier(name: str) -> None:
    assert reason_for(name) == TOTAL


@pytest.mark.parametrize(
    "name",
    [
        "Carried Forward Ltd",
        "Brought Forward Removals Ltd",
        "BF Adventure",
        "C F Moto",
        "Carry Over Couriers",
        "Total Gas & Power Ltd",
        "Total Fitness",
        "Net Total Ltd",
        "Balance Healthcare Ltd",
        "Page Park Architects",
        "Total For You Care Ltd",
        "Totals For Sport CIC",
    ],
)
def test_firms_named_like_a_total_stay_suppliers(name: str) -> None:
    assert reason_for(name) == ""


def test_sums_carried_from_page_to_page_are_counted_once() -> None:
    held = suppliers_of(
        sheet(
            [
                "Date | Supplier | Amount",
                "01/04/2026 | Alder Ltd | 500",
                " | Carried forward | 500",
                "Date | Supplier | Amount",
                " | Brought forward | 500",
                "02/04/2026 | Birch Ltd | 700",
            ]
        )
    )
    assert spend_of(held) == {"Alder Ltd": "500.00", "Birch Ltd": "700.00"}
    assert held.spend_left_out == {}
    assert [each.where for each in held.left_out if each.reason == TOTAL] == ["Sheet1!B3", "Sheet1!B5"]


@pytest.mark.parametrize(
    "total", ["Alder Ltd Total", "ALDER LTD  Total", "Alder Ltd - Sub-total", "Alder Ltd Total:"]
)
def test_a_total_that_excel_puts_below_each_supplier_is_counted_once(total: str) -> None:
    held = suppliers_of(
        sheet(["Supplier | For | Amount", "Alder Ltd | Care | 5", f"{total} | | 5", "Birch Ltd | Care | 7"])
    )
    assert spend_of(held) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00"}


def test_a_payment_to_a_firm_called_total_stays() -> None:
    rows = ["Supplier | For | Amount", "Alder | Care | 5", "Alder Total | Care | 5", "Fitness Total | | 7"]
    assert set(spend_of(suppliers_of(sheet(rows)))) == {"Alder", "Alder Total", "Fitness Total"}


@pytest.mark.parametrize("label", ["Adults Total", "Total for Adults", "Sub total:", "Carried forward", "c/f"])
def test_a_total_named_in_another_column_is_not_money_left_out(label: str) -> None:
    rows = ["Directorate | Supplier | Date | Amount", "Adults | Alder Ltd | 01/04/2026 | 5", f"{label} | | | 5"]
    held = suppliers_of(sheet(rows))
    assert held.spend_left_out == {}
    assert [each.reason for each in held.left_out] == [TOTAL]


def test_a_payment_without_a_name_is_still_money_left_out() -> None:
    rows = [
        "For | Supplier | Date | Amount",
        "Care | Alder Ltd | 01/04/2026 | 5",
        "Adults Total | | 02/04/2026 | 6",
    ]
    assert suppliers_of(sheet(rows)).spend_left_out == {"no supplier's name": 600}


def test_a_total_for_a_firm_is_one_where_that_firm_stands_in_the_list() -> None:
    rows = [
        "Supplier | For | Amount",
        "Alder Ltd | Care | 5",
        "Total for Alder Ltd | | 5",
        "Total for You Ltd | | 7",
    ]
    assert spend_of(suppliers_of(sheet(rows))) == {"Alder Ltd": "5.00", "Total for You Ltd": "7.00"}
