from __future__ import annotations

import csv
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from msrisk import load_rules, read_suppliers, screen
from msrisk.read.company_index import company_index

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "benchmarks"


def run(script: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, str(FOLDER / script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_made_list_is_read_with_the_suppliers_and_rows_that_were_asked_for(ending, tmp_path):
    path = tmp_path / f"list.{ending}"
    run("make_list.py", "200", path, "--suppliers", "150")
    suppliers = read_suppliers(path)
    assert len(suppliers) == 150
    assert (suppliers.row_owner >= 0).sum() == 200
    assert suppliers.left_out == ()


def test_a_made_list_has_every_column_read_but_the_cost_centre(tmp_path):
    run("make_list.py", "200", tmp_path / "list.xlsx")
    (table,) = read_suppliers(tmp_path / "list.xlsx").book.tables
    assert [heading.text for heading in table.headings if not heading.field] == ["Cost centre"]


def test_a_made_list_can_be_screened(tmp_path):
    run("make_list.py", "200", tmp_path / "list.xlsx")
    report = screen(tmp_path / "list.xlsx")
    assert len(report) == 160
    assert len(set(report.scores.band.tolist())) > 2


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_same_list_is_made_twice(ending, tmp_path):
    for name in ("one", "two"):
        run("make_list.py", "200", tmp_path / f"{name}.{ending}")
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_a_fifth_of_the_turnovers_of_a_made_list_are_blank(tmp_path):
    run("make_list.py", "1000", tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        blank = sum(not row["Turnover"] for row in csv.DictReader(file))
    assert 150 < blank < 250


def test_a_made_ledger_is_read_with_the_suppliers_and_payments_that_were_asked_for(tmp_path):
    run("make_ledger.py", "300", tmp_path / "ledger.csv", "--suppliers", "40")
    suppliers = read_suppliers(tmp_path / "ledger.csv")
    assert len(suppliers) == 40
    assert (suppliers.row_owner >= 0).sum() == 300
    assert suppliers.has_spend.all()


@pytest.mark.parametrize(
    ("arguments", "said"), [(["9", "x.txt"], ".csv"), (["9", "x.csv", "--suppliers", "10"], "no more")]
)
def test_a_list_that_cannot_be_made_is_refused_in_words(arguments, said, tmp_path):
    done = subprocess.run(
        [sys.executable, str(FOLDER / "make_list.py"), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_fifty_rules_are_fifty_rules_that_load(tmp_path):
    run("many_rules.py", tmp_path / "fifty.yaml")
    assert list(load_rules(tmp_path / "fifty.yaml").rules) == [f"s54-b{number:02}" for number in range(1, 51)]


def test_the_benchmark_prints_its_table_and_both_figures():
    printed = run("run.py", "30", "--repeats", "1", "--suppliers", "500")
    assert "| stage | 30 rows: CPU s / peak MiB |" in printed
    for stage in ("list the cells", "read", "normalise", "load the rules", "evaluate", "score", "write .xlsx"):
        assert f"| {stage}" in printed
    assert "(read + normalise) / (calamine listing the cells), 30 rows: " in printed
    assert "50 rules for 500 suppliers: " in printed


def test_the_benchmark_of_several_sizes_has_a_column_for_each():
    """Each stage of each size is a process of its own: what stands where is told from figures made up here."""
    table = runpy.run_path(str(FOLDER / "run.py"))["table"]
    figures = {("read", 20): (0.5, 60.0), ("read", 3_000): (1.25, 70.0)}
    assert table(figures, [20, 3_000], ["read"]) == [
        "| stage | 20 rows: CPU s / peak MiB | 3,000 rows: CPU s / peak MiB |",
        "|---|---|---|",
        "| read | 0.500 / 60 | 1.250 / 70 |",
    ]


def test_the_benchmark_wants_an_odd_number_of_repeats():
    done = subprocess.run(
        [sys.executable, str(FOLDER / "run.py"), "--repeats", "2"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "odd" in done.stderr


def test_a_made_register_is_indexed_whole_and_the_same_twice(tmp_path):
    for name in ("one", "two"):
        run("make_companies.py", "300", tmp_path / f"{name}.csv")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    with company_index([tmp_path / "one.csv"], tmp_path / "cache") as index:
        assert len(index.rows(range(1, 301))) == 300
        assert index.register.files[0].left_out == ()


def test_the_benchmark_of_the_register_prints_its_table():
    printed = run("companies.py", "400", "--suppliers", "50")
    for what in ("index of 400 companies", "by number", "by name", "names near", "rows, as entries"):
        assert f"| {what}" in printed
    assert "candidates each" in printed


def test_what_is_read_of_a_folder_has_a_line_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Supplier,Amount\nAlder Ltd,5\n", encoding="utf-8")
    (tmp_path / "page.csv").write_text("<html><body>404</body></html>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "what_is_read.py", tmp_path],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "1 read, 1 refused with a reason" in done.stdout
    assert "this is a web page" in done.stdout


def test_one_list_under_several_rule_sets_shows_what_is_for_us_and_that_nobody_moved():
    said = run("overlays_side_by_side.py", ROOT / "samples" / "suppliers.xlsx", "uk-public-procurement", "council")
    assert "council: " in said
    assert "moved against uk-public-procurement: 0" in said.partition("council: ")[2]
    assert "us, the buyer: contract-assessment-not-recorded: flagged 0" in said
