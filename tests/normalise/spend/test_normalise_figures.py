"""A whole column of plain figures gives what each of its cells gives alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.normalise.spend.figures import plain_sums
from msrisk.values.money import plain_pence

LIKE_A_FIGURE = st.text("0123456789.,-£ \0\u0663", max_size=17)
UNITS = st.sampled_from([0, 1, 1_000, 1_000_000, 1_000_000_000])


def test_pounds_and_pence_and_half_pounds_are_read() -> None:
    amounts, known = plain_sums(["1234", "1234.56", "0.5", "007"], 1)
    assert known.all()
    assert amounts.tolist() == [123_400, 123_456, 50, 700]


def test_a_headings_unit_is_applied() -> None:
    assert plain_sums(["12.5"], 1_000)[0].tolist() == [1_250_000]


@pytest.mark.parametrize(
    "text", ["", " 5", "1,234", "-5", "£5", "5.", ".5", "1.2.3", "1.234", "12\0", "\u0663", "1" * 13, "1e5"]
)
def test_anything_else_is_left_to_the_reader_of_single_cells(text: str) -> None:
    amounts, known = plain_sums([text, "1"], 1)
    assert known.tolist() == [False, True]
    assert amounts.tolist() == [0, 100]


def test_a_sum_too_large_for_its_unit_is_not_taken() -> None:
    assert not plain_sums(["999999999999.99"], 1_000_000_000)[1].any()


@given(st.lists(LIKE_A_FIGURE), UNITS)
def test_no_figure_differs_from_the_cell_read_alone(texts: list[str], unit: int) -> None:
    amounts, known = plain_sums(texts, unit)
    for text, amount, is_known in zip(texts, amounts.tolist(), known.tolist(), strict=True):
        assert not is_known or amount == plain_pence(text, unit)
