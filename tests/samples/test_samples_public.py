"""The payments and public files of the samples: what each payee shows is what joining them comes to."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from msrisk import screen
from msrisk.assessment import Assessment
from msrisk.joining import PublicFiles
from msrisk.model import Outcome, Queue, SourceKind, Way
from msrisk.report import Report

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "samples"
PUBLIC = PublicFiles(
    registry=tuple(sorted((FOLDER / "public").glob("Statement*.csv"))),
    companies=(FOLDER / "public" / "BasicCompanyData-sample.csv",),
    watchlists=(FOLDER / "public" / "watchlist.csv",),
    tables=(FOLDER / "public" / "our-checks.csv",),
)
AS_OF = date(2026, 11, 22)
LAW, DEFAULT = "section-54", "uk-public-procurement"
HOW = {Way.NUMBER: "number", Way.NAME: "name", Way.PREVIOUS_NAME: "previous name", Way.OTHER_NAME: "another name"}
TITLES = {
    SourceKind.OWN_TABLE: "our table",
    SourceKind.COMPANIES: "company register",
    SourceKind.REGISTRY: "statement registry",
    SourceKind.WATCHLIST: "watchlist",
}


@cache
def making(name: str) -> ModuleType:
    """A module of what makes the samples; they import each other from their own folder."""
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        return importlib.import_module(name)
    finally:
        del sys.path[0]


PAYEES, SUPPLIERS = making("sample_public").PAYEES, making("sample_public").LISTED_SUPPLIERS
WRITERS = making("public_making").WRITERS
BOTH = [*(("payments.csv", each) for each in PAYEES), *(("suppliers.xlsx", each) for each in SUPPLIERS)]


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The index of the company register is kept out of the user's cache folder."""
    with pytest.MonkeyPatch.context() as patched:
        place = str(tmp_path_factory.mktemp("cache"))
        patched.setattr("platformdirs.user_cache_dir", lambda *names, **options: place)
        yield


@cache
def report(name: str, rules: str = DEFAULT, joined: bool = True) -> Report:
    return screen(FOLDER / name, rules=rules, as_of=AS_OF, public=PUBLIC if joined else None)


def assessed(name: str, payee: str, rules: str = DEFAULT, joined: bool = True) -> Assessment:
    held = report(name, rules, joined)
    return held.assessment(number_of(held, payee))


def number_of(held: Report, payee: str) -> int:
    return [each.casefold() for each in held.suppliers.names].index(payee.casefold())


def outcome(assessment: Assessment, rule: str) -> Outcome:
    return next(answer.outcome for answer in assessment.answers if answer.rule.id == rule)


def band(assessment: Assessment) -> str:
    return "Set aside" if assessment.queue is Queue.SET_ASIDE else assessment.band.word


def found(held: Report, number: int) -> dict[str, str]:
    """By source how a supplier was found, or that something waits for a person."""
    said = {}
    for join in held.suppliers.joins:
        title = TITLES[join.entries.kind]
        if join.entry[number] >= 0:
            said[title] = HOW[Way(int(join.way[number]))]
        elif number in join.waiting:
            said[title] = "perhaps"
    if held.suppliers.columns["watchlist_identity"].text(number).startswith("to check"):
        said["watchlist"] += ", to check"
    return said


@pytest.mark.parametrize("name", WRITERS)
def test_the_committed_file_is_what_the_script_makes_byte_for_byte(name, tmp_path):
    WRITERS[name](tmp_path / "made.csv")
    assert (tmp_path / "made.csv").read_bytes() == (FOLDER / name).read_bytes()


def test_nothing_else_lies_among_the_public_files_and_they_are_small():
    lying = {f"public/{path.name}" for path in (FOLDER / "public").iterdir()}
    assert lying == {name for name in WRITERS if name.startswith("public/")}
    assert sum((FOLDER / name).stat().st_size for name in WRITERS) < 60_000


def test_the_layouts_are_those_of_the_real_files():
    made = making("public_making")
    assert (len(made.STATEMENT_HEADINGS), len(made.COMPANY_HEADINGS)) == (71, 55)


@pytest.mark.parametrize(("name", "payee"), BOTH, ids=lambda each: getattr(each, "name", each))
def test_each_is_found_as_its_row_says(name, payee):
    held = report(name)
    assert found(held, number_of(held, payee.name)) == payee.found


@pytest.mark.parametrize(("name", "payee"), BOTH, ids=lambda each: getattr(each, "name", each))
def test_each_comes_out_in_the_bands_its_row_says(name, payee):
    assert band(assessed(name, payee.name)) == payee.joined
    assert band(assessed(name, payee.name, LAW)) == payee.law
    if payee.alone:
        assert band(assessed(name, payee.name, joined=False)) == payee.alone


def test_the_payments_alone_settle_nothing_under_section_54():
    bands = {band(assessed("payments.csv", payee.name, LAW, joined=False)) for payee in PAYEES}
    assert bands == {"Not cleared", "Set aside"}


