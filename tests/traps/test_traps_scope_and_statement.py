"""Traps T1 to T41: a supplier row each, and what a careful lawyer would expect of section 54."""

from datetime import date

import pandas
import pytest

from msrisk import screen
from msrisk.report import Assessment

DAY = date(2026, 11, 22)
HEADINGS = {
    "turnover": "Turnover",
    "turnover_m": "Turnover (£m)",
    "turnover_000": "Turnover £000",
    "turnover_vat": "Turnover incl VAT",
    "group": "Group turnover",
    "own": "Turnover excluding subsidiaries",
    "subsidiaries": "Subsidiaries turnover",
    "turnover_year": "Turnover year end",
    "contract_value": "Contract value",
    "income": "Total income",
    "uk": "Carries on business in the UK",
    "form": "Legal form",
    "country": "Registered country",
    "number": "Company number",
    "statement": "Modern slavery statement",
    "url": "Statement URL",
    "year_end": "Statement year end",
    "covers": "Statement covers this supplier",
    "approved": "Approved by board",
    "signed": "Signed by director",
    "linked": "Homepage link",
    "no_steps": "No steps taken",
}
IN_SCOPE = {"turnover": "£50m", "uk": "yes", "form": "company"}
FOUND = {**IN_SCOPE, "statement": "Yes", "url": "https://acme.example/statement", "year_end": "31/03/2026"}


def screened(name: str = "Acme", **cells: str) -> Assessment:
    """One supplier with the given cells, screened on 22 November 2026."""
    row = {"Supplier name": name, **{HEADINGS[key]: text for key, text in cells.items()}}
    return screen(pandas.DataFrame([row]), rules="section-54", as_of=DAY).assessment(0)


def ended(assessment: Assessment, rule: str) -> str:
    return next(answer.outcome.word for answer in assessment.answers if answer.rule.id == rule)


def scope(**cells: str) -> str:
    """Whether section 54 applies, seen through "no statement found": flagged in, not applicable out."""
    outcome = ended(screened(**{"uk": "yes", "form": "company", "statement": "no", **cells}), "s54-no-statement")
    return {"flagged": "in", "not applicable": "out", "not known": "ask"}[outcome]


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


def test_t15_an_old_figure_near_the_threshold_is_asked_about() -> None:
    old = screened(turnover="£34m", turnover_year="31/03/2023", uk="yes", form="company")
    assert ended(old, "s54-turnover-old") == "flagged"
    assert (
        ended(screened(turnover="£2m", turnover_year="31/03/2019", uk="yes"), "s54-turnover-old")
        == "not applicable"
    )


def test_t19_a_council_that_supplies_is_neither_in_nor_out_until_asked() -> None:
    council = screened("Borsetshire County Council", turnover="£400m", statement="no", country="UK")
    assert ended(council, "s54-no-statement") == "not known"
    assert "uk_business" in [question.field for question in council.questions]


def test_t21_a_jersey_company_can_be_in_and_is_asked_whether_it_trades_here() -> None:
    jersey = screened("Corbiere Ltd", turnover="£50m", country="Jersey", statement="no")
    assert ended(jersey, "s54-no-statement") == "not known"
    assert (
        ended(
            screened("Corbiere Ltd", turnover="£50m", country="Jersey", uk="yes", statement="no"),
            "s54-no-statement",
        )
        == "flagged"
    )


def test_t23_no_statement_is_said_as_not_found_by_us() -> None:
    (finding,) = [answer for answer in screened(**IN_SCOPE, statement="no").answers if answer.because]
    assert "no statement was found by us" in finding.because
    assert "£50m" in finding.because
    assert "£36m" in finding.because


@pytest.mark.parametrize("statement", ["no", "", "n/a", "not required"])
def test_t24_below_the_threshold_a_missing_statement_is_never_scored(statement: str) -> None:
    small = screened(turnover="£2m", uk="yes", form="company", statement=statement)
    assert (small.score, small.could_reach, small.band.word) == (0, 0, "Low")


