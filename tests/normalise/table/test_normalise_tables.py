"""Where the tables of a list stand: the heading row, several tables in a sheet, several sheets, several files."""

import pytest

from msrisk.errors import InputError
from msrisk.model import Told
from msrisk.normalise.table.no_table import HEADINGS
from tests.normalise.sheet_making import places_of, sheet, spend_of, suppliers_of, tables_of

TWO = ["Supplier | Amount", "Alder Ltd | 5", "Birch Ltd | 7"]


@pytest.mark.parametrize("above", [0, 1, 5, 15, 29], ids=lambda rows: f"fault_41 {rows} rows above")
def test_the_heading_row_is_found_below_a_title(above: int) -> None:
    (table,) = tables_of(sheet([*["Payments over £500"] * above, *TWO]))
    assert table.header_row == above + 1
    assert table.rows == 2


def test_headings_in_the_last_row_are_found_and_said() -> None:
    read = suppliers_of(sheet([*(f"Supplier {row} Ltd | {row}" for row in range(1, 41)), "Supplier | Amount"]))
    assert read.book.tables[0].header_row == 41
    assert len(read) == 40
    assert places_of(read)["Supplier 7 Ltd"] == ["Sheet1!A7"]
    assert "The headings stand in the last row, 41." in read.book.tables[0].sheet.remarks


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        pytest.param(
            ["| | Company |", "Supplier | Amount | number | Category", "Alder Ltd | 5 | 07654321 | Care"],
            ["Supplier", "Amount", "Company number", "Category"],
            id="fault_43 one heading broken over two rows",
        ),
        pytest.param(
            [
                "Supplier | | | Payment |",
                "Name | Number | Post code | Amount | Date",
                "Alder Ltd | 7 | LS1 | 5 | ",
            ],
            ["Supplier Name", "Supplier Number", "Supplier Post code", "Payment Amount", "Payment Date"],
            id="fault_43 groups merged across their columns",
        ),
        pytest.param(
            ["Supplier | Amount", "Alder Ltd | 5", "Birch Ltd | 7"],
            ["Supplier", "Amount"],
            id="a row of data is no second heading row",
        ),
    ],
)
def test_headings_over_two_rows_are_read_together(rows: list[str], texts: list[str]) -> None:
    (table,) = tables_of(sheet(rows))
    assert [heading.text for heading in table.headings] == texts
    assert table.mapping["supplier_name"].column == 0


def test_fault_43_below_two_heading_rows_every_cell_keeps_its_address() -> None:
    read = suppliers_of(sheet(["Title", "| | Company", "Supplier | Amount | number", "Alder Ltd | 5 | 7"]))
    assert places_of(read) == {"Alder Ltd": ["Sheet1!A4"]}


def test_fault_46_tables_side_by_side_under_the_same_headings_are_all_read() -> None:
    rows = [
        "Supplier | Amount | | Supplier | Amount",
        "Alder Ltd | 5 | | Cedar Ltd | 9",
        "Birch Ltd | 7 | | Alder Ltd | 1",
    ]
    read = suppliers_of(sheet(rows))
    assert spend_of(read) == {"Alder Ltd": "6.00", "Birch Ltd": "7.00", "Cedar Ltd": "9.00"}
    assert places_of(read)["Alder Ltd"] == ["Sheet1!A2", "Sheet1!D3"]


def test_fault_46_groups_of_columns_that_repeat_are_several_suppliers_a_row() -> None:
    rows = ["Supplier 1 | Country 1 | Supplier 2 | Country 2", "Alder Ltd | France | Birch Ltd | Spain"]
    read = suppliers_of(sheet(rows))
    assert sorted(read.names) == ["Alder Ltd", "Birch Ltd"]


@pytest.mark.parametrize("gap", ["|", "| |", "| | |"])
def test_fault_46_tables_side_by_side_that_have_a_blank_column_each_are_all_read(gap: str) -> None:
    rows = [f"Supplier | | Amount {gap} Supplier | | Amount", f"Alder Ltd | | 5 {gap} Cedar Ltd | | 9"]
    assert spend_of(suppliers_of(sheet(rows))) == {"Alder Ltd": "5.00", "Cedar Ltd": "9.00"}


def test_fault_46_a_summary_beside_the_list_is_not_read_as_its_columns() -> None:
    rows = [
        "Supplier | Category | Amount | | Category | Total",
        "Alder Ltd | Care | 5 | | Care | 12",
        "Birch Ltd | Care | 7 | | |",
    ]
    read = suppliers_of(sheet(rows))
    assert spend_of(read) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00"}
    assert any("Columns E to F stand apart" in remark for remark in read.book.tables[0].sheet.remarks)


def test_a_blank_column_inside_a_list_divides_nothing() -> None:
    read = suppliers_of(sheet(["Supplier | | Turnover | Amount", "Alder Ltd | | £40m | 5"]))
    assert set(read.book.tables[0].mapping) == {"supplier_name", "turnover", "spend"}


