"""An officer's own copy of a table, as Excel saves it, stands in for ours, is said, and is refused when it cannot."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import MsriskError, load_rules, screen, write_report
from msrisk.files import data_folder
from msrisk.own_tables import apart, read_copies
from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.rules import RuleSet

RULES = "uk-public-procurement"
OURS = data_folder("rules") / "tables"
Grid = list[list[str]]


def ours(name: str = "countries") -> Grid:
    text = (OURS / f"{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def newer() -> Grid:
    """Our countries with the tier of Fiji put otherwise."""
    grid = ours()
    (fiji,) = (row for row in grid if row[0] == "FJ")
    fiji[grid[0].index("tier")] = "3"
    return grid


def as_csv(grid: Grid, path: Path, encoding: str = "utf-8-sig", between: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        csv.writer(file, delimiter=between, lineterminator="\r\n").writerows(grid)
    return path


def as_excel(grid: Grid, path: Path, more: str = "") -> Path:
    """Figures as numbers, as Excel holds what it opens from a CSV."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in grid:
        sheet.append([float(cell) if cell.replace(".", "", 1).isdigit() else cell for cell in row])
    if more:
        book.create_sheet(more).append(["a note"])
    book.save(path)
    return path


def tier_of(rules: RuleSet, code: str = "FJ", table: str = "origins") -> str:
    return next(row["tier"] for row in rules.tables[table].rows if row["code"] == code)


@pytest.mark.parametrize(
    "saved",
    [
        pytest.param(lambda folder: as_csv(newer(), folder / "c.csv"), id="CSV UTF-8"),
        pytest.param(lambda folder: as_csv(newer(), folder / "c.csv", "utf-8"), id="UTF-8 without a mark"),
        pytest.param(lambda folder: as_csv(newer(), folder / "c.csv", "cp1252"), id="CSV as Windows saves it"),
        pytest.param(lambda folder: as_csv(newer(), folder / "c.csv", between=";"), id="semicolons"),
        pytest.param(lambda folder: as_csv(newer(), folder / "c.csv", "utf-16", "\t"), id="Unicode text"),
        pytest.param(lambda folder: as_csv([*newer(), [""] * 6], folder / "c.csv"), id="a blank row at the end"),
        pytest.param(lambda folder: as_csv([[*row, ""] for row in newer()], folder / "c.csv"), id="a blank column"),
        pytest.param(lambda folder: as_csv([row[::-1] for row in newer()], folder / "c.csv"), id="columns moved"),
        pytest.param(lambda folder: as_excel(newer(), folder / "c.xlsx"), id="a workbook"),
    ],
)  # fmt: skip
def test_a_copy_stands_in_for_every_table_of_its_file(tmp_path: Path, saved: Callable[[Path], Path]) -> None:
    rules = load_rules(RULES, {"countries": saved(tmp_path)})
    assert (tier_of(load_rules(RULES)), tier_of(rules)) == ("2 Watch List", "3")
    assert [tier_of(rules, table=name) for name in ("places", "registered")] == ["3", "3"]
    assert tier_of(rules, "CI") == tier_of(load_rules(RULES), "CI")


@pytest.mark.parametrize("name", ["countries", "countries.csv", "origins", "places"])
def test_a_copy_is_named_by_the_file_or_by_a_table_that_has_one_file(tmp_path: Path, name: str) -> None:
    assert tier_of(load_rules(RULES, {name: as_csv(newer(), tmp_path / "mine.csv")})) == "3"


def spoilt(change: Callable[[Grid], object]) -> Grid:
    grid = ours()
    change(grid)
    return grid


