"""A supplier list and public files together, as a run has them: what is settled, shown, and left for a person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import PublicFiles, Report, read_suppliers, write_report
from msrisk.model import Band, Outcome, Queue
from msrisk.write.match import Matches
from msrisk.write.workbook.matches import fill
from tests.enrich.registry_making import registry_csv
from tests.joining_making import REGISTERED, ROW, registry_in, run
from tests.read.companies_making import row as company
from tests.read.companies_making import saved


@pytest.fixture
def registry(tmp_path: Path) -> PublicFiles:
    return registry_in(tmp_path)


def outcome(report: Report, rule: str) -> Outcome:
    place = [each.id for each in report.asked].index(rule)
    return Outcome(int(report.outcomes[place, 0]))


def test_a_listed_statement_answers_what_a_payment_list_cannot(registry: PublicFiles) -> None:
    alone, joined = run(ROW), run(ROW, registry)
    for rule in ("s54-no-statement", "s54-statement-out-of-date"):
        assert outcome(alone, rule) is Outcome.NOT_KNOWN
        assert outcome(joined, rule) is Outcome.CLEAR


def test_t41_not_found_in_the_registry_is_not_no_statement(registry: PublicFiles) -> None:
    report = run({"Supplier": "Umber Foods Ltd", "Amount": "50000"}, registry)
    assert outcome(report, "s54-no-statement") is Outcome.NOT_KNOWN
    assert report.suppliers.columns["statement_published"].reading(0).value is None


def test_t29_a_listed_statement_of_an_old_year_is_told_by_the_end_of_its_period(tmp_path: Path) -> None:
    old = {**REGISTERED, "StatementEndDate": "31/03/2024", "StatementYear": "2026"}
    public = PublicFiles(registry=(registry_csv(tmp_path / "StatementSummaries2026.csv", [old]),))
    assert outcome(run(ROW, public), "s54-statement-out-of-date") is Outcome.FLAGGED


def test_an_old_download_makes_nobody_s_statement_out_of_date(tmp_path: Path) -> None:
    old = {**REGISTERED, "StatementEndDate": "31/03/2024", "LastUpdated": "25/05/2026"}
    public = PublicFiles(registry=(registry_csv(tmp_path / "StatementSummaries2024.csv", [old]),))
    report = run(ROW, public)
    assert outcome(report, "s54-statement-out-of-date") is Outcome.NOT_KNOWN
    assert any("download the registry's files again" in note.problem for note in report.suppliers.notes)


@pytest.mark.parametrize("typed", ["31/12/2027", "31/12/2026"])
def test_t38_a_future_period_in_the_registry_clears_no_old_statement_of_ours(tmp_path: Path, typed: str) -> None:
    slip = {**REGISTERED, "StatementEndDate": typed, "LastUpdated": "01/11/2026"}
    public = PublicFiles(registry=(registry_csv(tmp_path / "StatementSummaries2026.csv", [slip]),))
    row = {**ROW, "Statement year end": "31/12/2024"}
    assert outcome(run(row, public), "s54-statement-out-of-date") is not Outcome.CLEAR


def test_every_value_names_the_file_and_cell_it_came_from(registry: PublicFiles) -> None:
    report = run(ROW, registry)
    answers = {answer.rule.id: answer for answer in report.assessment(0).answers}
    evidence = {each.field: each for each in answers["s54-no-statement"].evidence}
    assert evidence["statement_published"].address.startswith("StatementSummaries2026.csv!")
    assert "self-declared" in evidence["statement_published"].note


def test_the_run_record_names_each_file_its_digest_day_and_licence(registry: PublicFiles, tmp_path: Path) -> None:
    path = write_report(run(ROW, registry), tmp_path / "run.json")
    (source,) = json.loads(path.read_text(encoding="utf-8"))["run"]["joined"]
    (file,) = source["files"]
    assert file["file"] == "StatementSummaries2026.csv"
    assert len(file["sha256"]) == 64
    assert file["licence"] == "Open Government Licence v3.0"
    assert source["found"] == {"name": 1}


def test_the_workbook_shows_who_was_found_as_what_and_how(registry: PublicFiles, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_report(run(ROW, registry), tmp_path / "out.xlsx"))["Joined"]
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert any(
        row[:3] == ["Cedar Homes Ltd", "Modern slavery statement registry", "CEDAR HOMES LIMITED"] for row in rows
    )


def test_without_public_files_the_workbook_says_that_none_was_looked_at(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_report(run(ROW), tmp_path / "out.xlsx"))["Joined"]
    assert "not looked at" in str(sheet["A2"].value)


def test_the_accounts_of_a_small_company_settle_that_section_54_likely_does_not_apply(tmp_path: Path) -> None:
    small = company("CEDAR HOMES LIMITED", "01234567", Accounts_AccountCategory="TOTAL EXEMPTION FULL")
    public = PublicFiles(companies=(saved(tmp_path, small),))
    report = run(ROW, public)
    assert outcome(report, "s54-no-statement") is Outcome.NOT_APPLICABLE
    answers = {answer.rule.id: answer for answer in report.assessment(0).answers}
    assert answers["s54-no-statement"].grade.word == "estimated"


def test_a_number_the_company_register_tells_finds_the_statement(tmp_path: Path) -> None:
    renamed = company("CEDAR GROUP LIMITED", "01234567", previous="OLD CEDAR LIMITED")
    listed = {**REGISTERED, "OrganisationName": "CEDAR GROUP HOLDINGS LIMITED"}
    public = PublicFiles(
        companies=(saved(tmp_path, renamed),),
        registry=(registry_csv(tmp_path / "StatementSummaries2026.csv", [listed]),),
    )
    report = run({"Supplier": "Old Cedar Ltd", "Amount": "50000"}, public)
    companies, registry_ = report.suppliers.joins
    assert companies.entry.tolist() == [0]
    assert registry_.entry.tolist() == [0]


def test_officer_19_a_name_on_a_watchlist_is_an_identity_to_check_and_scores_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Country\nCedar Homes Ltd,United Kingdom\n", encoding="utf-8")
    alone, joined = run(ROW), run(ROW, PublicFiles(watchlists=(path,)))
    one = joined.assessment(0)
    assert one.queue is Queue.IDENTITY_TO_CHECK
    assert one.band is Band.NOT_CLEARED
    assert one.score == alone.assessment(0).score


def test_a_table_of_our_own_is_joined_by_number_before_the_registry(tmp_path: Path, registry: PublicFiles) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("Company name,Company number,Turnover\nCedar,01234567,£2m\n", encoding="utf-8")
    row = {**ROW, "Company number": "1234567"}
    report = run(row, PublicFiles(registry=registry.registry, tables=(path,)))
    assert report.suppliers.columns["turnover"].text(0) == "£2m"
    assert any("ours stands" in note.problem for note in report.suppliers.notes)


@pytest.mark.parametrize("order", [1, -1])
def test_t66_the_order_of_registry_files_does_not_matter(tmp_path: Path, order: int) -> None:
    older = {**REGISTERED, "StatementEndDate": "31/03/2025", "StatementYear": "2025"}
    files = [
        registry_csv(tmp_path / "StatementSummaries2025.csv", [older]),
        registry_csv(tmp_path / "StatementSummaries2026.csv", [REGISTERED]),
    ]
    suppliers = read_suppliers(pandas.DataFrame([ROW]), public=PublicFiles(registry=tuple(files[::order])))
    assert suppliers.columns["statement_year_end"].text(0) == "31 March 2026"


def named(tmp_path: Path, *lines: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(["Name,Company number,Country", *lines]) + "\n", encoding="utf-8")
    return path


def identity(report: Report) -> str:
    return report.suppliers.columns["watchlist_identity"].text(0).partition(":")[0]


def decided(
    tmp_path: Path, public: PublicFiles, answers: Mapping[str, str], row: Mapping[str, str] = ROW
) -> PublicFiles:
    """The files again, with decisions typed into what ``match`` writes.  answers: by listed name."""
    suppliers = read_suppliers(pandas.DataFrame([row]), public=public)
    path = tmp_path / "decisions.xlsx"
    fill(Matches(suppliers), path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        headings: dict[str, int] = {}
        for line in sheet.iter_rows():
            if any(cell.value == "Decision" for cell in line):
                headings = {str(cell.value): cell.column for cell in line}
            elif headings:
                listed = str(sheet.cell(line[0].row, headings["Listed name"]).value)
                if listed in answers:
                    sheet.cell(line[0].row, headings["Decision"]).value = answers[listed]
    book.save(path)
    return replace(public, decisions=path)


def test_turning_one_listed_name_down_does_not_clear_another_that_is_the_same(tmp_path: Path) -> None:
    public = PublicFiles(watchlists=(named(tmp_path, "Cedar Homes Group Ltd,01234567,", "Cedar Homes Ltd,,"),))
    row = {**ROW, "Company number": "01234567"}
    assert identity(run(row, public)) == "to check"
    answered = decided(tmp_path, public, {"Cedar Homes Group Ltd": "reject"}, row)
    assert identity(run(row, answered)) == "to check"
    both = decided(tmp_path, public, {"Cedar Homes Group Ltd": "reject", "Cedar Homes Ltd": "reject"}, row)
    assert identity(run(row, both)) == "rejected"


def test_nobody_of_the_list_in_the_company_register_is_said_and_no_fault(tmp_path: Path) -> None:
    public = PublicFiles(companies=(saved(tmp_path, company("UMBER LIMITED", "00000009")),))
    (join,) = run(ROW, public).suppliers.joins
    assert join.entry.tolist() == [-1]


def test_an_accepted_parent_does_not_hide_that_the_supplier_itself_is_listed_later(tmp_path: Path) -> None:
    row = {**ROW, "Parent company": "Quarry Group Ltd"}
    public = PublicFiles(watchlists=(named(tmp_path, "Quarry Group Ltd,,"),))
    answered = decided(tmp_path, public, {"Quarry Group Ltd": "accept"}, row)
    assert identity(run(row, answered)) == "to check"  # a listed parent is no answer either
    named(tmp_path, "Quarry Group Ltd,,", "Cedar Homes Ltd,,")
    report = run(row, answered)
    assert identity(report) == "to check"
    assert "Cedar Homes Ltd" in report.suppliers.columns["watchlist_identity"].text(0)


def test_t94_a_person_in_a_table_of_our_own_is_nobody_to_be_found(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("Supplier,Account,Turnover\nJohn Cedar,Foster care allowance,£1m\n", encoding="utf-8")
    report = run({"Supplier": "John Cedar Ltd", "Amount": "5"}, PublicFiles(tables=(path,)))
    (join,) = report.suppliers.joins
    assert len(join.entries) == 0
    assert not report.suppliers.columns["turnover"].reading(0).understood


def test_a_number_that_a_register_gave_to_a_name_contradicts_no_other_source(tmp_path: Path) -> None:
    row = {**ROW, "Turnover": "£50m", "UK business": "yes", "Statement published": "no"}
    public = PublicFiles(
        companies=(saved(tmp_path, company("CEDAR HOMES LIMITED", "00000009")),),
        registry=(registry_csv(tmp_path / "StatementSummaries2026.csv", [REGISTERED]),),
    )
    assert outcome(run(row, public), "s54-no-statement") is Outcome.NOT_KNOWN


def test_a_contract_that_names_nobody_is_not_checked_against_a_watchlist(tmp_path: Path) -> None:
    public = PublicFiles(watchlists=(named(tmp_path, "Umber Ltd,,"),))
    row = {"Supplier": "Various", "Contract reference": "C1 Agency staff", "Amount": "5"}
    assert outcome(run(row, public), "exclusion-listed") is Outcome.NOT_KNOWN


def test_a_name_looked_for_without_a_number_says_so(tmp_path: Path) -> None:
    public = PublicFiles(watchlists=(named(tmp_path, "Umber Ltd,00000009,"),))
    column = run(ROW, public).suppliers.columns["watchlist_identity"]
    assert "by name alone" in column.reading(0).note
