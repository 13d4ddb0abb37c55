"""The data workbook of the Global Slavery Index, laid out as Walk Free publishes it, becomes our countries.csv.

The layout is the one of ``2023-Global-Slavery-Index-Data.xlsx``: the summary is the second sheet, its headings
stand in row 3 under a row of groups, and the vulnerability is the eleventh column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from msrisk import MsriskError, load_rules
from msrisk.bring import Brought
from msrisk.bring.brought import write_brought
from msrisk.bring.slavery_index import bring_slavery_index
from msrisk.files import data_folder
from msrisk.values.tables import rows

SUMMARY = "GSI 2023 summary data"
GROUPS = ["", "", "", "Prevalence", "", "Vulnerability", *[""] * 5, "Government response"]
HEADINGS = [
    "Country",
    "Population",
    "Region",
    "Estimated prevalence of modern slavery per 1,000 population",
    "Estimated number of people in modern slavery",
    "Governance issues",
    "Lack of basic needs",
    "Inequality",
    "Disenfranchised groups",
    "Effects of conflict",
    "Total Vulnerability score (%)",
    "Survivors of slavery are identified and supported to exit and remain out of modern slavery (%)",
    "Criminal justice mechanisms function effectively to prevent modern slavery (%)",
    "Government response total (%)",
]
Line = list[Any]


def line(country: str, figure: object) -> Line:
    return [country, 1_000_000, "Africa", 5.5, 5_500, 41.0, 32.0, 50.1, 40.2, 30.3, figure, 40.0, 50.0, 45.5]


def ours() -> list[Line]:
    held = {row["country"]: row["vulnerability"] for row in rows("countries") if row["vulnerability"]}
    held["Congo, Republic of the"] = held.pop("Congo")  # which alone could be either
    return [line(country, float(figure)) for country, figure in held.items()]


def workbook(folder: Path, lines: list[Line], headings: list[str] = HEADINGS, name: str = SUMMARY) -> Path:
    book = openpyxl.Workbook()
    contents = book.active
    assert contents is not None
    contents.title = "Contents"
    contents.append(["Global Slavery Index 2023: data"])
    sheet = book.create_sheet(name)
    for number, cells in enumerate((GROUPS, headings, *lines), 2):
        for column, cell in enumerate(cells, 1):
            sheet.cell(number, column, cell)
    book.create_sheet("Vulnerability codebook").append(["Variable", "Source"])
    book.save(folder / "index.xlsx")
    return folder / "index.xlsx"


def figures(brought: Brought) -> dict[str, str]:
    return {row["code"]: row["vulnerability"] for row in brought.rows}


def test_the_figures_of_the_edition_we_hold_come_back_as_ours(tmp_path: Path) -> None:
    brought = bring_slavery_index(workbook(tmp_path, ours()))
    assert list(brought.rows) == list(rows("countries"))
    assert (brought.said[1], brought.missed) == (
        "Taken: 160 figures for 'vulnerability'; 0 countries of the workbook have none.",
        (),
    )
    assert "sheet 'GSI 2023 summary data', headings in row 3: Global Slavery Index, 2023." in brought.said[0]


def test_only_the_vulnerability_changes_and_every_change_is_named(tmp_path: Path) -> None:
    lines = [each for each in ours() if each[0] not in ("China", "Fiji")]
    lines += [line("China", 51.26), line("Fiji", 33.3), line("Luxembourg", None), line("Malta", "n/a")]
    lines = [each for each in lines if each[0] != "Angola"]
    brought = bring_slavery_index(workbook(tmp_path, lines))
    held = figures(brought)
    assert (held["CN"], held["FJ"], held["AO"], held["LU"]) == ("51.3", "33.3", "", "")
    said = " ".join(brought.said)
    assert "changed: 1 (China)." in said
    assert "new: 1 (Fiji)." in said
    assert "without a figure now: 1 (Angola)." in said
    assert "2 countries of the workbook have none" in said
    for new, old in zip(brought.rows, rows("countries"), strict=True):
        assert {**new, "vulnerability": ""} == {**old, "vulnerability": ""}


@pytest.mark.parametrize(
    ("name", "figure", "told"),
    [
        pytest.param("Congo", 50.0, "A4 'Congo': not one country beyond doubt", id="T47 either of two"),
        pytest.param("Macedonia", 50.0, "A4 'Macedonia': not one", id="a name that has two readings"),
        pytest.param("Ukriane", 50.0, "A4 'Ukriane': not one", id="a slip of the keyboard"),
        pytest.param("World", 50.0, "A4 'World': not one", id="no country"),
        pytest.param("Source: Walk Free", None, "A4 'Source: Walk Free': not one", id="a line under the table"),
        pytest.param("Fiji", "high", "K4 'high': not a figure from 0 to 100", id="a word for a figure"),
        pytest.param("Fiji", 512, "K4 '512': not a figure", id="beyond a hundred"),
        pytest.param("China", 12.0, "'China': stands in 'GSI 2023 summary data'!A4 already", id="twice"),
    ],
)
def test_what_is_not_understood_is_listed_with_its_cell_and_never_guessed(
    tmp_path: Path, name: str, figure: object, told: str
) -> None:
    brought = bring_slavery_index(workbook(tmp_path, [line(name, figure), *ours()]))
    assert [told in each for each in brought.missed] == [True]
    assert all(figures(brought)[code] == row["vulnerability"] for code, row in held_by_code() if code != "CN")


def held_by_code() -> list[tuple[str, dict[str, str]]]:
    return [(row["code"], row) for row in rows("countries")]


def test_georgia_in_a_list_of_countries_is_the_country(tmp_path: Path) -> None:
    brought = bring_slavery_index(workbook(tmp_path, [line("Georgia", 44.44), line("Türkiye", 50.7)]))
    assert (figures(brought)["GE"], figures(brought)["TR"], brought.missed) == ("44.4", "50.7", ())


def instead(old: str, new: str) -> list[str]:
    return [new if heading == old else heading for heading in HEADINGS]


OF_2018 = "Final overall (normalised, weighted) vulnerability score"


@pytest.mark.parametrize(
    ("file", "problem", "hint"),
    [
        pytest.param(
            lambda folder: workbook(folder, ours(), instead(HEADINGS[10], OF_2018), "Overall"),
            "this is the 2018 edition", "2023 or a newer one", id="the edition of 2018",
        ),
        pytest.param(
            lambda folder: workbook(folder, ours(), instead(HEADINGS[10], "Mean vulnerability")),
            "this is the 2016 edition", "2023 or a newer one", id="the edition of 2016",
        ),
        pytest.param(
            lambda folder: workbook(folder, ours(), instead(HEADINGS[10], "Risk"), "Data"),
            "no sheet has the headings", "'Contents', 'Data', 'Vulnerability codebook'", id="another workbook",
        ),
        pytest.param(lambda folder: data_folder("rules") / "tables" / "sic.csv", "no sheet has the headings",
                     "Give the data workbook", id="a CSV of something else"),
        pytest.param(lambda folder: workbook(folder, []), "no country with a figure", "whole workbook",
                     id="headings alone"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_message(
    tmp_path: Path, file: Callable[[Path], Path], problem: str, hint: str
) -> None:
    with pytest.raises(MsriskError) as told:
        bring_slavery_index(file(tmp_path))
    assert problem in str(told.value)
    assert hint in told.value.hint


def test_what_was_written_stands_in_for_our_table_and_opens_in_excel(tmp_path: Path) -> None:
    brought = bring_slavery_index(workbook(tmp_path, [*ours(), line("Fiji", 33.3)]))
    target = tmp_path / "countries.csv"
    write_brought(brought, target, [tmp_path / "index.xlsx"], force=False)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfcode,country,")
    rules = load_rules("exposure", {"countries": target})
    assert {row["code"]: row["vulnerability"] for row in rules.tables["origins"].rows}["FJ"] == "33.3"
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == [row["code"] for row in rows("countries")]


@pytest.mark.parametrize(
    ("cell", "figure"), [("-0", "0.0"), ("1e-9", "0.0"), (12.349, "12.3"), ("100", "100.0")], ids=str
)
def test_a_figure_is_written_so_that_the_table_can_be_read_again(
    tmp_path: Path, cell: object, figure: str
) -> None:
    brought = bring_slavery_index(workbook(tmp_path, [*ours(), line("Fiji", cell)]))
    write_brought(brought, tmp_path / "countries.csv", [], force=False)
    rules = load_rules("exposure", {"countries": tmp_path / "countries.csv"})
    assert {row["code"]: row["vulnerability"] for row in rules.tables["origins"].rows}["FJ"] == figure


@pytest.mark.parametrize("cell", ["1_0", "45,2", "45%", "-1", "100.1", "Infinity"])
def test_what_is_no_plain_figure_is_listed_with_its_cell_and_not_guessed(tmp_path: Path, cell: str) -> None:
    brought = bring_slavery_index(workbook(tmp_path, [*ours(), line("Fiji", cell)]))
    assert figures(brought)["FJ"] == ""
    assert any(f"'{cell}': not a figure" in each for each in brought.missed)


def test_the_workbook_itself_is_never_written_over(tmp_path: Path) -> None:
    path = workbook(tmp_path, ours())
    with pytest.raises(MsriskError, match="is the input"):
        write_brought(bring_slavery_index(path), path, [path], force=True)
