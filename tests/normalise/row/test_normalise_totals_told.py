"""Totals that are not what their rows add up to are told; every kind of honest total is not."""

import numpy as np
import pytest

from msrisk.normalise.row.totals_told import unlike
from tests.normalise.sheet_making import sheet, suppliers_of

HEAD = "Supplier | Category | Amount"


def told(*rows: str) -> list[str]:
    remarks = suppliers_of(sheet([HEAD, *rows])).book.tables[0].sheet.remarks
    return [remark for remark in remarks if "total" in remark]


def test_a_total_above_its_rows_is_told_with_both_sums_and_its_cell() -> None:
    assert told("Alder | Care | 500", "Birch | Care | 700", "Grand Total | | 1,300") == [
        "The total in Sheet1!C4 says £1,300; the rows above it add up to £1,200."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["Alder | Care | 5", "Birch | Care | 7", "Total | | 12"], id="a grand total"),
        pytest.param(
            ["Alder | | 5", "Total | | 5", "Birch | | 7", "Total | | 7", "Grand total | | 12"], id="groups"
        ),
        pytest.param(
            ["Alder | | 5", "Carried forward | | 5", "Birch | | 7", "Carried forward | | 12"], id="pages"
        ),
        pytest.param(["Total | | 12", "Alder | | 5", "Birch | | 7"], id="a total on top"),
        pytest.param(["Alder | | 5.40", "Birch | | 7.30", "Total | | 13"], id="a rounded total"),
        pytest.param(["Alder | | 5", "REDACTED | | 7", "Total | | 12"], id="rows left out count"),
        pytest.param(["Alder | | 5", "Birch | | 7"], id="no total"),
    ],
)
def test_a_total_that_is_a_sum_of_rows_is_not_told(rows: list[str]) -> None:
    assert told(*rows) == []


def test_many_totals_that_differ_are_counted() -> None:
    rows = [row for number in range(6) for row in (f"Firm {number} Ltd | | 1000", "Total | | 99,000")]
    said = told(*rows)
    assert len(said) == 4
    assert said[-1] == "3 more totals differ from their rows."


def test_a_total_after_many_others_is_the_sum_since_any_of_them() -> None:
    amounts = np.array([500, -300, 200, 200, 700, 400, 900, 950], np.int64)
    is_total = np.array([False, False, True, False, False, False, True, True], np.bool_)
    # The rows add up to 200, then to 1,500: neither 900 nor 950 is a sum since any total; 1,300 and 1,500 are.
    assert [row for row, _ in unlike(amounts, is_total)] == [6, 7]
    amounts[6:] = [1300, 1500]
    assert unlike(amounts, is_total) == []
