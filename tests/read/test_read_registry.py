"""A registry file with the faults of its exporter: a row is read right, mended for certain, or left out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from msrisk.errors import InputError
from msrisk.model import PublicSheet
from msrisk.read.mending import mended
from msrisk.read.registry import read_registry
from tests.enrich.registry_making import HEADINGS, USUAL, registry_csv, registry_text

NAME = HEADINGS.index("OrganisationName")


def column(held: PublicSheet, heading: str) -> list[str]:
    sheet = held.sheet
    place = sheet.row(0).index(heading)
    return [sheet.columns[place].at(row) for row in range(1, sheet.height)]


def written(folder: Path, text: str, name: str = "registry.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8-sig"))
    return path


def firms(*names: str, **cells: str) -> list[dict[str, str]]:
    return [{**cells, "OrganisationName": name} for name in names]


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_registry(path)
    return caught.value


@pytest.mark.parametrize(
    "odd",
    [
        'Mill "A", Leeds',
        'Leeds, 5"',
        '"Old, Mill"',
        'the "Old"\nMill',
        'said "no", then "yes", so',
        'a "b", "c"\nd, "e"',
    ],
)
def test_a_cell_with_marks_that_are_not_doubled_is_mended_and_rows_after_it_stand(
    tmp_path: Path, odd: str
) -> None:
    rows = [*firms("ELM LTD", Address=odd, DemonstrateProgress=odd), *firms("FIR LTD", "ASH LTD")]
    held = read_registry(registry_csv(tmp_path / "a.csv", rows))
    assert column(held, "OrganisationName") == ["ELM LTD", "FIR LTD", "ASH LTD"]
    assert column(held, "StatementEndDate") == [USUAL["StatementEndDate"]] * 3
    assert held.left_out == ()


def test_a_row_that_cannot_be_mended_is_left_out_by_its_line_and_swallows_no_other(tmp_path: Path) -> None:
    lines = registry_text(firms("ELM LTD", "FIR LTD", "ASH LTD"))
    broken = lines.replace('FIR LTD,"1 Alder', 'FIR LTD,one cell more,"1 Alder')
    held = read_registry(written(tmp_path, broken))
    assert column(held, "OrganisationName") == ["ELM LTD", "ASH LTD"]
    (left,) = held.left_out
    line = broken[: broken.index("FIR LTD")].count("\n") + 1
    assert left.where == f"registry.csv, line {line}"
    assert left.said == "FIR LTD"


def test_a_mark_that_is_never_closed_costs_one_row_not_the_rest_of_the_file(tmp_path: Path) -> None:
    broken = registry_text(firms("ELM LTD", "FIR LTD", "ASH LTD")).replace('ELM LTD,"1', 'ELM LTD,""""1')
    assert column(read_registry(written(tmp_path, broken)), "OrganisationName")[-2:] == ["FIR LTD", "ASH LTD"]


def test_two_bad_rows_in_a_row_are_two(tmp_path: Path) -> None:
    broken = registry_text(firms("ELM LTD", "FIR LTD", "ASH LTD")).replace(",Private,", ",", 2)
    held = read_registry(written(tmp_path, broken))
    assert column(held, "OrganisationName") == ["ASH LTD"]
    assert [each.said for each in held.left_out] == ["ELM LTD", "FIR LTD"]


def test_a_row_of_the_right_width_whose_cells_slid_is_left_out(tmp_path: Path) -> None:
    broken = registry_text(firms("ELM LTD", "FIR LTD")).replace("ELM LTD,", "ELM LTD,x,", 1)
    broken = broken.replace(",,,,,,\n", ",,,,,\n", 1)
    held = read_registry(written(tmp_path, broken))
    assert column(held, "OrganisationName") == ["FIR LTD"]
    assert [each.said for each in held.left_out] == ["ELM LTD"]


def test_cells_that_slid_among_columns_that_are_not_used_are_noticed_too(tmp_path: Path) -> None:
    names = [f"FIRM {number} LTD" for number in range(20)]
    text = registry_text(firms(*names, NoPolicies="No", OtherPolicies="ours", NoTraining="No"))
    broken = text.replace("ours,No", "ours,too,No", 1).replace(",,,,,,\n", ",,,,,\n", 1)
    held = read_registry(written(tmp_path, broken))
    assert [each.said for each in held.left_out] == ["FIRM 0 LTD"]


def test_a_column_that_holds_something_new_in_every_row_costs_no_row(tmp_path: Path) -> None:
    held = read_registry(
        registry_csv(tmp_path / "a.csv", firms("ELM LTD", "FIR LTD", NoPolicies="n/a", Turnover="B2"))
    )
    assert (held.left_out, held.sheet.height) == ((), 3)


def test_rows_below_a_bad_one_have_the_number_that_excel_shows(tmp_path: Path) -> None:
    broken = registry_text(firms("ELM LTD", "FIR LTD", "ASH LTD")).replace("FIR LTD,", "FIR LTD,x,")
    assert read_registry(written(tmp_path, broken)).sheet.address(2, NAME) == "B4"


def test_columns_may_be_added_removed_and_moved(tmp_path: Path) -> None:
    headings = ("PDFURL", *reversed([each for each in HEADINGS if not each.startswith("Risk")]), "New")
    held = read_registry(registry_csv(tmp_path / "a.csv", firms("ELM LTD", "FIR LTD"), headings))
    assert column(held, "OrganisationName") == ["ELM LTD", "FIR LTD"]


