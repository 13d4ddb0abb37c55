"""Traps T52 to T58, T61 and T64: what is bought, misread, seen through a whole screening by the exposure rules."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import pandas
import pytest

from msrisk import screen
from msrisk.model import Band
from tests.enrich.enrich_making import exposure
from tests.evaluate.evaluate_making import DAY
from tests.traps.trap_making import CLEAR, FLAGGED, LISTED, NOT_KNOWN, asked, ended, flags, screened


@pytest.mark.parametrize(
    "category",
    [
        pytest.param("Healthcare software", id="T52 care in healthcare software"),
        pytest.param("Cyber security", id="T52 security in cyber security"),
        pytest.param("Data cleaning", id="T52 cleaning in data cleaning"),
        pytest.param("Constructive dismissal advice", id="T52 construction in constructive"),
        pytest.param("Get it done", id="T52 IT in it"),
        pytest.param("Day nursery", id="T52 nursery as farming"),
        pytest.param("Catering equipment repairs", id="T52 catering in its equipment"),
        pytest.param("Musical instruments", id="T52 surgical instruments in musical ones"),
    ],
)
def test_a_word_inside_another_is_no_labour_here(category: str) -> None:
    assert not flags(screened(category=category)) & {"sector-labour-here", "goods-named-in-guidance"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"cpv": "48000000", "category": "Cleaning"}, set(), id="T56 a code for software before its label"),
        pytest.param({"cpv": "90910000", "category": "Software"}, {"sector-labour-here"},
                     id="T52 T56 a code for cleaning before its label"),
    ],
)  # fmt: skip
def test_a_code_comes_before_a_word(cells: dict[str, str], expected: set[str]) -> None:
    assert flags(screened(**cells)) == expected


def test_t56_that_code_and_text_disagree_is_noted_and_graded_as_an_estimate() -> None:
    each = screened(cpv="90910000", category="Software")
    (answer,) = each.ended(FLAGGED)
    assert answer.grade.word == "estimated"
    (agreed,) = screened(cpv="90910000", category="Cleaning").ended(FLAGGED)
    assert agreed.grade.word == "looked up"


def test_t53_several_sectors_in_a_cell_the_worst_counts_and_all_are_shown() -> None:
    each = screened(category="Laptops; cleaning; insurance")
    assert flags(each) == {"sector-labour-here", "sector-goods-chain"}
    assert each.score == 25
    because = next(answer.because for answer in each.ended(FLAGGED) if answer.rule.id == "sector-labour-here")
    assert "cleaning" in because
    assert "ICT equipment" in because


def test_t53_several_lines_the_worst_counts() -> None:
    lines = [{"category": "Insurance"}, {"category": "Homecare"}, {"category": "Taxis"}]
    assert screened(*lines).score == 25


def test_t53_one_of_several_sectors_without_a_grade_keeps_the_rest_open() -> None:
    each = screened(category="Insurance; grants")
    assert ended(each, "sector-labour-here") is NOT_KNOWN
    assert each.band is Band.NOT_CLEARED


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"category": ""}, id="T54 a blank"),
        pytest.param({"category": "tbc"}, id="T54 to be confirmed"),
        pytest.param({"category": "Various"}, id="T54 various"),
        pytest.param({"category": "Sundries"}, id="T54 sundries"),
        pytest.param({"category": "12345"}, id="T54 a number"),
        pytest.param({"category": "", "country": "UK", "origin": "UK", "work": "UK"}, id="T54 all at home"),
        pytest.param({"category": "", "agency": "no", "fees": "no", "tiers": "3"}, id="T54 with good answers"),
    ],
)
def test_a_category_that_says_nothing_is_not_known(cells: dict[str, str]) -> None:
    each = screened(**cells)
    assert each.band is Band.NOT_CLEARED
    assert ended(each, "sector-labour-here") is NOT_KNOWN
    assert "category" in asked(each)


def test_t54_nobody_is_asked_of_labour_while_it_is_not_known_that_it_is_bought() -> None:
    assert not asked(screened(category="")) & {
        "agency_workers",
        "recruitment_fees",
        "tied_housing",
        "licensed_labour",
    }


@pytest.mark.parametrize("code", ["330000", "380000"])
def test_t54_a_code_for_goods_of_many_kinds_is_not_known_either(code: str) -> None:
    rows = [{"Supplier": "Acme Ltd", "ProClass code": code, "Country of origin": "China"}]
    (each,) = screen(pandas.DataFrame(rows), rules=exposure(), as_of=DAY)
    assert each.band is Band.NOT_CLEARED
    assert ended(each, LISTED) is NOT_KNOWN
    assert flags(each) >= {"sector-goods-chain"}
    assert "goods" in asked(each)


def test_t54_what_a_supplier_is_registered_as_is_a_hint_and_what_we_buy_is_asked_all_the_same() -> None:
    each = screened(category="", sic="81210")
    (flag,) = each.ended(FLAGGED)
    assert flag.evidence[0].note == "sector 'cleaning', from sic code '81210'"
    assert "category" in asked(each)


def test_t54_goods_that_are_said_and_in_no_list_are_clear_of_it() -> None:
    assert ended(screened(category="Stationery", origin="China"), LISTED) is CLEAR


@pytest.mark.parametrize(
    ("also", "band"),
    [
        pytest.param({}, Band.LOW, id="T55 software and professional services alone"),
        pytest.param(
            {"category": "Computer hardware"}, Band.NOT_CLEARED, id="T55 with hardware of unknown origin"
        ),
        pytest.param(
            {"category": "Computer hardware", "origin": "China"}, Band.HIGH, id="T55 with hardware from China"
        ),
        pytest.param({"category": "Agency staff"}, Band.HIGH, id="T55 with agency staff"),
        pytest.param(
            {"category": "IT support", "work": "Myanmar"}, Band.MEDIUM, id="T55 with support done in Myanmar"
        ),
    ],
)
@pytest.mark.parametrize("category", ["Software licences", "Audit fees", "Legal advice"])
def test_office_work_is_ordinary_and_what_comes_with_it_is_not(
    category: str, also: dict[str, str], band: Band
) -> None:
    office = {"category": category, "work": "UK", "country": "UK"}
    lines = [office, {**office, **also}] if also else [office]
    assert screened(*lines).band is band


@pytest.mark.parametrize(
    ("goods", "origin"),
    [
        pytest.param("Blueberries", "Argentina", id="T57 blueberries from Argentina, taken off in 2024"),
        pytest.param("Salt", "Cambodia", id="T57 salt from Cambodia, taken off in 2024"),
    ],
)
def test_what_a_later_edition_took_off_is_not_listed(goods: str, origin: str) -> None:
    each = screened(category="Groceries", goods=goods, origin=origin)
    assert ended(each, "goods-listed-child-labour") is not FLAGGED
    assert ended(each, LISTED) is not FLAGGED


def test_t57_what_was_named_after_our_editions_is_never_called_low() -> None:
    """Copper and lithium from China were named elsewhere in August 2025, after the editions we hold."""
    for goods in ("Copper pipe", "Lithium batteries"):
        each = screened(category="Building materials", goods=goods, origin="China", country="UK")
        assert "country-origin-tier-3" in flags(each)
        assert each.band <= Band.MEDIUM


@pytest.mark.parametrize("goods", ["", "PPE", "Surgical gowns", "Isolation gowns", "Nitrile gloves"])
def test_fault_1_a_finer_word_for_ppe_of_china_never_takes_the_flag_off(goods: str) -> None:
    each = screened(category="PPE", goods=goods, origin="China")
    assert ended(each, LISTED) is FLAGGED
    (because,) = [answer.because for answer in each.ended(FLAGGED) if answer.rule.id == LISTED]
    named = because.partition(" has ")[2].partition(" of this origin")[0]
    assert set(named.split("; ")) <= {"Gloves", "Garments"}
    assert "edition of 2022" in because


@pytest.mark.parametrize(
    "goods", ["Nitrile gloves", "Gowns", "Face masks", "Respirators", "Goggles", "Hi-vis jackets"]
)
def test_fault_2_what_is_worn_against_harm_is_ppe_and_named_in_the_policy_note(goods: str) -> None:
    each = screened(category="Clinical consumables", goods=goods, origin="Germany")
    assert ended(each, "goods-named-in-guidance") is FLAGGED


def test_fault_5_batteries_of_china_listed_for_their_materials_are_not_known_and_never_clear() -> None:
    for goods in ("Lithium-ion batteries", "Batteries"):
        each = screened(category="Battery storage", goods=goods, origin="China")
        assert ended(each, LISTED) is ended(each, "goods-listed-child-labour") is NOT_KNOWN
    assert ended(screened(category="Battery storage", goods="Batteries", origin="Germany"), LISTED) is CLEAR


def test_fault_6_clear_of_the_list_names_its_edition() -> None:
    each = screened(category="PPE", goods="Face masks", origin="Germany")
    (clear,) = [answer for answer in each.ended(CLEAR) if answer.rule.id == LISTED]
    assert any("'listed' of 2022" in evidence.note for evidence in clear.evidence)


def test_t57_every_list_that_flagged_names_its_edition_and_was_in_force() -> None:
    rules = exposure()
    for answer in screened(category="PPE gloves", origin="Malaysia").ended(FLAGGED):
        assert answer.rule.in_force <= DAY
        if answer.rule.id.startswith(("goods-listed", "country-")):
            assert "20" in rules.source_of(answer.rule.source).edition


def test_t58_an_extreme_is_not_averaged_away_by_a_hundred_ordinary_lines() -> None:
    ordinary = [{"category": f"Insurance {number}", "origin": "UK"} for number in range(100)]
    alone = screened(category="Laptops", origin="China")
    among = screened(*ordinary, {"category": "Laptops", "origin": "China"})
    assert among.score == alone.score
    assert among.band is alone.band is Band.HIGH


# -- scoring


def test_t61_five_rules_on_one_origin_count_once() -> None:
    each = screened(category="Laptops", origin="North Korea")
    of_country = [answer for answer in each.ended(FLAGGED) if answer.rule.group == "country"]
    assert len(of_country) >= 3
    assert each.score == 10 + max(answer.points for answer in of_country) + sum(
        max((answer.points for answer in each.ended(FLAGGED) if answer.rule.group == group), default=0)
        for group in ("goods",)
    )


def test_t64_nobody_is_asked_for_papers_by_the_rules_of_exposure() -> None:
    asked_for = {"country", "agency_workers", "sponsored_workers", "subcontracted"} | {
        *("recruitment_fees", "tied_housing", "chain_known_to"),
    }
    assert asked(screened(category="Homecare")) <= asked_for
