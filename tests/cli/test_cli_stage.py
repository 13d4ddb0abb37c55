"""``--stage``: the next steps of a stage, kept in the run record and in the command that is offered next."""

import json
from pathlib import Path

import pytest

from tests.cli.cli_making import msrisk

LIST = (
    "Supplier,Category,For the health service,Award date,Modern slavery risk level\n"
    "Alder Care Ltd,Home care,yes,1 August 2026,high\n"
)


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    (tmp_path / "suppliers.csv").write_text(LIST, encoding="utf-8")
    return tmp_path / "suppliers.csv"


def explained(suppliers: Path, *more: str) -> str:
    done = msrisk("explain", suppliers, "Alder Care Ltd", "--rules", "council", "--as-of", "2026-11-26", *more,
                  COLUMNS="200")  # fmt: skip
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("stage", ["before-advert", "before advert", "Before_Advert"])
def test_a_stage_is_named_with_a_hyphen_or_a_space(suppliers: Path, stage: str) -> None:
    said = explained(suppliers, "--stage", stage)
    assert "What to do at this stage (before advert, steps for high)" in said
    assert "next, for us: Make the assessment" in said


def test_without_a_stage_the_steps_are_those_of_a_supplier_we_have(suppliers: Path) -> None:
    said = explained(suppliers)
    assert "at this stage" not in said
    assert "next, for us: Find the assessment and record" in said


def test_a_stage_is_kept_in_the_run_record_and_in_the_next_command(suppliers: Path, tmp_path: Path) -> None:
    done = msrisk("screen", suppliers, "--stage", "delivery", "-o", tmp_path / "run.json", COLUMNS="300")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["run"]["options"]["stage"] == "delivery"
    assert '--stage "delivery"' in done.stderr + done.stdout


def test_a_misspelt_stage_is_refused_with_the_right_one(suppliers: Path) -> None:
    done = msrisk("screen", suppliers, "--stage", "delivry")
    assert done.returncode == 2
    assert "--stage delivry: that is not a stage" in done.stderr
    assert "Did you mean 'delivery'?" in done.stderr


@pytest.mark.parametrize("option", ["--stage", "--acceptances"])
def test_comparing_two_rule_sets_takes_no_option_that_it_would_not_heed(suppliers: Path, option: str) -> None:
    done = msrisk("rules", "diff", "section-54", "exposure", suppliers, option, "award")
    assert done.returncode == 2
    assert f"No such option: {option}" in done.stderr
