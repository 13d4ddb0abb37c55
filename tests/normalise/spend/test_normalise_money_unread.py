"""A list that is screened without its money says so, and says how to put it right."""

from tests.normalise.sheet_making import sheet, suppliers_of


def remarks(*rows: str) -> str:
    return " ".join(suppliers_of(sheet(rows)).book.tables[0].sheet.remarks)


def test_columns_of_debit_and_credit_are_named_with_the_option() -> None:
    said = remarks("Supplier | Debit | Credit", "Alder Ltd | 5000.25 | ", "Birch Ltd | | (7,000.50)")
    assert "no spend is known" in said
    assert "'Debit' (column B), 'Credit' (column C)" in said
    assert '--map "spend=Debit"' in said


def test_a_list_without_money_or_with_its_money_read_says_nothing() -> None:
    assert remarks("Supplier | Employees", "Alder Ltd | 5200") == ""
    assert remarks("Supplier | Score", "Alder Ltd | 52.25") == ""
    assert remarks("Supplier | Amount | Other", "Alder Ltd | 5000.25 | 7000.50") == ""
