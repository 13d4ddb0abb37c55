"""Part of a sheet, as a person asks for it."""

import pytest

from msrisk.errors import InputError
from msrisk.model import Told
from msrisk.normalise.table.area import column_number
from tests.normalise.sheet_making import places_of, sheet, spend_of, suppliers_of

TWO_LISTS = [
    "Supplier | Amount | Contractor | Value",
    "Alder Ltd | 5 | Cedar Ltd | 9",
    "Birch Ltd | 7 | |",
]


@pytest.mark.parametrize(
    ("area", "read"),
    [
        pytest.param("A1:B3", {"Alder Ltd": ["Sheet1!A2"], "Birch Ltd": ["Sheet1!A3"]}, id="two columns"),
        pytest.param("c1:d2", {"Cedar Ltd": ["Sheet1!C2"]}, id="small letters, other columns"),
        pytest.param("$A$1:$B$2", {"Alder Ltd": ["Sheet1!A2"]}, id="as Excel writes it, fewer rows"),
        pytest.param("A:B", {"Alder Ltd": ["Sheet1!A2"], "Birch Ltd": ["Sheet1!A3"]}, id="whole columns"),
        pytest.param("B3:A1", {"Alder Ltd": ["Sheet1!A2"], "Birch Ltd": ["Sheet1!A3"]}, id="the corners turned"),
    ],
)
def test_fault_46_a_range_reads_only_its_cells_and_they_keep_their_addresses(
    area: str, read: dict[str, list[str]]
) -> None:
    suppliers = suppliers_of(sheet(TWO_LISTS), told=Told(area=area))
    assert places_of(suppliers) == read
    assert any("were read, as told (--range)" in remark for remark in suppliers.book.tables[0].sheet.remarks)


@pytest.mark.parametrize(
    ("area", "said"),
    [
        pytest.param("the top", "that is not a range of cells", id="no range"),
        pytest.param("Z1:AA9", "The sheet reaches from Sheet1!A1 to Sheet1!D3.", id="outside the sheet"),
    ],
)
def test_a_range_that_means_nothing_says_what_would(area: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        suppliers_of(sheet(TWO_LISTS), told=Told(area=area))
    assert said in f"{refused.value.problem} {refused.value.hint}"


def test_fault_55_hidden_rows_are_read_unless_told_otherwise() -> None:
    rows = sheet(["Supplier | Amount", "Alder Ltd | 5", "Birch Ltd | 7"], hidden_rows=frozenset({1}))
    assert spend_of(suppliers_of(rows)) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00"}
    visible = suppliers_of(rows, told=Told(visible_only=True))
    assert places_of(visible) == {"Birch Ltd": ["Sheet1!A3"]}
    assert "1 hidden rows were left out" in visible.book.tables[0].sheet.remarks[-1]


@pytest.mark.parametrize(("named", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("XFD", 16384)])
def test_a_column_is_counted_from_its_letters(named: str, number: int) -> None:
    assert column_number(named) == number
