"""The same payment in two inputs counts once, two alike in each count twice, and what is unsure is said."""

from collections import Counter
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.normalise.column.references import NONE
from msrisk.normalise.row.repeated_payments import NO_DAY, Again, Payments, repeated

Row = tuple[int, int, int, int]  # supplier, reference, pence, day


def payments(said: str, *rows: Row) -> Payments:
    suppliers, references, amounts, days = np.array(rows, np.int64).reshape(-1, 4).T
    return Payments(
        said,
        suppliers.astype(np.int32),
        references.astype(np.int32),
        amounts,
        np.ones(len(amounts), np.bool_),
        days,
    )


def counted(*tables: list[Row]) -> tuple[list[Row], list[Again], list[str]]:
    """The rows that count, of all tables."""
    found, notes = repeated([payments(f"file {number}", *rows) for number, rows in enumerate(tables)])
    left = [
        row
        for rows, again in zip(tables, found, strict=True)
        for row, out in zip(rows, again.left_out.tolist(), strict=True)
        if not out
    ]
    return left, found, notes


A: Row = (1, 7, 500, 20)


def test_a_payment_in_a_months_file_and_a_years_counts_once() -> None:
    year: list[Row] = [(2, 8, 100, 19), A]
    left, found, _ = counted([A], year)
    assert len(left) == 2
    assert found[1].left_out.tolist() == [False, True]
    assert (found[1].table[1], found[1].row[1]) == (0, 0)


def test_the_reason_names_the_other_file_and_no_row_so_that_it_can_be_counted() -> None:
    tables = [payments("april.csv", A), payments("year.csv", A)]
    assert repeated(tables)[0][1].reason(0, tables) == "the same payment as in april.csv"


def test_within_one_table_nothing_is_left_out() -> None:
    assert len(counted([A, A, A])[0]) == 3


def test_two_in_each_of_two_tables_are_two() -> None:
    assert len(counted([A, A], [A, A])[0]) == 2


def test_three_in_the_later_are_three() -> None:
    assert len(counted([A, A], [A, A, A])[0]) == 3


def test_three_tables_with_one_each_are_one() -> None:
    assert len(counted([A], [A], [A])[0]) == 1


@pytest.mark.parametrize(
    "other", [(2, 7, 500, 20), (1, 8, 500, 20), (1, 7, 501, 20), (1, 7, 500, 21), (1, NONE, 500, 20)]
)
def test_another_supplier_reference_amount_or_day_is_another_payment(other: Row) -> None:
    assert len(counted([A], [other])[0]) == 2


def test_a_day_that_only_one_of_them_says_parts_nothing() -> None:
    assert len(counted([A], [(1, 7, 500, NO_DAY)])[0]) == 1
    assert len(counted([(1, 7, 500, NO_DAY)], [A])[0]) == 1


def test_a_row_without_a_day_leaves_the_row_of_that_day_to_its_match() -> None:
    other_day: Row = (1, 7, 500, 21)
    assert len(counted([A, other_day], [(1, 7, 500, NO_DAY), A])[0]) == 2


LIST = [(supplier, NONE, supplier * 10, 5) for supplier in range(12)]


def test_a_table_without_references_that_stands_in_another_as_a_whole_is_a_copy() -> None:
    left, found, notes = counted([*LIST, (99, NONE, 1, 1)], LIST)
    assert (len(left), notes) == (13, [])
    assert found[1].copy
    left, found, _ = counted(LIST, [*LIST, (99, NONE, 1, 1)])
    assert len(left) == 13
    assert found[0].left_out.all()


def test_a_few_rows_alike_are_counted_and_said() -> None:
    left, _, notes = counted(LIST, [*LIST[:3], (99, NONE, 1, 1)])
    assert len(left) == 16
    assert notes == [
        "3 rows (£0.30) of file 1 stand alike in file 0; counted in both, since they have no payment reference to "
        "compare"
    ]


def test_a_short_list_is_no_copy() -> None:
    assert len(counted(LIST, LIST[:9])[0]) == 21


def test_an_amount_that_is_not_known_repeats_nothing() -> None:
    one, other = payments("a", A), payments("b", A)
    other.known[:] = False
    assert not repeated([one, other])[0][1].left_out.any()


def test_an_empty_table_repeats_nothing() -> None:
    assert counted([], [A], [])[0] == [A]


NUMBERS = st.integers(1, 2)
WITH_DAY = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=6)
ANY_DAY = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, st.integers(NO_DAY, 2)), max_size=6)


@given(st.lists(WITH_DAY, min_size=1, max_size=4))
def test_each_payment_counts_as_often_as_the_table_that_has_it_most(tables: list[list[Row]]) -> None:
    most: Counter[Row] = Counter()
    for rows in tables:
        most |= Counter(rows)
    assert Counter(counted(*tables)[0]) == most


@given(st.lists(ANY_DAY, min_size=2, max_size=3), st.randoms())
def test_the_order_of_the_rows_changes_no_sum(tables: list[list[Row]], random: object) -> None:
    def of(*held: list[Row]) -> Counter[tuple[int, int, int]]:
        return Counter(row[:3] for row in counted(*held)[0])

    turned = [sorted(rows, key=lambda _: random.random()) for rows in tables]  # type: ignore[attr-defined]
    assert of(*tables) == of(*turned)


@given(st.lists(ANY_DAY, min_size=2, max_size=3))
def test_every_row_left_out_names_a_row_that_says_the_same(tables: list[list[Row]]) -> None:
    _, found, _ = counted(*tables)
    for number, again in enumerate(found):
        for place in np.flatnonzero(again.left_out).tolist():
            other = tables[int(again.table[place])][int(again.row[place])]
            own = tables[number][place]
            assert own[:3] == other[:3]
            assert own[3] == other[3] or NO_DAY in (own[3], other[3])


def test_a_hundred_thousand_rows_take_no_time() -> None:
    size = 100_000
    held = np.arange(size, dtype=np.int64)
    one = Payments("a", (held % 997).astype(np.int32), held.astype(np.int32), held, held >= 0, held % 30 + 1)
    begun = perf_counter()
    assert repeated([one, one])[0][1].left_out.all()
    assert perf_counter() - begun < 3