def test_t26_yes_without_a_link_is_unverified_and_says_so() -> None:
    for url, grade, note in (("", "estimated", "the list holds no link to it"), (FOUND["url"], "stated", "")):
        row = screened(**{**FOUND, "url": url}, covers="no", approved="no")
        (finding,) = [answer for answer in row.answers if answer.rule.id == "s54-statement-not-approved"]
        (published,) = [each for each in finding.evidence if each.field == "statement_published"]
        assert (published.grade.word, published.note) == (grade, note)


def test_t27_a_statement_that_does_not_name_the_supplier_is_flagged() -> None:
    assert ended(screened(**FOUND, covers="no"), "s54-statement-not-covering") == "flagged"


def test_t27_a_parents_statement_that_covers_the_supplier_clears_it() -> None:
    assert ended(screened(**IN_SCOPE, statement="no", covers="yes"), "s54-no-statement") == "clear"


@pytest.mark.parametrize(
    ("year_end", "expected"),
    [
        pytest.param("21/05/2025", "flagged", id="T29 a day over 18 months"),
        pytest.param("22/05/2025", "clear", id="T29 18 months to the day"),
        pytest.param("FY24/25", "flagged", id="T29 a financial year to 31 March 2025"),
        pytest.param("2025", "not known", id="T29 a bare year may be either"),
        pytest.param("31/02/2025", "not known", id="T29 an impossible day"),
    ],
)
def test_t29_a_stale_statement_is_overdue_under_the_guidance(year_end: str, expected: str) -> None:
    assert ended(screened(**{**FOUND, "year_end": year_end}), "s54-statement-out-of-date") == expected


def test_t29_nobody_is_called_unlawful() -> None:
    stale = screened(**{**FOUND, "year_end": "31/03/2020"})
    said = " ".join(answer.because + answer.rule.title for answer in stale.answers).casefold()
    assert not any(word in said for word in ("unlawful", "illegal", "breach", "non-compliant", "failed to"))


def test_t32_no_steps_taken_is_lawful_and_of_high_concern() -> None:
    silent = screened(**FOUND, no_steps="yes")
    (answer,) = [each for each in silent.answers if each.rule.id == "s54-no-steps-taken"]
    assert answer.points == 25
    assert "The Act allows that" in answer.because


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        pytest.param("approved", "s54-statement-not-approved", id="T33 not approved"),
        pytest.param("signed", "s54-statement-not-signed", id="T33 not signed"),
        pytest.param("linked", "s54-statement-not-linked", id="T40 not linked from the home page"),
    ],
)
def test_the_form_of_a_statement(cell: str, rule: str) -> None:
    assert ended(screened(**FOUND, **{cell: "no"}), rule) == "flagged"
    assert ended(screened(**FOUND, **{cell: "Not explicit"}), rule) == "not known"
    assert ended(screened(**FOUND, **{cell: "✓"}), rule) == "clear"


def test_t33_a_partnership_needs_a_signature_but_no_board() -> None:
    firm = screened(**{**FOUND, "form": "partnership"}, approved="no", signed="no")
    assert ended(firm, "s54-statement-not-approved") == "clear"
    assert ended(firm, "s54-statement-not-signed") == "flagged"


@pytest.mark.parametrize("said", ["Policy only", "In progress", "Draft", "Group statement", "N/A", "Not required"])
def test_t35_a_policy_a_draft_or_not_required_is_neither_yes_nor_no(said: str) -> None:
    assert ended(screened(**IN_SCOPE, statement=said), "s54-no-statement") == "not known"


def test_t38_a_statement_for_a_year_to_come_is_questioned() -> None:
    assert ended(screened(**{**FOUND, "year_end": "31/03/2027"}), "s54-statement-year-not-over") == "flagged"


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
