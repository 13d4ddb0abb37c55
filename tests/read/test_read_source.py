"""Faults 1-12 and 93: the file itself, before anything is understood of it."""

from __future__ import annotations

import hashlib
import os
import tracemalloc
from pathlib import Path

import pytest
from read_making import only, refused, rows_of, saved

from msrisk.read import source

LIST = "Name,Spend\nAcme,5\n"


def test_fault_1_a_file_that_is_not_there_is_answered_with_the_name_that_was_meant(tmp_path: Path) -> None:
    saved(tmp_path, LIST, "suppliers.csv")
    refused(tmp_path / "Suplliers.csv", "no such file", "Did you mean 'suppliers.csv'?")


def test_fault_1_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere" / "a.csv", "no such file", "There is no folder")


def test_fault_2_a_folder_is_refused_and_its_spreadsheets_are_listed(tmp_path: Path) -> None:
    saved(tmp_path, LIST, "a.csv")
    saved(tmp_path, LIST, "~$b.xlsx")
    saved(tmp_path, LIST, "c.xls")
    saved(tmp_path, LIST, "d.ods")
    error = refused(tmp_path, "this is a folder", "'a.csv', 'c.xls', 'd.ods'")
    assert "b.xlsx" not in str(error)


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1a"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.txt"])
def test_fault_3_an_empty_file_is_refused_whatever_its_ending(tmp_path: Path, content: bytes, name: str) -> None:
    refused(saved(tmp_path, content, name), "the file is empty")


def test_fault_4_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, LIST, "a.csv")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    refused(path, "no permission")


def test_fault_5_a_file_that_vanishes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, LIST, "a.csv")
    true_open = Path.open

    def open_and_remove(self: Path, mode: str = "r") -> object:
        opened = true_open(self, mode)
        self.unlink()
        return opened

    monkeypatch.setattr(Path, "open", open_and_remove)
    refused(path, "was removed or renamed while it was being read")


def test_fault_6_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, LIST, "a.csv")
    true_stat, looks = os.fstat, []

    def grows(number: int) -> os.stat_result:
        looks.append(number)
        if len(looks) == 2:
            with path.open("ab") as more:
                more.write(b"Beta,6\n")
        return true_stat(number)

    monkeypatch.setattr(source.os, "fstat", grows)
    refused(path, "changed while it was being read")


def test_a_short_file_takes_no_more_memory_than_it_is_long(tmp_path: Path) -> None:
    path = saved(tmp_path, LIST, "a.csv")
    tracemalloc.start()
    try:
        source.load(path)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_fault_7_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    refused(tmp_path / "a.csv", "a pipe or a device")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_fault_7_a_device_is_refused() -> None:
    refused(Path("/dev/zero"), "a pipe or a device")


def test_fault_8_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "a.csv")
    refused(tmp_path / "a.csv", "cannot be read")


@pytest.mark.parametrize("name", ["with space.csv", "£.csv", "株.csv", "🙂.csv", "-r.csv", "n" * 240 + ".csv"])
def test_fault_9_odd_names_are_read(tmp_path: Path, name: str) -> None:
    assert only(saved(tmp_path, LIST, name)).file == name


def test_fault_9_a_name_with_a_terminal_escape_is_shown_safely(tmp_path: Path) -> None:
    assert only(saved(tmp_path, LIST, "a\x1b[31m.csv")).file == "a\\u001b[31m.csv"


def test_fault_9_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "a\0b.csv", "NUL")
    refused(tmp_path / ("n" * 5000), "cannot be read")


@pytest.mark.parametrize("mark", [0x1000, 0x40000, 0x400000])
def test_fault_11_a_file_that_onedrive_did_not_download_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: int
) -> None:
    path = saved(tmp_path, b"", "a.xlsx")
    true_stat = os.stat

    class Marked:
        def __init__(self, status: os.stat_result) -> None:
            self.st_mode, self.st_size, self.st_file_attributes = status.st_mode, status.st_size, mark

    monkeypatch.setattr(source.os, "stat", lambda path, **how: Marked(true_stat(path, **how)))
    refused(path, "not on this computer", "OneDrive", "Always keep on this device")


def test_fault_11_a_file_of_onedrive_that_was_downloaded_is_read(tmp_path: Path) -> None:
    assert only(saved(tmp_path, LIST, "a.csv")).row(1) == ["Acme", "5"]


def test_fault_17_standard_input_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused(Path("-"), "standard input", "Save it as a file")
    assert only(saved(tmp_path, LIST, "-")).row(1) == ["Acme", "5"]


def test_fault_18_a_pattern_that_nothing_fits_is_said_to_be_one(tmp_path: Path) -> None:
    saved(tmp_path, LIST, "suppliers.csv")
    refused(tmp_path / "*.xlsx", "no file fits this pattern", "'suppliers.csv'")


def test_fault_20_a_folder_that_cannot_be_written_to_is_read_from(tmp_path: Path) -> None:
    path = saved(tmp_path, LIST, "a.csv")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert only(path).row(1) == ["Acme", "5"]
        assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    finally:
        tmp_path.chmod(0o755)


def test_fault_12_the_lock_file_of_excel_is_refused(tmp_path: Path) -> None:
    refused(saved(tmp_path, b"x" * 165, "~$suppliers.xlsx"), "lock file", "suppliers.xlsx")


def test_fault_93_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = saved(tmp_path, b"", "big.csv")
    os.truncate(path, source.MAX_BYTES + 1_000_000)
    refused(path, "401 MB", "400 MB")


def test_reading_gives_the_name_and_the_sha256_of_the_file(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, LIST, "a.csv"))
    assert (sheet.file, sheet.name, rows_of(sheet)) == ("a.csv", "", [["Name", "Spend"], ["Acme", "5"]])
    assert sheet.sha256 == hashlib.sha256(LIST.encode()).hexdigest()
