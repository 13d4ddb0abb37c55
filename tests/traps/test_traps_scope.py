"""Traps T17 to T22: who the supplier is, and what section 54 asks of it; T64, T65 and T99 beside them."""

from __future__ import annotations

import pytest

from tests.traps.section54_making import IN_SCOPE, asked, ended, scope, screened

RULE = "s54-no-statement"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"turnover": "£50m", "form": "LLP"}, "in", id="T17 an LLP is in"),
        pytest.param({"turnover": "£50m", "form": "Partnership"}, "in", id="T17 a partnership is in"),
        pytest.param(
            {"turnover": "£50m", "form": "Sole trader"}, "out", id="T18 a sole trader is out at any size"
        ),
        pytest.param({"turnover": "£50m", "form": "charity"}, "in", id="T18 'charity' is no legal form"),
        pytest.param(
            {"turnover": "£50m", "form": "Trust"}, "in", id="T18 nor is 'trust': many are bodies corporate"
        ),
        pytest.param({"turnover": "£50m", "form": "Association"}, "in", id="T18 nor is 'association'"),
        pytest.param({"turnover": "£50m", "uk": "no"}, "out", id="T20 no business in the UK"),
        pytest.param({"turnover": "tbc", "uk": "no"}, "out", id="T20 one limb not met settles it"),
    ],
)
def test_scope(cells: dict[str, str], expected: str) -> None:
    assert scope(**cells) == expected


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("Borsetshire County Council", "", id="T19 a council that supplies"),
        pytest.param("Felpersham NHS Foundation Trust", "", id="T19 an NHS trust"),
        pytest.param("University of Felpersham", "University", id="T19 a university"),
    ],
)
def test_a_public_body_is_neither_in_nor_out_until_asked(name: str, form: str) -> None:
    body = screened(name, turnover="£400m", statement="no", country="UK", form=form)
    assert ended(body, RULE) == "not known"
    assert "uk_business" in asked(body)


def test_t19_a_university_that_says_it_is_in_business_is_in() -> None:
    body = screened("University of Felpersham", turnover="£400m", statement="no", form="University", uk="yes")
    assert ended(body, RULE) == "flagged"


@pytest.mark.parametrize("country", ["Jersey", "Guernsey", "Isle of Man"])
def test_t21_a_company_of_the_islands_can_be_in_and_is_asked_whether_it_trades_here(country: str) -> None:
    unasked = screened("Corbiere Ltd", turnover="£50m", country=country, statement="no")
    assert ended(unasked, RULE) == "not known"
    assert "uk_business" in asked(unasked)
    assert ended(screened("Corbiere Ltd", turnover="£50m", country=country, uk="yes", statement="no"), RULE) == (
        "flagged"
    )


@pytest.mark.parametrize(
    "status", ["Active", "In Administration", "Liquidation", "Voluntary Arrangement", "Receivership"]
)
def test_t22_an_insolvency_lets_nobody_off_by_itself(status: str) -> None:
    """Section 54 names none: whether business is still carried on has to be asked, and was answered here."""
    assert ended(screened(**IN_SCOPE, status=status, statement="no"), RULE) == "flagged"


def test_t22_dormant_accounts_are_no_turnover_and_no_reason_to_clear() -> None:
    """A firm that we pay is hardly dormant: what it turns over is asked, and never taken for nought."""
    dormant = screened("Acme Ltd", number="01234567", accounts="Dormant", accounts_to="31/03/2026", statement="no")
    assert ended(dormant, RULE) == "not known"
    assert "turnover" in asked(dormant)


def test_t64_a_small_supplier_scores_nothing_for_papers_the_law_does_not_ask_of_it() -> None:
    small = screened(
        turnover="£1m", uk="yes", statement="no", covers="no", approved="no", signed="no", linked="no"
    )
    assert small.score == 0


def test_t65_a_giant_with_no_statement_known_is_not_cleared_rather_than_safe() -> None:
    assert screened(turnover="£5bn", uk="yes", form="plc").band.word == "Not cleared"


def test_t99_a_screening_result_says_that_it_is_not_legal_advice() -> None:
    from msrisk.write.words import NOT_ADVICE

    assert "not legal advice" in NOT_ADVICE
