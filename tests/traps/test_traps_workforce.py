"""Who does the work, through whom, and with what licence: a supplier row each, and what an officer would expect."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import pytest

from msrisk.model import Band, Outcome
from tests.enrich.enrich_making import exposure
from tests.evaluate.evaluate_making import only
from tests.traps.trap_making import CLEAR, FLAGGED, NOT_APPLICABLE, NOT_KNOWN, asked, ended, flags, screened

CARE, TAXIS = {"category": "Homecare"}, {"category": "Taxis", "country": "UK", "work": "UK"}
NO_LICENCE, EXPIRED = "workforce-no-gangmaster-licence", "workforce-gangmaster-licence-expired"
PICKERS = {"category": "Agency staff", "licensed": "yes"}
ANSWERED_NO = {"agency": "no", "sponsored": "no", "recruiters": "no", "isolated": "no", "housing": "no"}


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"recruiters": "yes"}, "workforce-recruiters"),
        ({"fees": "yes"}, "workforce-recruitment-fees"),
        ({"isolated": "yes"}, "workforce-isolated-work"),
        ({"housing": "yes"}, "workforce-housed-by-employer"),
        ({"price_low": "yes"}, "contract-price-low"),
    ],
)
def test_a_yes_is_a_question_where_labour_is_bought_and_none_elsewhere(cells: dict[str, str], rule: str) -> None:
    assert ended(screened(**CARE, **cells), rule) is FLAGGED
    assert ended(screened(**CARE), rule) is NOT_KNOWN
    assert ended(screened(category="Insurance", **cells), rule) is NOT_APPLICABLE


def test_care_with_everything_said_against_it_is_high_and_not_critical() -> None:
    each = screened(**CARE, agency="yes", sponsored="yes", recruiters="yes", fees="yes", housing="yes", isolated="yes",
                    tiers="1", subcontracted="yes", price_low="yes")  # fmt: skip
    assert each.band is Band.HIGH
    assert each.score == 25 + 25 + 4


def test_workers_who_paid_for_the_job_make_high_of_a_category_that_is_not() -> None:
    assert screened(**TAXIS, fees="yes").band is Band.HIGH
    assert screened(**TAXIS, **ANSWERED_NO, fees="no", subcontracted="no", tiers="2").band is Band.MEDIUM


def test_until_it_is_known_whether_they_paid_nobody_who_sells_labour_is_cleared() -> None:
    each = screened(**TAXIS, **ANSWERED_NO, subcontracted="no", tiers="2")
    assert each.band is Band.NOT_CLEARED
    assert asked(each) == {"recruitment_fees"}


def test_what_only_we_could_say_and_never_wrote_down_keeps_nobody_from_being_cleared() -> None:
    answered = {
        "agency": "no",
        "sponsored": "no",
        "housing": "no",
        "fees": "no",
        "subcontracted": "no",
        "tiers": "2",
    }
    each = screened(**TAXIS, **answered)
    assert ended(each, "contract-price-low") is ended(each, "workforce-isolated-work") is NOT_KNOWN
    assert each.band is Band.MEDIUM


def test_recruiters_are_no_question_where_it_is_known_that_nobody_paid() -> None:
    assert ended(screened(**CARE, recruiters="yes", fees="no"), "workforce-recruiters") is CLEAR


def test_what_we_pay_an_agency_to_recruit_is_not_what_workers_paid() -> None:
    assert "workforce-recruitment-fees" not in flags(screened(category="Homecare", account="Recruitment fees"))


def test_workers_who_paid_to_make_the_goods_are_a_question_too() -> None:
    listed = screened(category="PPE", goods="Nitrile gloves", origin="Malaysia", fees="yes")
    assert ended(listed, "workforce-recruitment-fees") is FLAGGED
    assert ended(listed, "chain-recruitment-fees") is CLEAR  # said once
    other = screened(category="Laptops", origin="Luxembourg", fees="yes")
    assert ended(other, "workforce-recruitment-fees") is NOT_APPLICABLE
    assert ended(other, "chain-recruitment-fees") is FLAGGED


def test_a_stationer_is_cleared_without_a_word_on_who_paid_for_a_job_in_the_factory() -> None:
    each = screened(category="Stationery", country="UK")
    assert each.band is Band.MEDIUM
    assert ended(each, "chain-recruitment-fees") is NOT_KNOWN


# -- licensed labour


@pytest.mark.parametrize(
    "category",
    [
        pytest.param("Food packing labour", id="fault 4 food packing"),
        pytest.param("Packhouse staff", id="fault 4 packhouse"),
        pytest.param("Agricultural labour supply", id="fault 4 farm labour"),
        pytest.param("Fruit picking", id="fault 4 picking"),
        pytest.param("Gangmaster services", id="fault 4 gangmaster"),
        pytest.param("Labour provider - food processing", id="fault 4 processing"),
        pytest.param("Vegetable packing", id="fault 4 packing"),
    ],
)
def test_a_label_that_names_licensed_work_settles_that_a_licence_is_needed(category: str) -> None:
    assert ended(screened(category=category, licence="No"), NO_LICENCE) is FLAGGED
    assert "gangmaster_licence_held" in asked(screened(category=category))
    assert "sector-labour-here" in flags(screened(category=category))


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"category": "Agency nurses"}, id="fault 4 nurses"),
        pytest.param({"category": "Agency staff - nurses", "agency": "yes"}, id="fault 4 nurses of an agency"),
        pytest.param({"category": "Supply teachers"}, id="fault 4 teachers"),
        pytest.param({"category": "Food", "goods": "Tinned tomatoes"}, id="fault 4 goods are no labour"),
    ],
)
def test_who_sells_nurses_or_tomatoes_is_not_asked_for_a_gangmasters_licence(cells: dict[str, str]) -> None:
    each = screened(**cells)
    assert ended(each, NO_LICENCE) is ended(each, EXPIRED) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("cells", "missing", "expired"),
    [
        pytest.param({"licence": "No"}, FLAGGED, CLEAR, id="none held"),
        pytest.param({"licence": "Yes"}, CLEAR, NOT_KNOWN, id="held, until when is not said"),
        pytest.param({"licence": "ABCD0001"}, CLEAR, NOT_KNOWN, id="a number is a licence"),
        pytest.param({"licence": "ABCD0001", "licence_until": "31/12/2026"}, CLEAR, CLEAR, id="in force"),
        pytest.param({"licence": "ABCD0001", "licence_until": "01/03/2026"}, CLEAR, FLAGGED, id="past its day"),
        pytest.param({"licence": ""}, NOT_KNOWN, NOT_KNOWN, id="a blank is no answer"),
        pytest.param({"licence": "Exempt"}, NOT_KNOWN, NOT_KNOWN, id="exempt is for a person to look at"),
        pytest.param({"licence": "n/a"}, NOT_KNOWN, NOT_KNOWN, id="not applicable is no answer"),
        pytest.param({"licence": "expired 2024"}, NOT_KNOWN, NOT_KNOWN, id="a year is no number"),
        pytest.param({"licence": "applied for"}, NOT_KNOWN, NOT_KNOWN, id="applied for is neither"),
    ],
)
def test_a_supplier_of_pickers_is_asked_for_its_licence(
    cells: dict[str, str], missing: Outcome, expired: Outcome
) -> None:
    each = screened(**PICKERS, **cells)
    assert (ended(each, NO_LICENCE), ended(each, EXPIRED)) == (missing, expired)


def test_a_list_that_calls_it_the_licence_of_the_fair_work_agency_is_read_alike() -> None:
    for heading in (
        "Fair Work Agency licence",
        "FWA licence number",
        "GLAA licence no",
        "Gangmaster's licence",
        "GLA URN",
    ):
        row = {
            "Supplier": "Acme",
            "Purchase category": "Agency staff",
            "Licensed labour supply": "yes",
            heading: "no",
        }
        assert ended(only([row], exposure()), NO_LICENCE) is FLAGGED, heading


def test_the_words_speak_of_the_agency_that_grants_licences_today() -> None:
    (flag,) = [
        answer for answer in screened(**PICKERS, licence="No").ended(FLAGGED) if answer.rule.id == NO_LICENCE
    ]
    assert "Fair Work Agency" in flag.because
    assert "excluded or exempt" in flag.rule.not_a_problem_when


def test_a_cleaner_without_a_licence_needs_none() -> None:
    assert ended(screened(category="Cleaning", licence="No", licensed="yes"), NO_LICENCE) is NOT_APPLICABLE


def test_an_agency_of_care_workers_is_not_asked_for_a_licence() -> None:
    each = screened(category="Agency staff", licence="No")
    assert ended(each, NO_LICENCE) is NOT_KNOWN
    assert "gangmaster_licence_held" not in asked(each)
    assert ended(screened(category="Agency staff", licensed="no", licence="No"), NO_LICENCE) is NOT_APPLICABLE


# -- the chain and the price


def test_a_nursery_is_not_asked_who_makes_its_goods() -> None:
    each = screened(category="Day nursery", tiers="Tier 1")
    assert ended(each, "chain-not-known-below-first-tier") is NOT_APPLICABLE
    assert "chain_known_to" not in asked(screened(category="Day nursery"))


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Tier 1", FLAGGED),
        ("1", FLAGGED),
        ("Not mapped", FLAGGED),
        ("Tier 2", CLEAR),
        ("Tier 3+", CLEAR),
        ("Yes", NOT_KNOWN),
    ],
)
def test_how_far_down_the_chain_is_known(said: str, outcome: Outcome) -> None:
    assert ended(screened(category="Laptops", tiers=said), "chain-not-known-below-first-tier") is outcome


def test_a_low_price_is_asked_of_the_contract_it_was_marked_on() -> None:
    lines = [{"category": "Cleaning", "price_low": "yes"}, {"category": "Insurance", "price_low": "no"}]
    assert ended(screened(*lines), "contract-price-low") is FLAGGED
    other = [{"category": "Cleaning", "price_low": "no"}, {"category": "Insurance", "price_low": "yes"}]
    assert ended(screened(*other), "contract-price-low") is CLEAR
