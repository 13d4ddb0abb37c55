"""LibreOffice opens, prints and saves again every kind of workbook, and finds in it what other readers find."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pandas
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from tests.workbook_checks import faults_in
from tests.write.workbook.kinds_making import HOSTILE, NAMES

KINDS = ("register", "council", "published", "award", "accept", "changes", "match", "to fill in")
# Every sheet as LibreOffice shows it: commas, quotes, UTF-8, and what is seen rather than what is held.
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def converted(
    every_kind_written: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Path]:
    """All files in one form, converted once: by the form, such as *pdf*, and the kind."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not on this machine")
    own = tmp_path_factory.mktemp("office")

    @cache
    def folder_of(form: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation={own.as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", form, "--outdir", str(folder), *map(str, every_kind_written.values())]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        assert done.returncode == 0, done.stderr
        return folder

    return lambda form, kind: (
        folder_of(form) / every_kind_written[kind].with_suffix(f".{form[:4].partition(':')[0]}").name
    )


@pytest.fixture(scope="module")
def printed(converted: Callable[[str, str], Path]) -> Callable[[str], str]:
    """The words of a kind as it prints, on one line."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not on this machine")

    def words(kind: str) -> str:
        path = converted("pdf", kind)
        command = ["pdftotext", "-raw", str(path), "-"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        return " ".join(done.stdout.split())

    return cache(words)


def test_every_kind_of_workbook_is_here(every_kind_written: dict[str, Path]) -> None:
    assert set(every_kind_written) == set(KINDS)


@every_kind
def test_it_prints_without_an_error_in_a_cell(printed: Callable[[str], str], kind: str) -> None:
    words = printed(kind)
    assert len(words) > 200
    assert [each for each in ("#REF!", "Err:", "#NAME?", "#VALUE!", "#N/A", "###") if each in words] == []


@pytest.mark.parametrize("kind", ["register", "council", "award", "accept", "changes"])
def test_the_print_names_each_supplier(
    every_kind_written: dict[str, Path], printed: Callable[[str], str], kind: str
) -> None:
    held = " ".join(
        str(value) for sheet in openpyxl.load_workbook(every_kind_written[kind]) for _, value in filled(sheet)
    )
    words = "".join(printed(kind).split())  # a name may be broken over two lines
    names = [name for name in NAMES if name in held]
    assert len(names) >= 5
    assert [name for name in names if "".join(name.split()) not in words] == []


def test_the_print_of_what_is_published_names_nobody(printed: Callable[[str], str]) -> None:
    words = "".join(printed("published").split())
    assert [name for name in NAMES if "".join(name.split()) in words] == []


def test_what_is_published_keeps_the_list_for_a_website(every_kind_written: dict[str, Path]) -> None:
    assert faults_in(every_kind_written["published"].read_bytes(), publish=True) == []


@every_kind
def test_saved_again_it_holds_the_same_values(
    every_kind_written: dict[str, Path], converted: Callable[[str, str], Path], kind: str
) -> None:
    before, after = (openpyxl.load_workbook(path) for path in (every_kind_written[kind], converted("xlsx", kind)))
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        assert dict(filled(after[name])) == dict(filled(before[name])), name


@every_kind
def test_saved_again_it_keeps_tables_checks_and_names(
    every_kind_written: dict[str, Path], converted: Callable[[str, str], Path], kind: str
) -> None:
    before, after = (openpyxl.load_workbook(path) for path in (every_kind_written[kind], converted("xlsx", kind)))
    for name in before.sheetnames:
        assert tables(after[name]) == tables(before[name]), name
        assert checks(after[name]) == checks(before[name]), name
        assert after[name].print_title_rows == before[name].print_title_rows, name
    kept = {each for each in after.defined_names if not each.startswith("_")}
    assert kept >= {each for each in before.defined_names if not each.startswith("_")}
    assert after.properties.title == before.properties.title


@pytest.mark.parametrize("kind", ["register", "council", "accept", "match", "changes", "award"])
def test_a_cell_that_a_spreadsheet_would_run_is_shown_as_the_text_it_is(
    converted: Callable[[str, str], Path], kind: str
) -> None:
    seen = list(shown(converted, kind))
    names = [name for name in HOSTILE if any(name in str(cell) for cell in openpyxl_texts(converted, kind))]
    assert names
    assert [name for name in names if not any(name in cell for cell in seen)] == []
    assert [cell for cell in seen if cell in ("#NAME?", "Pay") or cell.startswith(("Err:", "#REF"))] == []


def openpyxl_texts(converted: Callable[[str, str], Path], kind: str) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(converted("xlsx", kind)):
        yield from (str(value) for _, value in filled(sheet))


def shown(converted: Callable[[str, str], Path], kind: str) -> Iterator[str]:
    """Every cell as LibreOffice shows it; each sheet is a file of its own."""
    whole = converted(_CSV, kind)
    for path in sorted(whole.parent.glob(f"{whole.stem}-*.csv")):
        with path.open(encoding="utf-8", newline="") as table:
            yield from (cell for row in csv.reader(table) for cell in row)


def filled(sheet: Worksheet) -> Iterator[tuple[str, object]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and cell.value != "":
                yield cell.coordinate, round(cell.value, 12) if isinstance(cell.value, float) else cell.value


def tables(sheet: Worksheet) -> dict[str, tuple[str, list[str]]]:
    return {each.name: (str(each.ref), [*each.column_names]) for each in sheet.tables.values()}


def checks(sheet: Worksheet) -> set[tuple[str, str, str]]:
    """The drop-downs and checks of days, by their first cell; a hint alone is no check.

    LibreOffice keeps a check on a thousand blank rows below the last filled one, and drops it on those beyond.
    """
    return {
        (str(each.sqref).partition(":")[0], str(each.type), str(each.formula1).replace("'", ""))
        for each in sheet.data_validations.dataValidation
        if each.type not in (None, "none")
    }


@every_kind
def test_fault_178_other_readers_find_the_same_values(every_kind_written: dict[str, Path], kind: str) -> None:
    book = openpyxl.load_workbook(every_kind_written[kind])
    calamine = CalamineWorkbook.from_path(str(every_kind_written[kind]))
    assert calamine.sheet_names == book.sheetnames
    for name in book.sheetnames:
        ours = [[as_read(cell) for cell in row] for row in book[name].iter_rows(values_only=True)]
        theirs = [[as_read(cell) for cell in row] for row in calamine.get_sheet_by_name(name).to_python(False)]
        frame = pandas.read_excel(
            every_kind_written[kind],
            sheet_name=name,
            header=None,
            engine="calamine",
            dtype=object,
            keep_default_na=False,
        )
        frames = [[as_read(cell) for cell in row] for row in frame.to_numpy().tolist()]
        assert trimmed(theirs) == trimmed(ours), name
        assert trimmed(frames) == trimmed(ours), name


def as_read(cell: object) -> object:
    if cell is None or cell != cell:
        return ""
    return float(cell) if isinstance(cell, int | float) else cell


def trimmed(rows: list[list[object]]) -> list[list[object]]:
    """Without blank cells and rows at the end, which some readers count and some do not."""
    kept = []
    for row in rows:
        while row and row[-1] == "":
            row = row[:-1]
        kept.append(row)
    while kept and not kept[-1]:
        kept.pop()
    return kept


@pytest.fixture(autouse=True)
def in_plain_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "LC_ALL", "C.UTF-8")
