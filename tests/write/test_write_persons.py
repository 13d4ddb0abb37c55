"""No output names a private person, nor repeats an id or a label that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_cli_commands import msrisk

ROWS = (
    "Supplier Name,Supplier ID,Amount,Category\n"
    "Mrs Wilhelmina Quickfoot,QUICKFOOT W,500,Fostering allowances Mrs Wilhelmina Quickfoot\n"
    "Mrs Wilhelmina Quickfoot,QUICKFOOT W,tbc,Fostering allowances\n"
    "Acme Ltd,A1,900,Cleaning\n"
)


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_person_s_id_and_category_do_not_name_it(tmp_path: Path, ending: str) -> None:
    path, out = tmp_path / "list.csv", tmp_path / f"run.{ending}"
    path.write_text(ROWS, encoding="utf-8")
    done = msrisk("screen", path, "-o", out)
    assert done.returncode == 0
    assert "quickfoot" not in (out.read_text(encoding="utf-8") + done.stdout).casefold()
    assert "A1" in out.read_text(encoding="utf-8")


def test_what_is_said_of_cells_does_not_name_a_person(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(ROWS, encoding="utf-8")
    done = msrisk("check", path)
    assert "not an amount" in " ".join(done.stdout.split())
    assert "quickfoot" not in done.stdout.casefold()


def test_a_list_of_persons_alone_is_nothing_screened(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("".join(ROWS.splitlines(keepends=True)[:3]), encoding="utf-8")
    assert msrisk("screen", path).returncode == 2
