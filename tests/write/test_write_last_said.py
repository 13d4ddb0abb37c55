"""What changed since the register of last time, in words; a change of rules is no supplier's doing."""

from pathlib import Path

import openpyxl

from msrisk.model import register_sheet as headed
from msrisk.write.last_said import change_said, since_said, typed_stays_said
from tests.since.since_making import ALDER, BEECH, fill, of, register, screened


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
    ]


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
