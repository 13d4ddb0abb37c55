"""Evidence of a scheme as an officer meets it: a small workbook with MSAT, EcoVadis and Sedex columns."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.cli.cli_making import msrisk

HEADINGS = (
    *("Supplier", "Category", "Annual spend (£)", "MSAT %", "MSAT completed", "EcoVadis score", "EcoVadis medal"),
    *("EcoVadis expiry date", "Sedex member", "SMETA audit date"),
)
ROWS = (
    ("Alder Care Ltd", "Homecare", 90_000, 0.62, date(2026, 3, 14)),
    ("Birch Cleaning Ltd", "Cleaning", 80_000, 0.85, date(2023, 3, 14)),
    ("Cedar Computers Ltd", "Laptops", 70_000, None, None, 58, "Silver", date(2027, 6, 30)),
    ("Dogwood Computers Ltd", "Laptops", 60_000, None, None, 71, "Gold"),
    ("Elm Uniforms Ltd", "Uniforms", 50_000, None, None, None, None, None, "Yes"),
)


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADINGS)
    for row in ROWS:
        sheet.append(
            [datetime(each.year, each.month, each.day) if isinstance(each, date) else each for each in row]
        )
    for cell in sheet["D"][1:]:
        cell.number_format = "0%"
    book.save(tmp_path / "suppliers.xlsx")
    return tmp_path / "suppliers.xlsx"


def explained(suppliers: Path, name: str) -> str:
    done = msrisk("explain", suppliers, name, "--as-of", "2026-11-26", COLUMNS="200")
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_a_result_in_date_shows_its_relief_its_score_and_its_cells(suppliers: Path) -> None:
    said = explained(suppliers, "Alder Care Ltd")
    assert "exposure 25 less relief 5" in said
    assert "assurance-msat, relief 5" in said
    assert "MSAT result held: yes in Sheet!D2 (MSAT score: 62%)" in said
    assert "MSAT result in date until: 14 March 2028 in Sheet!E2 (24 months from the day of it" in said


def test_a_result_out_of_date_shows_what_to_ask_for(suppliers: Path) -> None:
    said = explained(suppliers, "Birch Cleaning Ltd")
    assert "exposure 25 less relief 0" in said
    assert "assurance-msat: The MSAT result held is not in date, 0 points" in said
    assert "next, for the supplier: Ask for the latest result" in said


def test_a_scorecard_with_an_expiry_relieves_and_one_without_is_asked_about(suppliers: Path) -> None:
    assert "less relief 5" in explained(suppliers, "Cedar Computers Ltd")
    said = explained(suppliers, "Dogwood Computers Ltd")
    assert "less relief 0" in said
    assert "assurance-ecovadis, relief 5 if it were clear" in said
    assert "- Until which day is your EcoVadis scorecard valid?" in said


def test_t64_who_has_no_papers_is_asked_for_none(suppliers: Path) -> None:
    said = explained(suppliers, "Elm Uniforms Ltd")
    asked = said.partition("What to ask")[2]
    assert not any(scheme in asked for scheme in ("MSAT", "Modern Slavery Assessment", "EcoVadis", "SMETA"))
    assert "Sedex (SMETA) audit held: no (the list holds none)" in said


def test_the_register_and_the_run_record_keep_what_the_relief_was(suppliers: Path, tmp_path: Path) -> None:
    done = msrisk("screen", suppliers, "--as-of", "2026-11-26", "-o", tmp_path / "run.json")
    assert done.returncode == 0, done.stderr
    assert '"relief": 5' in (tmp_path / "run.json").read_text(encoding="utf-8")


def test_exclusions_of_which_the_list_has_no_column_are_named_once_and_not_among_what_is_not_known(
    tmp_path: Path,
) -> None:
    rows = "Supplier,Category,STPO/STRO\nAlder Care Ltd,Homecare,\nBirch Ltd,Insurance,No\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    said = explained(tmp_path / "list.csv", "Alder Care Ltd")
    assert "Exclusions not checked: exclusion grounds declared; conviction for a slavery" in said
    assert "exclusion-slavery-order, for legal review if it were flagged" in said
    assert "exclusion-conviction" not in said
    assert "- Has a slavery and trafficking (or trafficking and exploitation) order" in said
