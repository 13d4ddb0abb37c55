"""A register is read back however people moved it about; what is no register is refused in one clear message."""

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from msrisk import InputError
from msrisk.last_register import RegisterFile
from msrisk.model import Band
from msrisk.model import register_sheet as headed
from msrisk.read import read_sheets
from msrisk.since import register_of
from tests.since.since_making import ALDER, BEECH, ELM, NOW, THEN, columns, fill, head, register, screened

ROWS = [ALDER, BEECH, ELM]


def read(path: Path) -> RegisterFile:
    return register_of(read_sheets(path))


@pytest.fixture(scope="module")
def filled_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = register(tmp_path_factory.mktemp("filled_in"), ROWS)
    return fill(path, "Alder Ltd", Action="Ask", Due_date=datetime(2026, 12, 1), Status="in progress")


@pytest.fixture
def path(filled_in: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(filled_in, tmp_path))


def stands(held: RegisterFile) -> dict[str, tuple[Band | None, str, date | None]]:
    return {row.name: (row.band, row.action, row.due_by) for row in held.rows}


def test_it_is_read_as_it_was_written_and_filled_in(path: Path) -> None:
    held = read(path)
    assert held.day == THEN
    assert len(held.rules) == 64
    assert held.to_fill_in
    assert len(held.rows) == 3
    assert stands(held)["Alder Ltd"] == (Band.HIGH, "Ask", date(2026, 12, 1))
    assert [row.is_open for row in held.rows if row.name == "Alder Ltd"] == [True]


def test_rows_sorted_columns_moved_and_added_and_a_title_above_change_nothing(path: Path) -> None:
    before = stands(read(path))
    book = openpyxl.load_workbook(path)
    sheet = book[headed.SHEET]
    top = head(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top)]
    sheet.delete_rows(1, sheet.max_row)
    sheet.append(["Our own title"])
    sheet.append(["Ours", *reversed(rows[0])])
    for row in reversed(rows[1:]):
        sheet.append(["x", *reversed(row)])
    sheet.insert_rows(5)
    book.save(path)
    assert stands(read(path)) == before


@pytest.mark.skipif(shutil.which("libreoffice") is None, reason="LibreOffice is not on this machine")
def test_a_register_that_libreoffice_saved_again_says_the_same(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    own = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    words = ["libreoffice", own, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    again = read(folder / path.name)
    assert stands(again) == stands(read(path))
    assert again.day == THEN


def test_a_month_as_due_date_is_meant_to_its_end_and_words_are_no_day(path: Path) -> None:
    fill(path, "Alder Ltd", Due_date="Dec 2026")
    fill(path, "Beech Ltd", Due_date="as soon as we can", Action="Visit")
    held = stands(read(path))
    assert held["Alder Ltd"][2] == date(2026, 12, 31)
    assert held["Beech Ltd"][2] is None


def test_without_its_run_record_the_day_is_not_known_and_all_else_is_read(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book[headed.RECORD]
    book.save(path)
    held = read(path)
    assert held.day is None
    assert held.rules == ""
    assert len(held.rows) == 3


def test_a_priority_changed_by_hand_into_something_else_is_not_known(path: Path) -> None:
    fill(path, "Alder Ltd", Priority_for_checks="High, we think")
    assert stands(read(path))["Alder Ltd"][0] is None


# -- what is refused


def refused(path: Path, *words: str) -> None:
    with pytest.raises(InputError) as error:
        read(path)
    said = f"{error.value.where} {error.value.problem} {error.value.hint}"
    for word in words:
        assert word in said
    assert path.name in error.value.where


def test_a_supplier_list_is_no_register(tmp_path: Path) -> None:
    other = tmp_path / "suppliers.csv"
    other.write_text("Supplier,Spend\nAlder Ltd,1\n", encoding="utf-8")
    refused(other, "no register that msrisk wrote", "has no sheet 'Register'")


def test_a_register_whose_sheet_was_renamed_says_which_sheets_there_are(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book[headed.SHEET].title = "Ours"
    book.save(path)
    refused(path, "the sheet 'Register' is not in it any more", "'Ours'")


@pytest.mark.parametrize("heading", [headed.SUPPLIER, headed.PRIORITY, headed.STATUS, headed.ACTION, headed.DUE])
def test_a_heading_that_was_edited_is_named_with_its_row(path: Path, heading: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[headed.SHEET]
    row = head(sheet)
    sheet.cell(row, columns(sheet)[heading], f"{heading} (ours)")
    book.save(path)
    refused(path, f"a heading is missing on the sheet 'Register': '{heading}'", f"Register!A{row}")


def test_an_added_column_with_a_heading_of_ours_is_told_apart_by_nobody(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[headed.SHEET]
    sheet.cell(head(sheet), sheet.max_column + 1, "Status")
    book.save(path)
    refused(path, "two columns of the sheet 'Register' have the heading 'Status'")


def test_a_sheet_of_that_name_with_other_headings_is_none_of_ours(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = headed.SHEET
    book.active.append(["Name", "Registered on"])
    book.active.append(["Alder Ltd", "2026-01-01"])
    book.save(path)
    refused(path, "does not have the headings of a register that msrisk wrote")


def test_a_register_of_a_newer_msrisk_is_not_guessed_at(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for row in book[headed.RECORD].iter_rows():
        if row[0].value == headed.MADE_WITH:
            row[1].value = "msrisk 9.1.0"
    book.save(path)
    refused(path, "written by msrisk 9.1.0, which is newer than this one")


def test_a_redacted_copy_is_not_compared_as_if_everybody_had_gone(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.create_sheet(headed.REDACTED, 0)["A1"] = "This file is redacted"
    book.save(path)
    refused(path, "it is a redacted copy")


def test_a_register_of_a_later_day_cannot_be_the_last_one(tmp_path: Path) -> None:
    later = register(tmp_path, ROWS, as_of=NOW)
    with pytest.raises(InputError, match="after the day of this run"):
        screened(ROWS, later, as_of=THEN)