def test_fault_46_a_table_below_under_other_headings_is_read_by_them() -> None:
    rows = [*TWO, "|", "Vendor name | Country | Net amount", "Cedar Ltd | France | 9"]
    read = suppliers_of(sheet(rows))
    assert spend_of(read) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00", "Cedar Ltd": "9.00"}
    assert [table.header_row for table in read.book.tables] == [1, 5]
    assert places_of(read)["Cedar Ltd"] == ["Sheet1!A6"]


def test_fault_50_the_same_headings_every_few_rows_begin_no_new_table() -> None:
    (table,) = tables_of(sheet([*TWO, *TWO, *TWO]))
    assert table.rows == 8


def test_a_supplier_whose_name_is_a_heading_word_begins_no_table() -> None:
    (table,) = tables_of(sheet([*TWO, "Vendor | 9"]))
    assert table.rows == 3


def test_monthly_sheets_with_the_same_headings_are_one_list() -> None:
    april, may = sheet(TWO, "Apr 18"), sheet(["Supplier | Amount | Column1", "Alder Ltd | 3 |"], "May 18")
    read = suppliers_of(april, may)
    assert spend_of(read) == {"Alder Ltd": "8.00", "Birch Ltd": "7.00"}
    assert places_of(read)["Alder Ltd"] == ["'Apr 18'!A2", "'May 18'!A2"]


def test_fault_47_sheets_of_different_lists_are_not_mixed_but_asked_about() -> None:
    people = sheet(["Company name | Turnover | Country", "Alder Ltd | £1m | France"], "Approved")
    with pytest.raises(InputError) as refused:
        suppliers_of(sheet([*TWO, *TWO], "Payments"), people)
    assert "2 sheets look like different supplier lists: 'Payments' (5 rows), 'Approved' (1 rows)" in str(
        refused.value
    )
    assert '--sheet "Payments"' in refused.value.hint


def test_fault_47_a_summary_of_the_list_on_another_sheet_is_left_and_said() -> None:
    data = sheet(["Supplier | Amount | Category", *["Alder Ltd | 5 | Care"] * 9], "Data")
    read = suppliers_of(sheet(["Supplier | Sum of Amount", "Alder Ltd | 45"], "Pivot"), data)
    assert spend_of(read) == {"Alder Ltd": "45.00"}
    assert "Not read: sheet 'Pivot', 1 rows that also look like a list" in read.book.tables[0].sheet.remarks[-1]


def test_fault_47_a_hidden_sheet_is_read_when_no_other_holds_a_list() -> None:
    report = sheet(["Report", "All is well"], "Report")
    read = suppliers_of(report, sheet(TWO, "Data", hidden=True))
    assert len(read) == 2


def test_fault_47_a_hidden_sheet_is_left_beside_a_visible_list_and_said() -> None:
    read = suppliers_of(sheet(TWO, "List"), sheet(TWO, "Old", hidden=True))
    assert spend_of(read)["Alder Ltd"] == "5.00"
    assert "sheet 'Old', which is hidden, 2 rows" in read.book.tables[0].sheet.remarks[-1]


def test_several_files_are_one_list_each_with_its_own_headings() -> None:
    first = sheet(TWO, "", "april.csv")
    second = sheet(["Net amount | Vendor name", "3 | ALDER LIMITED"], "", "may.csv")
    read = suppliers_of(first, second)
    assert spend_of(read)["ALDER LIMITED"] == "8.00"
    assert places_of(read)["ALDER LIMITED"] == ["april.csv!A2", "may.csv!B2"]


def test_a_note_of_one_of_several_files_names_its_file() -> None:
    first = sheet(TWO, "", "april.csv")
    second = sheet(["Supplier | Turnover", "Cedar Ltd | tbc"], "", "may.csv")
    assert [note.where for note in suppliers_of(first, second).notes if note.said == "tbc"] == ["may.csv!B2"]


def test_one_file_of_several_that_is_no_list_is_named() -> None:
    with pytest.raises(InputError) as refused:
        suppliers_of(sheet(TWO, "", "april.csv"), sheet(["a | b", "1 | 2"], "", "notes.csv"))
    assert refused.value.where == "notes.csv"


def test_map_holds_where_the_heading_is_and_must_hold_somewhere() -> None:
    first = sheet(["Firm | Amount", "Alder Ltd | 5"], "", "april.csv")
    second = sheet(["Supplier | Amount", "Birch Ltd | 7"], "", "may.csv")
    told = Told(mapping={"supplier_name": "Firm"})
    assert len(suppliers_of(first, told=told)) == 1
    with pytest.raises(InputError, match="no heading of that name"):
        suppliers_of(second, told=Told(mapping={"turnover": "Size"}))


def test_header_row_as_told_is_taken() -> None:
    rows = ["Supplier | Amount", "as at | 1 May", "Company name | Spend", "Alder Ltd | 5"]
    (table,) = tables_of(sheet(rows), told=Told(header_row=3))
    assert table.header_row == 3


