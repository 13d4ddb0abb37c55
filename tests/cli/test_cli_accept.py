"""``msrisk accept`` and ``--acceptances`` as a person meets them."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.accepting_making import accept
from tests.cli.cli_making import msrisk

LIST = (
    "Supplier,Category,Annual spend\n"
    "Alder Ltd,Office cleaning,90000\n"
    "Beech Ltd,Agency staff,80000\n"
    "Mrs Wilhelmina Quickfoot,Fostering allowances,500\n"
)
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "suppliers.csv").write_text(LIST, encoding="utf-8")
    done = msrisk("accept", "suppliers.csv", *DAY, "-o", "acceptances.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    accept(tmp_path / "acceptances.xlsx", "Alder Ltd", Why="Visited, as Mrs Wilhelmina Quickfoot wrote")
    return tmp_path


def said(folder: Path, *words: object, code: int = 0) -> str:
    done = msrisk(*words, cwd=folder, COLUMNS="160")
    assert done.returncode == code, done.stderr
    return " ".join((done.stdout + done.stderr).split())


def test_explain_and_the_outputs_say_who_accepted_a_finding_until_when_and_why(folder: Path) -> None:
    words = ("suppliers.csv", *DAY, "--acceptances", "acceptances.xlsx")
    wanted = "accepted by Jo Field until 20 May 2027: Visited, as [a person's name] wrote"
    explained = said(folder, "explain", "suppliers.csv", "Alder Ltd", *words[1:])
    assert wanted in explained
    assert "it stands after the others, in the same priority as before" in explained
    screened = said(folder, "screen", *words, "-o", "run.json", "-o", "run.xlsx")
    assert "Acceptances: 1 of 1 in acceptances.xlsx used; no priority changes by it." in screened
    held = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert held["run"]["acceptances"]["used"] == 1
    (alder,) = [each for each in held["suppliers"] if each["name"] == "Alder Ltd"]
    (finding,) = [each for each in alder["findings"] if each.get("accepted")]
    assert finding["accepted"]["by"] == "Jo Field"
    assert finding["accepted"]["until"] == "2027-05-20"
    book = openpyxl.load_workbook(folder / "run.xlsx")
    assert wanted in [cell.value for row in book["Findings"].iter_rows() for cell in row]
    told = "1 finding accepted by people; 1 supplier left out of Look first by it; see Findings and Run record."
    for sheet in ("Summary", "By category"):
        lines = " ".join(str(cell.value) for cell in book[sheet]["A"] if cell.value)  # a long one runs on below
        assert told in lines, sheet
    assert "next: all accepted" in [cell.value for row in book["Register"].iter_rows() for cell in row]
    assert "Quickfoot" not in (folder / "run.json").read_text(encoding="utf-8")


def test_one_that_is_not_used_is_told_with_its_cell_and_stands_in_data_quality(folder: Path) -> None:
    accept(folder / "acceptances.xlsx", "Alder Ltd", Until=None)
    words = ("suppliers.csv", *DAY, "--acceptances", "acceptances.xlsx", "-o", "run.xlsx")
    told = said(folder, "screen", *words)
    assert "0 of 1 in acceptances.xlsx used" in told
    assert "sector-labour-here of Alder Ltd: the cell under 'Until' is blank" in told
    quality = openpyxl.load_workbook(folder / "run.xlsx")["Data quality"]
    assert "Acceptance not used: the cell under 'Until' is blank" in [cell.value for cell in quality["D"]]


def test_a_file_that_is_filled_in_is_never_written_over(folder: Path) -> None:
    before = (folder / "acceptances.xlsx").read_bytes()
    told = said(folder, "accept", "suppliers.csv", "-o", "acceptances.xlsx", "--force", code=2)
    assert "which writing over it would lose" in told
    assert '--acceptances "acceptances.xlsx"' in told
    assert (folder / "acceptances.xlsx").read_bytes() == before


def test_no_person_stands_in_what_may_be_accepted(folder: Path) -> None:
    said(folder, "accept", "suppliers.csv", *DAY, "--all", "-o", "all.xlsx")
    cells = [
        str(cell.value) for sheet in openpyxl.load_workbook(folder / "all.xlsx") for row in sheet for cell in row
    ]
    assert not any("Quickfoot" in text for text in cells)


def test_another_file_in_its_place_is_refused_and_it_is_refused_as_a_supplier_list(folder: Path) -> None:
    told = said(folder, "screen", "suppliers.csv", "--acceptances", "suppliers.csv", code=2)
    assert "this is not a file of acceptances" in told
    assert "this is a result that msrisk wrote" in said(folder, "screen", "acceptances.xlsx", code=2)


def test_the_next_command_carries_the_acceptances_on(folder: Path) -> None:
    told = said(folder, "screen", "suppliers.csv", *DAY, "--acceptances", "acceptances.xlsx")
    assert '--acceptances "acceptances.xlsx"' in told


def test_findings_are_listed_by_the_tables_that_were_given_and_a_table_that_is_none_is_refused(
    tmp_path: Path,
) -> None:
    (tmp_path / "suppliers.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "mine.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    words = ("accept", "suppliers.csv", *DAY, "--table", "sectorz=mine.csv")
    assert "has no table called 'sectorz'" in said(tmp_path, *words, code=2)


def test_where_there_is_nothing_to_accept_nobody_is_told_to_fill_it_in(tmp_path: Path) -> None:
    (tmp_path / "suppliers.csv").write_text("Supplier,Category\nAlder Ltd,External audit\n", encoding="utf-8")
    done = msrisk("accept", "suppliers.csv", *DAY, "-o", "acceptances.xlsx", cwd=tmp_path)
    assert done.returncode == 0
    assert "0 findings may be accepted" in done.stdout
    assert "fill in" not in done.stderr
