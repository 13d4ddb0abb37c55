"""``msrisk rules``: list, show, diff and glossary, as an officer types them."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.cli.cli_making import msrisk

DAY = ("--as-of", "2026-11-26")
LIST = "samples/suppliers.xlsx"


def rules(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return msrisk("rules", *words, COLUMNS="100")


def test_a_track_or_status_that_is_none_is_refused_with_those_there_are() -> None:
    done = rules("list", "--track", "lawful")
    assert done.returncode == 2
    assert "--track lawful: there is none so called" in done.stderr
    done = rules("list", "--status", "old")
    assert "in force, on trial, not yet, no longer, switched off" in done.stderr


def test_a_rule_that_is_switched_off_is_shown_with_its_reason() -> None:
    done = rules("show", "s54-turnover-old", "--rules", "samples/overlay.yaml")
    assert done.returncode == 2
    assert "switched off in overlay: our register takes turnover" in done.stderr


def test_diff_says_who_would_move_and_by_which_rule(tmp_path: Path) -> None:
    book, table = tmp_path / "changes.xlsx", tmp_path / "changes.csv"
    done = rules("diff", "uk-public-procurement", "section-54", LIST, *DAY, "--top", "3", "-o", book, "-o", table)
    assert done.returncode == 0, done.stderr
    assert "would stand in another band" in done.stdout
    assert "Rule removed" in done.stdout
    assert "sector-labour-here: flagged -> not asked (25 points)" in done.stdout
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sheet = openpyxl.load_workbook(book)["Who would move"]
    assert f"{len(rows)} suppliers would stand in another band" in done.stdout
    first = [cell.value for cell in sheet["A"]]
    assert sum(1 for name in first[first.index("Supplier") + 1 :] if name) == len(rows)
    assert any("would enter" in str(line) for line in first)


def test_diff_says_that_nobody_moves() -> None:
    done = rules("diff", "section-54", "section-54", LIST, *DAY)
    assert done.returncode == 0
    assert "The two ask and count alike." in done.stdout
    assert "Nobody on this list would stand in another band." in done.stdout


def test_diff_takes_the_options_of_reading(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Firm,Their sales\nAlder Ltd,£50m\n", encoding="utf-8")
    words = ("--map", "turnover=Their sales", "--map", "supplier_name=Firm")
    done = rules("diff", "section-54", "exposure", path, *words, *DAY)
    assert done.returncode == 0, done.stderr
    assert "1 supplier screened with each" in done.stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [("no-such-set", "there is no rule set called"), ("samples/suppliers.xlsx", "does not end in .yaml")],
)
def test_diff_refuses_what_is_no_rule_set_before_it_reads_the_list(name: str, said: str) -> None:
    done = rules("diff", "section-54", name, "no-such-list.xlsx")
    assert done.returncode == 2
    assert said in done.stderr


def test_on_a_real_list_those_who_move_are_moved_by_rules(real_inputs: Path, tmp_path: Path) -> None:
    table = tmp_path / "changes.csv"
    folder = real_inputs / "a-council-and-public-spend"
    path = next(iter(sorted(folder.glob("bradford*.csv"))), None)
    if path is None:
        pytest.skip("that list is not among the real files")
    done = rules("diff", "uk-public-procurement", "section-54", path, *DAY, "-o", table)
    assert done.returncode == 0, done.stderr
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all("not asked" in row["By which rules"] for row in rows)


def test_the_glossary_is_shown() -> None:
    done = rules("glossary")
    assert done.returncode == 0
    assert "The eleven indicators:" in done.stdout
