"""The command line as a person meets it: what is printed where, exit codes, one clear message for every fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.cli_making import LIST, ROOT, ROWS, msrisk


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "suppliers.csv"
    path.write_text(LIST + ROWS, encoding="utf-8")
    return path


def test_screen_shows_the_result_on_stdout_and_how_the_file_was_read_on_stderr(suppliers: Path) -> None:
    done = msrisk("screen", suppliers, "--as-of", "2026-11-22", COLUMNS="120")
    assert done.returncode == 0
    assert "Alder Works plc" in done.stdout
    assert "No modern slavery statement found" in done.stdout
    assert "Exclusions were not checked." in " ".join(done.stdout.split())
    assert "Turnover with subsidiaries column B 'Turnover'" in " ".join(done.stderr.split())
    assert "Alder" not in done.stderr.split("Next:")[0]


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_fault_155_no_line_is_wider_than_the_terminal_and_no_name_or_band_is_cut(
    suppliers: Path, width: str
) -> None:
    done = msrisk("screen", suppliers, "--as-of", "2026-11-22", COLUMNS=width)
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert all(
        name in " ".join(done.stdout.split()) for name in ("Alder Works plc", "Birch Care Ltd", "Cedar Foods Ltd")
    )
    assert all(band in done.stdout for band in ("High", "Low", "Not cleared"))
    assert "…\n" not in done.stdout


def test_screen_writes_every_output_asked_for_and_says_so(suppliers: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / name for name in ("register.xlsx", "run.json", "run.csv")]
    done = msrisk("screen", suppliers, *(word for path in outputs for word in ("-o", path)))
    assert done.returncode == 0
    assert all(path.is_file() and f"Wrote {path.name}." in done.stderr for path in outputs)


def test_the_run_record_keeps_the_file_name_and_never_the_folder(suppliers: Path, tmp_path: Path) -> None:
    msrisk("screen", suppliers, "-o", tmp_path / "run.json", "--as-of", "2026-11-22")
    text = (tmp_path / "run.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert json.loads(text)["run"]["inputs"][0]["file"] == "suppliers.csv"


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        pytest.param(("--fail-on", "high"), 1, id="a supplier is High"),
        pytest.param(("--fail-on", "critical"), 0, id="nobody is Critical"),
        pytest.param(("--fail-on", "not cleared"), 1, id="or worse"),
        pytest.param(("--fail-on-incomplete", "30"), 3, id="a third is not cleared"),
        pytest.param(("--fail-on-incomplete", "40"), 0, id="less than the share allowed"),
        pytest.param(("--fail-on", "high", "--fail-on-incomplete", "0"), 1, id="the band wins over the share"),
        pytest.param(("--fail-on", "hihg"), 2, id="no such band"),
    ],
)
def test_t98_exit_codes_follow_the_gates(suppliers: Path, gate: tuple[str, ...], code: int) -> None:
    assert msrisk("screen", suppliers, *gate, "--as-of", "2026-11-22").returncode == code


def test_explain_names_the_cells_the_limit_and_what_would_change_it(suppliers: Path) -> None:
    done = msrisk("explain", suppliers, "cedar foods", "--as-of", "2026-11-22", COLUMNS="120")
    assert done.returncode == 0
    said = " ".join(done.stdout.split())
    assert "Not cleared: more must be known" in said
    assert "If turnover with subsidiaries is less than £36,000,000: Low" in said
    assert "What was your total turnover in your last financial year" in said
    flagged = " ".join(msrisk("explain", suppliers, "Alder Works plc", COLUMNS="120").stdout.split())
    assert "Turnover with subsidiaries: £50m in B2; at least £36m? yes" in flagged


@pytest.mark.parametrize("wanted", ["Alder Works plc", "alder works", "ALDER WORKS PLC", "2"])
def test_explain_finds_a_supplier_by_name_part_of_it_or_row(suppliers: Path, wanted: str) -> None:
    assert "Alder Works plc" in msrisk("explain", suppliers, wanted).stdout


def test_explain_of_an_unknown_name_offers_the_nearest(suppliers: Path) -> None:
    done = msrisk("explain", suppliers, "Aldor Works plc")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'Alder Works plc'?" in done.stderr


def test_check_says_what_was_understood_and_writes_nothing(suppliers: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = msrisk("check", suppliers)
    assert done.returncode == 0
    assert "B4: 'tbc' is not an amount of money; taken as not known" in " ".join(done.stdout.split())
    assert "s54-no-statement" in done.stdout
    assert "Nothing was written." in done.stdout
    assert sorted(tmp_path.iterdir()) == before


def test_rules_list_show_and_test() -> None:
    assert "s54-no-statement" in msrisk("rules", "list").stdout
    page = msrisk("rules", "show", "s54-no-statement").stdout
    for heading in ("What it asks", "Of whom", "Why", "When it is not a problem", "What to do", "Examples"):
        assert heading in page
    tested = msrisk("rules", "test", "section-54")
    assert tested.returncode == 0
    assert "all pass" in tested.stdout


def test_rules_test_fails_and_names_the_line_of_a_wrong_example(tmp_path: Path) -> None:
    text = (ROOT / "rules" / "section-54.yaml").read_text(encoding="utf-8")
    wrong = text.replace(
        "- {in_scope: yes, statement_published: yes}", "- {in_scope: yes, statement_published: no}", 1
    )
    mine = tmp_path / "mine.yaml"
    mine.write_text(wrong, encoding="utf-8")
    line = next(
        number for number, each in enumerate(wrong.splitlines(), 1) if each != text.splitlines()[number - 1]
    )
    done = msrisk("rules", "test", mine)
    assert done.returncode == 2
    assert f"mine.yaml:{line}: s54-no-statement: the example says clear" in done.stdout
