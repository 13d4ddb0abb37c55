"""Day or month first: by the whole column, then by what stands beside it, and never by a guess."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.model import Table
from msrisk.normalise.column.day_order import Order, order_of, orders_elsewhere
from tests.normalise.columns_making import column, table_of

DATES = st.builds("{}/{}/{}".format, st.integers(1, 31), st.integers(1, 31), st.sampled_from([2019, 2020]))


def dates(*texts: str, beside: Sequence[str] = (), heading: str = "Period", title: str = "") -> Table:
    if not beside:
        return table_of(["Date"], [[text] for text in texts], title=title)
    rows = [[text, other] for text, other in zip(texts, beside, strict=True)]
    return table_of(["Date", heading], rows, title=title)


def order(*texts: str, beside: Sequence[str] = (), title: str = "") -> Order:
    return order_of(column(dates(*texts, beside=beside, title=title), 0))


def said(found: Order) -> str:
    return " ".join(note.problem for note in found.notes)


def test_one_day_above_12_makes_a_column_day_first() -> None:
    assert order("03/04/2020", "23/04/2020", "05/04/2020").day_first is True


def test_a_month_first_column_is_read_so_and_said_once() -> None:
    found = order("4/30/2020", "4/3/2020", "4/7/2020", "4/9/2020")
    assert found.day_first is False
    assert "'4/30/2020' (A2)" in said(found)


def test_both_orders_in_one_column_settle_nothing_and_a_cell_of_each_is_named() -> None:
    found = order("3/8/2010", "25/8/2010", "8/25/2010")
    assert found.day_first is None
    assert "'8/25/2010' (A4)" in said(found)
    assert "'25/8/2010' (A3)" in said(found)


def test_days_to_12_turned_round_beside_days_above_12_are_found_by_their_months() -> None:
    found = order("3/8/2010", "5/8/2010", "6/8/2010", "8/17/2010", "8/25/2010")
    assert found.day_first is None
    assert "'8/17/2010' (A5)" in said(found)
    assert "'3/8/2010' (A2)" in said(found)


def test_a_days_first_year_with_few_cells_is_not_taken_for_turned_round() -> None:
    assert order("23/04/2020", "04/06/2020", "07/04/2020", "08/09/2020").day_first is True


def test_no_day_above_12_stays_open_and_is_flagged_once() -> None:
    found = order("03/04/2020", "05/04/2020", "06/04/2020", "06/04/2020")
    assert found.day_first is None
    assert len(found.notes) == 1
    assert "4 dates that can be read both ways" in said(found)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (["202004"] * 3, True),
        (["April 2020", "Apr-20", "2020-04-30"], True),
        (["202003", "202005", "202006"], False),
        pytest.param(["202001"] * 3, None, id="fits neither: a financial period"),
        pytest.param(["202004", "", "202004"], None, id="silent in one row"),
    ],
)
def test_a_period_beside_the_dates_settles_them_where_it_is_certain(
    months: list[str], expected: bool | None
) -> None:
    assert order("03/04/2020", "05/04/2020", "06/04/2020", beside=months).day_first is expected


def test_the_month_in_the_title_settles_them() -> None:
    found = order("3/4/2020", "5/4/2020", "6/4/2020", title="April 2020")
    assert found.day_first is True
    assert "April 2020" in said(found)


def test_the_same_heading_in_another_file_settles_what_stays_open_and_nothing_else() -> None:
    assert order_of(column(dates("03/04/2020", "05/04/2020"), 0), elsewhere=True).day_first is True
    assert order_of(column(dates("04/30/2020", "05/04/2020"), 0), elsewhere=True).day_first is False


def test_what_the_same_heading_settled_on_elsewhere_is_asked_of_the_other_inputs_only() -> None:
    tables = [dates("23/04/2020"), dates("03/04/2020"), dates("24/05/2020")]
    assert orders_elsewhere([column(table, 0) for table in tables]) == [True, True, True]
    tables = [dates("23/04/2020"), dates("03/04/2020"), dates("5/24/2020")]
    assert orders_elsewhere([column(table, 0) for table in tables])[1] is None
    other = table_of(["Paid on"], [["23/04/2020"]])
    assert orders_elsewhere([column(other, 0), column(tables[1], 0)]) == [None, None]


@given(st.lists(DATES, min_size=1, max_size=12), st.randoms())
def test_the_order_of_the_rows_changes_nothing(texts: list[str], random: object) -> None:
    turned = sorted(texts, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert order(*texts).day_first is order(*turned).day_first


@given(st.lists(DATES, min_size=1, max_size=12))
def test_what_is_open_is_said_wherever_a_date_can_be_read_both_ways(texts: list[str]) -> None:
    found = order(*texts)
    assert (not found.doubtful) or (found.day_first is None and found.notes)
