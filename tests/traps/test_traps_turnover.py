"""Traps T1 to T16: a turnover as it is typed in a list, and whether section 54 then applies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.traps.section54_making import ended, flags, registry, scope, screened

SUPPLIER = "Alder Care Limited"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"turnover": ""}, "ask", id="T1 a blank turnover is asked about, never 0"),
        pytest.param({"turnover": "tbc"}, "ask", id="T1 tbc is a blank"),
        pytest.param({"turnover": "0"}, "ask", id="T2 a turnover of 0 is not believed"),
        pytest.param({"turnover": "36,000,000"}, "in", id="T3 exactly £36m is in: not less than"),
        pytest.param({"turnover": "£35,999,999.99"}, "out", id="T4 a penny below is out"),
        pytest.param({"turnover": "over £36m"}, "in", id="T5 over £36m is in"),
        pytest.param({"turnover": "up to £36m"}, "ask", id="T5 up to £36m may be £36m"),
        pytest.param({"turnover": "£10m-£50m"}, "ask", id="T6 a band across the threshold"),
        pytest.param({"turnover": "£36 million to £60 million"}, "in", id="T7 the registry's band from £36m"),
        pytest.param({"turnover": "Under £36 million"}, "out", id="T7 the registry's lowest band"),
        pytest.param({"turnover": "(36,000,000)"}, "ask", id="T2 a turnover below nought is not believed"),
        pytest.param({"turnover": "36"}, "ask", id="T8 36 without a unit is asked about"),
        pytest.param({"turnover_m": "36"}, "in", id="T8 36 under £m"),
        pytest.param({"turnover_m": "35.9"}, "out", id="T8 35.9 under £m"),
        pytest.param({"turnover_000": "36000"}, "in", id="T8 36000 under £000"),
        pytest.param({"turnover_m": "36000000"}, "ask", id="T8 a full figure under £m is asked about"),
        pytest.param({"turnover": "$60,000,000"}, "in", id="T9 dollars well above"),
        pytest.param({"turnover": "€42m"}, "ask", id="T9 euros near the threshold are asked about"),
        pytest.param({"group": "£900m"}, "ask", id="T10 a group's turnover does not bring a subsidiary in"),
        pytest.param({"turnover": "£900m (group)"}, "ask", id="T10 nor does the word group in the cell"),
        pytest.param({"group": "£12m"}, "out", id="T10 a group below the threshold has no member above"),
        pytest.param({"own": "£2m", "subsidiaries": "£40m"}, "in", id="T11 subsidiaries, overseas too, add up"),
        pytest.param({"own": "£2m", "subsidiaries": "£3m"}, "out", id="T11 small with small subsidiaries"),
        pytest.param({"own": "£40m"}, "in", id="T11 enough without its subsidiaries"),
        pytest.param({"own": "£2m"}, "ask", id="T11 a holding company may be in through its subsidiaries"),
        pytest.param({"contract_value": "£90m"}, "ask", id="T12 a contract value is not turnover"),
        pytest.param({"turnover_vat": "£40m"}, "ask", id="T13 with VAT: between £33.3m and £40m"),
        pytest.param({"turnover_vat": "£50m"}, "in", id="T13 with VAT, and above without it"),
        pytest.param({"turnover": "£20m (6 months)"}, "ask", id="T14 a part of a year is no year's turnover"),
        pytest.param({"income": "£90m"}, "ask", id="T16 a charity's income is not turnover"),
    ],
)
def test_turnover(cells: dict[str, str], expected: str) -> None:
    assert scope(**cells) == expected


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        pytest.param("£36 million to £60 million", "flagged", id="T7 the band of who published it"),
        pytest.param("Under £36 million", "not applicable", id="T7 the lowest band"),
        pytest.param("Not provided", "not known", id="T7 a band that was not given"),
    ],
)
def test_the_band_a_supplier_declared_in_the_registry(tmp_path: Path, band: str, expected: str) -> None:
    """The statement's year is old, so that the rule on it shows whether section 54 applies."""
    public = registry(tmp_path, ("2026", [{"Turnover": band, "StatementEndDate": "31/03/2024"}]))
    row = screened(SUPPLIER, public, uk="yes", form="company")
    assert ended(row, "s54-statement-out-of-date") == expected


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        pytest.param("£100 million to £500 million", "not known", id="T10 a large group may have a small member"),
        pytest.param("Under £36 million", "not applicable", id="T10 a small group has no large one"),
    ],
)
def test_the_band_of_a_group_in_the_registry_is_no_turnover_of_its_member(
    tmp_path: Path, band: str, expected: str
) -> None:
    member = {"GroupSubmission": "Yes", "ParentName": "BEECH GROUP PLC", "StatementEndDate": "31/03/2024"}
    public = registry(tmp_path, ("2026", [{**member, "Turnover": band}]))
    row = screened(SUPPLIER, public, uk="yes", form="company")
    assert ended(row, "s54-statement-out-of-date") == expected


@pytest.mark.parametrize(
    ("turnover", "year", "expected"),
    [
        pytest.param("£34m", "31/03/2023", "flagged", id="T15 £34m three years ago may have passed £36m"),
        pytest.param("£34m", "31/03/2026", "clear", id="T15 £34m in the last accounts is below"),
        pytest.param("£34m", "", "not known", id="T15 £34m of an unknown year"),
        pytest.param("£2m", "31/03/2019", "not applicable", id="T15 £2m years ago is asked of nobody"),
        pytest.param("£40m", "31/03/2019", "not applicable", id="T15 an old figure above the threshold is in"),
    ],
)
def test_an_old_turnover(turnover: str, year: str, expected: str) -> None:
    row = screened(turnover=turnover, turnover_year=year, uk="yes", form="company")
    assert ended(row, "s54-turnover-old") == expected


def test_t15_it_is_for_us_to_ask_and_a_small_supplier_is_never_the_worse_by_more_than_a_question() -> None:
    row = screened(turnover="£34m", turnover_year="31/03/2023", uk="yes", form="company", statement="no")
    assert flags(row) == {"s54-turnover-old"}
    assert (row.score, row.band.word) == (4, "Low")
