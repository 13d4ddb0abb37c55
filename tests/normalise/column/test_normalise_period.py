"""How many days a list of payments covers."""

import pytest

from tests.normalise.sheet_making import sheet, suppliers_of


def days_of(*payments: tuple[str, int]) -> int | None:
    rows = [f"Alder Ltd | 5 | {day}" for day, times in payments for _ in range(times)]
    return suppliers_of(sheet(["Supplier | Amount | Payment date", *rows])).days_covered


@pytest.mark.parametrize(
    ("payments", "days"),
    [
        pytest.param([("2026-04-01", 1), ("2026-04-30", 1)], 30, id="one month"),
        pytest.param([("2026-04-20", 1), ("2026-05-10", 1)], 21, id="three weeks over two months"),
        pytest.param([("2025-04-15", 25), ("2026-06-15", 25)], 60, id="two months a year apart"),
        pytest.param([("2024-05-03", 1), ("2026-04-15", 40)], 30, id="one month with an old invoice"),
        pytest.param([("2025-04-15", 2), ("2026-04-14", 2)], 365, id="few payments over a year"),
        pytest.param([("January to March 2026", 1)], 90, id="a quarter"),
        pytest.param([("2062-04-15", 1), ("2026-04-15", 1), ("2026-04-16", 1)], 2, id="a year mistyped"),
        pytest.param([("2062-04-15", 1), ("2026-04-15", 3)], 1, id="a year mistyped beside one day"),
        pytest.param([("2012-04-15", 30), ("2026-04-15", 90)], 60, id="a month of long ago is no mistake"),
        pytest.param([("soon", 1)], None, id="no date"),
    ],
)
def test_the_days_covered_are_those_of_the_months_with_payments(
    payments: list[tuple[str, int]], days: int | None
) -> None:
    assert days_of(*payments) == days
