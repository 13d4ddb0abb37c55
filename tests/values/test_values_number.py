"""Numbers and percentages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import number, percent
from msrisk.values.interval import LIMIT, Interval, point
from msrisk.values.kind import Kind
from msrisk.values.reading import BLANK, NO_HINT, Grade


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,200", 1_200_000, 1_200_000),
        ("12.5", 12_500, 12_500),
        ("1.234", 1_234, 1_234),
        ("-5", -5_000, -5_000),
        ("1.2k", 1_200_000, 1_200_000),
        ("250-499", 250_000, 499_000),
        pytest.param("3-4", 3_000, 4_000, id="fault 67 3-4 is a band"),
        ("300+", 300_000, LIMIT),
        ("over 250", 250_001, LIMIT),
        ("under 10", 0, 9_999),
        (">.2k", 200_001, LIMIT),
        ("0", 0, 0),
    ],
)
def test_numbers(text: str, low: int, high: int) -> None:
    reading = number.read(text, NO_HINT)
    assert (reading.value, reading.grade) == (Interval(low, high), Grade.STATED)


@pytest.mark.parametrize(
    "text", ["12 staff", "10,5", "n/a", "-", "#REF!", "nan", "inf", "1e400", "£5", "9" * 19, "5th"]
)
def test_what_is_not_a_number(text: str) -> None:
    reading = number.read(text, NO_HINT)
    assert reading.value is None
    assert reading.note


def test_about_is_estimated() -> None:
    reading = number.read("about 200", NO_HINT)
    assert (reading.value, reading.grade) == (Interval(180_000, 220_000), Grade.ESTIMATED)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("45%", 4500, 4500),
        ("45 per cent", 4500, 4500),
        ("45 percent", 4500, 4500),
        ("45", 4500, 4500),
        ("0.5%", 50, 50),
        ("0", 0, 0),
        ("over 10%", 1001, LIMIT),
        ("10-20%", 1000, 2000),
        ("10% to 20%", 1000, 2000),
    ],
)
def test_percentages(text: str, low: int, high: int) -> None:
    reading = percent.read(text, NO_HINT)
    assert (reading.value, reading.grade) == (Interval(low, high), Grade.STATED)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *(("0.45", 45, 4500), ("1", 100, 10_000), (".5", 50, 5000), ("0.45.", 45, 4500), ("0.004", 0, 40)),
        *(("under 0.5", 0, 4999), ("0.1-0.2", 10, 2000), ("up to 1", 0, 10_000)),
    ],
)
def test_a_bare_fraction_may_be_either(text: str, low: int, high: int) -> None:
    reading = percent.read(text, NO_HINT)
    assert (reading.value, reading.grade) == (Interval(low, high), Grade.ESTIMATED)
    assert "fraction" in reading.note


@pytest.mark.parametrize("text", ["%", "most", "n/a", "45% of staff", "£45", "4%5", "45%0", "1%0% to 20%"])
def test_what_is_not_a_percentage(text: str) -> None:
    assert percent.read(text, NO_HINT).value is None


def test_blank() -> None:
    assert number.read("  ", NO_HINT) == percent.read("", NO_HINT) == BLANK


@pytest.mark.parametrize("kind", [number.KIND, percent.KIND], ids=["number", "percent"])
@given(st.lists(st.integers(-(10**12), 10**12), min_size=2, max_size=2).map(sorted))
def test_shown_and_read_back(kind: Kind, ends: list[int]) -> None:
    for value in (point(ends[0]), Interval(ends[0], ends[1]), Interval(ends[0], LIMIT)):
        assert kind.read(kind.show(value), NO_HINT).value == value


@pytest.mark.parametrize("kind", [number.KIND, percent.KIND], ids=["number", "percent"])
@given(st.text(), st.text(st.characters(categories=["L", "P", "Z"])))
def test_no_text_raises_and_letters_have_no_value(kind: Kind, text: str, letters: str) -> None:
    kind.read(text, NO_HINT)
    assert kind.read(letters, NO_HINT).value is None
