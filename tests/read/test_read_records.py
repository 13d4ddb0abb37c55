"""Faults 14, 21, 22, 29, 30 and 40 for old workbooks: damaged, protected and hostile, each refused in a moment."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest
from biff_making import BEGIN_BOOK, BEGIN_SHEET, END, book, number, record, stream_of, text
from read_making import in_a_moment, refused, saved

from msrisk.errors import InputError
from msrisk.read import guarded, read_sheets, records
from msrisk.read.ole import MAGIC, book_stream, container_of

CELLS = text(0, 0, "Name") + text(0, 1, "Spend") + text(1, 0, "Acme") + number(1, 1, 5.5)
DIRECTORY = 4096 * 2  # in a container made here: header, sector table, directory, stream


@pytest.fixture
def no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the pre-flight refuses never comes to the reader."""
    monkeypatch.setattr(guarded, "read_cells", lambda *_: pytest.fail("the reader was asked"))


def declared(rows: int, columns: int) -> bytes:
    return record(0x200, struct.pack("<IIHHH", 0, rows, 0, columns, 0)) + CELLS


def with_long(data: bytes, place: int, value: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into("<I", changed, place, value)
    return bytes(changed)


GOOD = book(("Suppliers", CELLS))
LONG = book(("Suppliers", b"".join(text(row, 0, f"Supplier {row}") for row in range(2_000))))
SAME_PLACE = record(0x85, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"S")
HOSTILE = [
    ("fault_14 a password", book(("S", CELLS), more=record(0x2F, b"\1\0" + bytes(52))), "password"),
    ("fault_14 a late password", book(("S", CELLS), more=record(0x31) * 20 + record(0x2F, bytes(6))), "password"),
    ("fault_29 a stray cell", book(("S", CELLS + number(65535, 255, 1))), "16,777,216 cells large; filled: 5"),
    ("fault_29 many stray cells", book(*[(f"S{n}", CELLS + number(65535, 60, 1)) for n in range(9)]), "far away"),
    (
        "fault_30 a column outside",
        book(("S", CELLS + number(5, 256, 1))),
        "which ends at IV65536",
    ),
    ("fault_40 four thousand million texts", book(("S", CELLS), more=record(0xFC, b"\xff" * 8)), "damaged"),
    ("fault_40 rows declared", book(("S", declared(0xFFFFFFFF, 2))), "damaged"),
    ("fault_40 columns declared", book(("S", declared(2, 0xFFFF))), "damaged"),
    ("fault_40 a record beyond the end", container_of(stream_of(("S", CELLS)) + b"")[:-4096], "damaged"),
    ("fault_40 a sheet without an end", container_of(stream_of(("S", CELLS)).removesuffix(END)), "damaged"),
    ("fault_40 sheets at one place", container_of(BEGIN_BOOK + SAME_PLACE * 5 + END), "damaged"),
    (
        "fault_40 a sheet that runs into the next",
        container_of(stream_of(("S", BEGIN_SHEET), ("T", b""))),
        "damaged",
    ),
    ("fault_40 no sheet", container_of(BEGIN_BOOK + END), "damaged"),
    ("fault_40 nothing but filled bytes", container_of(b"\xff" * 5000), "damaged"),
    ("fault_40 rubbish after the magic", MAGIC + random.Random(40).randbytes(20_000), "damaged"),
    ("fault_40 a sector that leads to itself", with_long(LONG, 4096 + 4 * 9, 9), "damaged"),
    ("fault_40 a stream of 4 GB", with_long(GOOD, DIRECTORY + 128 + 120, 0xFFFFFFF0), "damaged"),
]


@pytest.mark.parametrize(("data", "words"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_old_workbook_is_refused_before_the_reader_sees_it(
    tmp_path: Path, data: bytes, words: str, no_reader: None
) -> None:
    with in_a_moment():
        refused(saved(tmp_path, data, "suppliers.xls"), words)


LIES = [
    ("fault_40 the only sector leads to itself", with_long(GOOD, 4096 + 8, 2)),
    ("fault_40 a directory in a circle", with_long(GOOD, 4096 + 4, 1)),
    ("fault_40 a table of four thousand million sectors", with_long(GOOD, 44, 0xFFFFFFFF)),
    ("fault_40 a second table without end", with_long(with_long(GOOD, 68, 1), 72, 0xFFFFFFFF)),
]


@pytest.mark.parametrize("data", [case[1] for case in LIES], ids=[case[0] for case in LIES])
def test_a_lie_that_needs_no_believing_does_no_harm(tmp_path: Path, data: bytes) -> None:
    with in_a_moment():
        try_to_read(saved(tmp_path, data, "suppliers.xls"))


def try_to_read(path: Path) -> None:
    """Refused, or the cells are those of the true workbook."""
    try:
        (sheet,) = read_sheets(path)
    except InputError:
        return
    assert sheet.row(1) == ["Acme", "5.5"]


def test_fault_40_more_records_than_any_list_has_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MAX_RECORDS", 1_000)
    refused(saved(tmp_path, book(("S", CELLS + record(0x7777) * 1_000)), "a.xls"), "damaged")


def test_fault_14_the_hint_of_a_protected_workbook_is_to_save_a_copy_without_its_password(tmp_path: Path) -> None:
    error = refused(saved(tmp_path, book(("S", CELLS), more=record(0x2F, bytes(6))), "a.xls"), "password")
    assert "save a copy without a password" in error.hint
    assert "damaged" not in str(error)


def test_fault_21_an_old_workbook_cut_anywhere_is_refused(tmp_path: Path) -> None:
    for part in range(1, 20):
        refused(saved(tmp_path, LONG[: len(LONG) * part // 20], "a.xls"), "damaged")


def test_fault_22_sixty_old_workbooks_with_changed_bytes_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(22)
    for _ in range(60):
        broken = bytearray(GOOD)
        for _ in range(chance.choice((1, 5))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path = saved(tmp_path, bytes(broken), "a.xls")
        try:
            read_sheets(path)
        except InputError as error:
            assert "Traceback" not in str(error)


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, 5_000_000])
def test_a_container_made_here_gives_back_the_stream_it_was_made_of(size: int) -> None:
    stream = random.Random(size).randbytes(size)
    assert book_stream(container_of(stream))[:size] == stream
