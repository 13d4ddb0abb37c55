"""``--last-register`` and the board page as a person meets them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.cli_making import msrisk
from tests.since.since_making import ALDER, BEECH, fill, register

LIST = "Supplier,Category,Spend\nAlder Ltd,Office cleaning,90000\nFir Ltd,Agency staff,80000\n"
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "suppliers.csv").write_text(LIST, encoding="utf-8")
    fill(register(tmp_path, [ALDER, BEECH]), "Beech Ltd", Action="Ask", Status="Open")
    return tmp_path


def test_the_change_is_a_result_and_the_rest_stands_beside_it(folder: Path) -> None:
    before = (folder / "register.xlsx").read_bytes()
    done = msrisk(
        "screen", "suppliers.csv", *DAY, "--last-register", "register.xlsx", "-o", "board.html", cwd=folder
    )
    assert done.returncode == 0, done.stderr
    assert "Since the register of 22 August 2026: 0 worse, 0 better, 1 new, 1 gone." in done.stdout
    assert "What people typed into register.xlsx stays in that file" in " ".join(done.stderr.split())
    assert "Wrote board.html." in done.stderr
    assert (folder / "register.xlsx").read_bytes() == before


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
def test_the_register_of_last_time_is_never_written_over(folder: Path, force: tuple[str, ...]) -> None:
    before = (folder / "register.xlsx").read_bytes()
    words = ("--last-register", "register.xlsx", "-o", "register.xlsx", *force)
    assert msrisk("screen", "suppliers.csv", *DAY, *words, cwd=folder).returncode == 2
    assert (folder / "register.xlsx").read_bytes() == before


@pytest.mark.parametrize(("option", "why"), [("--redact", "redacted"), ("--publish", "published")])
def test_that_a_file_for_others_does_not_tell_what_changed_is_said(folder: Path, option: str, why: str) -> None:
    more = "".join(f"Firm {number} Ltd,Office cleaning,90000\n" for number in range(60))
    (folder / "suppliers.csv").write_text(LIST + more, encoding="utf-8")
    words = ("--last-register", "register.xlsx", option, "-o", "out.xlsx")
    done = msrisk("screen", "suppliers.csv", *DAY, *words, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert f"is shown here alone: it is in no {why} file." in " ".join(done.stderr.split())
    sheets = openpyxl.load_workbook(folder / "out.xlsx")
    assert "Change since last" not in {c for sheet in sheets for row in sheet.values for c in row}


def test_a_file_that_is_no_register_is_named_in_one_message(folder: Path) -> None:
    done = msrisk("screen", "suppliers.csv", *DAY, "--last-register", "suppliers.csv", cwd=folder)
    assert done.returncode == 2
    assert "suppliers.csv: this is no register that msrisk wrote: it has no sheet 'Register'" in done.stderr


def test_names_may_stand_before_other_options(folder: Path) -> None:
    done = msrisk("screen", "suppliers.csv", "--names", *DAY, "-o", "board.html", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Alder Ltd" in (folder / "board.html").read_text(encoding="utf-8")


def test_help_says_both_options_in_plain_words() -> None:
    said = " ".join(msrisk("screen", "--help", COLUMNS="200").stdout.split())
    assert "The register of last time, filled in and saved" in said
    assert "Name suppliers on the board page" in said
