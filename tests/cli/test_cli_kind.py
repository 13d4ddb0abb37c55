"""``--kind`` and the payees that ``check`` shows, as a person meets them."""

import json
from pathlib import Path

import pytest

from tests.cli.cli_making import msrisk

LEDGER = (
    "Supplier,Expense type,Amount\n"
    "Alder Works Ltd,Books,100\n"
    'HM Revenue & Customs,PAYE,"5,000"\n'
    "Holly County Council,Services,300\n"
    "Mrs J Hollingbery,FOSTER ALLOWANCES,70\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_text(LEDGER, encoding="utf-8")
    return path


def test_check_counts_payees_by_kind_and_says_who_is_set_aside_and_why(ledger: Path) -> None:
    done = msrisk("check", ledger, COLUMNS="120")
    said = " ".join(done.stdout.split())
    assert "tax or pension 1 £5,000 all" in said
    assert "3 payees, £5,370 of £5,470" in said
    assert (
        "HM Revenue & Customs, £5,000: tax or pension; the name says 'revenue and customs' and the account 'paye…'"
        in said
    )
    assert "(B3)" in said
    assert "Hollingbery" not in done.stdout


def test_kind_overrules_on_every_command_that_reads_a_list(ledger: Path) -> None:
    told = ("--kind", "Holly County Council=supplier")
    assert "2 payees, £5,070 of £5,470" in " ".join(msrisk("check", ledger, *told, COLUMNS="120").stdout.split())
    assert msrisk("explain", ledger, "Holly County Council", *told).returncode == 0
    assert msrisk("screen", ledger, *told).returncode == 0


def test_the_run_record_repeats_kind_and_names_no_person(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "run.json"
    told = ("--kind", "Holly County Council=supplier", "--kind", "Mrs J Hollingbery=person")
    assert msrisk("screen", ledger, *told, "-o", target, "--as-of", "2026-11-22").returncode == 0
    run = json.loads(target.read_text(encoding="utf-8"))
    assert run["run"]["options"]["kind"] == "Holly County Council=supplier; Person (row 5)=person"
    kinds = {each["spend"]: each["kind"] for each in run["suppliers"]}
    assert kinds[5000] == "tax or pension"
    assert kinds[300] == "supplier"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Holly Country Council=supplier", "Did you mean 'Holly County Council'?"),
        ("Holly County Council=suplier", "Did you mean 'supplier'?"),
        ("Holly County Council=firm", "The kinds are: supplier, public body"),
        ("Holly County Council", "write it as name=kind"),
    ],
)
def test_a_kind_that_cannot_be_taken_is_refused_with_what_to_write(ledger: Path, told: str, said: str) -> None:
    done = msrisk("check", ledger, "--kind", told)
    assert done.returncode == 2
    assert said in done.stderr