def test_a_file_that_excel_saved_with_doubled_marks_reads_the_same(tmp_path: Path) -> None:
    text = registry_text(firms("ELM LTD")).replace("ELM LTD", '"ELM ""BEST"", LTD"').replace("\n", "\r\n")
    assert column(read_registry(written(tmp_path, text)), "OrganisationName") == ['ELM "BEST", LTD']


def test_a_zip_that_holds_the_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "year.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("StatementSummaries2026.csv", registry_text(firms("ELM LTD")).encode("utf-8-sig"))
    held = read_registry(path)
    assert column(held, "OrganisationName") == ["ELM LTD"]
    assert held.sheet.file == "year.zip"


def test_in_a_workbook_the_rows_that_slid_before_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "year.xlsx"
    rows = [{**USUAL, **row} for row in firms("ELM LTD", "FIR LTD")]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Download")
        sheet.write_row(0, 0, ["Downloaded in November"])
        sheet.write_row(1, 0, HEADINGS)
        sheet.write_row(2, 0, [rows[0].get(heading, "") for heading in HEADINGS])
        sheet.write_row(3, 0, ["2026", "a piece of an address"])
        sheet.write_row(4, 0, ["LS1 1AA", "Private", "01234567"])
        sheet.write_row(6, 0, [rows[1].get(heading, "") for heading in HEADINGS])
    held = read_registry(path)
    assert column(held, "OrganisationName") == ["ELM LTD", "a piece of an address", "FIR LTD"]
    assert [each.where for each in held.left_out] == ["year.xlsx!Download!A5"]
    assert held.sheet.address(3, NAME) == "Download!B7"


def test_who_approved_a_statement_is_not_kept(tmp_path: Path) -> None:
    held = read_registry(registry_csv(tmp_path / "a.csv", firms("ELM LTD")))
    assert column(held, "ApprovingPerson") == [""]


@pytest.mark.parametrize("lost", [3, 200, 350])
def test_a_download_that_was_cut_short_keeps_the_rows_before_and_says_so(tmp_path: Path, lost: int) -> None:
    text = registry_text(firms("ELM LTD", "FIR LTD"))
    held = read_registry(written(tmp_path, text[:-lost]))
    assert column(held, "OrganisationName") == ["ELM LTD"]
    assert "ends in the middle" in held.left_out[0].reason
    assert any("cut short" in remark for remark in held.remarks)


def test_a_download_that_was_cut_inside_a_character_is_still_read(tmp_path: Path) -> None:
    path = registry_csv(tmp_path / "a.csv", firms("ELM LTD", "FIR LTD"))
    path.write_bytes(path.read_bytes()[: path.read_bytes().rindex("£".encode()) + 1])
    assert column(read_registry(path), "OrganisationName") == ["ELM LTD"]


def test_headings_alone_are_refused(tmp_path: Path) -> None:
    error = refusal(registry_csv(tmp_path / "a.csv", []))
    assert "no statement below them" in error.problem
    assert "earlier years" in error.hint


def test_a_file_of_which_no_row_fits_its_headings_is_refused(tmp_path: Path) -> None:
    error = refusal(registry_csv(tmp_path / "a.csv", firms("ELM LTD", "FIR LTD", StatementYear="Leeds")))
    assert "none of its rows" in error.problem


OTHERS = [
    ("Supplier,Amount,Date\nElm Ltd,1,2\n", "suppliers or payments"),
    ("CompanyName, CompanyNumber,CompanyCategory\nELM,1,x\n", "Companies House"),
    ("id,schema,name,aliases\n1,Company,Elm,\n", "sanctioned"),
    ("abn,num_statements\n1,2\n", "not a file of the modern slavery statement registry"),
    ("<!DOCTYPE html><html><body>Sorry</body></html>", "web page"),
]


@pytest.mark.parametrize(("text", "looks"), OTHERS, ids=[looks for _, looks in OTHERS])
def test_another_file_is_refused_by_what_it_looks_like(tmp_path: Path, text: str, looks: str) -> None:
    error = refusal(written(tmp_path, text))
    assert looks in error.problem
    assert error.where == "registry.csv"
    assert "modern-slavery-statement-registry.service.gov.uk" in error.hint


def test_a_row_that_may_be_cut_in_two_ways_is_not_mended() -> None:
    assert mended('a,"b, c","d, e"', ",", 3, lambda column, cell: True) == ["a", "b, c", "d, e"]
    assert mended('"a", "b","c", "d"', ",", 3, lambda column, cell: True) is None


CELLS = some.text(some.sampled_from('ab ",\n5'), max_size=12)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=some.lists(some.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_whatever_people_typed_no_row_is_misaligned(tmp_path: Path, cells: list[tuple[str, str]]) -> None:
    rows = [
        {"OrganisationName": f"FIRM {number} LTD", "Address": one, "CompanyNumber": str(number), "Risk1": other}
        for number, (one, other) in enumerate([*cells, ("", "")], 1)
    ]
    held = read_registry(registry_csv(tmp_path / "a.csv", rows))
    pairs = list(zip(column(held, "OrganisationName"), column(held, "CompanyNumber"), strict=True))
    assert all(name == f"FIRM {number} LTD" for name, number in pairs)
    assert len(pairs) + len(held.left_out) >= len(rows)
    assert pairs[-1][1] == str(len(rows))