def test_header_row_beyond_the_sheet_says_which_rows_there_are() -> None:
    with pytest.raises(InputError) as refused:
        tables_of(sheet(TWO), told=Told(header_row=9))
    assert "--header-row 9: there is no such row" in str(refused.value)
    assert "The rows are 1 to 3." in refused.value.hint


def test_no_table_shows_the_first_rows_the_last_and_what_to_say() -> None:
    with pytest.raises(InputError) as refused:
        tables_of(sheet(["Firm | Size", "Alder Ltd | 5", *["Birch Ltd | 7"] * 20, "end | of list"]))
    assert "Row 1 reads: Firm | Size\nRow 2 reads: Alder Ltd | 5" in refused.value.hint
    assert "Row 23 reads: end | of list" in refused.value.hint
    assert "--header-row" in refused.value.hint
    assert '--map "supplier_name=Firm"' in refused.value.hint


def test_fault_42_a_list_without_headings_is_told_to_have_some() -> None:
    with pytest.raises(InputError) as refused:
        tables_of(sheet(["Alder Ltd | 500.00 | 01/04/2026", "Birch Ltd | 7 | 02/04/2026"]))
    assert "Row 1 looks like data" in refused.value.hint


def test_a_last_row_of_headings_may_be_told() -> None:
    rows = [f"Alder {number} Ltd | {number}.50" for number in range(3)]
    held = suppliers_of(sheet([*rows, "Supplier | Amount", ""]), told=Told(header_row=4))
    assert spend_of(held) == {"Alder 0 Ltd": "0.50", "Alder 1 Ltd": "1.50", "Alder 2 Ltd": "2.50"}
    assert places_of(held)["Alder 0 Ltd"] == ["Sheet1!A1"]


def test_titles_above_the_headings_of_every_page_are_no_suppliers() -> None:
    page = ["Borough of Oak", "Page 2", "Supplier | Date | Amount"]
    rows = [f"Alder {number} Ltd | 01/04/2026 | {number}" for number in range(40)]
    held = suppliers_of(sheet([*page, *rows[:20], *page, *rows[20:]]))
    assert len(held) == 40
    assert [each.where for each in held.left_out if "note" in each.reason] == ["Sheet1!A24", "Sheet1!A25"]


def test_a_supplier_with_no_more_than_a_name_is_no_title() -> None:
    rows = ["Supplier | Amount", *["Alder Ltd | 5"] * 20, "Birch Ltd | ", "Supplier | Amount", "Cedar Ltd | 5"]
    assert list(suppliers_of(sheet(rows)).names) == ["Alder Ltd", "Birch Ltd", "Cedar Ltd"]


def test_a_title_between_two_tables_stands_above_the_second() -> None:
    first = ["Supplier | Date | Amount", "Alder Ltd | 01/04/2026 | 5", ""]
    held = suppliers_of(sheet([*first, "Table 2", "Vendor | Net | Narrative", "Birch Ltd | 7 | Care"]))
    assert spend_of(held) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00"}
    assert ("Sheet1!A4", "above the headings") in [(each.where, each.reason) for each in held.left_out]


def test_the_likeliest_column_is_offered_as_the_name() -> None:
    firms = [f"{number} | Firm {'abcdefgh'[number]} Ltd | {number}" for number in range(8)]
    with pytest.raises(InputError) as refused:
        tables_of(sheet(["Ref | Trader | Size", *firms]))
    assert '--map "supplier_name=Trader"' in refused.value.hint


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_headings_that_are_offered_are_known(heading: str) -> None:
    (table,) = tables_of(sheet([f"{heading} | Amount", "Alder Ltd | 5"]))
    assert table.mapping["supplier_name"].text == heading


def test_fault_46_a_list_beside_another_with_other_headings_keeps_its_own_money() -> None:
    heads = "Supplier | Amount | | Vendor name | Date | Net amount"
    read = suppliers_of(sheet([heads, "Alder Ltd | 5 | | Cedar Ltd | 1 May 2026 | 9", "Birch Ltd | 7 | | | |"]))
    assert spend_of(read) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00", "Cedar Ltd": "9.00"}


def test_a_column_told_against_its_cells_is_read_and_said() -> None:
    rows = ["Supplier | Note | Amount", *(f"Firm {letter} Ltd | late | 5" for letter in "abcdefgh")]
    read = suppliers_of(sheet(rows), told=Told(mapping={"spend": "Note"}))
    (said,) = [remark for remark in read.book.tables[0].sheet.remarks if "as told" in remark]
    assert said.startswith("'Note' is read as Spend with us, as told, but no cell is")


def test_a_column_told_against_its_cells_is_said_of_a_table_below_too() -> None:
    rows = ["Supplier | Note | Amount", *(f"Firm {letter} Ltd | late | 5" for letter in "abcdefgh")]
    below = ["Amount | Supplier | Note", *(f"5 | Works {letter} Ltd | late" for letter in "abcdefgh")]
    read = suppliers_of(sheet([*rows, *below]), told=Told(mapping={"spend": "Note"}))
    assert [sum("as told" in each for each in table.sheet.remarks) for table in read.book.tables] == [1, 1]
