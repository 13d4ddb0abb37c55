"""A total that stands on each line of its invoice counts once, where that is sure; else it is doubted aloud."""

from pathlib import Path

from msrisk.model import Flags, Note, Told
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers
from tests.normalise.columns_making import all_rows, table_of


def read(heading: str, *rows: tuple[str, str, str]) -> tuple[Flags, str]:
    table = table_of(["Supplier", "Invoice", heading], rows, ["supplier_name", "reference", "spend"])
    _, known, notes = read_amounts(table, load_vocabulary()["spend"], all_rows(table))
    return known, said(notes)


def said(notes: list[Note]) -> str:
    return " ".join(note.problem for note in notes)


TOTALS = [("Alder Ltd", f"INV{number}", str(100 + number)) for number in (1, 1, 1, 2, 2, 3, 3)]


def test_the_same_total_on_every_line_is_counted_once() -> None:
    known, told = read("TOTAL_INVOICE_VALUE", *TOTALS)
    assert known.tolist() == [True, False, False, True, False, True, False]
    assert "£407 that repeats it is not added" in told


def test_lines_of_their_own_are_all_counted() -> None:
    known, told = read("Total Invoice Value", *TOTALS, ("Alder Ltd", "INV3", "4"))
    assert (known.all(), told) == (True, "")


def test_the_value_of_a_line_is_no_total() -> None:
    assert read("Invoice Line Value", *TOTALS)[0].all()


def test_two_suppliers_may_send_the_same_invoice_number() -> None:
    rows = [(supplier, f"INV{number}", "50") for number in range(9) for supplier in ("Alder Ltd", "Birch Ltd")]
    assert read("Invoice total", *rows)[0].all()


def test_one_amount_on_the_rows_of_many_references_is_doubted_and_counted() -> None:
    rows = [("Alder Ltd", f"INV{number}", str(number + 1)) for number in range(12) for _ in range(2)]
    known, told = read("Amount", *rows)
    assert known.all()
    assert "12 of 12 references" in told
    assert "£78 is counted too often" in told


def test_rows_without_a_reference_are_all_counted() -> None:
    assert read("Invoice total", *[("Alder Ltd", "", "50")] * 8)[0].all()


def test_of_a_payment_run_and_an_invoice_the_invoice_tells_the_total() -> None:
    rows = [(*row[:2], row[2], f"RUN{place // 4}") for place, row in enumerate(TOTALS)]
    fields = ["supplier_name", "", "spend", "reference"]
    table = table_of(["Supplier", "INV_NUM", "TOTAL_INVOICE_VALUE", "Transaction number"], rows, fields)
    _, known, _ = read_amounts(table, load_vocabulary()["spend"], all_rows(table))
    assert known.tolist() == [True, False, False, True, False, True, False]


def test_a_real_ledgers_invoice_totals_are_not_added_line_by_line(real_inputs: Path) -> None:
    path = real_inputs / "a-council-and-public-spend" / "gov_moj__moj-aramis-data-nov-11.csv"
    held = read_suppliers(path, told=Told(mapping={"spend": "TOTAL_INVOICE_VALUE"}))
    by_line = read_suppliers(path)
    assert held.spend.sum() < by_line.spend.sum() * 1.10  # four payees have a total and no line
