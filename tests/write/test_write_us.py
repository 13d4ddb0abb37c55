"""What is for us, and what is on trial, stands apart from what is said of a supplier, in every output."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import openpyxl
import pandas
import pytest
from rich.console import Console

from msrisk import read_suppliers, write_report
from msrisk.report import Report
from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.load import load_rules
from msrisk.screening import report_on
from msrisk.write.award import Award
from msrisk.write.ranking import ranking
from msrisk.write.supplier_terminal import explanation

AS_OF = date(2026, 11, 26)
ROWS = [
    {
        "Supplier": "Alder Care Ltd",
        "Category": "Home care",
        "For the health service": "yes",
        "Award date": "1 August 2026",
        "Public body": "yes",
        "Turnover": "£50m",
    },
    {
        "Supplier": "Beech Software Ltd",
        "Category": "Software",
        "For the health service": "",
        "Award date": "1 July 2026",
    },
]
BEECH = "Beech Software Ltd"
OURS, TRIED = "contract-assessment-not-recorded", "s54-pending-public-body"


def report(rules: str, bidders: bool = False) -> Report:
    read = read_suppliers(pandas.DataFrame(ROWS).fillna(""), bidders=bidders)
    return report_on(read, load_rules(rules), AS_OF)


def shown(parts: list) -> str:
    console = Console(file=io.StringIO(), width=200)
    for part in parts:
        console.print(part)
    return console.file.getvalue()


def page(rules: str, number: int = 0) -> str:
    made = report(rules)
    return shown(explanation(made, made.assessment(number), ()))


def sheet(rules: str, name: str, folder: Path) -> list[tuple[object, ...]]:
    write_report(report(rules), folder / "register.xlsx", force=True)
    book = openpyxl.load_workbook(folder / "register.xlsx")
    return list(book[name].iter_rows(values_only=True)) if name in book.sheetnames else []


def listed(rules: str, name: str, folder: Path) -> list[dict[object, object]]:
    """The rows of a sheet by heading."""
    rows = sheet(rules, name, folder)
    top = next(number for number, row in enumerate(rows) if row[0] == "Supplier")
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


@pytest.mark.parametrize(
    ("rules", "rule", "heading"),
    [("council", OURS, "For us, the buyer"), ("pending-bill-105", TRIED, "What if (not law)")],
)
def test_explain_puts_it_under_its_own_heading_and_not_under_flagged(rules: str, rule: str, heading: str) -> None:
    said = page(rules)
    assert said.index(heading) < said.index(f"{rule}: ")
    assert rule not in said[: said.index(heading)]
    assert "points" not in said[said.index(f"{rule}: ") :].splitlines()[0]


def test_every_contract_of_a_supplier_for_which_something_is_asked_of_us_is_named(tmp_path: Path) -> None:
    contracts = [{**ROWS[0], "Category": each} for each in ("Home care", "Day care", "Respite care")]
    contracts[1]["For the health service"] = "no"
    (tmp_path / "list.csv").write_text(pandas.DataFrame(contracts).to_csv(index=False), encoding="utf-8")
    made = report_on(read_suppliers(tmp_path / "list.csv"), load_rules("council"), AS_OF)
    said = shown(explanation(made, made.assessment(0), ()))
    assert "For the health service in England: yes in C2" in said
    assert "the same for: C4" in said


def test_explain_puts_what_we_have_to_settle_to_us_and_not_to_the_supplier() -> None:
    said = page("council", 1)
    assert "for us to settle: Are any of the goods or services to be used" in said
    assert "Are any of the goods" not in said[said.index("What to ask") :]


def test_what_only_a_supplier_can_say_is_not_put_to_us_and_stays_open() -> None:
    rows = [{**ROWS[0], "Slavery conviction": "no"}, {**ROWS[1], "Slavery conviction": ""}]
    made = report_on(read_suppliers(pandas.DataFrame(rows)), load_rules("council"), AS_OF)
    said = " ".join(shown(explanation(made, made.assessment(1), ())).split())
    assert "exclusion-out-of-time, not known" in said
    assert "for us to settle: Are any of the goods" in said
    assert "for us to settle: Have you" not in said
    assert "- Have you or a connected person been convicted" in said  # of the supplier it is asked


def test_rules_in_force_alone_show_no_heading_for_what_is_on_trial() -> None:
    assert "What if (not law)" not in page("uk-public-procurement")


@pytest.mark.parametrize(
    ("rules", "rule", "name"), [("council", OURS, "For us"), ("pending-bill-105", TRIED, "What if")]
)
def test_the_workbook_has_a_sheet_for_it_and_findings_has_none_of_it(
    rules: str, rule: str, name: str, tmp_path: Path
) -> None:
    assert any(rule in row for row in sheet(rules, name, tmp_path))
    assert not any(rule in row for row in sheet(rules, "Findings", tmp_path))
    why = [str(row) for row in sheet(rules, "Register", tmp_path)]
    assert not any(load_rules(rules).rules[rule].title in each for each in why)


@pytest.mark.parametrize("name", ["For us", "What if"])
def test_a_rule_set_about_suppliers_alone_has_neither_sheet(name: str, tmp_path: Path) -> None:
    assert sheet("exposure", name, tmp_path) == []


def test_what_no_row_can_answer_is_one_line_with_the_columns_that_would(tmp_path: Path) -> None:
    said = shown(ranking(report("central-government"), 5))
    assert "not known of any supplier; columns that would answer: " in said
    assert "more, named on the sheet 'For us'" in " ".join(said.split())
    rows = sheet("central-government", "For us", tmp_path)
    assert "'Day the procurement commenced'" in " ".join(str(row[0]) for row in rows)
    assert not any("contract-ppn" in str(row) for row in rows)


def test_the_first_screen_counts_what_is_for_us_apart() -> None:
    said = shown(ranking(report("council"), 5))
    assert "No whole record of a risk assessment: 1 supplier, not known of 1." in said
    assert "record" not in said[said.index("Look at first") :]


def test_where_none_is_flagged_the_first_screen_says_of_how_many_it_is_not_known() -> None:
    recorded = {
        **ROWS[0],
        "Supplier": "Cedar Care Ltd",
        "Modern slavery risk assessed on": "1 March 2026",
        "Modern slavery risk assessed by": "Jo Field",
        "Modern slavery risk level": "low",
        "Reasonable steps": "none needed",
    }
    unsaid = [ROWS[1], recorded]
    made = report_on(read_suppliers(pandas.DataFrame(unsaid).fillna("")), load_rules("council"), AS_OF)
    said = shown(ranking(made, 5))
    assert "not known of 1 supplier." in said
    assert "0 suppliers" not in said


def test_the_sheet_says_what_we_do_to_settle_it_and_puts_no_question_to_the_supplier(tmp_path: Path) -> None:
    (row,) = [
        row for row in listed("council", "For us", tmp_path) if row["Rule"] == OURS and row["Supplier"] == BEECH
    ]
    assert row["Answer"] == "not known"
    assert str(row["What to do"]).startswith("To settle it, find out: for the health service")
    assert "?" not in str(row["What to do"])


def test_the_evidence_names_each_source_once(tmp_path: Path) -> None:
    rows = listed("council", "For us", tmp_path)
    (evidence,) = [str(row["Evidence"]) for row in rows if (row["Rule"], row["Answer"]) == (OURS, "flagged")]
    sources = re.findall(r"Source: ([^;]+)", evidence)
    assert sources
    assert all(evidence.count(source) == 1 for source in sources)


def test_the_csv_names_nothing_of_ours_as_flagged(tmp_path: Path) -> None:
    write_report(report("council"), tmp_path / "run.csv")
    with (tmp_path / "run.csv").open(encoding="utf-8-sig", newline="") as file:
        assert not any(OURS in row["Flagged"] for row in csv.DictReader(file))


@pytest.mark.parametrize(
    ("rules", "rule", "about"), [("council", OURS, "us, the buyer"), ("pending-bill-105", TRIED, "what if")]
)
def test_the_json_says_of_whom_each_finding_is(rules: str, rule: str, about: str, tmp_path: Path) -> None:
    write_report(report(rules), tmp_path / "run.json")
    suppliers = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["suppliers"]
    found = [each for each in suppliers[0]["findings"] if each["rule"] == rule]
    assert [each["about"] for each in found] == [about]


def test_bidders_are_asked_nothing_that_is_for_us_and_our_part_stands_with_ours() -> None:
    seen = Award(report("council", bidders=True), load_award_tables("council"))
    bidder = seen.bidders[0]
    assert any("Find the assessment" in each for each in bidder.for_us)
    assert not any("assess" in each.text for each in seen.questions)
    assert not any("assessment" in each.because for each in (*bidder.says, *seen.alike.says))


def test_an_award_page_knows_nothing_of_what_is_on_trial() -> None:
    seen = Award(report("pending-bill-105", bidders=True), load_award_tables("pending-bill-105"))
    assert not any("public body" in each.because for each in (*seen.bidders[0].says, *seen.alike.says))
    assert not any("the bill" in each for each in seen.bidders[0].for_us)


def of_one(**cells: str) -> str:
    frame = pandas.DataFrame([{"Supplier": "Cedar Ltd", **cells}])
    made = report_on(read_suppliers(frame), load_rules("uk-public-procurement"), AS_OF)
    return shown(explanation(made, made.assessment(0), ()))


def test_fault_9_rules_open_for_the_same_blanks_are_one_paragraph() -> None:
    said = of_one(Category="", Turnover="£2m")
    (line,) = [each for each in said.splitlines() if each.strip() == "open: purchase category"]
    assert line
    assert "sector-labour-here, 25 points if it were flagged; sector-labour-here-disputed" in said
    assert said.count("open: purchase category, goods, country of origin of the goods\n") <= 1


@pytest.mark.parametrize(
    ("cells", "ask"),
    [
        pytest.param({"Category": ""}, "What do we buy from this supplier?", id="fault 10 what we buy"),
        pytest.param(
            {"Category": "Cleaning", "Debarment result": "", "Debarment list checked": "1 May 2026"},
            "What did we find when we looked this supplier up",
            id="fault 10 what we looked up",
        ),
    ],
)  # fmt: skip
def test_a_question_to_our_own_records_stands_under_for_us(cells: dict[str, str], ask: str) -> None:
    said = of_one(**cells)
    ours = said.index("For us to say, from our own records")
    assert ask in said[ours:]
    assert ask not in said[:ours]
