"""For ``check``: each column with what it was taken for and why, what it holds, and what it answers."""

from pathlib import Path

import pytest

from tests.cli.cli_making import msrisk

HEADINGS = "Supplier (Cyflenwr),Organisation,Net Amount,Gross,Turnover (£m),Category,Ref,Zzyzx\n"
ROWS = (
    "Alder Works plc,Borset Council,100.50,120.60,50,Cleaning,SC123456,private\n"
    "Mrs Wilma Quickfoot,Borset Council,10,12,,Fostering allowances Mrs Wilma Quickfoot,SC123457,private\n"
    "Birch Care Ltd,Borset Council,tbc,5,lots,Home care,01234567,private\n"
    "Cedar Foods Ltd,Borset Council,7,8,3,,01234568,private\n"
    "Elm Taxis Ltd,Borset Council,7,8,3,Taxis,01234569,private\n"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("list") / "list.csv"
    path.write_text(HEADINGS + ROWS, encoding="utf-8")
    done = msrisk("check", path, "--as-of", "2026-11-22", COLUMNS="200")
    assert done.returncode == 0, done.stderr
    return done.stdout


def block(page: str, start: str) -> str:
    """The lines of one column."""
    lines = page.splitlines()
    first = next(number for number, line in enumerate(lines) if start in line)
    return "\n".join(line.strip() for line in lines[first : first + 4])


def test_a_column_is_shown_with_why_it_was_taken_samples_and_what_was_read(page: str) -> None:
    said = block(page, "C  'Net Amount'")
    assert "'Net Amount': Spend with us (by its heading)" in said
    assert "such as 100.50; tbc; 7" in said
    assert "4 cells read, 1 not understood" in said


def test_a_column_is_shown_with_the_rules_that_ask_it(page: str) -> None:
    said = block(page, "'Turnover (£m)'")
    assert "3 cells read, 1 not understood, 1 blank" in said
    assert "asked by " in said
    assert "s54-no-statement" in said
    assert "sector-" in block(page, "F  'Category'")  # asked through a table that is entered by it


def test_no_person_is_among_the_samples(page: str) -> None:
    assert "Quickfoot" not in page
    assert "Alder Works plc; Birch Care Ltd; Cedar Foods Ltd" in page


def test_the_values_of_a_column_nobody_asked_for_are_not_shown(page: str) -> None:
    assert "private" not in page
    assert "Not read: 'Organisation', 'Zzyzx'" in page


def test_what_is_not_read_and_may_be_wanted_is_offered_with_the_map_that_settles_it(page: str) -> None:
    assert (
        "'Gross' is not read: also looks like Spend with us (gross; the net one, 'Net Amount', is taken)" in page
    )
    assert "'Ref' is not read: its cells have the form of Company number; if they are, say so:" in page
    assert '--map "company_number=Ref"' in page


def test_a_misspelt_heading_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Supplier,Anual turnovr\nAlder Ltd,£5m\n", encoding="utf-8")
    said = " ".join(msrisk("check", path, COLUMNS="200").stdout.split())
    assert "'Anual turnovr' is not read: is nearly a heading of Turnover with subsidiaries" in said
    assert '--map "turnover=Anual turnovr"' in said


@pytest.mark.parametrize("width", ["60", "80"])
def test_fault_155_the_page_is_no_wider_than_the_terminal(tmp_path: Path, width: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(HEADINGS + ROWS, encoding="utf-8")
    done = msrisk("check", path, COLUMNS=width)
    assert max(map(len, done.stdout.splitlines())) <= int(width)
