"""A row that does not fit is counted and listed, and never misaligned."""

from pathlib import Path

import pytest

from msrisk.read import company_rows
from tests.read.companies_making import ALDER, BIRCH, CEDAR, HEADINGS, index_of, refused, saved, text


def test_columns_are_found_by_heading_whatever_their_order_and_what_else_is_there(tmp_path: Path) -> None:
    turned = saved(tmp_path)
    turned.write_text(text(BIRCH[::-1], headings=HEADINGS[::-1]))
    with index_of(turned) as index:
        (company,) = index.rows([1])
        assert company.number == "SC000002"
        assert company.cell("CompanyName") == "BIRCH CLEANING SERVICES LIMITED"
        assert company.cell("PreviousName_1.CompanyName") == "OLD BIRCH LIMITED"
        assert company.cell("SICCode.SicText_1") == "81210 - General cleaning of buildings"


def test_another_file_is_refused_with_the_headings_it_has_not(tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("CompanyName,CompanyNumber,Spend\nAlder,1,2\n")
    refused(path, "not all headings", "CompanyStatus", "CountryOfOrigin")
    path.write_text("Supplier,Spend\nAlder,2\n")
    refused(path, "none of the headings")


def test_rows_of_another_width_or_without_a_number_or_name_are_listed_and_the_others_stand_right(
    tmp_path: Path,
) -> None:
    nameless, numberless = [" ", *ALDER[1:]], [ALDER[0], "", *ALDER[2:]]
    with index_of(saved(tmp_path, ALDER, BIRCH[:-3], nameless, numberless, [*BIRCH, "more"], CEDAR)) as index:
        (file,) = index.register.files
        assert [each.number for each in index.rows(range(9))] == ["00000001", "00000003"]
        assert index.rows([2])[0].row == 7
        assert [each.where.rpartition("!")[2] for each in file.left_out] == ["A3", "A4", "A5", "A6"]
        assert [each.reason.split(":")[0] for each in file.left_out] == [
            f"{len(BIRCH) - 3} cells where the headings have {len(BIRCH)}",
            "no company name",
            "no company number",
            f"{len(BIRCH) + 1} cells where the headings have {len(BIRCH)}",
        ]
        assert file.rows == 2
        assert "4 rows were left out" in file.remarks[0]


def test_only_the_first_fifty_rows_left_out_are_listed_and_all_are_counted(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, *[ALDER[:3]] * 80, BIRCH)) as index:
        (file,) = index.register.files
        assert len(file.left_out) == 50
        assert "80 rows were left out" in file.remarks[0]


def test_a_last_row_that_is_cut_short_is_left_out_and_the_download_is_doubted(tmp_path: Path) -> None:
    path = saved(tmp_path, ALDER, BIRCH)
    path.write_bytes(path.read_bytes()[:-90])
    with index_of(path) as index:
        (file,) = index.register.files
        assert [each.number for each in index.rows([1, 2])] == ["00000001"]
        assert "cut short" in file.left_out[0].reason
        assert any("may not be whole" in each for each in file.remarks)


def test_batches_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, ALDER, [], BIRCH, BIRCH[:4], CEDAR)
    with index_of(path, cache=tmp_path / "one") as index:
        rows, told = index.rows(range(9)), index.register
    monkeypatch.setattr(company_rows, "BATCH", 1)
    with index_of(path, cache=tmp_path / "two") as index:
        assert (index.rows(range(9)), index.register) == (rows, told)


def test_a_quotation_mark_that_is_never_closed_is_said_with_its_line(tmp_path: Path) -> None:
    path = saved(tmp_path, ALDER)
    path.write_text(text(ALDER) + '"' + "BIRCH LIMITED, SC000002\n" * 9_000)
    refused(path, "quotation mark", "line ")


def test_a_name_with_a_comma_quotes_and_a_line_in_it_stays_one_cell(tmp_path: Path) -> None:
    odd = ['"786" CARE,\nLIMITED', *ALDER[1:]]
    with index_of(saved(tmp_path, odd, BIRCH)) as index:
        assert index.rows([1])[0].cell("CompanyName") == odd[0]
        assert index.rows([2])[0].row == 3