def test_what_the_readme_says_the_public_files_settle_is_what_they_settle():
    public = replace(PUBLIC, tables=())  # as its command has it
    settled = []
    for joined in (None, public):
        held = screen(FOLDER / "payments.csv", as_of=AS_OF, public=joined)
        rule = [each.id for each in held.asked].index("s54-no-statement")
        settled.append(int(((held.outcomes[rule] != Outcome.NOT_KNOWN) & held.screened).sum()))
    assert settled == [0, 19]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"any of its {int(held.screened.sum())} suppliers" in text
    assert "it is settled for 19." in text


def test_every_payment_counts_for_its_payee_and_two_spellings_are_one():
    held = report("payments.csv")
    assert len(held.suppliers) == len(PAYEES)
    assert held.suppliers.left_out == ()
    assert assessed("payments.csv", "Harebell Home Care Ltd").spend == round(sum(PAYEES[0].amounts) * 100)


@pytest.mark.parametrize("payee", PAYEES, ids=lambda payee: payee.name)
def test_what_waits_for_a_person_or_was_not_found_moves_no_band(payee):
    if set(payee.found.values()) <= {"perhaps"}:
        assert payee.joined == payee.alone


@pytest.mark.parametrize(
    ("payee", "rule", "expected"),
    [
        ("Harebell Home Care Ltd", "s54-no-statement", Outcome.CLEAR),
        ("Copperfold Group plc", "s54-no-statement", Outcome.CLEAR),
        ("Hobday Fold Highways Ltd", "s54-statement-out-of-date", Outcome.FLAGGED),
        ("Weatherby Lock Builders Ltd", "s54-statement-out-of-date", Outcome.CLEAR),
        ("Larchmere Transport Ltd", "s54-no-statement", Outcome.NOT_APPLICABLE),
        ("Pipwell Lane Gardens Ltd", "s54-no-statement", Outcome.NOT_APPLICABLE),
        ("Dunnock Vale Consulting Ltd", "s54-no-statement", Outcome.NOT_APPLICABLE),
        ("Merrow Field Care Home Ltd", "s54-no-statement", Outcome.NOT_APPLICABLE),
        ("Ravensike Engineering Ltd", "s54-no-statement", Outcome.NOT_KNOWN),
        ("Sallowby Training Ltd", "s54-no-statement", Outcome.NOT_KNOWN),
        ("Whinfell Software Ltd", "s54-no-statement", Outcome.NOT_KNOWN),
        ("Loxham Bridge Plumbing", "s54-no-statement", Outcome.NOT_KNOWN),
        ("Ostrin Harbour Trading Ltd", "exclusion-listed", Outcome.NOT_KNOWN),
        ("Dovrell Shipping Ltd", "exclusion-listed", Outcome.NOT_KNOWN),
        ("Velmora Textiles Ltd", "exclusion-listed", Outcome.NOT_KNOWN),
        ("Karsholm Instruments Ltd", "exclusion-listed", Outcome.CLEAR),
    ],
)
def test_what_the_files_settle_and_what_they_leave_open(payee, rule, expected):
    assert outcome(assessed("payments.csv", payee), rule) is expected


@pytest.mark.parametrize(
    ("name", "payee", "field", "shown"),
    [
        ("payments.csv", "Harebell Home Care Ltd", "company_number", "99800016"),
        ("payments.csv", "Copperfold Waste Services Ltd", "statement_by", "its group"),
        ("payments.csv", "Copperfold Group plc", "statement_by", "the supplier"),
        ("payments.csv", "Weatherby Lock Builders Ltd", "statement_year_end", "31 March 2026"),
        ("payments.csv", "Dunnock Vale Consulting Ltd", "turnover", "up to £12,200,000"),
        ("payments.csv", "Whinfell Software Ltd", "turnover", "£52,000,000"),
        ("payments.csv", "Cindermoor Scaffolding Ltd", "company_status", "liquidation"),
        ("suppliers.xlsx", "Kestlebrook Foods Ltd", "turnover", "up to £12,200,000"),
        ("suppliers.xlsx", "Yarrowmead Fleet Ltd", "statement_year_end", "31 March 2026"),
        ("suppliers.xlsx", "Vexley Interiors Ltd", "statement_by", "its group"),
    ],
)
def test_what_is_filled_in(name, payee, field, shown):
    held = report(name)
    column = held.suppliers.columns[field]
    assert column.field.kind.show(column.reading(number_of(held, payee)).value) == shown


def test_our_no_beside_a_listed_statement_leaves_the_rule_not_known():
    answer = assessed("suppliers.xlsx", "Brindlemoor Facilities Management Ltd")
    assert outcome(answer, "s54-no-statement") is Outcome.NOT_KNOWN


def test_our_no_beside_a_listed_statement_is_noted_with_both_cells():
    notes = report("suppliers.xlsx").suppliers.notes
    (note,) = (each for each in notes if "not known until somebody looks" in each.problem)
    assert note.where == "Suppliers!Q3"
    assert "StatementSummaries2026.csv!B" in note.problem


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("CINDERMOOR SCAFFOLDING LIMITED", "in liquidation"),
        ("ELMSTEAD QUAY OFFICE SUPPLIES LIMITED", "strike it off"),
    ],
)
def test_a_company_that_is_not_simply_active_is_a_question(company, said):
    problems = [each.problem for each in report("payments.csv").suppliers.notes if company in each.problem]
    assert len(problems) == 1
    assert said in problems[0]
    assert problems[0].endswith("is it the company we pay?")
