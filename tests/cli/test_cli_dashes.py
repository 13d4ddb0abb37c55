"""A name or file that begins with a dash is no option: what is suggested can be typed as it stands."""

import shlex
from pathlib import Path

import pytest

from msrisk.cli.demo import _next as demo_next
from msrisk.cli.init import _next as init_next
from msrisk.cli.options import quoted_file
from msrisk.screening import screen
from tests.cli.cli_making import LIST, ROWS, msrisk

DAY = ("--as-of", "2026-11-22")


def suggested(stderr: str) -> list[str]:
    """The words of the command behind *Next:*, without what starts Python."""
    (line,) = [each for each in stderr.splitlines() if each.startswith("Next:")]
    return shlex.split(line)[4:]


@pytest.mark.parametrize("name", ["-Alder Works plc", "--force", "Alder Works plc"])
def test_the_command_that_explains_a_supplier_runs_as_it_is_suggested(name: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST + ROWS.replace("Alder Works plc", name), encoding="utf-8")
    done = msrisk("screen", path, *DAY, "--kind", f"{name}=supplier", "--stage", "award")
    words = suggested(done.stderr)
    assert words[0] == "explain"
    assert name in words
    again = msrisk(*words)
    assert again.returncode == 0, again.stderr
    assert name in again.stdout.splitlines()[:2]


def test_a_list_whose_name_begins_with_a_dash_is_suggested_as_a_path(tmp_path: Path) -> None:
    (tmp_path / "-list.csv").write_text(LIST + ROWS, encoding="utf-8")
    done = msrisk("screen", *DAY, "--", "-list.csv", cwd=tmp_path)
    words = suggested(done.stderr)
    assert words[:2] == ["explain", "./-list.csv"]
    assert msrisk(*words, cwd=tmp_path).returncode == 0
    award = msrisk("award", "./-list.csv", *DAY, cwd=tmp_path)
    assert msrisk(*suggested(award.stderr), cwd=tmp_path).returncode == 0


def test_what_demo_and_init_suggest_in_a_folder_so_called_begins_no_word_with_its_dash(tmp_path: Path) -> None:
    assert quoted_file("-folder/list.csv") == '"./-folder/list.csv"'
    listed = tmp_path / "list.csv"
    listed.write_text(LIST + ROWS, encoding="utf-8")
    lines = [*demo_next(Path("-folder"), screen(listed)), *init_next(Path("-folder"))]
    files = [word for line in lines for word in shlex.split(line) if "-folder" in word]
    assert files
    assert {each.split("-folder")[0] for each in files if "register" not in each and "rules" not in each} == {"./"}