@pytest.mark.parametrize(
    ("tables", "problem", "hint"),
    [
        pytest.param({"contries": newer()}, "no table called 'contries'", "'countries'", id="misspelt"),
        pytest.param({"cpv": ours("cpv")}, "no table called 'cpv'", "countries, goods_imported", id="no table of it"),
        pytest.param({"purchases": newer()}, "purchase_words and purchase_codes", "Name the one", id="two files"),
        pytest.param({"origins": newer(), "countries": newer()}, "two copies were given for countries", "", id="twice"),
        pytest.param({"award_steps": newer()}, "is for the command award", "msrisk award", id="of another command"),
        pytest.param(
            {"countries": [[f"{cell}s" if cell == "tier" else cell for cell in row] for row in ours()]},
            "c0.csv: the first row lacks 'tier' and has 'tiers', which countries.csv has not",
            "code, country, tier", id="a heading put otherwise",
        ),
        pytest.param({"countries": [row[:-1] for row in ours()]}, "lacks 'conventions_not_in_force'", "", id="a column less"),
        pytest.param({"countries": [[*row, f"n{at}"] for at, row in enumerate(ours())]}, "has 'n0'", "", id="a column more"),
        pytest.param({"countries": ours()[:1]}, "c0.csv: the table has no rows", "", id="no rows"),
        pytest.param(
            {"countries": spoilt(lambda grid: grid[3].__setitem__(2, "tier two"))},
            "c0.csv:4: the table has 'tier two' under 'tier'", "", id="a value that is none",
        ),
        pytest.param(
            {"countries": spoilt(lambda grid: grid[3].__setitem__(0, "Afgahnistn"))},
            "c0.csv:4: the table has 'Afgahnistn' under 'code', which is not a country", "", id="a key that is none",
        ),
        pytest.param(
            {"countries": [row if at == 0 else ["", *row[1:]] for at, row in enumerate(ours())]},
            "c0.csv: nothing stands under 'code' in any of its 250 rows", "from our file", id="a key emptied",
        ),
        pytest.param(
            {"countries": [row if at == 0 else [*row[:2], "", *row[3:]] for at, row in enumerate(ours())]},
            "nothing stands under 'tier'", "from our file", id="a column emptied",
        ),
        pytest.param(
            {"countries": spoilt(lambda grid: grid[3].append("too much"))},
            "c0.csv:4: this line is not like the others: more than the usual 6 cells", "quotation", id="a cell too many",
        ),
        pytest.param(
            {"purchase_codes": [[cell.lstrip("0") for cell in row] for row in ours("purchase_codes")]},
            "under 'cpv' the code 031 has become 31: Excel takes zeros off the front", "as text", id="zeros lost",
        ),
    ],
)  # fmt: skip
def test_a_copy_that_cannot_stand_in_is_refused_in_one_message(
    tmp_path: Path, tables: dict[str, Grid], problem: str, hint: str
) -> None:
    files = {name: as_csv(grid, tmp_path / f"c{at}.csv") for at, (name, grid) in enumerate(tables.items())}
    with pytest.raises(MsriskError) as told:
        load_rules(RULES, files)
    assert problem in str(told.value)
    assert hint in told.value.hint


def test_a_workbook_of_several_sheets_is_refused_and_they_are_named(tmp_path: Path) -> None:
    with pytest.raises(MsriskError, match="2 sheets with cells: Sheet, Notes"):
        load_rules(RULES, {"countries": as_excel(newer(), tmp_path / "c.xlsx", "Notes")})


def test_the_copy_is_said_and_stands_in_the_run_record_with_what_it_replaced(tmp_path: Path) -> None:
    mine = as_csv(newer(), tmp_path / "mine.csv")
    list_ = pandas.DataFrame([{"Supplier": "Alder Ltd", "Category": "Rice", "Country of origin": "Fiji"}])
    report = screen(list_, rules=load_rules(RULES, {"countries": mine}))
    write_report(report, tmp_path / "run.json")
    run = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["run"]["rules"]
    theirs = hashlib.sha256(mine.read_bytes()).hexdigest()
    assert run["own_tables"] == [
        {
            "table": "countries",
            "file": "mine.csv",
            "sha256": theirs,
            "instead_of_sha256": hashlib.sha256((OURS / "countries.csv").read_bytes()).hexdigest(),
        }
    ]
    assert {"file": "mine.csv", "sha256": theirs} in run["files"]
    said = "Tables: countries, your copy mine.csv in place of ours."
    write_report(report, tmp_path / "run.csv")
    assert said in (tmp_path / "run.csv").read_text(encoding="utf-8-sig")
    write_report(report, tmp_path / "run.xlsx")
    book = openpyxl.load_workbook(tmp_path / "run.xlsx", read_only=True)
    assert said in " ".join(
        str(cell) for row in book["Summary"].iter_rows(values_only=True) for cell in row if cell
    )


def test_a_copy_changes_what_is_found(tmp_path: Path) -> None:
    list_ = pandas.DataFrame([{"Supplier": "Alder Ltd", "Category": "Rice", "Country of origin": "Fiji"}])
    before, after = (
        screen(list_, rules=rules).assessment(0).score
        for rules in (load_rules(RULES), load_rules(RULES, {"countries": as_csv(newer(), tmp_path / "mine.csv")}))
    )
    assert before < after


def test_the_two_award_tables_are_replaced_too(tmp_path: Path) -> None:
    mine = as_excel([["step", "why", "source"], ["Ask early.", "So.", "Ours"]], tmp_path / "steps.xlsx")
    for_rules, for_award = apart({"award_steps": str(mine), "countries": "c.csv"})
    tables = load_award_tables(RULES, read_copies(for_award))
    assert for_rules == {"countries": "c.csv"}
    assert [step.step for step in tables.steps] == ["Ask early."]
    assert [(each.table, each.file) for each in tables.copies] == [("award_steps", "steps.xlsx")]


@pytest.mark.parametrize("path", sorted(OURS.glob("*.csv")), ids=lambda path: path.name)
def test_a_table_opens_in_excel_with_its_letters_whole(path: Path) -> None:
    """Without the mark Excel takes UTF-8 for the letters of Windows, and saves Côte d'Ivoire as CÃ´te d'Ivoire."""
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), (
        f"save {path.name} as CSV UTF-8, with its byte order mark"
    )
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf\xef\xbb\xbf")
