"""The collected real files: each was opened and checked by hand; rows count headings and blank rows inside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from read_making import only, refused

from msrisk.read import read_sheets

SHARED = os.environ.get("MSRISK_SHARED", Path(__file__).resolve().parents[2].parent / "shared")
OPEN = Path(SHARED) / "real-inputs" / "open"
FOLDERS = ("a-council-and-public-spend", "b-supplier-lists", "h-peer-fixtures")

pytestmark = pytest.mark.skipif(not OPEN.is_dir(), reason="the collected real files are not on this computer")

# fmt: off
TEXT_FILES = [  # file, encoding, delimiter, columns, rows
    ("adur__spendings.csv", "UTF-8", "commas", 6, 565),
    ("bradford__2018-11_clean.csv", "Windows-1252", "commas", 9, 12188),
    ("calderdale__2019-06.csv", "UTF-8", "commas", 23, 2030),
    ("gcloud__G-Cloud-Total-Spend-13-12-13.csv", "Mac Roman", "commas", 7, 4700),
    ("gla__gla-2011-12-P13-500.csv", "Windows-1252", "commas", 9, 632),
    ("gla__gla-250-report-2014-15-P08.csv", "Windows-1252", "commas", 12, 728),
    ("gov_ccwater__CCW+Over+25K+-+AUGUST+2011.csv", "UTF-8", "commas", 9, 6),
    ("gov_cefas__cefas-over-25k-1008.csv", "UTF-8", "semicolons", 9, 12),
    ("gov_co__November_2013__25k_Transparency_Data.csv", "Windows-1252", "commas", 154, 138),
    ("gov_gla__gla-over-25-1111.csv", "MS-DOS", "commas", 14, 5),
    ("gov_mmo__mmo-over-25k-1004.csv", "UTF-8", "commas", 8, 13),
    ("gov_moj__moj-aramis-data-nov-11.csv", "Windows-1252", "commas", 20, 1171),
    ("gov_ofwat__prs_dat_transactions201101.csv", "UTF-8", "commas", 9, 3),
    ("gov_wo__Wales-Office-spend-over-500-August-2010.csv", "Windows-1252", "commas", 8, 20),
    ("hyndburn__1703.csv", "MS-DOS", "commas", 7, 257),
    ("hyndburn__April-2023.csv", "Windows-1252", "commas", 79, 504),
    ("hyndburn__June-24.csv", "Windows-1252", "commas", 8, 686),
    ("hyndburn__March-25-CSV.csv", "Windows-1252", "commas", 17, 889),
    ("hyndburn__October-2021-csv.csv", "Windows-1252", "commas", 8, 225),
    ("lambeth__2011-01-payments.csv", "UTF-8", "commas", 2, 1073),
    ("networkrail__2017-01.csv", "UTF-8", "commas", 5, 1784),
    ("nhs_EPSH 01 - April.csv", "UTF-8", "commas", 8, 147),
    ("nhs_KICO 01 - April.csv", "UTF-8", "commas", 10, 220),
    ("nhs_LNWU 12 - March.csv", "UTF-8", "commas", 9, 357),
    ("salford__contracts-register-2022_rows1-180.csv", "UTF-8", "commas", 24, 181),
    ("trafford__supplier-spend-2026-27_first20k.csv", "UTF-8", "commas", 16, 20001),
    ("wakefield__2015-Q3.csv", "UTF-8", "commas", 25, 5217),
    ("apparel__supplier_master.csv", "UTF-8", "semicolons", 19, 101),
    ("procurement__supplier_master.csv", "UTF-8", "commas", 31, 894),
    ("csvkit__blanks.csv", "UTF-8", "commas", 6, 2),
    ("csvkit__mac_newlines.csv", "UTF-8", "commas", 3, 3),
    ("csvkit__test_header_newline.csv", "UTF-8", "commas", 3, 2),
    ("csvkit__test_utf16_big.csv", "UTF-16", "commas", 3, 3),
    ("csvlint.rb__invalid-byte-sequence.csv", "Windows-1252", "commas", 7, 24),
    ("csvlint.rb__title-row.csv", "UTF-8", "commas", 3, 4),
    ("frictionless-py__bom.csv", "UTF-8", "commas", 2, 3),
    ("frictionless-py__defective-rows.csv", "UTF-8", "commas", 4, 3),
    ("frictionless-py__duplicate-headers.csv", "UTF-8", "commas", 5, 3),
    ("frictionless-py__issue-1009-semicolon.csv", "UTF-8", "semicolons", 2, 2),
    ("frictionless-py__table.tsv", "UTF-8", "tabs", 2, 4),
    ("messytables__excel_pasting.csv", "UTF-8", "commas", 9, 21),
    ("messytables__null.csv", "UTF-8", "commas", 4, 10),
    ("messytables__skip_initials.csv", "UTF-8", "commas", 2, 3),
    ("messytables__sparse_with_column_errors.csv", "Windows-1252", "commas", 4, 2238),
    ("messytables__utf-16le_encoded.csv", "UTF-16", "commas", 19, 328),
    ("messytables__weird_head_padding.csv", "UTF-8", "semicolons", 11, 94),
]
WORKBOOKS = [  # file, and per sheet: name, columns, rows
    ("lancs_fire__fire-2022-23.xlsx", [
        ("Data to upload", 6, 2910),
    ]),
    ("lancs_pcc__pcc-2018-19.xlsx", [
        ("Apr 18", 5, 797),
        ("May 18", 5, 644),
        ("Jun 18", 5, 683),
        ("Jul 18", 5, 556),
        ("Aug 18", 5, 628),
        ("Sep 18", 5, 595),
        ("Oct 18", 5, 645),
        ("Nov 18", 5, 722),
        ("Dec 18", 5, 581),
        ("Jan 19", 5, 659),
        ("Feb 19", 5, 636),
        ("Mar 19", 4, 840),
    ]),
    ("nhs_HILL 00-03 - Nov 2019 to June 2020.xlsx", [
        ("Sheet1", 8, 476),
    ]),
    ("ccs__suppliers.xlsx", [
        ("Scores", 9, 7),
        ("Dimension Weightings", 2, 6),
        ("Requirements", 5, 19),
    ]),
    ("formula_ids__suppliers.xlsx", [
        ("Sheet1", 2, 364),
    ]),
    ("ru__suppliers.xlsx", [
        ("База поставщиков", 9, 186),
        ("По категориям", 3, 13),
        ("Частые запросы", 2, 27),
    ]),
    ("calamine__any_sheets.xlsx", [
        ("Visible", 2, 5),
    ]),
    ("calamine__date_1904.xlsx", [
        ("Sheet1", 2, 3),
    ]),
    ("calamine__encoded_entities.xlsx", [
        ("Sheet1", 1, 1),
    ]),
    ("calamine__errors.xlsx", [
        ("Feuil1", 1, 7),
    ]),
    ("calamine__formula.issue.xlsx", [
        ("Sheet1", 10, 14),
    ]),
    ("calamine__has_x000D_.xlsx", [
        ("Sheet1", 1, 1),
    ]),
    ("calamine__header-row.xlsx", [
        ("Sheet1", 4, 10),
    ]),
    ("calamine__merge_cells.xlsx", [
        ("Sheet1", 3, 2),
    ]),
    ("calamine__whitespace_trim.xlsx", [
        ("inlineStr", 4, 3),
        ("SharedStrings", 4, 3),
    ]),
    ("csvkit__test_skip_lines.xlsx", [
        ("Sheet1", 8, 9),
    ]),
    ("frictionless-py__multiline-headers.xlsx", [
        ("Лист1", 4, 6),
    ]),
    ("pandas__test_multisheet.xlsx", [
        ("Charlie", 4, 7),
        ("Alpha", 4, 7),
        ("Beta", 4, 7),
    ]),
    ("readxl__blanks.xlsx", [
        ("different_rows", 2, 3),
        ("same_row_first", 2, 3),
        ("same_row_middle", 2, 4),
    ]),
    ("readxl__unnamed-duplicated-columns.xlsx", [
        ("Sheet1", 4, 3),
    ]),
    ("visidata__date-error-test.xlsx", [
        ("Sheet1", 1, 7),
    ]),
]
OLD_WORKBOOKS = [  # .xls: file, and per sheet: name, columns, rows
    ("bis__BIS_monthly_spend_December_2012.xls", [("Sheet1", 14, 2706)]),
    ("gov_vmd__vmd-over-25k-1004.csv", [("APR 10", 9, 2)]),
    ("nhs_BART 09 - December.xls", [("Final Review ", 9, 213)]),
    ("calamine__biff5_write.xls", [("SheetJS", 4, 4)]),
    ("csvlint.rb__spreadsheet.xls", [("Sheet1", 3, 1)]),
    ("messytables__simple.xls", [("simple.csv", 3, 7)]),
    ("pandas__testskiprows.xls", [("skiprows_list", 4, 7)]),
    ("readxl__deaths.xls", [("arts", 6, 19), ("other", 6, 19)]),
    ("test_files__merge_cells.xls", [("Merge", 4, 4)]),
    ("xlrd__ragged.xls", [("Sheet1", 4, 5)]),
]
OPEN_DOCUMENTS = [  # .ods: file, and per sheet: name, columns, rows
    ("calamine__any_sheets.ods", [("Visible", 2, 5)]),
    ("calamine__single-empty.ods", [("Test", 1, 13)]),
    ("frictionless-py__table-with-booleans.ods", [("test", 2, 3)]),
    ("messytables__multilineods.ods", [("Sheet1", 1, 1)]),
    ("test_files__1904.ods", [("1904", 4, 5)]),
]
OF_FACTORIES = [
    ("nike__imap_export_2023.xls", [("Nike Global Manufacturing", 16, 645)]),
    ("osh__12.xls", [("12", 4, 16)]),
]
REFUSED = [  # file, words of the refusal
    ("calamine__date.xlsb", "this is an Excel binary workbook (.xlsb)"),
    ("calamine__empty_sheet.xlsx", "the workbook is empty: no sheet holds a cell"),
    ("calamine__pass_protected.xlsx", "this is a document protected by a password"),
    ("csvkit__null_byte.csv", "line 2 holds a NUL byte, which no text has"),
    ("frictionless-py__empty.csv", "the file is empty"),
]
# fmt: on


def named(name: str) -> Path:
    folders = (*FOLDERS, "f-factory-disclosure")
    (path,) = (OPEN / folder / name for folder in folders if (OPEN / folder / name).exists())
    return path


@pytest.mark.parametrize(("name", "encoding", "delimiter", "columns", "rows"), TEXT_FILES)
def test_a_real_text_file_is_read_whole(name: str, encoding: str, delimiter: str, columns: int, rows: int) -> None:
    sheet = only(named(name))
    assert (len(sheet.columns), sheet.height) == (columns, rows)
    assert sheet.remarks[0].startswith(f"Text encoding: {encoding}")
    assert f"separated by {delimiter}" in sheet.remarks[1]


@pytest.mark.parametrize(("name", "sheets"), WORKBOOKS + OLD_WORKBOOKS + OPEN_DOCUMENTS + OF_FACTORIES)
def test_a_real_workbook_is_read_whole(name: str, sheets: list[tuple[str, int, int]]) -> None:
    assert [(sheet.name, len(sheet.columns), sheet.height) for sheet in read_sheets(named(name))] == sheets


@pytest.mark.parametrize(("name", "words"), REFUSED)
def test_a_real_file_of_another_kind_is_refused_by_its_true_name(name: str, words: str) -> None:
    refused(named(name), words)


def test_every_real_file_has_its_line_in_the_tables() -> None:
    listed = {
        case[0] for table in (TEXT_FILES, WORKBOOKS, OLD_WORKBOOKS, OPEN_DOCUMENTS, REFUSED) for case in table
    }
    assert listed == {path.name for folder in FOLDERS for path in (OPEN / folder).iterdir()}


@pytest.mark.parametrize(
    ("name", "row", "column", "text"),
    [
        ("hyndburn__1703.csv", 0, 6, "Net Amount(£)"),
        ("gov_gla__gla-over-25-1111.csv", 0, 0, "Spend over £25,000 - Publication template"),
        ("gcloud__G-Cloud-Total-Spend-13-12-13.csv", 1, 4, "2012-10-01l"),
        ("salford__contracts-register-2022_rows1-180.csv", 0, 0, "Directorate Name"),
        ("hyndburn__March-25-CSV.csv", 888, 0, "Department Area"),
        ("nhs_HILL 00-03 - Nov 2019 to June 2020.xlsx", 1, 2, "2019-12-19"),
        ("nhs_HILL 00-03 - Nov 2019 to June 2020.xlsx", 2, 7, "70430.73"),
        ("calamine__date_1904.xlsx", 0, 0, "2021-01-01"),
        ("calamine__header-row.xlsx", 8, 1, "Column A"),
        ("messytables__excel_pasting.csv", 4, 1, "2,666"),
        ("bis__BIS_monthly_spend_December_2012.xls", 1, 2, "2012-12-04"),
        ("bis__BIS_monthly_spend_December_2012.xls", 1, 7, "-3457.18"),
        ("gov_vmd__vmd-over-25k-1004.csv", 1, 6, "0000054083"),
        ("nhs_BART 09 - December.xls", 1, 2, "2146856"),
        ("nhs_BART 09 - December.xls", 1, 8, "39583.33"),
        ("calamine__biff5_write.xls", 1, 0, "TRUE"),
        ("calamine__biff5_write.xls", 2, 2, "2014-02-19 14:30:00"),
        ("frictionless-py__table-with-booleans.ods", 2, 1, "FALSE"),
        ("messytables__multilineods.ods", 0, 0, "1\n2\n3\n4"),
        ("test_files__1904.ods", 4, 1, "1934-06-03"),
    ],
)
def test_a_real_cell_reads_as_it_stands(name: str, row: int, column: int, text: str) -> None:
    assert only(named(name)).columns[column].at(row) == text


def test_fault_80_the_362_formulas_without_a_value_are_counted() -> None:
    (remark,) = only(named("formula_ids__suppliers.xlsx")).remarks
    assert remark.startswith("362 formulas in column A (A2, A3, A4, …) have no stored value and read as blank")


def test_fault_47_the_hidden_sheets_of_a_real_workbook_are_named() -> None:
    assert "'Hidden' and 'VeryHidden'" in only(named("calamine__any_sheets.xlsx")).remarks[0]
