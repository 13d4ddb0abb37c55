"""Whom of the register we know again, and what became of them: by id, number or name, never by a likeness."""

from datetime import datetime
from pathlib import Path

import pytest

from msrisk.last_register import Actions, LastRegister
from msrisk.model.register_id import register_ids
from msrisk.write.last_said import change_said
from tests.since.since_making import AGENCY, ALDER, BEECH, ELM, Rows, fill, of, register, screened


def held(path: Path, rows: Rows) -> LastRegister:
    last = screened(rows, path).last
    assert last is not None
    return last


def changes(path: Path, rows: Rows) -> dict[str, str]:
    report = screened(rows, path)
    return {name: change_said(report, number) for number, name in enumerate(report.suppliers.names)}


def test_each_supplier_is_worse_better_new_or_the_same_and_who_left_is_counted(tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER, BEECH, ELM])
    fill(path, "Alder Ltd", Priority_for_checks="Low")
    fill(path, "Beech Ltd", Priority_for_checks="Refer")
    now = [ALDER, BEECH, of("Fir Ltd")]
    last = held(path, now)
    assert (last.worse, last.better, last.same, last.new, last.gone) == (1, 1, 0, 1, 1)
    assert changes(path, now) == {
        "Alder Ltd": "Worse: Low then",
        "Beech Ltd": "Better: Refer then",
        "Fir Ltd": "New",
    }


def test_the_same_list_again_changes_nothing(tmp_path: Path) -> None:
    rows = [ALDER, BEECH, ELM]
    last = held(register(tmp_path, rows), rows)
    assert (last.worse, last.better, last.same, last.new, last.gone) == (0, 0, 3, 0, 0)


def test_a_firm_that_changed_its_name_is_known_by_its_company_number(tmp_path: Path) -> None:
    path = register(tmp_path, [of("Alder Ltd", **{"Company number": "01234567"})])
    last = held(path, [of("Alder Holdings Ltd", **{"Company number": "1234567"})])
    assert (last.new, last.gone) == (0, 0)


def test_one_number_under_two_names_is_decided_by_the_name(tmp_path: Path) -> None:
    """Two energy firms of a real register both had 101100."""
    pair = [of(name, **{"Company number": "00101100"}) for name in ("Alder Ltd", "Beech Ltd")]
    assert changes(register(tmp_path, pair), pair) == {"Alder Ltd": "Same", "Beech Ltd": "Same"}


def test_the_name_is_enough_in_another_spelling_of_the_same(tmp_path: Path) -> None:
    assert changes(register(tmp_path, [ALDER]), [of("ALDER LIMITED")]) == {"ALDER LIMITED": "Same"}


def test_a_name_that_is_nearly_alike_is_another_supplier(tmp_path: Path) -> None:
    last = held(register(tmp_path, [ALDER]), [of("Aldar Ltd")])
    assert (last.new, last.gone) == (1, 1)
    assert last.nobody_found


def test_the_same_name_under_another_company_number_is_another_supplier(tmp_path: Path) -> None:
    path = register(tmp_path, [of("Alder Ltd", **{"Company number": "01234567"})])
    assert changes(path, [of("Alder Ltd", **{"Company number": "07654321"})]) == {"Alder Ltd": "New"}


def test_a_register_id_is_believed_before_number_and_name(tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER, BEECH])
    ids = register_ids(screened([ALDER, BEECH]).suppliers)
    fill(path, "Alder Ltd", Register_ID=ids[1])
    fill(path, "Beech Ltd", Register_ID=ids[0])
    report = screened([ALDER, BEECH], path)
    assert report.last is not None
    by_name = dict(zip((row.name for row in report.last.file.rows), report.last.found, strict=True))
    assert by_name == {"Alder Ltd": 1, "Beech Ltd": 0}


def test_a_row_that_somebody_copied_is_one_supplier_with_two_actions(tmp_path: Path) -> None:
    import openpyxl

    path = fill(register(tmp_path, [ALDER, BEECH]), "Alder Ltd", Action="Ask", Status="Open")
    book = openpyxl.load_workbook(path)
    sheet = book["Register"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    sheet.append(next(row for row in rows if "Alder Ltd" in row))
    book.save(path)
    last = held(path, [ALDER, BEECH])
    assert (last.same, last.new, last.gone) == (2, 0, 0)
    assert last.actions is not None
    assert last.actions.open_ == 2


def test_a_priority_that_cannot_be_read_is_neither_worse_nor_better(tmp_path: Path) -> None:
    path = fill(register(tmp_path, [ALDER, BEECH]), "Alder Ltd", Priority_for_checks="see notes")
    last = held(path, [ALDER, BEECH])
    assert (last.untold, last.same) == (1, 1)
    assert changes(path, [ALDER, BEECH])["Alder Ltd"] == "[cannot be told]"


# -- actions


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ({}, Actions(0, 0, 0, 0, 0)),
        ({"Status": "Open"}, Actions(0, 0, 0, 0, 0)),  # nobody wrote what is to be done
        ({"Action": "Ask", "Status": "Open", "Due_date": datetime(2026, 11, 21)}, Actions(1, 0, 1, 0, 0)),
        ({"Action": "Ask", "Status": "Open", "Due_date": datetime(2026, 11, 22)}, Actions(1, 0, 0, 0, 0)),
        ({"Action": "Ask", "Status": "IN PROGRESS", "Due_date": "soon"}, Actions(1, 0, 0, 1, 0)),
        ({"Action": "Ask"}, Actions(1, 0, 0, 1, 1)),
        ({"Action": "Ask", "Status": "Waiting for Jo"}, Actions(1, 0, 0, 1, 1)),
        ({"Action": "Ask", "Status": "Done", "Due_date": datetime(2020, 1, 1)}, Actions(0, 1, 0, 0, 0)),
        ({"Status": "Accepted"}, Actions(0, 1, 0, 0, 0)),
        ({"Status": "closed"}, Actions(0, 1, 0, 0, 0)),
    ],
    ids=lambda each: "-".join(map(str, each.values())) or "nothing" if isinstance(each, dict) else "",
)
def test_an_action_is_open_overdue_or_closed(tmp_path: Path, typed: dict[str, object], wanted: Actions) -> None:
    path = fill(register(tmp_path, [ALDER]), "Alder Ltd", **typed)
    assert held(path, [ALDER]).actions == wanted


def test_who_has_an_open_action_is_known_among_the_suppliers_of_today(tmp_path: Path) -> None:
    path = fill(register(tmp_path, [ALDER, BEECH]), "Beech Ltd", Action="Ask", Status="Open")
    report = screened([of("Beech Ltd", AGENCY), ALDER], path)
    assert report.last is not None
    assert {report.suppliers.names[number] for number in report.last.with_open_action()} == {"Beech Ltd"}
