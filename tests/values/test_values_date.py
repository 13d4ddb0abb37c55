"""Dates: every form seen in real files, days and months that can be mixed up, and what is refused."""

from datetime import date as day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import date
from msrisk.values.interval import Interval
from msrisk.values.reading import BLANK, NO_HINT, Grade, Hint

DAYS = st.dates(day(1900, 1, 1), day(2100, 12, 31))


def span(first: day, last: day | None = None) -> Interval:
    return Interval(first.toordinal(), (last or first).toordinal())


MARCH_31 = span(day(2025, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("31/03/2025", "31.03.2025", "31-03-25", "31/3/25", "2025-03-31", "2025/03/31", "20250331"),
        *("2025-03-31 00:00:00", "2025-03-31T00:00:00", "2025-03-31T00:00:00.000Z", "31/03/2025 01:00"),
        *("31 March 2025", "31 Mar  2025", "31-Mar-25", "31/Mar/2025 ", "31st March 2025", "March 31, 2025"),
        *("Monday 31 March 2025", "31 MARCH 2025", "31Mar2025", "3/31/2025"),
        *("year ended 31 March 2025", "y/e 31/03/25", "as at 31 March 2025"),
    ],
)
def test_one_day(text: str) -> None:
    reading = date.read(text, NO_HINT)
    assert (reading.value, reading.grade, reading.note) == (MARCH_31, Grade.STATED, "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 2025", day(2025, 3, 1), day(2025, 3, 31)),
        ("Mar-25", day(2025, 3, 1), day(2025, 3, 31)),
        ("Jun-20", day(2020, 6, 1), day(2020, 6, 30)),
        ("03/2025", day(2025, 3, 1), day(2025, 3, 31)),
        ("2011-03", day(2011, 3, 1), day(2011, 3, 31)),
        ("201810", day(2018, 10, 1), day(2018, 10, 31)),
        pytest.param("2025", day(2025, 1, 1), day(2025, 12, 31), id="fault 73 year only"),
        ("July 2010-September 2010", day(2010, 7, 1), day(2010, 9, 30)),
        ("Apr-Jun 2024", day(2024, 4, 1), day(2024, 6, 30)),
        ("1 April 2024 to 31 March 2025", day(2024, 4, 1), day(2025, 3, 31)),
        ("01/04/2024 - 31/03/2025", day(2024, 1, 4), day(2025, 3, 31)),
        ("1/1/69", day(2069, 1, 1), None),
        ("1/1/70", day(1970, 1, 1), None),
    ],
)
def test_spans(text: str, first: day, last: day | None) -> None:
    assert date.read(text, NO_HINT).value == span(first, last)


@pytest.mark.parametrize("text", ["FY24/25", "2024/25", "FY 2024-25", "2024-25", "FY25", "2024/2025"])
def test_a_financial_year_is_estimated(text: str) -> None:
    reading = date.read(text, NO_HINT)
    assert (reading.value, reading.grade) == (span(day(2024, 4, 1), day(2025, 3, 31)), Grade.ESTIMATED)
    assert "financial year" in reading.note


@pytest.mark.parametrize(
    ("day_first", "expected"),
    [
        pytest.param(True, span(day(2025, 4, 3)), id="T93 day first"),
        pytest.param(False, span(day(2025, 3, 4)), id="T93 month first"),
        pytest.param(None, span(day(2025, 3, 4), day(2025, 4, 3)), id="T93 not known spans both"),
    ],
)
def test_day_and_month(day_first: bool | None, expected: Interval) -> None:
    assert date.read("03/04/2025", Hint(day_first=day_first)).value == expected


def test_a_date_readable_two_ways_is_estimated_and_one_way_is_not() -> None:
    both, one = date.read("03/04/2025", NO_HINT), date.read("3/3/2025", NO_HINT)
    assert (both.grade, one.grade) == (Grade.ESTIMATED, Grade.STATED)
    assert "3 April 2025 or, month first, 4 March 2025" in both.note


def test_a_month_or_a_financial_year_is_both() -> None:
    assert date.read("2002-03", NO_HINT).value == span(day(2002, 3, 1), day(2003, 3, 31))


def test_fault_73_a_spreadsheets_day_number() -> None:
    reading = date.read("43657", NO_HINT)
    assert (reading.value, reading.grade) == (span(day(2019, 7, 11)), Grade.ESTIMATED)
    assert "11 July 2019" in reading.note


@pytest.mark.parametrize(
    "text",
    [
        *("31/02/2025", "2024-13-45", "29/02/2023", "00/01/2025", "1899-01-01", "Q3 2025", "2025/26 Q3"),
        *("TBC", "######", "n/a", "-", "#VALUE!", "2019-2023", "May", "5", "99999", "12345", "12:00"),
        *("next Tuesday", "31 March 2025 (draft)", "31 March 2025 to 1 April 2024", "every March 2025"),
    ],
)
def test_what_is_not_a_date(text: str) -> None:
    reading = date.read(text, NO_HINT)
    assert reading.value is None
    assert reading.note.endswith("taken as not known")


def test_an_impossible_day_in_the_columns_order_is_refused() -> None:
    assert date.read("8/25/2010", Hint(day_first=True)).value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/8/2010", (3, 8, 2010)),
        (" 25.8.10 ", (25, 8, 2010)),
        ("25/8/2010 01:00:00", (25, 8, 2010)),
        ("2010-08-25", None),
        ("25 Aug 2010", None),
        ("3/8/1850", None),
        ("", None),
    ],
)
def test_the_numbers_of_a_date_in_figures(text: str, expected: tuple[int, int, int] | None) -> None:
    assert date.two_numbers(text) == expected


@pytest.mark.parametrize("text", ["2012-10-01l", "31/03/2025x", "31.03.2025b"])
def test_fault_73_a_stray_letter_is_never_guessed_away(text: str) -> None:
    reading = date.read(text, NO_HINT)
    assert reading.value is None
    assert "stray" in reading.note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 Feb to 30 Apr 2012", span(day(2012, 2, 1), day(2012, 4, 30))),
        ("1 Nov to 31 Jan 2012", span(day(2011, 11, 1), day(2012, 1, 31))),
        ("1 Feb to 30 Apr", None),
        ("30 Apr", None),
    ],
)
def test_a_span_takes_its_year_from_its_end_and_never_from_nowhere(text: str, expected: Interval | None) -> None:
    assert date.read(text, NO_HINT).value == expected


def test_blank() -> None:
    assert date.read(" ", NO_HINT) == BLANK


@given(DAYS, DAYS)
def test_shown_and_read_back(one: day, other: day) -> None:
    for value in (span(one), span(min(one, other), max(one, other))):
        assert date.read(date.show(value), NO_HINT).value == value


@given(DAYS)
def test_months_and_years_are_shown_short_and_read_back(when: day) -> None:
    year = span(when.replace(month=1, day=1), when.replace(month=12, day=31))
    assert date.show(year) == str(when.year)
    assert date.read(date.show(year), NO_HINT).value == year


@given(st.text(), st.sampled_from([True, False, None]))
def test_no_text_raises(text: str, day_first: bool | None) -> None:
    date.read(text, Hint(day_first=day_first))
    date.two_numbers(text)


@given(st.text(st.characters(categories=["L", "P", "Z"])))
def test_a_text_without_a_figure_has_no_value(text: str) -> None:
    assert date.read(text, NO_HINT).value is None
