"""Overlapping files and sheets of a list: each payment once; of what is left out the cell counted is named."""

from pathlib import Path

from msrisk.inputs import read_inputs
from msrisk.model import NOTHING_TOLD
from msrisk.normalise.row.repeated_rows import WithoutRepeats, without_repeats
from msrisk.normalise.row.supplier_rows import supplier_rows
from msrisk.normalise.table.tables import find_tables
from msrisk.ruleset.vocabulary import load_vocabulary

APRIL = ["Alder Ltd,A1,100,23/04/2026", "Birch & Sons Ltd,A2,250.50,24/04/2026", "Cedar Ltd,,9,24/04/2026"]


def once(tmp_path: Path, **files: list[str]) -> WithoutRepeats:
    paths = []
    for name, rows in files.items():
        paths.append(tmp_path / f"{name}.csv")
        text = "\n".join(["Supplier,Transaction Number,Amount,Payment date", *rows])
        paths[-1].write_text(text + "\n", encoding="utf-8")
    vocabulary = load_vocabulary()
    tables = find_tables(read_inputs(paths, NOTHING_TOLD), vocabulary, NOTHING_TOLD)
    return without_repeats(supplier_rows(tables, vocabulary)[0], vocabulary)


def test_a_month_and_a_year_are_counted_once(tmp_path: Path) -> None:
    year = ["Dale Ltd,A9,5,01/05/2026", "BIRCH AND SONS LIMITED,a2,250.5,2026-04-24", *APRIL[:1]]
    found = once(tmp_path, april=APRIL, year=year)
    assert len(found.rows) == 4
    assert found.spend == {"the same payment as in april.csv": 35_050}
    assert [each.where for each in found.left_out] == ["year.csv!A3", "year.csv!A4"]
    assert "counted at april.csv!A3" in found.left_out[0].said


def test_a_payment_without_a_reference_is_not_matched_by_one(tmp_path: Path) -> None:
    found = once(tmp_path, april=APRIL, other=[APRIL[2]])
    assert (len(found.rows), found.left_out) == (4, ())


def test_a_credit_takes_off_once_too(tmp_path: Path) -> None:
    found = once(
        tmp_path, april=["Alder Ltd,A1,-100,23/04/2026"], year=["Alder Ltd,A1,(100.00),23/04/2026", *APRIL]
    )
    assert found.spend == {"the same payment as in april.csv": -10_000}


def test_files_without_references_are_noted_where_rows_are_alike(tmp_path: Path) -> None:
    bare = [row.replace(",A1,", ",,").replace(",A2,", ",,") for row in APRIL]
    found = once(tmp_path, april=bare, may=[*bare[:2], "Dale Ltd,,7,01/05/2026"])
    assert len(found.rows) == 6
    said = found.rows.tables[-1].sheet.remarks[-1]
    assert said.startswith("2 rows (£350.50) of may.csv stand alike in april.csv")


def test_a_copy_whose_days_alone_do_not_say_their_order_is_still_a_copy(tmp_path: Path) -> None:
    june = [f"Firm {number} Ltd,,{number},{4 + number:02}/06/2026" for number in range(1, 21)]
    found = once(tmp_path, june=june, part=june[:6] + [row.replace("/06/", "/05/") for row in june[:6]])
    assert len(found.rows) == 32  # six are alike, six are May's: no copy as a whole
    found = once(tmp_path, june=june * 2, part=(june[:6] * 2))
    assert {each.reason for each in found.left_out} == {"a copy of what stands in june.csv"}
    assert len(found.rows) == 40


def test_a_copy_under_another_name_is_left_out_as_a_whole(tmp_path: Path) -> None:
    rows = [f"Firm {number} Ltd,,{number},23/04/2026" for number in range(1, 15)]
    found = once(tmp_path, april=rows, copy=list(reversed(rows)))
    assert len(found.rows) == 14
    assert {each.reason for each in found.left_out} == {"a copy of what stands in april.csv"}


def test_one_file_is_never_compared_with_itself(tmp_path: Path) -> None:
    assert once(tmp_path, april=[*APRIL, *APRIL]).left_out == ()


def test_twelve_monthly_sheets_that_do_not_overlap_lose_nothing(real_inputs: Path) -> None:
    path = real_inputs / "a-council-and-public-spend" / "lancs_pcc__pcc-2018-19.xlsx"
    vocabulary = load_vocabulary()
    tables = find_tables(read_inputs(path, NOTHING_TOLD), vocabulary, NOTHING_TOLD)
    rows, _ = supplier_rows(tables, vocabulary)
    assert len(tables) == 12
    assert len(without_repeats(rows, vocabulary).rows) == len(rows)
