"""The room a text takes: lines are broken between words, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msrisk.write.workbook.lines import breaks, lines_in, lines_in_each
from msrisk.write.workbook.measure import height_of, room_in

SHOWN = st.characters(exclude_characters="\0", exclude_categories=["Cs"])  # no cell holds any other


def test_narrow_letters_take_less_room_than_wide_ones() -> None:
    assert lines_in("illicit little lists in tiny", room_in(20)) == 1
    assert lines_in("WWWW MMMM WWWW MMMM WWWW MMMM", room_in(20)) == 3


def test_a_word_longer_than_a_line_is_broken_within() -> None:
    assert [len(each) for each in breaks("x" * 50, room_in(20))] == [19, 19, 12]


def test_a_word_longer_than_a_line_is_broken_behind_its_hyphen_or_stroke() -> None:
    assert breaks("Warwickshire-Worcestershire", room_in(20)) == ["Warwickshire-", "Worcestershire"]
    assert breaks("example/worcestershire-county", room_in(20)) == ["example/", "worcestershire-county"]


def test_bold_letters_take_more_room() -> None:
    assert lines_in("Suppliers looked for", room_in(19), bold=True) == 2
    assert lines_in("Suppliers looked for", room_in(19)) == 1


def test_a_row_is_never_higher_than_excel_allows() -> None:
    assert height_of(1_000) == 409.5


@given(st.text(SHOWN, max_size=300), st.integers(1, 60))
def test_every_letter_is_on_one_of_the_lines(text: str, width: int) -> None:
    held = breaks(text, room_in(width))
    assert "".join("".join(held).split()) == "".join(text.split())
    assert lines_in(text, room_in(width)) == len(held)


@given(st.lists(st.text(SHOWN, max_size=80), min_size=1, max_size=8), st.integers(1, 60), st.booleans())
def test_many_texts_take_the_lines_that_each_takes_alone(texts: list[str], width: int, bold: bool) -> None:
    assert lines_in_each(texts, room_in(width), bold).tolist() == [
        lines_in(text, room_in(width), bold) for text in texts
    ]
