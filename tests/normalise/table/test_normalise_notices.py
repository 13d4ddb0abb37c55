"""Exports of contract notices: each supplier is a row with its own address; a shared value is nobody's."""

from __future__ import annotations

from pathlib import Path

from msrisk.model import Sheet
from msrisk.normalise import normalise
from msrisk.normalise.table.notices import not_the_suppliers, opened
from msrisk.read import read_sheets
from msrisk.ruleset.vocabulary import load_vocabulary

FINDER = (
    "Notice Identifier,Organisation Name,Title,Postcode,Cpv Codes,Contact Country,Awarded Value,"
    "Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE],Supplier's contact name\n"
)
ALDER = "[Alder Ltd|1 High Street, Leeds|COMPANIES_HOUSE|01234567|Yes|No]"
BIRCH = "[Birch & Sons|2 Low Street|NONE||No|No]"
OCDS = (
    "releases/0/id,releases/0/buyer/name,releases/0/awards/0/suppliers/0/id,releases/0/awards/0/suppliers/0/name,"
    "releases/0/awards/0/suppliers/1/name,releases/0/awards/0/value/amount,releases/0/awards/0/value/currency\n"
)


def sheet(folder: Path, text: str) -> Sheet:
    path = folder / "notices.csv"
    path.write_text(text, encoding="utf-8")
    (found,) = read_sheets(path)
    return opened(found)


def test_a_block_gives_the_suppliers_name_and_number_and_the_value(tmp_path: Path) -> None:
    found = sheet(tmp_path, FINDER + f'N1,City,Care,LS1,85000000,England,9000,"{ALDER}",Ann\n')
    suppliers = normalise([found], load_vocabulary())
    assert suppliers.names == ("Alder Ltd",)
    assert suppliers.columns["company_number"].text(0) == "01234567"
    assert suppliers.spend[0] == 900_000
    assert suppliers.book.address(1, "company_number") == "H2"
    assert suppliers.book.address(1, "spend") == "G2"


def test_two_blocks_are_two_suppliers_of_one_row_and_neither_has_the_value(tmp_path: Path) -> None:
    found = sheet(tmp_path, FINDER + f'N1,City,Care,LS1,85000000,England,9000,"{ALDER}{BIRCH}",Ann\n')
    suppliers = normalise([found], load_vocabulary())
    assert suppliers.names == ("Alder Ltd", "Birch & Sons")
    assert not suppliers.has_spend.any()
    assert [suppliers.book.address(row, "supplier_name") for row in (1, 2)] == ["H2", "H2"]
    assert found.mended[0].line == 2
    assert "9000 is of all together" in found.mended[0].done
    assert "1 contract is shared by several suppliers" in found.remarks[-1]


def test_a_cell_that_is_no_block_is_a_name_and_a_blank_one_keeps_its_row(tmp_path: Path) -> None:
    found = sheet(tmp_path, FINDER + "N1,City,Care,LS1,,England,9,Alder Ltd,\nN2,City,Care,LS1,,England,9,,\n")
    assert [found.row(row)[-3] for row in (1, 2)] == ["Alder Ltd", ""]


def test_brackets_within_a_name_do_not_end_it(tmp_path: Path) -> None:
    cell = "[Alder [UK] Ltd|1 High Street|NONE||No|No]"
    found = sheet(tmp_path, FINDER + f'N1,City,Care,LS1,,England,9,"{cell}",\n')
    assert found.row(1)[-3] == "Alder [UK] Ltd"


def test_neither_the_buyer_nor_where_the_notice_was_for_is_taken_for_the_suppliers(tmp_path: Path) -> None:
    found = sheet(tmp_path, FINDER + f'N1,City,Care,LS1,85000000,England,9000,"{ALDER}",Ann\n')
    suppliers = normalise([found], load_vocabulary())
    assert suppliers.book.tables[0].mapping["supplier_name"].text == "Supplier name"
    assert "country" not in suppliers.book.tables[0].mapping


def test_flattened_releases_give_a_row_for_each_supplier_at_its_own_cell(tmp_path: Path) -> None:
    rows = "1,City,GB-COH-01234567,Alder Ltd,,500,GBP\n2,City,X1,Birch,Cedar,700,GBP\n3,City,X2,Dogwood,,9,EUR\n"
    found = sheet(tmp_path, OCDS + rows)
    suppliers = normalise([found], load_vocabulary())
    assert suppliers.names == ("Alder Ltd", "Birch", "Cedar", "Dogwood")
    assert [suppliers.book.address(row, "supplier_name") for row in range(1, 5)] == ["D2", "D3", "E3", "D4"]
    assert suppliers.columns["company_number"].text(0) == "01234567"
    assert suppliers.spend[0] == 50_000
    assert suppliers.has_spend.tolist() == [True, False, False, False]


def test_an_award_table_without_suppliers_says_which_table_to_give(tmp_path: Path) -> None:
    path = tmp_path / "awards.csv"
    path.write_text("_link,_link_release,id,title,value_amount\n2.awards.0,2,a,b,9\n", encoding="utf-8")
    (found,) = read_sheets(path)
    assert opened(found) is found
    error = not_the_suppliers(found)
    assert error is not None
    assert "'suppliers' or 'parties'" in str(error)


def test_another_list_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Supplier,Amount\nAlder,9\n", encoding="utf-8")
    (found,) = read_sheets(path)
    assert opened(found) is found
    assert not_the_suppliers(found) is None
