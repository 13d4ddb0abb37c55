"""Money in rows left out, and the days a list covers: nothing vanishes, and one mistyped date moves nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msrisk.errors import InputError
from msrisk.normalise.find import find_supplier
from msrisk.screening import read_suppliers

HEAD = "Supplier,Amount,Account,Payment date\n"


def _list(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_payment_without_a_name_is_left_out_with_its_pounds(tmp_path: Path) -> None:
    path = _list(
        tmp_path, "Acme Ltd,900,cleaning,", ",500,Agency staff,", "#N/A,70,care,", ",1470,,", "Total,1470,,"
    )
    assert read_suppliers(path).spend_left_out == {"no supplier's name": 57000}


@pytest.mark.parametrize("mistyped", ["24/05/2062", "01/01/1900", "31/12/2099"])
def test_one_mistyped_year_does_not_stretch_the_period(tmp_path: Path, mistyped: str) -> None:
    rows = [f"Firm {day} Ltd,9000,Stationery,{day}/05/2026" for day in range(13, 24)]
    held = read_suppliers(_list(tmp_path, *rows, f"Late Ltd,9000,Stationery,{mistyped}"))
    assert held.period is not None
    assert (held.period.first, held.period.last) == (date(2026, 5, 13), date(2026, 5, 23))


def test_dates_that_could_be_two_days_are_all_inside_the_period(tmp_path: Path) -> None:
    rows = [f"Firm Ltd,100,Stationery,{day}" for day in ("01/02/2026", "02/02/2026", "03/04/2026")]
    period = read_suppliers(_list(tmp_path, *rows)).period
    assert period is not None
    assert period.first <= date(2026, 1, 2)
    assert period.last >= date(2026, 4, 3)


@pytest.mark.parametrize("wanted", ["", " ", "²"])
def test_what_names_nobody_finds_nobody(tmp_path: Path, wanted: str) -> None:
    held = read_suppliers(_list(tmp_path, "Acme Ltd,900,cleaning,"))
    with pytest.raises(InputError):
        find_supplier(held, wanted)
