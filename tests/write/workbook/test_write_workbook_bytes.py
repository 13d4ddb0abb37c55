"""The same list, rules and day give the same bytes, whatever the machine is set to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MAKER = ROOT / "tests" / "write" / "workbook" / "kinds_making.py"
HERE = {"PYTHONHASHSEED": "1", "TZ": "Europe/London", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}

OUTPUTS = (
    *(
        "register.xlsx",
        "council.xlsx",
        "published.xlsx",
        "redacted.xlsx",
        "award.xlsx",
        "accept.xlsx",
        "match.xlsx",
    ),
    *("changes.xlsx", "template.xlsx", "register.json", "register.csv", "changes.csv"),
    *("award.html", "board.html", "own-file.html", "for-supplier.html"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """All outputs, made twice, each time in one process of its own."""
    found = []
    for settings in (HERE, ELSEWHERE):
        folder = tmp_path_factory.mktemp("made")
        command = [sys.executable, str(MAKER), str(folder)]
        env = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=240, check=False)
        assert done.returncode == 0, done.stderr
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})
    return found


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_has_the_same_bytes_on_another_machine(made: list[dict[str, bytes]], name: str) -> None:
    here, elsewhere = made
    assert here[name]
    assert here[name] == elsewhere[name]


def test_every_output_is_compared(made: list[dict[str, bytes]]) -> None:
    here, elsewhere = made
    assert set(here) == set(elsewhere)
    assert set(here) == set(OUTPUTS)
