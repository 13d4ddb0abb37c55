"""A value and what it was compared with, in words that need no programmer."""

import pytest

from msrisk.assessment import Evidence
from msrisk.values.reading import Grade
from msrisk.write.plain_evidence import known_and_compared, plainly_said


def compared(phrase: str, answer: str = "yes", grade: Grade = Grade.STATED) -> Evidence:
    return Evidence("turnover", "Turnover", "£50m", "List!B2", phrase, answer, "", grade)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        pytest.param("yes", "as stated", id="a yes speaks for itself"),
        pytest.param("at least £36m", "as stated; compared with at least £36m: yes", id="a limit"),
        pytest.param("one of [a, b, c]", "as stated; compared with a, b or c: yes", id="any of several"),
        pytest.param("after 2026-11-26", "as stated; compared with after 26 November 2026: yes", id="a day"),
        pytest.param("blank", "as stated; left blank: yes", id="a blank"),
    ],
)
def test_it_says_how_a_value_is_known_and_what_it_was_compared_with(phrase: str, said: str) -> None:
    assert known_and_compared(compared(phrase)) == said


def test_an_estimate_says_that_it_is_ours() -> None:
    assert known_and_compared(compared("no", grade=Grade.ESTIMATED)) == "our estimate"


def test_the_cell_stands_beside_the_value() -> None:
    assert plainly_said(compared("yes")) == "Turnover: £50m in List!B2, as stated"
