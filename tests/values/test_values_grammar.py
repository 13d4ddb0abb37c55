"""Every kind: no value for a text outside its grammar, and a value that is the same however it is set down."""

from __future__ import annotations

import pytest
from grammar_making import FORMS, NAMES_WITH_A_FORM, slipped, texts_for
from grammar_oracles import ORACLES
from grammar_oracles import legal_form as form_oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk.files import safe_text
from msrisk.values import KINDS
from msrisk.values.legal_form import legal_form
from msrisk.values.reading import BLANK, NO_HINT, Hint, Reading

CHOICES = Hint(
    choices=(("ltd", "company"), ("private limited", "company"), ("s/t", "sole trader"), ("none", "none"))
)
IN_ANY_CASE = (
    "money",
    "number",
    "percent",
    "date",
    "yes_no",
    "choice",
    "sic",
    "cpv",
    "proclass",
    "company_number",
)
NO_FIGURES = "½²⅓ⅣⅫ٣٤१３５𝟝〇五①"  # they look like figures and are not those of a spreadsheet


def read(kind: str, text: str) -> Reading:
    return KINDS[kind].read(text, CHOICES if kind == "choice" else NO_HINT)


def test_every_kind_has_texts_to_change() -> None:
    assert FORMS.keys() == KINDS.keys()
    assert all(read(kind, text).understood for kind, forms in FORMS.items() for text in forms)


@pytest.mark.parametrize("kind", ORACLES)
@given(st.data())
def test_what_has_a_value_is_in_the_grammar(kind: str, data: st.DataObject) -> None:
    text = data.draw(texts_for(kind))
    reading = read(kind, text)
    assert not reading.understood or ORACLES[kind](text, reading.value), KINDS[kind].show(reading.value)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["name", "id", "text", "labels"])
@settings(max_examples=50)
@given(st.data())
def test_words_are_kept_as_they_are(kind: str, data: st.DataObject) -> None:
    text = data.draw(texts_for(kind))
    kept = "".join(";".join(read(kind, text).parts).split())
    whole = "".join(text.split())
    assert kept in ("", safe_text(whole), whole) or kind == "labels"


@pytest.mark.parametrize("kind", FORMS)
@settings(max_examples=50)
@given(st.data())
def test_what_is_shown_reads_back(kind: str, data: st.DataObject) -> None:
    value = read(kind, data.draw(texts_for(kind))).value
    assert value is None or read(kind, KINDS[kind].show(value)).value == value


@pytest.mark.parametrize("kind", FORMS)
@settings(max_examples=50)
@given(st.data())
def test_what_is_not_understood_says_so(kind: str, data: st.DataObject) -> None:
    reading = read(kind, data.draw(texts_for(kind)))
    assert reading.understood or reading == BLANK or "not known" in reading.note


@pytest.mark.parametrize("kind", FORMS)
@settings(max_examples=50)
@given(st.data())
def test_fault_82_space_round_a_text_changes_nothing(kind: str, data: st.DataObject) -> None:
    text = data.draw(texts_for(kind))
    assert read(kind, f" \u00a0{text}\n\t").value == read(kind, text).value


@pytest.mark.parametrize("kind", IN_ANY_CASE)
@settings(max_examples=50)
@given(st.data())
def test_case_changes_nothing(kind: str, data: st.DataObject) -> None:
    text = data.draw(texts_for(kind).filter(str.isascii))
    assert read(kind, text.upper()).value == read(kind, text.lower()).value == read(kind, text).value


@given(st.one_of(st.text(), slipped(NAMES_WITH_A_FORM)))
def test_a_legal_form_has_its_words_in_the_name(name: str) -> None:
    form = legal_form(name)
    assert form is None or form_oracle(name, form), form
    assert legal_form(f" {name}\n") == form
    assert not name.isascii() or legal_form(name.upper()) == legal_form(name.lower()) == form


@pytest.mark.parametrize(
    "kind", ["money", "number", "percent", "date", "sic", "cpv", "proclass", "company_number"]
)
@pytest.mark.parametrize("figure", NO_FIGURES)
def test_only_plain_figures_are_figures(kind: str, figure: str) -> None:
    for text in (figure, figure * 8, *(form.replace("1", figure) for form in FORMS[kind] if "1" in form)):
        reading = read(kind, text)
        assert not reading.understood or not reading.complete


@pytest.mark.parametrize("kind", ["money", "number", "percent"])
@pytest.mark.parametrize(
    "text",
    [
        *("1/2/3", "10:30", "1,23", "£-", "£1.2.3", "2,0000", "36m2", "1½", "0x10", "1_000", "inf", "-inf", "NaN"),
        *(
            "1e400",
            "1,,000",
            "1..2",
            "1.2.3",
            "12 34",
            "1 0000",
            "1, 000",
            "--5",
            "+-5",
            "5--6",
            "5-6-7",
            "(5",
            "5)",
        ),
        *("5 to", "between 5", "over over 5", ">>5", "<>5", "5 x 6", "=5+5", "#5", "No. 5", "1st", "5th", "3/4"),
    ],
)
def test_no_amount(kind: str, text: str) -> None:
    assert read(kind, text).value is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "00/00/0000",
            "2024-13-01",
            "31/02/2024",
            "yesterday",
            "10:30",
            "1/2",
            "1/2/3",
            "12-13",
            "1,23",
            "１/２/2024",
        ),
        *(
            "32 March 2025",
            "31 Sept",
            "30 February 2024",
            "31.4.2025",
            "2025-02-29",
            "0/1/2025",
            "1/1/2101",
            "1e5",
        ),
    ],
)
def test_no_date(text: str) -> None:
    assert read("date", text).value is None


@pytest.mark.parametrize(
    "text", ["YESNO", "no idea", "not no", "N/A", "yes no", "noyes", "yes?", "10", "-1", "01"]
)
def test_neither_yes_nor_no(text: str) -> None:
    assert read("yes_no", text).value is None
