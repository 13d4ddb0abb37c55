"""Yes, no, and the many answers that are neither; and the listed answers of a choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import choice, yes_no
from msrisk.values.reading import BLANK, NO_HINT, Grade, Hint


@pytest.mark.parametrize(
    "text",
    [
        *("y", "Y", "yes", "YES", "Yes.", "true", "TRUE", "t", "1", "1.0", "✓", "✔", "☑"),
        pytest.param("Yes - 2024", id="fault 71 with a year"),
        pytest.param("Yes - see link", id="fault 71 with a link"),
        *(
            "Yes (see link)",
            "Y (link)",
            "Yes, published 2024",
            "Yes: https://a.co.uk/x",
            "Yes, on 31/03/2025",
        ),
    ],
)
def test_yes(text: str) -> None:
    assert yes_no.read(text, NO_HINT).value == ("yes",)


@pytest.mark.parametrize(
    "text", ["n", "No", "NO", "no.", "false", "F", "0", "✗", "✘", "☒", "No - none found", "No, not published"]
)
def test_no(text: str) -> None:
    assert yes_no.read(text, NO_HINT).value == ("no",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No (below threshold)", id="T24 below threshold is not a no"),
        pytest.param("No (exempt)", id="fault 71 exempt is not a no"),
        *("No - exempt", "Not required", "N/A", "n/a", "Not applicable", "Exempt"),
        *("Group statement", "Parent covers", "In progress", "Draft", "Pending", "TBC", "?", "See website"),
        *("Not explicit", "Unknown", "Compliant", "Yes/No", "x", "X", "Various", "#N/A", "2", "-"),
        *("Yes but expired", "Yes - in progress", "Yes - group statement", "Yes (draft)", "No link to it"),
    ],
)
def test_neither_is_not_known_and_quoted(text: str) -> None:
    reading = yes_no.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (None, False)
    assert f"'{text}'" in reading.note


@pytest.mark.parametrize(("text", "meant"), [("Noo", "'no'"), ("Yess", "'yes'"), ("ture", "'true'")])
def test_a_misspelling_is_offered_and_not_taken(text: str, meant: str) -> None:
    reading = yes_no.read(text, NO_HINT)
    assert reading.value is None
    assert f"is it {meant}?" in reading.note


def test_a_cross_says_why_it_is_not_known() -> None:
    assert "a tick or a no" in yes_no.read("X", NO_HINT).note


def test_blank_is_blank() -> None:
    assert yes_no.read(" ", NO_HINT) == BLANK


@pytest.mark.parametrize("value", [("yes",), ("no",)])
def test_shown_and_read_back(value: tuple[str, ...]) -> None:
    assert yes_no.read(yes_no.show(value), NO_HINT).value == value


@given(st.text())
def test_no_text_raises(text: str) -> None:
    yes_no.read(text, NO_HINT)


@given(st.from_regex(r"[a-z]{4,}( [a-z]+)*", fullmatch=True))
def test_other_words_have_no_value(text: str) -> None:
    if text != "true":
        assert text == "false" or yes_no.read(text, NO_HINT).value is None


FORMS = Hint(
    choices=(("ltd", "company"), ("private limited", "company"), ("s/t", "sole trader"), ("none", "none"))
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("Ltd", "company"), (" LTD. ", "company"), ("private-limited", "company"), ("S / T", "sole trader")],
)
def test_a_choice_by_its_spellings(text: str, value: str) -> None:
    reading = choice.read(text, FORMS)
    assert (reading.value, reading.grade) == ((value,), Grade.STATED)


@pytest.mark.parametrize("value", ["company", "sole trader", "none"])
def test_a_choice_is_shown_and_read_back(value: str) -> None:
    assert choice.read(choice.show((value,)), FORMS).value == (value,)


@pytest.mark.parametrize("text", ["Ltd company", "lt", "n/a", "charity", "#REF!", "?"])
def test_what_is_not_a_choice(text: str) -> None:
    reading = choice.read(text, FORMS)
    assert reading.value is None
    assert reading.note


def test_without_a_list_there_is_no_choice() -> None:
    assert choice.read("company", NO_HINT).value is None
    assert choice.read("", FORMS) == BLANK


@given(st.text(), st.lists(st.tuples(st.text(), st.text())).map(tuple))
def test_choices_never_raise_or_invent(text: str, choices: tuple[tuple[str, str], ...]) -> None:
    value = choice.read(text, Hint(choices=choices)).value
    assert value is None or value[0] in {answer for _, answer in choices}


ORDER = Hint(choices=(("stro", "yes"), ("stpo", "yes")), stays="yes")
ENTRY = Hint(choices=(("listed", "listed"), ("on list", "listed"), ("entry", "listed")), stays="listed")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Yes - s.1", id="D01 a conviction with its section"),
        pytest.param("Yes - abroad (Italy)", id="D23 a conviction abroad"),
        pytest.param("Yes - STRO", id="D06 an order and which it is"),
        *("STRO (interim)", "Y - pending", "Yes - under appeal", "STPO until 2030"),
    ],
)
def test_an_answer_that_stays_is_kept_with_its_remark_and_told(text: str) -> None:
    reading = yes_no.read(text, ORDER)
    assert (reading.value, reading.grade) == (("yes",), Grade.ASSUMED)
    assert f"'{text}'" in reading.note


def test_a_spelling_of_the_field_is_an_answer_as_stated() -> None:
    """D24"""
    assert yes_no.read("STRO", ORDER) == choice.read("Entry", ENTRY)._replace(value=("yes",))
    assert yes_no.read("STRO", NO_HINT).value is None


@pytest.mark.parametrize(
    "text",
    ["No - STRO lapsed", "Yes / No", "Yes or no", "STPO searched for, none", "LME undertaking only", "n/a", "x"],
)
def test_what_is_not_plainly_the_answer_does_not_stay(text: str) -> None:
    assert yes_no.read(text, ORDER).value is None


def test_an_entry_stays_with_its_ground() -> None:
    """D10"""
    assert choice.read("Listed - mandatory", ENTRY).value == ("listed",)
    assert choice.read("On list: not found", ENTRY).value is None
    assert choice.read("Not listed - checked", ENTRY).value is None
    assert choice.read("Listed - mandatory", Hint(choices=ENTRY.choices)).value is None
