"""``msrisk demo``: a folder to look around in, made in seconds and never over somebody's work."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.cli.cli_making import ROOT, msrisk

MADE = ["register.xlsx", "run.json", "suppliers-messy.xlsx"]


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}, capture_output=True,
        text=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


def demo(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return msrisk("demo", "--as-of", "2026-11-22", *words, cwd=folder, COLUMNS="80")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The demo as it comes, made once: where it stands, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, demo(folder)


@pytest.fixture
def made(once: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path) -> Path:
    """A copy of it to edit."""
    shutil.copytree(once[0], tmp_path, dirs_exist_ok=True)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_demo_makes_a_folder_with_the_list_its_register_and_its_run_record(
    once: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = once
    assert done.returncode == 0, done.stderr
    assert names(folder) == ["msrisk-demo"]
    assert names(folder / "msrisk-demo") == MADE
    copied = folder / "msrisk-demo" / "suppliers-messy.xlsx"
    assert copied.read_bytes() == (ROOT / "samples" / copied.name).read_bytes()
    assert openpyxl.load_workbook(folder / "msrisk-demo" / "register.xlsx").sheetnames[0] == "Read me"


def test_demo_says_what_it_made_and_what_is_in_it(once: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    said = once[1].stdout
    assert all(name in said for name in ["'msrisk-demo'", *MADE])
    assert "64 suppliers screened, £36,629,391" in said
    assert "Set aside as no suppliers for this purpose: 4 payees" in said
    assert "Parked: 6 suppliers" in said
    assert "Exclusions were not checked." in " ".join(said.split())


def test_each_of_the_three_commands_it_offers_runs(
    once: tuple[Path, subprocess.CompletedProcess[str]], made: Path
) -> None:
    offered = [line.strip() for line in once[1].stderr.splitlines() if "-m msrisk" in line]
    assert [shlex.split(line)[3] for line in offered] == ["check", "screen", "explain"]
    for line in offered:
        done = run([sys.executable, *shlex.split(line)[1:]], made)
        assert done.returncode == 0, done.stderr


def test_demo_can_be_run_again_and_leaves_the_same_bytes(made: Path) -> None:
    held = {each.name: each.read_bytes() for each in (made / "msrisk-demo").iterdir()}
    (made / "msrisk-demo" / ".DS_Store").write_bytes(b"left by a file manager")
    again = demo(made)
    assert again.returncode == 0, again.stderr
    assert {name: (made / "msrisk-demo" / name).read_bytes() for name in held} == held


def test_the_folder_can_be_named(tmp_path: Path) -> None:
    assert demo(tmp_path, "--folder", "Look around").returncode == 0
    assert names(tmp_path / "Look around") == MADE


def test_a_folder_with_other_files_is_not_touched_unless_forced(tmp_path: Path) -> None:
    mine, edited = (tmp_path / "msrisk-demo" / name for name in ("my notes.txt", "run.json"))
    mine.parent.mkdir()
    mine.write_text("keep me", encoding="utf-8")
    refused = demo(tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "holds other files: my notes.txt" in refused.stderr
    assert "--force" in refused.stderr
    assert names(mine.parent) == ["my notes.txt"]
    edited.write_text("not as msrisk wrote it", encoding="utf-8")
    assert demo(tmp_path, "--force").returncode == 0
    assert names(mine.parent) == sorted([*MADE, "my notes.txt"])
    assert edited.read_text(encoding="utf-8").startswith("{")
    assert mine.read_text(encoding="utf-8") == "keep me"


@pytest.mark.parametrize("name", MADE)
def test_a_file_of_the_demo_that_was_edited_since_is_not_replaced(made: Path, name: str) -> None:
    edited = made / "msrisk-demo" / name
    edited.write_bytes(b"my own work")
    before = {each.name: each.read_bytes() for each in edited.parent.iterdir()}
    refused = demo(made)
    assert refused.returncode == 2
    assert f"'{name}' exists and is not as msrisk wrote it" in refused.stderr
    assert {each.name: each.read_bytes() for each in edited.parent.iterdir()} == before


@pytest.mark.parametrize(
    ("folder", "code", "said"),
    [
        pytest.param("file.txt", 2, "is a file, not a folder", id="a file stands there"),
        pytest.param("no/such", 4, "cannot be made", id="the folder above is missing"),
        pytest.param("x" * 300, 4, "cannot be made", id="fault 121 a name too long"),
    ],
)
def test_a_folder_that_cannot_be_is_refused_and_nothing_is_left(
    tmp_path: Path, folder: str, code: int, said: str
) -> None:
    (tmp_path / "file.txt").write_text("mine", encoding="utf-8")
    done = demo(tmp_path, "--folder", folder)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert names(tmp_path) == ["file.txt"]


def test_a_quota_reached_while_writing_is_exit_code_4(tmp_path: Path) -> None:
    command = f'ulimit -f 4; "{sys.executable}" -B -m msrisk demo'
    done = run(["bash", "-c", command], tmp_path)
    assert done.returncode == 4, done.stderr
    assert names(tmp_path) == []


def test_a_day_that_is_none_makes_no_folder(tmp_path: Path) -> None:
    done = msrisk("demo", "--as-of", "tomorrow", cwd=tmp_path)
    assert done.returncode == 2
    assert names(tmp_path) == []
