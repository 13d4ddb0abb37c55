"""The published workbook holds counts, rules and what it is; nobody is named unless that was asked for."""

from __future__ import annotations

import html
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import InputError, Report, screen, write_report
from msrisk.view import View

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 26)
ACCUSING = (
    "high-risk supplier",
    "offender",
    "non-compliant",
    "unsafe",
    "safe",
    "blacklist",
    "in breach",
    "guilty",
)


@cache
def listed(file: str) -> Report:
    return screen(ROOT / "samples" / file, as_of=DAY)


def published(file: str, folder: Path, names: bool = False) -> Path:
    view = View(publish=True, names=names)
    return write_report(listed(file), folder / "published.xlsx", force=True, view=view)


def text_of(path: Path) -> str:
    """Every part of a workbook as one text."""
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(part).decode("utf-8", "replace") for part in archive.namelist()]
    return html.unescape("\n".join(parts))


@pytest.mark.parametrize("file", ["suppliers.xlsx", "suppliers-messy.xlsx", "payments.csv"])
def test_t94_no_name_id_or_text_of_the_list_is_published(file: str, tmp_path: Path) -> None:
    suppliers, said = listed(file).suppliers, text_of(published(file, tmp_path))
    hidden = {*suppliers.names, *suppliers.book.files}
    for name in ("supplier_id", "company_number", "statement_url", "account", "description", "contract"):
        hidden |= set(suppliers.columns[name].texts) if name in suppliers.columns else set()
    hidden = {each for each in hidden if sum(map(str.isalnum, each)) >= 4}
    assert hidden
    assert [each for each in sorted(hidden) if each in said] == []


def test_the_sheets_say_what_this_is_of_which_day_and_by_which_rules(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(published("suppliers.xlsx", tmp_path))
    assert book.sheetnames == ["About this file", "What we buy", "Priorities", "Rules used"]
    said = "\n".join(str(cell.value) for row in book["About this file"].iter_rows() for cell in row)
    for part in (
        "26 November 2026",
        "uk-public-procurement",
        "not a finding about any supplier",
        "not legal advice",
    ):
        assert part in said


@pytest.mark.parametrize("names", [False, True])
def test_every_cell_of_every_table_says_something(names: bool, tmp_path: Path) -> None:
    for sheet in openpyxl.load_workbook(published("suppliers.xlsx", tmp_path, names)):
        rows = list(sheet.iter_rows(values_only=True))
        table = rows[max(number for number, row in enumerate(rows) if not any(row)) + 1 :]
        assert len(table) > 1
        assert all(cell is not None and cell != "" for row in table for cell in row), sheet.title


@pytest.mark.parametrize("names", [False, True])
def test_t95_nobody_is_accused_and_nobody_is_called_safe(names: bool, tmp_path: Path) -> None:
    said = text_of(published("suppliers.xlsx", tmp_path, names)).casefold()
    own = "\n".join(f"{rule.law} {rule.not_a_problem_when}" for rule in listed("suppliers.xlsx").asked).casefold()
    assert [word for word in ACCUSING if word in said and word not in own] == []


def test_named_on_request_it_says_that_it_is_for_the_exempt_part(tmp_path: Path) -> None:
    path = published("suppliers.xlsx", tmp_path, names=True)
    book = openpyxl.load_workbook(path)
    rows = list(book["Suppliers"].iter_rows(values_only=True))
    assert "exempt part" in str(book["About this file"]["A2"].value)
    assert ("Supplier", "What we buy", "Priority for checks", "Spend") in rows
    shown = [str(row[0]) for row in rows]
    assert "Kestlebrook Foods Ltd" in shown
    assert "[a sole trader]" in shown
    aside = listed("suppliers.xlsx").suppliers
    hidden = [aside.names[number] for number in range(len(aside)) if aside.set_aside[number]]
    assert hidden
    assert not [name for name in hidden if name in text_of(path)]


def test_a_sum_of_few_amounts_is_not_said(tmp_path: Path) -> None:
    rows = [
        {"Supplier": f"Alder {at} Ltd", "Category": "Cleaning", "Spend": "" if at else "87300"} for at in range(6)
    ]
    report = replace(screen(pandas.DataFrame(rows), as_of=DAY), view=View(publish=True))
    said = text_of(write_report(report, tmp_path / "a.xlsx"))
    assert "87300" not in said
    assert "[amounts of fewer than 5]" in said


def test_where_people_wrote_rules_of_their_own_it_does_not_vouch_for_their_words(tmp_path: Path) -> None:
    report = screen(ROOT / "samples/suppliers.xlsx", rules=ROOT / "samples/overlay.yaml", as_of=DAY)
    said = text_of(write_report(report, tmp_path / "published.xlsx", view=View(publish=True)))
    assert "Rules that were changed or added stand as they were written: " in said
    assert "No supplier, person or member of staff is named" not in said


@pytest.mark.parametrize("ending", [".json", ".csv", ".html"])
def test_nothing_else_is_written_under_the_word_publish(ending: str, tmp_path: Path) -> None:
    report = replace(listed("suppliers.xlsx"), view=View(publish=True))
    with pytest.raises(InputError, match=r"does not end in \.xlsx"):
        write_report(report, tmp_path / f"a{ending}")
    assert list(tmp_path.iterdir()) == []


def test_a_list_of_few_is_not_published(tmp_path: Path) -> None:
    few = screen(pandas.DataFrame([{"Supplier": f"Alder {number} Ltd"} for number in range(4)]), as_of=DAY)
    with pytest.raises(InputError, match="a count tells who is meant"):
        write_report(replace(few, view=View(publish=True)), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_the_working_register_does_not_replace_the_published_one_unasked(tmp_path: Path) -> None:
    path = published("suppliers.xlsx", tmp_path)
    with pytest.raises(InputError, match=r"is a published register \(names no supplier\); a register"):
        write_report(listed("suppliers.xlsx"), path)
