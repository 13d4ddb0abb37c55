"""``msrisk match`` as a person meets it."""

from __future__ import annotations

import hashlib
import json
import shlex
from pathlib import Path

import pytest

from tests.cli.cli_making import msrisk
from tests.write.match_making import fill_in, rows

LIST = (
    "Supplier,Company number,Country,Annual spend,Category\n"
    "Alder Works plc,01234567,United Kingdom,50000,Cleaning\n"
    "Birch Care Limited,,United Kingdom,40000,Care\n"
    'Dogwood Facilites Management Ltd,,United Kingdom,"1,250,000",Cleaning\n'
    "Mrs Wilhelmina Quickfoot,,,500,Fostering allowances\n"
)
TABLE = (
    "Supplier,Company number,Country,Turnover\n"
    "ALDER WORKS PLC,01234567,United Kingdom,£50m\n"
    "Birch Care Ltd,,United Kingdom,£2m\n"
    "Dogwood Facilities Management Limited,,United Kingdom,£90m\n"
    "Mrs Wilhelmina Quickfoote,,,£1m\n"
)
DOGWOOD = "Dogwood Facilites Management Ltd"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "suppliers.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "extra.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def match(folder: Path, *words: object) -> str:
    done = msrisk("match", "suppliers.csv", "--join", "extra.csv", *words, cwd=folder, COLUMNS="120")
    assert done.returncode == 0, done.stderr
    return " ".join((done.stdout + done.stderr).split())


def turnover_of(folder: Path, *words: object) -> list[str]:
    """What is not known of the supplier that waits, when the list is screened."""
    words = ("screen", "suppliers.csv", "--join", "extra.csv", *words, "--as-of", "2026-11-22", "--force")
    done = msrisk(*words, "-o", "run.json", cwd=folder)
    assert done.returncode == 0, done.stderr
    held = json.loads((folder / "run.json").read_text(encoding="utf-8"))["suppliers"]
    (one,) = [each for each in held if each["name"] == DOGWOOD]
    return [each for each in one["questions"] if "turnover" in each]


def test_t74_it_says_who_was_found_how_and_what_waits_and_what_to_do_next(folder: Path) -> None:
    said = match(folder)
    assert "2 of 3 suppliers screened found: 1 by company number, and the names agree; 1 by the same name." in said
    assert "1 possible match, of 1 supplier, waits for a decision, and changes nothing yet" in said
    assert f"'{DOGWOOD}' (A4) may be 'Dogwood Facilities Management Limited' (extra.csv!A4)" in said
    assert "country 'GB' and 'GB' agree" in said
    assert "-o decisions.xlsx" in said
    assert "Quickfoot" not in said
    assert sorted(each.name for each in folder.iterdir()) == ["extra.csv", "suppliers.csv"]


def test_t74_t75_a_match_fills_a_blank_only_once_it_was_accepted(folder: Path) -> None:
    said = match(folder, "-o", "decisions.xlsx")
    assert '--join "extra.csv" --decisions "decisions.xlsx"' in said
    assert turnover_of(folder)
    assert turnover_of(folder, "--decisions", "decisions.xlsx")
    fill_in(folder / "decisions.xlsx", "To decide", DOGWOOD, Decision="accept", Decided_by="AB")
    assert not turnover_of(folder, "--decisions", "decisions.xlsx")


def test_t75_old_decisions_are_carried_over_and_their_file_is_left_alone(folder: Path) -> None:
    match(folder, "-o", "decisions.xlsx")
    fill_in(folder / "decisions.xlsx", "To decide", DOGWOOD, Decision="accept", Decided_by="AB")
    fill_in(folder / "decisions.xlsx", "Found", "Birch Care Limited", Decision="reject")
    before = (folder / "decisions.xlsx").read_bytes()
    said = match(folder, "--decisions", "decisions.xlsx", "-o", "again.xlsx")
    assert "1 accepted and 1 rejected hold; 0 lapsed." in said
    assert (folder / "decisions.xlsx").read_bytes() == before
    assert [(row["Our supplier"], row["Decided by"]) for row in rows(folder / "again.xlsx", "Decided")] == [
        (DOGWOOD, "AB"),
        ("Birch Care Limited", None),
    ]


def test_t75_what_lapsed_is_said_with_the_reason(folder: Path) -> None:
    match(folder, "-o", "decisions.xlsx")
    fill_in(folder / "decisions.xlsx", "To decide", DOGWOOD, Decision="accept")
    text = LIST.replace(f"{DOGWOOD},,United Kingdom", f"{DOGWOOD},07654321,United Kingdom")
    (folder / "suppliers.csv").write_text(text, encoding="utf-8")
    said = match(folder, "--decisions", "decisions.xlsx")
    assert "1 lapsed." in said
    assert "our row has changed (company number was blank, is 07654321); decide again" in said


