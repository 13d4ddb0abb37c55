"""One table saved in each format that is read gives one answer: cell for cell, and feature by feature."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from biff_making import DATE, book, cell, number, open_document, row, table, text, truth
from features_making import FEATURES
from formats_making import FORMATS
from read_making import only, rows_of, saved

from msrisk.model import Suppliers
from msrisk.screening import read_suppliers

TEXTS = ["Supplier", "Nº", "01234567", "=1+1", "-5", "N/A", "£36m", "Łódź & <株>", "TRUE", "1E5", "None"]
NUMBERS = [0.0, -3457.18, 1 / 3, 36_000_000.0, 1234567.0, 0.1 + 0.2, 1e15, 12345678901234567.0]
DAYS = [dt.datetime(1999, 12, 31), dt.datetime(2024, 2, 29), dt.datetime(2025, 3, 31)]
TRUTHS = [True, False]


def as_xlsx() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as workbook:
        sheet = workbook.add_worksheet("Suppliers")
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for column, value in enumerate(TEXTS):
            sheet.write_string(0, column, value)
        sheet.write_row(1, 0, NUMBERS)
        for column, moment in enumerate(DAYS):
            sheet.write_datetime(2, column, moment, day)
        sheet.write_row(3, 0, TRUTHS)
    return held.getvalue()


def as_xls() -> bytes:
    cells = [text(0, column, value) for column, value in enumerate(TEXTS)]
    cells += [number(1, column, value) for column, value in enumerate(NUMBERS)]
    cells += [number(2, column, (day - dt.datetime(1899, 12, 30)).days, DATE) for column, day in enumerate(DAYS)]
    cells += [truth(3, column, value) for column, value in enumerate(TRUTHS)]
    return book(("Suppliers", b"".join(cells)))


def as_ods() -> bytes:
    rows = [
        [cell(value.replace("&", "&amp;").replace("<", "&lt;")) for value in TEXTS],
        [cell("shown", value=repr(value)) for value in NUMBERS],
        [cell("shown", date_value=day.date().isoformat()) for day in DAYS],
        [cell("shown", boolean_value=str(value).lower()) for value in TRUTHS],
    ]
    return open_document(table("".join(row(*cells) for cells in rows)))


@pytest.mark.parametrize(("made", "ending"), [(as_xls, "xls"), (as_ods, "ods")], ids=["xls", "ods"])
def test_the_same_table_reads_as_from_xlsx(tmp_path: Path, made: Callable[[], bytes], ending: str) -> None:
    expected = only(saved(tmp_path, as_xlsx(), "a.xlsx"))
    found = only(saved(tmp_path, made(), f"a.{ending}"))
    assert rows_of(found) == rows_of(expected)
    assert (found.name, found.first_row, found.first_column) == (expected.name, 1, 1)


def known(name: str, saved_as: str) -> list[pytest.MarkDecorator]:
    """What is known to go wrong; a mend must take it off the list."""
    faults = FEATURES[name].faults
    return [pytest.mark.xfail(reason=faults[saved_as], strict=True)] if saved_as in faults else []


CASES = [
    pytest.param(name, saved_as, id=f"{name} in {saved_as}", marks=known(name, saved_as))
    for name in FEATURES
    for saved_as in FORMATS
]


@pytest.mark.parametrize(("name", "saved_as"), CASES)
def test_a_feature_gives_one_answer_in_every_format(tmp_path: Path, name: str, saved_as: str) -> None:
    feature, (ending, save) = FEATURES[name], FORMATS[saved_as]
    try:
        data = save(feature.drawn)
    except UnicodeEncodeError:
        pytest.skip("this encoding has no such letters")
    suppliers = read_suppliers(saved(tmp_path, data, f"suppliers.{ending}"))
    assert spend_of(suppliers) == feature.spend
    assert Counter(row.reason for row in suppliers.left_out) == feature.out
    assert {fact: fact_of(suppliers, *fact) for fact in feature.facts} == feature.facts
    told = {
        note.where.rpartition("!")[2]: note.problem for note in suppliers.notes if "credit" not in note.problem
    }
    if feature.told is not None:
        assert told.keys() == feature.told.keys()
        assert all(words in told[cell] for cell, words in feature.told.items())


def spend_of(suppliers: Suppliers) -> dict[str, int | None]:
    amounts = zip(suppliers.spend.tolist(), suppliers.has_spend.tolist(), strict=True)
    return dict(zip(suppliers.names, (pence if known else None for pence, known in amounts), strict=True))


def fact_of(suppliers: Suppliers, name: str, field: str) -> str:
    """What a supplier's field reads as; '' where it says nothing."""
    column, number = suppliers.columns[field], suppliers.names.index(name)
    subject = number if column.field.of == "supplier" else int(suppliers.first_lines[number])
    value = column.reading(subject).value
    return "" if value is None else column.field.kind.show(value)
