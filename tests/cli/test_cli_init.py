"""``msrisk init``: rules to edit and a list to fill in; every example in them works once it is switched on."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from msrisk.cli.init import OVERLAY, TEMPLATE
from msrisk.ruleset.check import check_rules
from msrisk.ruleset.load import built_in, load_rules
from tests.cli.cli_making import ROOT, msrisk

DAY = date(2026, 11, 22)


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}, capture_output=True,
        text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def init(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return msrisk("init", "--as-of", "2026-11-22", *words, cwd=folder, COLUMNS="80")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_init_makes_a_folder_and_each_command_it_offers_runs_as_printed(tmp_path: Path) -> None:
    done = init(tmp_path, "Our screening")
    assert done.returncode == 0, done.stderr
    assert names(tmp_path / "Our screening") == [OVERLAY, TEMPLATE]
    assert re.search(r"\d+ columns with drop-downs", " ".join(done.stdout.split()))
    offered = [line.strip() for line in done.stderr.splitlines() if "-m msrisk" in line]
    assert [shlex.split(line)[3] for line in offered] == ["rules", "screen"]
    for line in offered:
        ran = run([sys.executable, *shlex.split(line)[1:]], tmp_path)
        assert ran.returncode == 0, ran.stderr
    assert "Example Ltd" in ran.stdout


def test_a_folder_that_holds_something_is_left_alone_and_an_empty_one_will_do(tmp_path: Path) -> None:
    held = tmp_path / "mine"
    held.mkdir()
    (held / "our-rules.yaml").write_text("title: Mine\n", encoding="utf-8")
    refused = init(tmp_path, "mine")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "holds other files: our-rules.yaml" in refused.stderr
    assert (held / "our-rules.yaml").read_text(encoding="utf-8") == "title: Mine\n"
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".DS_Store").write_bytes(b"left by a file manager")
    assert init(tmp_path, "empty").returncode == 0


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        pytest.param("con", 2, "'con' is a name Windows keeps for a device", id="a device"),
        pytest.param("NUL.rules", 2, "'NUL.rules' is a name Windows keeps", id="a device with an ending"),
        pytest.param("not/there", 4, "there is no folder 'not' to make it in", id="nowhere"),
    ],
)
def test_a_folder_that_cannot_be_is_refused_in_one_message(
    tmp_path: Path, name: str, code: int, said: str
) -> None:
    refused = init(tmp_path, name)
    assert (refused.returncode, refused.stdout) == (code, "")
    assert said in refused.stderr
    assert names(tmp_path) == []


def test_another_rule_set_may_be_started_from_and_one_that_is_none_makes_no_folder(tmp_path: Path) -> None:
    assert init(tmp_path, "law", "--rules", "section-54").returncode == 0
    text = (tmp_path / "law" / OVERLAY).read_text(encoding="utf-8")
    assert "\nextends: section-54  # " in text
    assert "\nreviewed: 2026-11-22  # " in text
    refused = init(tmp_path, "other", "--rules", "section-45")
    assert refused.returncode == 2
    assert "Did you mean 'section-54'?" in refused.stderr
    assert names(tmp_path) == ["law"]


# -- every example, switched on as the file says: by deleting the # at the beginning of its lines


def overlay() -> list[str]:
    return (ROOT / "samples" / OVERLAY).read_text(encoding="utf-8").splitlines()


def examples() -> list[range]:
    """The runs of lines that are switched off, each one example."""
    held = [number for number, line in enumerate(overlay()) if line.startswith("#  ")]
    starts = [number for number in held if number - 1 not in held]
    ends = [number + 1 for number in held if number + 1 not in held]
    return [range(*each) for each in zip(starts, ends, strict=True)]


def switched_on(folder: Path, *which: range) -> Path:
    numbers = {number for each in which for number in each}
    lines = [line[1:] if number in numbers else line for number, line in enumerate(overlay())]
    path = folder / OVERLAY
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def first_word(lines: range) -> str:
    return overlay()[lines[0]].strip("# :")


@pytest.mark.parametrize("example", examples(), ids=first_word)
def test_each_example_loads_passes_its_tests_and_changes_something(tmp_path: Path, example: range) -> None:
    rules = load_rules(switched_on(tmp_path, example))
    assert rules.off or rules.changed
    assert check_rules(rules, DAY).failures == ()


def test_all_examples_together_load_and_pass(tmp_path: Path) -> None:
    rules = load_rules(switched_on(tmp_path, *examples()))
    assert set(rules.off) == {"s54-turnover-old"}
    assert {"scoring", "worklist", "sector-uniform-hire", "turnover_near_threshold"} <= {
        each.name for each in rules.changed
    }
    assert rules.worklist.look_first == 40
    assert check_rules(rules, DAY).failures == ()


def test_as_it_comes_it_changes_nothing(tmp_path: Path) -> None:
    rules = load_rules(switched_on(tmp_path))
    assert (rules.off, rules.changed) == ({}, ())
    assert rules.rules.keys() == load_rules("uk-public-procurement").rules.keys()


@pytest.mark.parametrize("base", [each for each in built_in() if "s54-turnover-old" in load_rules(each).rules])
def test_all_examples_work_over_every_rule_set_that_holds_the_law(tmp_path: Path, base: str) -> None:
    path = switched_on(tmp_path, *(each for each in examples() if first_word(each) != "look_first: 40"))
    text = path.read_text(encoding="utf-8").replace("extends: uk-public-procurement", f"extends: {base}")
    path.write_text(text, encoding="utf-8")
    assert check_rules(load_rules(path), DAY).failures == ()
