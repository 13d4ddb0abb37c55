"""Data to chase: over all suppliers, what is not known, whom it could move, and who can say it."""

from __future__ import annotations

from datetime import date

import pandas

from msrisk.chase import Chase, data_to_chase
from msrisk.report import Report
from msrisk.screening import read_suppliers, screen

DAY = date(2026, 11, 22)
LIST = [
    {"Supplier": "Alder Ltd", "Category": "Legal advice", "Spend": "1000", "Operates in UK": "yes"},
    {"Supplier": "Beech Ltd", "Category": "Legal advice", "Spend": "200", "Operates in UK": "yes"},
    {"Supplier": "Cedar Ltd", "Category": "Workwear and uniforms", "Spend": "40", "Operates in UK": "no"},
]


def _report(rows: list[dict[str, str]] = LIST) -> Report:
    return screen(read_suppliers(pandas.DataFrame(rows)), as_of=DAY)


def _chased(report: Report) -> dict[str, Chase]:
    return {each.field.name: each for each in data_to_chase(report)}


def test_each_is_counted_with_its_suppliers_and_the_money_behind_them() -> None:
    origin = _chased(_report())["origin"]
    assert (origin.open_for, origin.spend) == (1, 40_00)
    assert origin.field.answered_by == ("the supplier",)


def test_what_could_move_most_suppliers_comes_first() -> None:
    moved = [each.could_move or 0 for each in data_to_chase(_report())]
    assert moved == sorted(moved, reverse=True)
    assert moved[0] > 0


def test_what_could_be_moved_is_what_explain_says_of_a_single_answer() -> None:
    report = _report()
    for name, each in _chased(report).items():
        assert each.could_move == int(report.moves.alone[name][report.screened].sum())


def test_a_gap_in_a_reference_table_is_not_chased() -> None:
    gap = {"Supplier": "Andorra Ltd", "Category": "Workwear and uniforms", "Country of origin": "Andorra"}
    assert "origin" not in _chased(_report([gap]))


def test_nobody_who_is_set_aside_is_chased() -> None:
    tax = {"Supplier": "HM Revenue and Customs", "Category": "PAYE and National Insurance", "Spend": "5000"}
    report = _report([*LIST, tax])
    assert not report.screened.all(), "it is set aside"
    assert all(each.open_for <= 3 for each in data_to_chase(report))


def test_of_a_contract_that_names_nobody_only_who_stands_behind_it_is_chased() -> None:
    chased = _chased(_report([{"Supplier": "Various", "Contract title": "Agency staff", "Contract value": "90"}]))
    assert list(chased) == ["supplier_name"]
    assert chased["supplier_name"].could_move is None
    assert chased["supplier_name"].field.answered_by == ("our own records",)


def test_a_list_without_amounts_says_that_it_has_none() -> None:
    chased = data_to_chase(_report([{"Supplier": "Alder Ltd"}]))
    assert {each.spend for each in chased} == {None}
