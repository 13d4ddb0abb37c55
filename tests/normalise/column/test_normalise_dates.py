"""A whole column of dates: hashes, day numbers, noughts, midnight an hour out, and days that cannot be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.model import Note
from msrisk.normalise.column.columns import ReadColumn, read_column
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.values.interval import Interval
from msrisk.values.reading import Grade
from tests.normalise.columns_making import all_rows, table_of

FIELD = load_vocabulary()["payment_date"]


def read(*texts: str) -> tuple[ReadColumn, list[Note]]:
    table = table_of(["Date"], [[text] for text in texts], ["payment_date"])
    return read_column(table, FIELD, all_rows(table))


def days(found: ReadColumn) -> dict[str, tuple[date, date] | None]:
    return {
        text: (date.fromordinal(each.value.low), date.fromordinal(each.value.high))
        if isinstance(each.value, Interval)
        else None
        for text, each in zip(found.texts, found.readings, strict=True)
    }


def test_fault_73_a_column_of_hashes_says_so_once_with_the_remedy() -> None:
    found, notes = read("######", "########", "")
    assert not found.understood.any()
    (note,) = notes
    assert note.where == "A1"
    assert "widen the column" in note.problem


def test_dates_that_stay_open_span_both_days_and_make_one_note() -> None:
    found, notes = read("03/04/2020", "05/04/2020", "06/07/2020")
    assert days(found)["03/04/2020"] == (date(2020, 3, 4), date(2020, 4, 3))
    assert len(notes) == 1
    assert not notes[0].understood


def test_mixed_dates_that_prove_their_order_keep_their_day_and_the_others_span() -> None:
    found, _ = read("25/08/2010", "8/17/2010", "3/8/2010")
    assert days(found)["25/08/2010"] == (date(2010, 8, 25), date(2010, 8, 25))
    assert days(found)["8/17/2010"] == (date(2010, 8, 17), date(2010, 8, 17))
    assert days(found)["3/8/2010"] == (date(2010, 3, 8), date(2010, 8, 3))


def test_fault_73_day_numbers_are_dates_and_said_once() -> None:
    found, notes = read("43657", "43658", "43658", "43659")
    assert days(found)["43657"] == (date(2019, 7, 11), date(2019, 7, 11))
    (note,) = notes
    assert "(and in 3 more cells)" in note.problem


@pytest.mark.parametrize("text", ["01/01/1900", "1900-01-00", "1904-01-01", "1899-12-30", "00/01/1900", "0"])
def test_fault_73_a_spreadsheets_nought_is_no_date(text: str) -> None:
    found, notes = read("25/08/2010", text)
    assert days(found)[text] is None
    assert [note.said for note in notes] == [text]


def test_midnight_an_hour_out_is_that_day_or_the_next() -> None:
    found, notes = read("2019-03-30 00:00:00", "2019-03-31 23:00:00", "2019-04-01 01:00:00")
    assert days(found)["2019-03-31 23:00:00"] == (date(2019, 3, 31), date(2019, 4, 1))
    assert days(found)["2019-04-01 01:00:00"] == (date(2019, 4, 1), date(2019, 4, 1))
    assert len(notes) == 1


def test_a_real_time_of_day_moves_no_date() -> None:
    found, notes = read("2019-03-30 14:12:00", "2019-03-31 23:00:00")
    assert days(found)["2019-03-31 23:00:00"] == (date(2019, 3, 31), date(2019, 3, 31))
    assert notes == []


def test_true_dates_to_12_beside_texts_above_12_may_have_been_turned_round() -> None:
    found, notes = read("25/04/2020", "28/04/2020", "2020-01-04", "2020-03-04", "2020-05-04", "2020-04-04")
    assert days(found)["2020-05-04"] == (date(2020, 4, 5), date(2020, 5, 4))
    assert days(found)["2020-04-04"] == (date(2020, 4, 4), date(2020, 4, 4))
    assert days(found)["25/04/2020"] == (date(2020, 4, 25), date(2020, 4, 25))
    assert "turned round" in notes[0].problem


def test_two_styles_that_are_both_plain_are_both_read() -> None:
    found, notes = read("30-Apr-20", "21 Mar  2012", "31.08.2011", "13/Aug/2012 ", "2020-04-30")
    assert found.understood.all()
    assert {reading.grade for reading in found.readings} == {Grade.STATED}
    assert not [note for note in notes if "both" in note.problem]


def test_a_year_far_from_the_others_is_flagged_without_a_clock() -> None:
    _, notes = read("25/05/2026", "26/05/2026", "24/05/2062")
    assert [note.where for note in notes] == ["A4"]
    assert "mistyped" in notes[0].problem


TEXTS = st.sampled_from(
    [
        "3/8/2010",
        "25/8/2010",
        "8/25/2010",
        "2010-08-03",
        "43657",
        "######",
        "",
        "TBC",
        "2010-08-03 23:00",
        "Aug-10",
    ]
)


@given(st.lists(TEXTS, min_size=1, max_size=8), st.permutations(range(8)))
def test_the_order_of_the_rows_changes_no_date(texts: list[str], order: list[int]) -> None:
    turned = [texts[place] for place in order if place < len(texts)]
    assert days(read(*texts)[0]) == days(read(*turned)[0])


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_what_no_cell_is_alone_no_column_makes_a_date(texts: list[str]) -> None:
    for text, held in days(read(*texts)[0]).items():
        assert held is None or FIELD.read(text).understood
