"""SIC and CPV codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values.code import CPV, SIC, label
from msrisk.values.kind import Kind
from msrisk.values.reading import BLANK, NO_HINT, Grade
from msrisk.values.tables import rows

SIC_CODES = [row["code"] for row in rows("sic")]
CPV_CODES = [row["code"] for row in rows("cpv")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("81210", ("81210",)),
        ("81210;81222", ("81210", "81222")),
        ("81210\n81222", ("81210", "81222")),
        ("81210, 81222", ("81210", "81222")),
        ("62012,62020", ("62012", "62020")),
        ("81210 - General cleaning of buildings", ("81210",)),
        ("01110 - Growing of cereals (except rice), leguminous crops and oil seeds", ("01110",)),
        pytest.param("62.02/0", ("62020",), id="fault 74 old punctuation"),
        ("81.21", ("81210",)),
        ("81210.0", ("81210",)),
        ("SIC codes: 62012, 62020", ("62012", "62020")),
        pytest.param("1110", ("01110",), id="T85 fault 74 lost nought"),
        ("1110 - Growing of cereals", ("01110",)),
    ],
)
def test_sic(text: str, codes: tuple[str, ...]) -> None:
    reading = SIC.read(text, NO_HINT)
    assert (reading.value, reading.complete, reading.grade) == (codes, True, Grade.STATED)


def test_a_restored_nought_is_told() -> None:
    assert "01110" in SIC.read("1110", NO_HINT).note


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1610", id="01610 or 16100"),
        pytest.param("8121", id="a class, or an older list"),
        pytest.param("2223 - Bookbinding and finishing", id="a label of the list of 2003"),
        pytest.param("1110 - Extraction of crude petroleum", id="01110 is another label"),
        pytest.param("47.78", id="a class of several codes"),
        pytest.param("cleaning", id="fault 74 description"),
        *("99998", "81", "8.1E+04", "n/a", "#REF!", "812100", "81210x"),
    ],
)
def test_what_is_not_a_sic_code(text: str) -> None:
    reading = SIC.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (None, False)
    assert reading.note.endswith("taken as not known")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("45000000", ("45000000",)),
        ("45000000-7", ("45000000",)),
        ("45000000-7 Construction work", ("45000000",)),
        ("45000000.0", ("45000000",)),
        pytest.param("3000000", ("03000000",), id="T85 lost nought"),
        ("3000000-1", ("03000000",)),
        ("45000000-7, 90910000-9", ("45000000", "90910000")),
        ("CPV: 45000000", ("45000000",)),
    ],
)
def test_cpv(text: str, codes: tuple[str, ...]) -> None:
    reading = CPV.read(text, NO_HINT)
    assert (reading.value, reading.complete, reading.grade) == (codes, True, Grade.STATED)


def test_a_wrong_check_digit_is_estimated_and_told() -> None:
    reading = CPV.read("45000000-5", NO_HINT)
    assert (reading.value, reading.grade) == (("45000000",), Grade.ESTIMATED)
    assert "ends in 7" in reading.note


@pytest.mark.parametrize(
    "text", ["99999999", "4.5E+07", "construction", "450000", "tbc", "450000000", "1CPV: 4500000"]
)
def test_what_is_not_a_cpv_code(text: str) -> None:
    assert CPV.read(text, NO_HINT).value is None


@pytest.mark.parametrize(("kind", "text"), [(SIC, "81210;99998"), (CPV, "45000000;99999999")])
def test_an_unknown_code_beside_a_known_one_is_incomplete(kind: Kind, text: str) -> None:
    reading = kind.read(text, NO_HINT)
    assert reading.value == (text.partition(";")[0],)
    assert not reading.complete
    assert "is not in the" in reading.note


def test_labels() -> None:
    assert label("sic", "81210") == "General cleaning of buildings"
    assert label("cpv", "45000000") == "Construction work"
    assert label("sic", "1") == ""


def test_blank() -> None:
    assert SIC.read("", NO_HINT) == CPV.read("\n", NO_HINT) == BLANK


@given(st.lists(st.sampled_from(SIC_CODES), min_size=1, max_size=4, unique=True).map(tuple))
def test_sic_is_shown_and_read_back(value: tuple[str, ...]) -> None:
    assert SIC.read(SIC.show(value), NO_HINT).value == value


@given(st.lists(st.sampled_from(CPV_CODES), min_size=1, max_size=4, unique=True).map(tuple))
def test_cpv_is_shown_and_read_back(value: tuple[str, ...]) -> None:
    assert CPV.read(CPV.show(value), NO_HINT).value == value


@given(st.sampled_from(sorted(rows("cpv"), key=lambda row: row["code"])))
def test_every_check_digit_is_accepted(row: dict[str, str]) -> None:
    reading = CPV.read(f"{row['code']}-{row['check_digit']}", NO_HINT)
    assert (reading.value, reading.note) == ((row["code"],), "")


@pytest.mark.parametrize("kind", [SIC, CPV], ids=["sic", "cpv"])
@given(st.text())
def test_no_text_raises(kind: Kind, text: str) -> None:
    kind.read(text, NO_HINT)


@pytest.mark.parametrize("kind", [SIC, CPV], ids=["sic", "cpv"])
@given(st.text(st.characters(categories=["L", "P", "Z"])))
def test_a_text_without_a_figure_has_no_value(kind: Kind, text: str) -> None:
    assert kind.read(text, NO_HINT).value is None
