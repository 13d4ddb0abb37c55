"""``--table`` and ``rules import`` as an officer types them: what is said, refused, and to be typed next."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from msrisk.files import data_folder
from tests.accepting_making import accept
from tests.cli.cli_making import msrisk

AS_OF = ("--as-of", "2026-11-22")
SAID = "Tables: countries, your copy mine.csv in place of ours."
GOODS = "Country/Area,Good,Child Labor,Forced Labor\nIndia,Rice,No,Yes\nElbonia,Rice,Yes,No\n"


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "suppliers.csv"
    path.write_text("Supplier,Category,Country of origin\nAlder Ltd,Rice,Fiji\n", encoding="utf-8")
    return path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    ours = (data_folder("rules") / "tables" / "countries.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "mine.csv").write_text(ours.replace("FJ,Fiji,2 Watch List", "FJ,Fiji,3"), encoding="cp1252")
    return tmp_path / "mine.csv"


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["screen"], id="screen"),
        pytest.param(["check"], id="check"),
        pytest.param(["explain", "Alder Ltd"], id="explain"),
        pytest.param(["award"], id="award"),
        pytest.param(["accept"], id="accept"),
    ],
)
def test_every_command_with_rules_takes_a_copy_of_a_table_and_says_so(
    suppliers: Path, mine: Path, words: list[str]
) -> None:
    command, *more = words
    done = msrisk(command, suppliers, *more, "--table", f"countries={mine}", *AS_OF)
    assert done.returncode == 0, done.stderr
    assert SAID in plain(done.stdout + done.stderr)


@pytest.mark.parametrize(
    "words", [["list"], ["show", "country-origin-tier-3"], ["test", "exposure"]], ids=" ".join
)
def test_the_commands_that_print_rules_take_one_too(mine: Path, words: list[str]) -> None:
    done = msrisk("rules", *words, "--table", f"countries={mine}")
    assert done.returncode == 0, done.stderr
    assert SAID in plain(done.stdout + done.stderr)


def test_what_is_accepted_under_a_copy_of_a_table_holds_when_the_list_is_screened_with_it(
    suppliers: Path, mine: Path
) -> None:
    folder, table = suppliers.parent, ("--table", f"countries={mine}")
    done = msrisk("accept", suppliers, *table, *AS_OF, "--all", "-o", "acceptances.xlsx", cwd=folder)
    assert done.returncode == 0, done.stderr
    accept(folder / "acceptances.xlsx", "Alder Ltd", "country-origin-tier-3")
    done = msrisk("screen", suppliers, *table, *AS_OF, "--acceptances", "acceptances.xlsx", cwd=folder)
    assert "Acceptances: 1 of 1 in acceptances.xlsx used" in plain(done.stderr), done.stderr


def test_the_command_to_go_on_with_keeps_the_copy_and_the_record_names_no_folder(
    suppliers: Path, mine: Path
) -> None:
    target = suppliers.with_name("run.json")
    done = msrisk("screen", suppliers, "--table", f"countries={mine}", *AS_OF, "-o", target)
    assert f'--table "countries={mine}"' in done.stderr
    run = json.loads(target.read_text(encoding="utf-8"))["run"]
    assert run["options"]["table"] == "countries=mine.csv"
    assert str(mine.parent) not in json.dumps(run)


@pytest.mark.parametrize(
    ("table", "problem", "hint"),
    [
        pytest.param("countries", "write it as name=file", "countries=mine.csv", id="no file"),
        pytest.param("=mine.csv", "write it as name=file", "countries=mine.csv", id="no name"),
        pytest.param("contries={mine}", "no table called 'contries'", "Did you mean 'countries'?", id="misspelt"),
        pytest.param("countries=nowhere.csv", "nowhere.csv: no such file", "", id="no such file"),
        pytest.param("goods_listed={mine}", "the first row lacks 'goods_group'", "it must name: goods_group", id="another"),
    ],
)  # fmt: skip
def test_a_wrong_table_stops_the_run_in_one_message(
    suppliers: Path, mine: Path, table: str, problem: str, hint: str
) -> None:
    done = msrisk("screen", suppliers, "--table", table.format(mine=mine), *AS_OF)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr
    assert hint in done.stderr


def test_a_table_given_twice_or_named_as_output_is_refused(suppliers: Path, mine: Path) -> None:
    twice = msrisk("screen", suppliers, "--table", f"countries={mine}", "--table", "countries=b.csv")
    assert "--table names two files for countries" in twice.stderr
    over = msrisk("screen", suppliers, "--table", f"countries={mine}", "-o", mine, "--force")
    assert "'mine.csv' is the input: msrisk never writes over it" in over.stderr


def test_the_steps_of_the_award_stage_are_replaced_and_said(suppliers: Path) -> None:
    steps = suppliers.with_name("steps.csv")
    steps.write_text("step;why;source\nAsk early.;So.;Ours\n", encoding="utf-8")
    page = suppliers.with_name("award.html")
    done = msrisk("award", suppliers, "--table", f"award_steps={steps}", *AS_OF, "-o", page)
    assert done.returncode == 0, done.stderr
    html = page.read_text(encoding="utf-8")
    assert "Ask early." in html
    assert "Tables: award_steps, your copy steps.csv in place of ours." in html


def test_an_import_says_what_was_taken_and_not_and_how_to_use_it(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(GOODS, encoding="utf-8")
    words = ("rules", "import", "goods", "list.csv", "-o", "goods.csv", "--edition", "2024")
    done = msrisk(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = plain(done.stdout)
    assert "Read: list.csv, 2 goods and countries; edition 2024." in said
    assert "Taken: 1." in said
    assert "Not understood: 1. A3 'Rice' from 'Elbonia': not one country beyond doubt" in said
    assert '--table "goods_listed=goods.csv"' in done.stderr
    again = msrisk(*words, cwd=tmp_path)
    assert "'goods.csv' exists and is not as msrisk wrote it" in again.stderr


@pytest.mark.parametrize(
    ("kind", "output", "problem"),
    [
        pytest.param("slavery-indx", "c.csv", "Did you mean 'slavery-index'?", id="a kind that is none"),
        pytest.param("slavery-index", "c.xlsx", "'c.xlsx' does not end in .csv", id="not a CSV"),
        pytest.param("slavery-index", "c.csv", "no sheet has the headings", id="another file"),
        pytest.param("goods", "c.csv", "no good with its country", id="nothing understood"),
    ],
)
def test_an_import_that_cannot_be_made_is_one_message_and_writes_nothing(
    tmp_path: Path, kind: str, output: str, problem: str
) -> None:
    (tmp_path / "list.csv").write_text(GOODS.replace("India", "Ruritania"), encoding="utf-8")
    done = msrisk("rules", "import", kind, "list.csv", "-o", output, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr
    assert not (tmp_path / output).exists()
