"""``msrisk award`` as a person meets it."""

from pathlib import Path

import pytest

from tests.cli.cli_making import ROOT, msrisk

SAMPLE = ROOT / "samples" / "bidders.xlsx"
DAY = ("--as-of", "2026-11-22")
HOSTILE = 'Bidder,Category\n"<script>x</script> Ltd",Cleaning\n"=HYPERLINK(1) Ltd",Cleaning\n[/foo] Ltd,Cleaning\n'


def test_award_shows_the_page_and_writes_both_forms(tmp_path: Path) -> None:
    outputs = [tmp_path / "award.html", tmp_path / "award.xlsx"]
    done = msrisk("award", SAMPLE, *DAY, *(word for path in outputs for word in ("-o", path)))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Not an award criterion") == 2
    assert all(path.is_file() and f"Wrote {path.name}." in done.stderr for path in outputs)


def test_the_sample_has_eight_bidders_in_the_order_of_their_tenders() -> None:
    said = msrisk("award", SAMPLE, *DAY).stdout
    assert "8 bidders in bidders.xlsx" in said
    assert "3. Tamsel Valley Borough Council" in said
    assert said.index("Wrenfold") < said.index("Aldermarsh") < said.index("Calloway")


def test_the_reading_is_shown_on_stderr_and_says_that_money_is_not_read() -> None:
    done = msrisk("award", SAMPLE, *DAY, COLUMNS="120")
    assert "'Annual value (£)' (money is not read before award)" in done.stderr
    assert "412,500" not in done.stdout + done.stderr


def test_the_run_record_has_digests_and_no_folder(tmp_path: Path) -> None:
    target = tmp_path / "award.html"
    msrisk("award", SAMPLE, *DAY, "-o", target)
    page = target.read_text(encoding="utf-8")
    assert page.count("sha256</t") == 4
    assert str(tmp_path) not in page
    assert str(ROOT) not in page


def test_the_same_list_gives_the_same_bytes_on_another_run(tmp_path: Path) -> None:
    for name in ("one.html", "two.html", "one.xlsx", "two.xlsx"):
        msrisk("award", SAMPLE, *DAY, "-o", tmp_path / name)
    for ending in ("html", "xlsx"):
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_hostile_names_on_a_terminal_are_text(tmp_path: Path) -> None:
    path = tmp_path / "bidders.csv"
    path.write_text(HOSTILE + "Esc \x1b[31m Ltd,Cleaning\n", encoding="utf-8")
    done = msrisk("award", path, *DAY)
    assert done.returncode == 0, done.stderr
    for name in ("<script>x</script> Ltd", "=HYPERLINK(1) Ltd", "[/foo] Ltd", "Esc \\u001b[31m Ltd"):
        assert name in done.stdout
    assert "\x1b" not in done.stdout


def test_rows_that_are_no_bidder_are_said_with_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "bidders.csv"
    path.write_text("Bidder,Category\nAlder Ltd,Cleaning\nVarious,Cleaning\n", encoding="utf-8")
    assert "1 row in no bidder: A3" in msrisk("award", path, *DAY, COLUMNS="120").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(("missing.xlsx",), 2, "missing.xlsx", id="no such file"),
        pytest.param((SAMPLE, "-o", "award.csv"), 2, ".xlsx, .html", id="an ending that is no award's"),
        pytest.param((SAMPLE, "-o", "no-folder/award.html"), 4, "does not exist", id="no such folder"),
        pytest.param((SAMPLE, "--rules", "nonsense"), 2, "no rule set called", id="no such rules"),
        pytest.param((SAMPLE, "--kind", "Wrenfold=supplier"), 2, "no payee called", id="no such name"),
        pytest.param((SAMPLE, "--as-of", "soon"), 2, "not a day", id="no day"),
        pytest.param((SAMPLE, "--sheet", "Bids"), 2, "Tenders", id="no such sheet"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    words: tuple[object, ...], code: int, said: str, tmp_path: Path
) -> None:
    done = msrisk("award", *words, cwd=tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_file_with_two_tables_side_by_side_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "bidders.csv"
    path.write_text("Bidder,Category,,Bidder,Category\nAlder Ltd,Care,,Birch Ltd,Cleaning\n", encoding="utf-8")
    assert "2 bidders in bidders.csv." in msrisk("award", path, *DAY).stdout
