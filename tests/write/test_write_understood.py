"""How a list was understood, in the lines shown on every run."""

import pandas

from msrisk.screening import read_suppliers
from msrisk.write.understood import understood
from tests.normalise.sheet_making import sheet, suppliers_of


def test_tables_side_by_side_are_told_apart_by_their_columns() -> None:
    heads = "Supplier | Amount | | Supplier | Amount"
    told = [str(part) for part in understood(suppliers_of(sheet([heads, "Alder Ltd | 5 | | Birch Ltd | 7"])))]
    assert "  'Sheet1': headings in row 1, columns A to B, 1 row below" in told
    assert "  'Sheet1': headings in row 1, columns D to E, 1 row below" in told


def test_an_unread_column_that_may_be_about_exclusion_is_told_by_itself() -> None:
    frame = pandas.DataFrame({"Supplier": ["Alder Ltd"], "Who was convicted": ["nobody"], "Colour": ["red"]})
    page = " ".join(str(each) for each in understood(read_suppliers(frame)))
    assert "may be about exclusion: 'Who was convicted':" in page
    assert "exclusion: 'Colour'" not in page
