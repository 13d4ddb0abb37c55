"""Links and free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import link, text
from msrisk.values.reading import BLANK, NO_HINT


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("https://a.co.uk/slavery", "https://a.co.uk/slavery"),
        ("HTTP://A.CO.UK", "HTTP://A.CO.UK"),
        ("www.a.co.uk/slavery", "https://www.a.co.uk/slavery"),
        ("a.co.uk/slavery", "https://a.co.uk/slavery"),
        ("See https://a.co.uk/x.", "https://a.co.uk/x"),
        ("(https://a.co.uk/x)", "https://a.co.uk/x"),
        ("https://a.co.uk/x(1)", "https://a.co.uk/x(1)"),
        ("statement: www.a.co.uk", "https://www.a.co.uk"),
        ("https://a.co.uk:8443/x?y=1#z", "https://a.co.uk:8443/x?y=1#z"),
        ("https://a.co.uk/é", "https://a.co.uk/é"),
        ("https://a.co.uk/ (offline)", "https://a.co.uk/"),
        ("https://a.co.uk/x (March 2025)", "https://a.co.uk/x"),
        ("https://a.co.uk/x, of March", "https://a.co.uk/x"),
        ("https://a.co.uk published in March", "https://a.co.uk"),
        ("See https://a.co.uk/x on page 4", "https://a.co.uk/x"),
        ("https://a.co.uk/My Statement 2025.pdf", "https://a.co.uk/My%20Statement%202025.pdf"),
        ("www.a.co.uk/My Statement.pdf ", "https://www.a.co.uk/My%20Statement.pdf"),
    ],
)
def test_a_link(cell: str, address: str) -> None:
    reading = link.read(cell, NO_HINT)
    assert (reading.value, reading.note) == ((address,), "")


def test_fault_72_of_two_links_the_first_is_taken_and_told() -> None:
    reading = link.read("https://a.co.uk/1\nhttps://b.co.uk/2", NO_HINT)
    assert reading.value == ("https://a.co.uk/1",)
    assert "more than one" in reading.note


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("https://a.co.uk/é ü", "https://a.co.uk/é ü"),
        ("https://a.co.uk/x  see page 4", "https://a.co.uk/x see page 4"),
        ("www.a.co.uk/x see page 4", "https://www.a.co.uk/x see page 4"),
    ],
)
def test_an_address_that_may_go_on_after_a_blank_is_kept_whole_and_told(cell: str, whole: str) -> None:
    reading = link.read(cell, NO_HINT)
    assert reading.value == (whole,)
    assert "is no link to follow" in reading.note


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("see website", id="fault 72 see website"),
        pytest.param("/modern-slavery", id="fault 72 relative"),
        pytest.param("ftp://a.co.uk/x", id="fault 72 ftp"),
        pytest.param("javascript:alert(1)", id="T80 javascript"),
        pytest.param("file:///etc/passwd", id="T80 file"),
        pytest.param("https://user:word@a.co.uk", id="T80 a user name and password"),
        pytest.param("https://user@a.co.uk", id="T80 a user name"),
        pytest.param("https://a\u202e.co.uk", id="fault 76 a mark that turns text round"),
        *(
            "https://",
            "http://localhost/x",
            "https://a.co.uk:99999/",
            "a@b.co.uk",
            "Policy.pdf",
            "12345.awards.1",
            "www.a.co.u",
        ),
        *("n/a", "#REF!", "Yes", "https://a.co.uk/" + "x" * 2100, "https://[::1"),
    ],
)
def test_what_is_not_a_link(cell: str) -> None:
    reading = link.read(cell, NO_HINT)
    assert reading.value is None
    assert reading.note


@given(st.text())
def test_no_text_raises(cell: str) -> None:
    value = link.read(cell, NO_HINT).value
    assert value is None or link.read(link.show(value), NO_HINT).value == value


@given(st.from_regex(r"(https?://|www\.)[a-z]{1,9}\.co\.uk(/[!-~]{0,40})?", fullmatch=True))
def test_links_are_shown_and_read_back(cell: str) -> None:
    value = link.read(cell, NO_HINT).value
    assert value is None or link.read(link.show(value), NO_HINT).value == value


@given(st.text(st.characters(categories=["L", "Z"])))
def test_letters_alone_have_no_link(cell: str) -> None:
    assert link.read(cell, NO_HINT).value is None


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("Office  cleaning\nand waste ", "Office cleaning and waste"), ("a\x00b", "a\\u0000b"), ("0", "0")],
)
def test_text_is_kept_on_one_line(cell: str, shown: str) -> None:
    assert text.read(cell, NO_HINT).value == (shown,)


@pytest.mark.parametrize("cell", ["n/a", "-", "not known", "Not yet available", "#N/A", "TBC"])
def test_text_that_says_nothing(cell: str) -> None:
    reading = text.read(cell, NO_HINT)
    assert reading.value is None
    assert reading.note


def test_blank() -> None:
    assert text.read(" ", NO_HINT) == link.read("", NO_HINT) == BLANK


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Cleanings", "cleaning"), ("LAUNDRIES", "laundry"), ("services", "Service"), ("boxes", "box")),
        *(
            ("houses", "house"),
            ("nurses", "nurse"),
            ("buses", "bus"),
            ("classes", "class"),
            ("potatoes", "potato"),
        ),
        *(("agencies", "agency"), ("children's", "child"), ("company’s", "companies"), ("pies", "pie")),
    ],
)
def test_regular_plurals_are_equal(one: str, other: str) -> None:
    assert text.words(one) == text.words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("care", "healthcare", id="T52 care is not healthcare"),
        pytest.param("construction", "constructive", id="T52 construction"),
        *(("care", "car"), ("glass", "glas"), ("bus", "bu"), ("gas", "ga"), ("analysis", "analysi")),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert text.words(one) != text.words(other)


def test_words_are_split_at_marks() -> None:
    assert text.words("EXT-CONTR: Domestics & IT, 24/7") == ("ext", "contr", "domestic", "it", "24", "7")


@given(st.text())
def test_text_is_shown_and_read_back(cell: str) -> None:
    text.words(cell)
    value = text.read(cell, NO_HINT).value
    assert value is None or text.read(text.show(value), NO_HINT).value == value
