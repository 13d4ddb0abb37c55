"""Placeholders, quoting, and text made plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values.placeholders import PLACEHOLDERS, is_placeholder, nothing_in
from msrisk.values.reading import BLANK
from msrisk.values.tidy import quote, tidy


@pytest.mark.parametrize("text", sorted(PLACEHOLDERS))
def test_every_placeholder_in_any_case_says_so(text: str) -> None:
    for written in (text, text.upper(), f"  {text} ", f"({text})"):
        reading = nothing_in(written, "a date")
        assert reading is not None
        assert reading.value is None
        assert "is not a date; taken as not known" in reading.note


@pytest.mark.parametrize("text", ["0", "no", "yes", "private", "None Ltd", "The Unknown Creative Ltd", "N", "nab"])
def test_what_says_something(text: str) -> None:
    assert not is_placeholder(text)
    assert nothing_in(text, "a date") is None


def test_blank_has_no_note() -> None:
    assert nothing_in("\u00a0 \n", "a date") is BLANK


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  a \u00a0 b\n", "a b"),
        ("10–50 — 60", "10-50 - 60"),
        ("Côte d’Ivoire", "Côte d'Ivoire"),
        pytest.param("Â£36m", "£36m", id="T86 mojibake"),
        ("â‚¬5", "€5"),
    ],
)
def test_tidy(text: str, plain: str) -> None:
    assert tidy(text) == plain


def test_a_quote_is_short_and_safe() -> None:
    assert quote("a\x1b\nb") == "'a\\u001b b'"
    assert len(quote("x" * 500)) < 70


@given(st.text())
def test_tidy_twice_is_tidy(text: str) -> None:
    assert "  " not in tidy(text)
    assert tidy(text) == tidy(text).strip()
