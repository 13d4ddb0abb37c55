"""What changed since the register of last time, in words; a change of rules is no supplier's doing."""

import json
from pathlib import Path

import openpyxl
import pytest

from msrisk import write_report
from msrisk.model import register_sheet as headed
from msrisk.write.last_said import change_said, since_said, typed_stays_said
from tests.since.since_making import ALDER, BEECH, columns, fill, head, of, register, screened


def test_without_a_register_nothing_is_said() -> None:
    report = screened([ALDER])
    assert since_said(report) == []
    assert typed_stays_said(report) == []
    assert change_said(report, 0) == ""


def test_the_line_of_the_terminal_counts_and_names_the_day(tmp_path: Path) -> None:
    path = fill(
        register(tmp_path, [ALDER, BEECH]), "Beech Ltd", Action="Ask", Status="Open", Due_date="2026-10-01"
    )
    said = since_said(screened([ALDER, of("Fir Ltd")], path))
    assert said == [
        "Since the register of 22 August 2026: 0 worse, 0 better, 1 new, 1 gone.",
        "Actions in it: 1 open (1 overdue), 0 closed.",
        "Of the open ones 1 is of a supplier that is no longer in this list, 1 overdue.",
    ]


def test_a_move_from_refer_where_exclusions_are_asked_no_more_is_explained(tmp_path: Path) -> None:
    asked = of("Alder Ltd", **{"Modern slavery conviction": "no"})
    path = fill(register(tmp_path, [asked]), "Alder Ltd", Priority_for_checks="Refer")
    said = " ".join(since_said(screened([ALDER], path)))
    assert "Exclusions were checked then and are not now, so a move from Refer may come from that alone." in said


def test_that_what_people_typed_stays_in_their_file_is_said(tmp_path: Path) -> None:
    report = screened([ALDER], register(tmp_path, [ALDER]))
    assert typed_stays_said(report) == [
        "What people typed into register.xlsx stays in that file, which was only read: keep it."
    ]


def test_other_rules_than_then_are_said_beside_the_change(tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER])
    book = openpyxl.load_workbook(path)
    for row in book[headed.RECORD].iter_rows():
        if row[0].value == headed.RULES:
            row[1].value = "0" * 64
    book.save(path)
    said = " ".join(since_said(screened([ALDER], path)))
    assert "The rules are not the same as then, so a move may come from them and not from a supplier." in said


@pytest.mark.parametrize("saved_again", [False, True], ids=["as-written", "saved-again"])
def test_by_the_same_rules_nothing_is_said_of_rules(tmp_path: Path, saved_again: bool) -> None:
    path = write_report(screened([ALDER]), tmp_path / "register.xlsx")
    if saved_again:
        openpyxl.load_workbook(path).save(path)
    said = since_said(screened([ALDER], path))
    assert not any("rules" in line for line in said)


def test_the_register_of_another_list_is_asked_about(tmp_path: Path) -> None:
    said = " ".join(since_said(screened([BEECH], register(tmp_path, [ALDER]))))
    assert "None of its suppliers is in this list: is it the register of another one?" in said


def test_who_is_set_aside_has_no_change(tmp_path: Path) -> None:
    rows = [ALDER, of("HMRC")]
    report = screened(rows, register(tmp_path, rows))
    assert {name: change_said(report, at) for at, name in enumerate(report.suppliers.names)} == {
        "Alder Ltd": "Same",
        "HMRC": "",
    }


@pytest.fixture
def last(tmp_path: Path) -> Path:
    path = register(tmp_path, [ALDER, BEECH])
    fill(path, "Alder Ltd", Priority_for_checks="Low")
    return fill(path, "Beech Ltd", Priority_for_checks="no idea")


def test_the_new_register_says_of_each_supplier_what_changed_and_the_old_columns_keep_their_place(
    tmp_path: Path, last: Path
) -> None:
    rows = [ALDER, BEECH, of("Fir Ltd")]
    sheet = openpyxl.load_workbook(write_report(screened(rows, last), tmp_path / "new.xlsx"))[headed.SHEET]
    at = columns(sheet)
    assert at["Change since last"] == at["Who acts"] + 1
    below = range(head(sheet) + 1, sheet.max_row + 1)
    said = {sheet.cell(row, at["Supplier"]).value: sheet.cell(row, at["Change since last"]).value for row in below}
    assert said == {"Alder Ltd": "Worse: Low then", "Beech Ltd": "[cannot be told]", "Fir Ltd": "New"}
    above = " ".join(str(sheet.cell(row, 1).value) for row in range(1, head(sheet)))
    assert ": 1 worse, 0 better, 1 new, 0 gone. Worse is a higher priority for checks." in above


def test_without_a_register_there_is_no_column_for_a_change(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write_report(screened([ALDER]), tmp_path / "new.xlsx"))[headed.SHEET]
    assert "Change since last" not in columns(sheet)


def test_a_program_reads_the_change_and_the_priority_of_then(tmp_path: Path, last: Path) -> None:
    report = screened([ALDER, BEECH, of("Fir Ltd"), of("HMRC")], last)
    held = json.loads(write_report(report, tmp_path / "new.json").read_text(encoding="utf-8"))
    assert {each["name"]: each["since_last"] for each in held["suppliers"]} == {
        "Alder Ltd": {"change": "worse", "band_then": "low"},
        "Beech Ltd": {"change": "cannot_be_told", "band_then": None},
        "Fir Ltd": {"change": "new", "band_then": None},
        "HMRC": None,
    }


def test_the_register_with_the_change_is_read_back_as_the_next_one(tmp_path: Path, last: Path) -> None:
    rows = [ALDER, BEECH]
    second = write_report(screened(rows, last), tmp_path / "second.xlsx")
    assert since_said(screened(rows, second))[0].endswith("0 worse, 0 better, 0 new, 0 gone.")