def test_decisions_on_other_sources_are_said_not_to_be_used(folder: Path) -> None:
    match(folder, "-o", "decisions.xlsx")
    fill_in(folder / "decisions.xlsx", "To decide", DOGWOOD, Decision="accept")
    (folder / "extra.csv").rename(folder / "other.csv")
    done = msrisk(
        "match", "suppliers.csv", "--join", "other.csv", "--decisions", "decisions.xlsx", cwd=folder, COLUMNS="120"
    )
    assert "Not used: 1 decision on sources not given in this run (table extra.csv)." in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param((), 2, "nothing was given to look the suppliers up in", id="no source"),
        pytest.param(("--join", "missing.csv"), 2, "missing.csv", id="no such source"),
        pytest.param(("--join", "extra.csv", "-o", "decisions.csv"), 2, "does not end in .xlsx", id="the ending"),
        pytest.param(("--join", "extra.csv", "-o", "suppliers.xlsx"), 2, "is the input", id="over the list"),
        pytest.param(("--join", "table.xlsx", "-o", "table.xlsx"), 2, "is the input", id="over a source"),
        pytest.param(
            ("--join", "extra.csv", "--decisions", "old.xlsx", "-o", "old.xlsx", "--force"),
            2,
            "is the input",
            id="over the old decisions",
        ),
        pytest.param(
            ("--join", "extra.csv", "--decisions", "extra.csv"), 2, "not a decisions file", id="no decisions"
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    folder: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    for name in ("suppliers.xlsx", "table.xlsx", "old.xlsx"):
        (folder / name).write_bytes(b"kept")
    list_ = "suppliers.xlsx" if "suppliers.xlsx" in words else "suppliers.csv"
    done = msrisk("match", list_, *words, cwd=folder)
    assert done.returncode == code
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert (folder / "old.xlsx").read_bytes() == b"kept"


def test_the_next_command_repeats_how_the_list_was_read(folder: Path) -> None:
    said = match(folder, "--map", "country=Country", "-o", "decisions.xlsx")
    assert 'screen "suppliers.csv" --join "extra.csv" --map "country=Country" --decisions "decisions.xlsx"' in said


def test_what_is_to_check_and_that_nothing_waits_do_not_stand_together(folder: Path) -> None:
    done = msrisk("match", "suppliers.csv", "--watchlist", "extra.csv", cwd=folder, COLUMNS="120")
    said = done.stdout.partition("Watchlist: extra.csv")[2]
    assert "To check and to accept or reject" in said
    assert "No possible match waits" not in said


def test_no_next_command_names_a_person_that_was_told(folder: Path) -> None:
    said = match(folder, "--kind", "Mrs Wilhelmina Quickfoot=supplier", "--kind", "Alder Works plc=person")
    assert '--kind "Person (row 5)=supplier" --kind "Person (row 2)=person" -o decisions.xlsx' in said


# -- decisions that are not used

JOINED = ("--join", "extra.csv", "--as-of", "2026-11-22", "--decisions", "decisions.xlsx")


@pytest.fixture
def decided(folder: Path) -> Path:
    """A folder with a decision that holds, one whose source is blank and one on a source not given."""
    match(folder, "-o", "decisions.xlsx")
    fill_in(folder / "decisions.xlsx", "To decide", DOGWOOD, Decision="accept")
    fill_in(folder / "decisions.xlsx", "Found", "Alder Works plc", Decision="reject", Source=None)
    fill_in(folder / "decisions.xlsx", "Found", "Birch Care Limited", Decision="reject", Source="table other.csv")
    return folder


NOT_USED = (
    "Decisions: 1 of 3 in decisions.xlsx used. Not used: 1: the cell under Source is blank; "
    "1: 'table other.csv' was not given in this run."
)


@pytest.mark.parametrize("words", [("screen",), ("check",), ("explain", DOGWOOD), ("award",), ("match",)])
def test_every_command_says_which_decisions_were_not_used_and_why(decided: Path, words: tuple[str, ...]) -> None:
    command, *more = words
    options = [each for each in JOINED if command != "match" or each not in JOINED[2:4]]
    done = msrisk(command, "suppliers.csv", *more, *options, cwd=decided, COLUMNS="200")
    assert done.returncode == 0, done.stderr
    assert NOT_USED in " ".join(done.stderr.split())


def test_the_run_records_say_it_too(decided: Path) -> None:
    done = msrisk("screen", "suppliers.csv", *JOINED, "-o", "run.json", cwd=decided)
    record = json.loads((decided / "run.json").read_text(encoding="utf-8"))["run"]["decisions"]
    digest = hashlib.sha256((decided / "decisions.xlsx").read_bytes()).hexdigest()
    assert (record["file"], record["sha256"], record["used"]) == ("decisions.xlsx", digest, 1), done.stderr
    assert sum(record["not_used"].values()) == 2
    done = msrisk("award", "suppliers.csv", *JOINED, cwd=decided, COLUMNS="200")
    assert NOT_USED in " ".join(done.stdout.split())
    assert digest in done.stdout


def test_t75_what_lapsed_is_counted_among_the_decisions_not_used(decided: Path) -> None:
    text = LIST.replace(f"{DOGWOOD},,United Kingdom", f"{DOGWOOD},07654321,United Kingdom")
    (decided / "suppliers.csv").write_text(text, encoding="utf-8")
    done = msrisk("screen", "suppliers.csv", *JOINED, cwd=decided, COLUMNS="200")
    assert "Decisions: 0 of 3" in done.stderr
    assert "1: no longer the same supplier or entry" in done.stderr


# -- commands to copy


def test_screen_and_award_repeat_every_option_in_the_command_to_go_on_with(folder: Path) -> None:
    match(folder, "-o", "decisions.xlsx")
    words = (*JOINED, "--watchlist", "extra.csv", "--map", "country=Country", "--kind", "Alder Works plc=supplier")
    options = (
        '--watchlist "extra.csv" --join "extra.csv" --map "country=Country" '
        '--kind "Alder Works plc=supplier" --as-of "2026-11-22" --decisions "decisions.xlsx"'
    )
    said = msrisk("screen", "suppliers.csv", *words, cwd=folder).stderr
    (next_,) = [line for line in said.splitlines() if line.startswith("Next:")]
    assert "explain" in next_
    assert next_.endswith(options)
    again = shlex.split(next_.partition("-m msrisk ")[2])
    assert msrisk(*again, cwd=folder).returncode == 0
    said = msrisk("award", "suppliers.csv", *words, cwd=folder).stderr
    assert f'award "suppliers.csv" {options} -o award.html' in said


def test_the_screen_page_names_the_first_identities_to_check_and_the_command_that_writes_them(
    tmp_path: Path,
) -> None:
    names = [f"{word} Works Ltd" for word in ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir")]
    (tmp_path / "suppliers.csv").write_text(
        "Supplier,Amount\nSomebody Else plc,900\n" + "".join(f"{each},100\n" for each in names), encoding="utf-8"
    )
    (tmp_path / "names.csv").write_text("Name\n" + "".join(f"{each}\n" for each in names), encoding="utf-8")
    done = msrisk("screen", "suppliers.csv", "--watchlist", "names.csv", cwd=tmp_path, COLUMNS="120")
    before = done.stdout.partition("Rank")[0]
    named = [name for name in names if f"'{name}' may be '{name}' on names.csv, undated" in before]
    assert len(named) == 5
    assert "… and 1 more" in before
    assert "msrisk match" in before
    (line,) = [line for line in done.stderr.splitlines() if "-o decisions.xlsx" in line]
    assert line.endswith('match "suppliers.csv" --watchlist "names.csv" -o decisions.xlsx')


def test_a_file_that_holds_decisions_is_never_written_over_not_even_by_force(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Supplier,Amount\nQuickfot Services Ltd,500\n", encoding="utf-8")
    (tmp_path / "table.csv").write_text("Supplier,Turnover\nQuickfoot Services Ltd,£1m\n", encoding="utf-8")
    command = ("match", "list.csv", "--join", "table.csv", "-o", "decisions.xlsx")
    assert msrisk(*command, cwd=tmp_path).returncode == 0
    fill_in(tmp_path / "decisions.xlsx", "To decide", "Quickfot Services Ltd", Decision="accept")
    for more in ((), ("--force",)):
        done = msrisk(*command, *more, cwd=tmp_path)
        assert done.returncode == 2
        assert "this file holds 1 decision, which writing over it would lose" in done.stderr
        assert '--decisions "decisions.xlsx"' in done.stderr or "--decisions decisions.xlsx" in done.stderr


def test_files_one_after_the_other_are_told_to_be_given_otherwise(tmp_path: Path) -> None:
    for name in ("list.csv", "a.csv", "b.csv"):
        (tmp_path / name).write_text("Supplier,Amount\nAlder Ltd,5\n", encoding="utf-8")
    done = msrisk("screen", "list.csv", "--join", "a.csv", "b.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "repeat the option before each" in done.stderr
