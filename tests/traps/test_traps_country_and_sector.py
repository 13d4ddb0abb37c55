"""Traps T42 to T58: countries and sectors that mislead, seen through a whole screening by the exposure rules."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import pandas
import pytest

from msrisk import screen
from msrisk.model import Band, Outcome
from msrisk.report import Assessment
from tests.enrich.enrich_making import exposure
from tests.evaluate.evaluate_making import DAY

HEADINGS = {
    "category": "Purchase category",
    "account": "Expense type",
    "cpv": "CPV code",
    "goods": "Goods",
    "origin": "Country of origin",
    "work": "Place of work",
    "country": "Country",
}
FLAGGED, CLEAR, NOT_KNOWN = Outcome.FLAGGED, Outcome.CLEAR, Outcome.NOT_KNOWN
NOT_APPLICABLE = Outcome.NOT_APPLICABLE
LISTED, TIER = "goods-listed-forced-labour", "country-origin-tier-3"


def screened(*lines: dict[str, str], **cells: str) -> Assessment:
    """One supplier, of one line or of several."""
    rows = [
        {"Supplier": "Acme Ltd", **{HEADINGS[key]: text for key, text in each.items()}}
        for each in lines or (cells,)
    ]
    return screen(pandas.DataFrame(rows).fillna(""), rules=exposure(), as_of=DAY).assessment(0)


def ended(assessment: Assessment, rule: str) -> Outcome:
    return next(answer.outcome for answer in assessment.answers if answer.rule.id == rule)


def flags(assessment: Assessment) -> set[str]:
    return {answer.rule.id for answer in assessment.ended(FLAGGED)}


def asked(assessment: Assessment) -> set[str]:
    return {question.field for question in assessment.questions}


# -- where


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


@pytest.mark.parametrize("category", ["Management consultancy", "Software", "Legal fees", "Insurance"])
def test_t45_china_says_nothing_of_a_service(category: str) -> None:
    assert flags(screened(category=category, origin="China")) == set()


def test_t45_china_for_protective_equipment() -> None:
    each = screened(category="PPE", origin="China")
    assert {LISTED, TIER, "goods-named-in-guidance", "sector-goods-chain"} <= flags(each)


def test_t45_a_consultancy_whose_people_work_in_a_tier_3_country_is_asked_about_the_work() -> None:
    assert "country-work-tier-3" in flags(screened(category="Management consultancy", work="China"))


def test_t43_a_reseller_is_asked_for_the_origin_of_the_goods_and_not_cleared_by_its_seat() -> None:
    each = screened(category="Computer hardware", account="Reseller framework call-off", country="UK")
    assert each.band is Band.NOT_CLEARED
    assert "origin" in asked(each)


def test_t46_every_country_of_a_cell_is_seen() -> None:
    each = screened(category="Laptops", origin="France, China, India")
    assert {"country-origin-tier-3", "country-origin-vulnerability"} <= flags(each)


@pytest.mark.parametrize("origin", ["Ruritania", "Far East", "Various", "", "EU"])
def test_t47_an_origin_nobody_understood_is_never_medium_or_low(origin: str) -> None:
    each = screened(category="Laptops", origin=origin)
    assert each.band is Band.NOT_CLEARED
    assert "origin" in asked(each)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Dominica", "Dominican Republic"),
        ("Guinea", "Equatorial Guinea"),
        ("Guinea", "Papua New Guinea"),
        ("Republic of the Congo", "Democratic Republic of the Congo"),
        ("South Korea", "North Korea"),
        ("Georgia", "South Georgia and the South Sandwich Islands"),
    ],
)
def test_t48_countries_of_like_names_have_rows_of_their_own(one: str, other: str) -> None:
    read = exposure().fields["origin"].read
    rows = {row["code"]: row for row in exposure().tables["origins"].rows}
    codes = [read(name).value for name in (one, other)]
    assert codes[0] != codes[1]
    for code in codes:
        assert isinstance(code, tuple)
        assert code[0] in rows


@pytest.mark.parametrize("origin", ["Luxembourg", "Malta"])
def test_t49_a_country_the_index_lacks_is_a_gap_and_no_question_to_the_supplier(origin: str) -> None:
    each = screened(category="Laptops", origin=origin, country="UK")
    assert ended(each, "country-origin-vulnerability") is NOT_KNOWN
    assert asked(each) == {"chain_known_to"}
    assert each.could_reach == each.score + 4 == 14


def test_t50_where_indices_disagree_each_is_shown_and_the_worst_counts_once() -> None:
    each = screened(category="Laptops", origin="UAE")
    assert flags(each) == {"sector-goods-chain", "country-origin-rights"}
    assert each.score == 20


def test_t51_work_in_the_uk_is_rated_no_worse_for_its_own_four() -> None:
    each = screened(category="Insurance", work="UK", country="UK")
    assert (flags(each), each.band) == (set(), Band.LOW)


# -- what


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


@pytest.mark.parametrize("category", ["", "tbc", "Various", "Sundries", "12345"])
def test_t54_a_category_that_says_nothing_is_not_known(category: str) -> None:
    each = screened(category=category)
    assert each.band is Band.NOT_CLEARED
    assert ended(each, "sector-labour-here") is NOT_KNOWN
    assert "category" in asked(each)


@pytest.mark.parametrize("code", ["330000", "380000"])
def test_t54_a_code_for_goods_of_many_kinds_is_not_known_either(code: str) -> None:
    rows = [{"Supplier": "Acme Ltd", "ProClass code": code, "Country of origin": "China"}]
    (each,) = screen(pandas.DataFrame(rows), rules=exposure(), as_of=DAY)
    assert each.band is Band.NOT_CLEARED
    assert ended(each, LISTED) is NOT_KNOWN
    assert flags(each) >= {"sector-goods-chain"}
    assert "goods" in asked(each)


def test_t54_goods_that_are_said_and_in_no_list_are_clear_of_it() -> None:
    assert ended(screened(category="Stationery", origin="China"), LISTED) is CLEAR


def test_t55_professional_services_and_software_are_ordinary_and_what_comes_with_them_is_not() -> None:
    for category in ("Software licences", "Audit fees"):
        assert screened(category=category, work="UK", country="UK").band is Band.LOW
    with_hardware = screened({"category": "Software licences"}, {"category": "Computer hardware"})
    with_agency = screened({"category": "Audit fees"}, {"category": "Agency staff"})
    assert with_hardware.band is Band.NOT_CLEARED
    assert with_agency.band is Band.HIGH


def test_t57_what_a_later_edition_took_off_is_not_listed_and_the_edition_is_named() -> None:
    tables = exposure().tables
    assert {row["year"] for row in tables["listed"].rows if row["goods_listed"]} == {"2022"}
    assert exposure().sources["ilab"].edition
    for answer in screened(category="PPE gloves", origin="Malaysia").ended(FLAGGED):
        assert answer.rule.in_force <= DAY


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
