"""Fault 93 and long ledgers: a text file of a million rows is read in portions; by its size one is refused."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from read_making import in_a_moment, only, refused, rows_of, saved

from msrisk import read_suppliers
from msrisk.read import column_making, delimited, joined_texts, text_lines
from msrisk.read.joined_texts import Joiner

ROWS = [["Supplier", "Reference"], *([f"Alder {each % 3}", f"R{each}"] for each in range(40))]
TEXT = "\n".join(",".join(row) for row in ROWS)


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "_AT_ONCE", 17)
    monkeypatch.setattr(column_making, "_ENOUGH_TO_TELL", 10)
    monkeypatch.setattr(joined_texts, "_AT_ONCE", 3)
    monkeypatch.setattr(text_lines, "_BLOCK", 50)


def test_fault_93_a_file_of_a_gigabyte_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with in_a_moment():
        refused(path, "1,000 MB", "reads up to")


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("rows", range(5, 42))
def test_fault_93_rows_are_the_same_however_they_are_portioned(tmp_path: Path, rows: int, end: str) -> None:
    sheet = only(saved(tmp_path, end.join(",".join(row) for row in ROWS[:rows]), "a.csv"))
    assert rows_of(sheet) == ROWS[:rows]
    assert list(sheet.columns[1].texts)[-1] == ROWS[rows - 1][1]


@pytest.mark.usefixtures("small_portions")
def test_fault_93_a_wide_row_late_in_a_ledger_stands_in_its_own_row(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, f"{TEXT}\nBirch,R99,x,y\nCedar\n", "a.csv"))
    assert sheet.row(41) == ["Birch", "R99", "x", "y"]
    assert sheet.row(42) == ["Cedar", "", "", ""]
    assert sheet.row(0) == ["Supplier", "Reference", "", ""]
    assert [note.line for note in sheet.mended] == [42, 43]


@pytest.mark.usefixtures("small_portions")
def test_fault_88_a_quote_never_closed_is_refused_with_its_line_in_any_portion(tmp_path: Path) -> None:
    refused(saved(tmp_path, f'{TEXT}\n"Birch,6\n', "a.csv"), "line 42", "never closed")


@pytest.mark.usefixtures("small_portions")
def test_suppliers_of_a_ledger_are_the_same_however_it_is_portioned(tmp_path: Path) -> None:
    suppliers = read_suppliers(saved(tmp_path, TEXT, "a.csv"))
    assert suppliers.names == ("Alder 0", "Alder 1", "Alder 2")


def test_a_column_whose_texts_hardly_repeat_takes_a_fraction_of_the_memory(tmp_path: Path) -> None:
    lines = "".join(f"Alder,{each:08x}-{each % 977:04x}\n" for each in range(200_000))
    path = saved(tmp_path, f"Supplier,Reference\n{lines}", "a.csv")
    tracemalloc.start()
    try:
        sheet = only(path)
        held, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sheet.columns[1].at(150_000) == f"{149_999:08x}-{149_999 % 977:04x}"
    assert held < 12_000_000
    assert peak < 45_000_000


TEXTS = ["", "Café", "two\r\nlines", "\ud800", "x" * 9, "", "株式会社"]


def test_joined_texts_are_the_texts() -> None:
    joiner = Joiner()
    for start in range(0, len(TEXTS), 2):
        joiner.add(TEXTS[start : start + 2])
    joined, plain = joiner.joined(), [text.replace("\r\n", "\n") for text in TEXTS]
    assert list(joined) == plain
    assert [joined[each] for each in range(-len(plain), len(plain))] == plain * 2
    assert list(joined[1:3]) == plain[1:3]
    assert list(joined.followed_by(["more", ""])) == [*plain, "more", ""]
    with pytest.raises(IndexError):
        joined[len(plain)]


@pytest.mark.parametrize(
    ("row", "times", "said"),
    [
        ("," * 20_000 + "\n", 1, "a spreadsheet has 16,384"),
        ("x" + "," * 1_000 + "\n", 2_000, "msrisk reads 1,000,000"),
        ("x" * 80_000_000, 1, "line 2 has no end"),
    ],
)
def test_fault_92_what_no_list_has_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, times: int, said: str
) -> None:
    monkeypatch.setattr(delimited, "MAX_CELLS", 1_000_000)
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Supplier,Amount\n")
        for _ in range(times):
            file.write(row)
    refused(path, said)
