"""Company numbers: lost noughts, prefixes, and the other numbers people paste in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import company_number
from msrisk.values.reading import BLANK, NO_HINT, Grade


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(
            ("02485577", "02485577"),
            ("00000006", "00000006"),
            ("SC123456", "SC123456"),
            ("NI012345", "NI012345"),
        ),
        pytest.param("1234567", "01234567", id="T85 fault 63 a number lost its nought"),
        pytest.param("1234567.0", "01234567", id="fault 63 a decimal number"),
        pytest.param("'01234567", "01234567", id="fault 63 an apostrophe"),
        *(("228604", "00228604"), ("12345", "00012345"), ("#1234567", "01234567")),
        pytest.param("sc 123456", "SC123456", id="fault 64 small letters and a space"),
        *(
            ("SC12345", "SC012345"),
            ("oc301234", "OC301234"),
            ("FC012345", "FC012345"),
            ("CE012345", "CE012345"),
        ),
        *(
            ("R0000035", "R0000035"),
            ("IP12345R", "IP12345R"),
            ("SP1234RS", "SP1234RS"),
            ("123 456 78", "12345678"),
        ),
        ("Companies House number: 02485577", "02485577"),
        ("Company No. 02485577", "02485577"),
        ("CRN 02485577", "02485577"),
    ],
)
def test_a_number_is_eight_characters(text: str, number: str) -> None:
    reading = company_number.read(text, NO_HINT)
    assert (reading.value, reading.grade) == ((number,), Grade.STATED)


@pytest.mark.parametrize("text", ["1234567", "SC12345", "1234567.0"])
def test_restored_noughts_are_told(text: str) -> None:
    assert "restored leading zeros" in company_number.read(text, NO_HINT).note


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("O1234567", "01234567", id="fault 64 letter O for nought"),
        *(
            ("SC12345O", "SC123450"),
            ("0C301234", "OC301234"),
            ("S0301234", "SO301234"),
            ("RO000035", "R0000035"),
        ),
    ],
)
def test_o_and_nought_are_put_right_as_an_estimate(text: str, number: str) -> None:
    reading = company_number.read(text, NO_HINT)
    assert (reading.value, reading.grade) == ((number,), Grade.ESTIMATED)
    assert reading.note


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("GB812311285", "VAT", id="T72 a VAT number"),
        pytest.param("812311285", "VAT or DUNS", id="T72 nine figures"),
        pytest.param("1.23E+06", "shortened", id="fault 63 shortened by Excel"),
        *(("CHA1049226", "charity"), ("CHASC039557", "charity"), ("Registered Charity", "charity")),
        *(("1234", "too few"), ("00000000", "noughts"), ("12345678; 87654321", "more than one")),
        *(("XX123456", "taken as not known"), ("Various", "taken as not known"), ("-", "taken as not known")),
        *(("NA", "taken as not known"), ("N/A", "taken as not known"), ("NI", "taken as not known")),
        *(("#N/A", "error"), ("1234567890", "too many"), ("GBML4119704", "taken as not known")),
        ("01234567 (England)", "taken as not known"),
        *(("2024-01-31", "it is a date"), ("2024-01-31 00:00:00", "it is a date"), ("31-01-2024", "it is a date")),
    ],
)
def test_what_is_not_a_company_number(text: str, said: str) -> None:
    reading = company_number.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (None, False)
    assert said in reading.note


def test_blank() -> None:
    assert company_number.read(" ", NO_HINT) == BLANK


PREFIXES = st.sampled_from(sorted(company_number._prefixes()))
NUMBERS = st.one_of(
    st.integers(1, 10**8 - 1).map("{:08}".format),
    st.tuples(PREFIXES, st.integers(1, 10**6 - 1)).map(lambda pair: f"{pair[0]}{pair[1]:06}"),
)


@given(NUMBERS)
def test_a_full_number_reads_as_itself_in_either_case(number: str) -> None:
    for text in (number, number.lower(), company_number.show((number,))):
        reading = company_number.read(text, NO_HINT)
        assert (reading.value, reading.note) == ((number,), "")


@given(st.text(st.sampled_from("0123456789OSCNIR. #-E+"), max_size=12))
def test_reading_twice_changes_nothing(text: str) -> None:
    value = company_number.read(text, NO_HINT).value
    if value is not None:
        assert len(value[0]) == 8
        assert company_number.read(value[0], NO_HINT).value == value


@given(st.text())
def test_no_text_raises(text: str) -> None:
    company_number.read(text, NO_HINT)


@given(st.text(st.characters(categories=["L", "P", "Z"])))
def test_a_text_without_a_figure_has_no_value(text: str) -> None:
    assert company_number.read(text, NO_HINT).value is None
