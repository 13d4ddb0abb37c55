"""Traps T42 to T51: countries that mislead, seen through a whole screening by the exposure rules."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import pytest

from msrisk.model import Band, Outcome
from tests.traps.trap_making import CLEAR, FLAGGED, LISTED, NOT_KNOWN, TIER, asked, ended, flags, screened


@pytest.mark.parametrize(
    ("cells", "rule", "outcome"),
    [
        pytest.param({"country": "UK", "origin": "China"}, TIER, FLAGGED, id="T42 the seat does not hide the factory"),
        pytest.param({"country": "UK"}, TIER, NOT_KNOWN, id="T42 nor does it say where the factory is"),
        pytest.param({"country": "China", "origin": "UK"}, TIER, CLEAR, id="T42 nor is a seat in China an origin"),
        pytest.param({"country": "China", "origin": "UK"}, "country-registered-tier-3", FLAGGED,
                     id="T42 the seat is a question of its own"),
        pytest.param({"origin": ""}, LISTED, NOT_KNOWN, id="T44 electronics without an origin stay open"),
        pytest.param({"origin": "tbc"}, LISTED, NOT_KNOWN, id="T44 an origin to be confirmed is none"),
        pytest.param({"origin": "UK, China"}, TIER, FLAGGED, id="T46 any of several countries"),
        pytest.param({"origin": "UK / China"}, TIER, FLAGGED, id="T46 with a stroke between them"),
        pytest.param({"origin": "UK and France"}, TIER, CLEAR, id="T46 none of several"),
        pytest.param({"origin": "UK, other"}, TIER, NOT_KNOWN, id="T46 one of several was not said"),
        pytest.param({"origin": "Ruritania"}, TIER, NOT_KNOWN, id="T47 an unknown country is not clear"),
        pytest.param({"origin": "Far East"}, TIER, NOT_KNOWN, id="T47 nor is a part of the world"),
        pytest.param({"origin": "Various"}, LISTED, NOT_KNOWN, id="T47 nor is various"),
        pytest.param({"origin": "EU"}, TIER, NOT_KNOWN, id="T47 nor is the EU"),
        pytest.param({"origin": "Niger"}, TIER, CLEAR, id="T48 Niger"),
        pytest.param({"origin": "North Korea"}, TIER, FLAGGED, id="T48 North Korea"),
        pytest.param({"origin": "South Korea"}, TIER, CLEAR, id="T48 South Korea"),
        pytest.param({"origin": "DPRK"}, TIER, FLAGGED, id="T48 North Korea by its initials"),
        pytest.param({"origin": "Korea"}, TIER, CLEAR, id="T48 Korea alone is taken for the South, with a note"),
        pytest.param({"origin": "Congo"}, TIER, NOT_KNOWN, id="T48 Congo may be either"),
        pytest.param({"origin": "Papua New Guinea"}, TIER, FLAGGED, id="T48 Papua New Guinea is not Guinea"),
        pytest.param({"origin": "Guinea"}, "country-origin-watch-list", CLEAR, id="T48 Guinea is itself"),
        pytest.param({"origin": "Luxembourg"}, "country-origin-vulnerability", NOT_KNOWN,
                     id="T49 Luxembourg is not in the index"),
        pytest.param({"origin": "Malta"}, "country-origin-vulnerability", NOT_KNOWN, id="T49 nor is Malta"),
        pytest.param({"origin": "UAE"}, TIER, CLEAR, id="T50 the Emirates are in tier 2"),
        pytest.param({"origin": "UAE"}, "country-origin-vulnerability", CLEAR, id="T50 below our line of the index"),
        pytest.param({"origin": "UAE"}, "country-origin-rights", FLAGGED, id="T50 and the unions rate them 5"),
        pytest.param({"origin": "UK"}, "country-origin-rights", CLEAR, id="T51 the UK's own 4 raises nobody"),
        pytest.param({"origin": "UK"}, "country-origin-conventions", CLEAR, id="T51 nor do its conventions"),
    ],
)  # fmt: skip
def test_laptops_from_somewhere(cells: dict[str, str], rule: str, outcome: Outcome) -> None:
    assert ended(screened(category="Laptops", **cells), rule) is outcome


def test_t42_a_uk_seat_never_lowers_goods_made_in_china() -> None:
    with_seat, without = (screened(category="Laptops", origin="China", **more) for more in ({"country": "UK"}, {}))
    assert with_seat.score == without.score == 45
    assert with_seat.band is without.band is Band.HIGH


def test_t44_goods_without_an_origin_could_reach_what_the_worst_origin_would() -> None:
    blank, worst = screened(category="Laptops"), screened(category="Laptops", origin="China")
    assert (blank.band, blank.could_reach) == (Band.NOT_CLEARED, worst.could_reach)
    assert "origin" in asked(blank)


@pytest.mark.parametrize(
    "category",
    [
        pytest.param("Management consultancy", id="T45 China and a consultancy"),
        pytest.param("Software", id="T45 China and software"),
        pytest.param("Legal fees", id="T45 China and a lawyer"),
        pytest.param("Insurance", id="T45 China and insurance"),
    ],
)
def test_an_origin_says_nothing_of_a_service(category: str) -> None:
    each = screened(category=category, origin="China", country="UK")
    assert (flags(each), each.band) == (set(), Band.LOW)


def test_t45_china_for_protective_equipment() -> None:
    each = screened(category="PPE", origin="China", country="UK")
    assert {LISTED, TIER, "goods-named-in-guidance", "sector-goods-chain"} <= flags(each)
    assert each.band is Band.HIGH


def test_t45_china_on_one_line_of_a_supplier_of_both_is_of_the_goods() -> None:
    consultancy, gloves = ({"category": each, "origin": "China"} for each in ("Consultancy", "PPE gloves"))
    assert screened(consultancy, gloves).score == screened(gloves).score


def test_t45_a_consultancy_whose_people_work_in_a_tier_3_country_is_asked_about_the_work() -> None:
    assert "country-work-tier-3" in flags(screened(category="Management consultancy", work="China"))


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(
            {"category": "Computer hardware", "account": "Reseller framework"}, id="T43 a reseller by account"
        ),
        pytest.param({"category": "Distributor of PPE"}, id="T43 a distributor by label"),
        pytest.param({"category": "Hardware reseller", "goods": "Laptops"}, id="T43 a reseller by its goods"),
        pytest.param(
            {"category": "Laptops", "origin": "via UK distributor"}, id="T43 the seller in place of an origin"
        ),
    ],
)
def test_a_uk_reseller_is_asked_where_the_goods_are_made(cells: dict[str, str]) -> None:
    each = screened(country="UK", **cells)
    assert each.band is Band.NOT_CLEARED
    assert "origin" in asked(each)
    assert ended(each, LISTED) is NOT_KNOWN


def test_t43_a_reseller_that_names_the_origin_is_judged_by_it() -> None:
    made_in_china, made_in_japan = (
        screened(category="Computer hardware", account="Reseller", country="UK", origin=origin)
        for origin in ("China", "Japan")
    )
    assert (made_in_china.band, made_in_japan.band) == (Band.HIGH, Band.MEDIUM)


def test_t46_every_country_of_a_cell_is_seen() -> None:
    each = screened(category="Laptops", origin="France, China, India")
    assert {"country-origin-tier-3", "country-origin-vulnerability"} <= flags(each)


@pytest.mark.parametrize("origin", ["Ruritania", "Far East", "Various", "", "EU"])
def test_t47_an_origin_nobody_understood_is_never_medium_or_low(origin: str) -> None:
    each = screened(category="Laptops", origin=origin)
    assert each.band is Band.NOT_CLEARED
    assert "origin" in asked(each)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        pytest.param("Niger", "Nigeria", "country-origin-rights", id="T48 Niger and Nigeria"),
        pytest.param("Dominica", "Dominican Republic", "country-origin-vulnerability", id="T48 the two Dominicas"),
        pytest.param("Guinea", "Equatorial Guinea", "country-origin-rights", id="T48 Guinea and Equatorial Guinea"),
        pytest.param("Guinea", "Papua New Guinea", TIER, id="T48 Guinea and Papua New Guinea"),
        pytest.param("South Korea", "North Korea", TIER, id="T48 the two Koreas"),
        pytest.param("Georgia", "South Georgia and the South Sandwich Islands", "country-origin-vulnerability",
                     id="T48 Georgia and South Georgia"),
    ],
)  # fmt: skip
def test_laptops_from_countries_of_like_names_do_not_end_alike(one: str, other: str, differ: str) -> None:
    first, second = (screened(category="Laptops", origin=name) for name in (one, other))
    assert ended(first, differ) is not ended(second, differ)


def test_t48_the_two_congos_are_two_origins() -> None:
    names = ("Republic of the Congo", "Democratic Republic of the Congo", "DRC")
    brazzaville, kinshasa, short = (screened(category="Gold", goods="Gold", origin=name) for name in names)
    assert ended(brazzaville, LISTED) is CLEAR
    assert ended(kinshasa, LISTED) is ended(short, LISTED) is FLAGGED


@pytest.mark.parametrize("origin", ["Luxembourg", "Malta"])
def test_t49_a_country_the_index_lacks_is_a_gap_and_no_question_to_the_supplier(origin: str) -> None:
    each = screened(category="Laptops", origin=origin, country="UK")
    assert ended(each, "country-origin-vulnerability") is NOT_KNOWN
    assert asked(each) == {"chain_known_to", "recruitment_fees"}
    assert each.could_reach == each.score + 4 == 14


def test_t50_where_indices_disagree_each_is_shown_and_the_worst_counts_once() -> None:
    each = screened(category="Laptops", origin="UAE")
    assert flags(each) == {"sector-goods-chain", "country-origin-rights"}
    assert each.score == 20


def test_t51_work_in_the_uk_is_rated_no_worse_for_its_own_four() -> None:
    each = screened(category="Insurance", work="UK", country="UK")
    assert (flags(each), each.band) == (set(), Band.LOW)
