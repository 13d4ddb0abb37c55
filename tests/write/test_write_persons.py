"""No output names a private person, nor repeats an id or a label that does."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.cli_making import msrisk
from tests.write.match_making import fill_in, rows

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


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    """A folder in which a possible match was accepted of somebody who is told to be a person only afterwards."""
    (tmp_path / "list.csv").write_text(
        "Supplier,Amount\nWilhelmina Quickfot Services,500\nAcme Ltd,900\n", encoding="utf-8"
    )
    (tmp_path / "table.csv").write_text(
        "Supplier,Turnover\nWilhelmina Quickfoot Services,£1m\nAcme Limited,£2m\n", encoding="utf-8"
    )
    done = msrisk("match", "list.csv", "--join", "table.csv", "-o", "decisions.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = {"Decision": "accept", "Why": "rang Wilhelmina Quickfoot Services"}
    fill_in(tmp_path / "decisions.xlsx", "To decide", "Wilhelmina Quickfot Services", **said)
    return tmp_path


TOLD = ("--join", "table.csv", "--decisions", "decisions.xlsx", "--kind", "Wilhelmina Quickfot Services=person")


@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_a_decision_on_a_person_names_neither_the_person_nor_whom_one_took_them_for(
    decided: Path, ending: str
) -> None:
    done = msrisk("screen", "list.csv", *TOLD, "-o", f"run.{ending}", cwd=decided)
    assert done.returncode == 0, done.stderr
    assert "quickfo" not in (done.stdout + done.stderr + _words_of(decided / f"run.{ending}")).casefold()


def test_a_decisions_file_written_again_does_not_keep_the_name_of_a_person(decided: Path) -> None:
    done = msrisk("match", "list.csv", *TOLD, "-o", "again.xlsx", cwd=decided)
    assert done.returncode == 0, done.stderr
    (row,) = rows(decided / "again.xlsx", "Decided")
    assert row["Listed name"] == row["Our supplier"] == "[a person's name]"
    assert "quickfo" not in (done.stdout + done.stderr + _words_of(decided / "again.xlsx")).casefold()


def _words_of(path: Path) -> str:
    """All that stands in a file, a workbook unpacked."""
    if path.suffix != ".xlsx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return " ".join(archive.read(name).decode("utf-8") for name in archive.namelist())
