"""The second process: however it ends, msrisk goes on and says one clear thing."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from biff_making import book, text
from read_making import refused, saved

from msrisk.read import guarded, guarded_child

ACME = book(("S", text(0, 0, "Acme")))


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os; os.abort()", "the workbook is damaged"),
        ("raise SystemExit(70)", "the workbook is damaged"),
        ("import time; time.sleep(30)", "could not be read within 1 seconds"),
        ("while True: pass", "could not be read within 1 seconds"),
        ("print('hello')", "the workbook is damaged"),
        ("pass", "the workbook is damaged"),
    ],
    ids=["aborts", "fails", "sleeps", "never ends", "says something else", "says nothing"],
)
def test_fault_40_a_reader_that_dies_or_hangs_is_a_damaged_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, words: str
) -> None:
    monkeypatch.setattr(guarded, "_PROGRAM", saved(tmp_path, program, "child.py"))
    monkeypatch.setattr(guarded, "MAX_SECONDS", 1)
    started = time.monotonic()
    refused(saved(tmp_path, ACME, "a.xls"), words)
    assert time.monotonic() - started < 10


def test_a_program_that_cannot_be_started_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no python here"))
    refused(saved(tmp_path, ACME, "a.xls"), "a second Python process", "could not be started", "save it as")


def test_nothing_but_plain_cells_can_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    program = f"""
import os, pickle, sys
class Bad:
    def __reduce__(self):
        return os.mkdir, ({str(told)!r},)
sys.stdout.buffer.write(pickle.dumps(("S", 0, [Bad()])))
"""
    monkeypatch.setattr(guarded, "_PROGRAM", saved(tmp_path, program, "child.py"))
    refused(saved(tmp_path, ACME, "a.xls"), "the workbook is damaged")
    assert not told.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on memory there")
def test_fault_40_a_reader_that_takes_all_memory_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = f"""
import sys
sys.path.insert(0, {str(Path(guarded_child.__file__).parent)!r})
import guarded_child
guarded_child.limit_memory(1_000)
bytearray(guarded_child.MEMORY + 1_000)
"""
    monkeypatch.setattr(guarded, "_PROGRAM", saved(tmp_path, program, "child.py"))
    refused(saved(tmp_path, ACME, "a.xls"), "the workbook is damaged")


def test_the_child_works_wherever_the_command_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, "raise SystemExit('a file of the user is no module')", "pickle.py")
    monkeypatch.chdir(tmp_path)
    (cells,) = guarded.read_cells(ACME, "a.xls", 1)
    assert cells == guarded.SheetCells("S", 0, [("Acme",)])
