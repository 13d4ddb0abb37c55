"""The options for whom a file is made: published, redacted, 5 by 5; each refuses what would say another thing."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import openpyxl
import pytest

from msrisk import screening
from tests.cli.cli_making import LIST, ROWS, msrisk

DAY = ("--as-of", "2026-11-26")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    more = "".join(f"Dale {number} Ltd,£2m,yes,company,no,1000,Cleaning\n" for number in range(6))
    (tmp_path / "list.csv").write_text(LIST + ROWS + more, encoding="utf-8")
    (tmp_path / "key.txt").write_text("a sentence nobody guesses\n", encoding="utf-8")
    return tmp_path


def test_what_is_published_names_nobody_while_the_screen_still_does(folder: Path) -> None:
    done = msrisk("screen", "list.csv", *DAY, "--publish", "-o", "register.xlsx", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Alder Works plc" in done.stdout
    assert openpyxl.load_workbook(folder / "register.xlsx").sheetnames[0] == "About this file"


def test_a_redacted_file_has_the_same_tokens_for_whoever_has_the_key(folder: Path) -> None:
    words = ("screen", "list.csv", *DAY, "--redact", "--redact-key", "key.txt", "-o")
    done = [msrisk(*words, name, cwd=folder) for name in ("a.json", "b.json")]
    assert [each.returncode for each in done] == [0, 0], done[0].stderr
    text = (folder / "a.json").read_text(encoding="utf-8")
    assert text == (folder / "b.json").read_text(encoding="utf-8")
    assert not [said for said in ("Alder", "list.csv", "key.txt", "nobody guesses") if said in text]
    assert json.loads(text)["suppliers"][0]["name"].startswith("Supplier ")


def test_a_register_may_also_be_shown_as_5_by_5(folder: Path) -> None:
    done = msrisk("screen", "list.csv", *DAY, "--profile", "orange-5x5", "-o", "register.xlsx", cwd=folder)
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(folder / "register.xlsx")
    (headings,) = [row for row in book["Register"].iter_rows(values_only=True) if row[0] == "Register ID"]
    assert headings[headings.index("Owner") - 2 :][:2] == ("Likelihood, 1 to 5", "Impact, 1 to 5")
    assert "5 by 5" in book.sheetnames


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--publish -o run.json", "'run.json' does not end in .xlsx"),
        ("--publish -o run.csv", "'run.csv' does not end in .xlsx"),
        ("--publish", "--publish is for a file, and none is written"),
        ("--redact", "--redact is for a file, and none is written"),
        ("--names -o a.xlsx", "--names is for a board page or with --publish"),
        ("--profile orange-5x5 -o a.json", "--profile orange-5x5 is for a workbook, and none is written"),
        ("--publish --redact -o a.xlsx", "--publish and --redact cannot go together"),
        ("--publish --profile orange-5x5 -o a.xlsx", "--publish and --profile cannot go together"),
        ("--redact-key key.txt -o a.xlsx", "--redact-key does nothing without --redact"),
        ("--redact --redact-key none.txt -o a.xlsx", "none.txt: could not be read"),
        ("--redact --redact-key list.csv -o a.xlsx", "the list itself cannot be the key"),
        ("--profile rag -o a.xlsx", "--profile rag: there is none so called"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(words: str, said: str, folder: Path) -> None:
    done = msrisk("screen", "list.csv", *words.split(), cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(each.name for each in folder.iterdir()) == ["key.txt", "list.csv"]


def test_an_unknown_profile_is_told_those_there_are(folder: Path) -> None:
    done = msrisk("screen", "list.csv", "--profile", "rag", "-o", "a.xlsx", cwd=folder)
    assert "It is one of: orange-5x5." in done.stderr


def test_the_key_is_never_written_over(folder: Path) -> None:
    (folder / "key.xlsx").write_text("a sentence nobody guesses", encoding="utf-8")
    done = msrisk(
        "screen", "list.csv", "--redact", "--redact-key", "key.xlsx", "-o", "key.xlsx", "--force", cwd=folder
    )
    assert done.returncode == 2
    assert "is the input: msrisk never writes over it" in done.stderr


def test_a_file_for_another_reader_is_refused_before_anything_is_read(folder: Path) -> None:
    words = ("screen", folder / "list.csv", *DAY, "-o", folder / "a.xlsx")
    assert msrisk(*words, "--redact").returncode == 0
    before = (folder / "a.xlsx").read_bytes()
    done = msrisk(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'a.xlsx' is a register (redacted); a register (not redacted) would replace it" in done.stderr
    assert (folder / "a.xlsx").read_bytes() == before
    assert msrisk(*words, "--force").returncode == 0


def test_what_would_move_anybody_is_worked_out_once_a_run_for_the_screen_and_every_file(folder: Path) -> None:
    files = [word for name in ("a.xlsx", "a.json") for word in ("-o", folder / name)]
    with (
        patch.object(screening, "moves_of", wraps=screening.moves_of) as moves,
        patch.object(screening, "shifts_of", wraps=screening.shifts_of) as shifts,
    ):
        done = msrisk("screen", folder / "list.csv", *DAY, "--redact", *files)
    assert done.returncode == 0, done.stderr
    assert (moves.call_count, shifts.call_count) == (1, 1)
