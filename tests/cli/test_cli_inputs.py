"""Several inputs and the options of reading, as a person types them."""

import json
from pathlib import Path

import pytest

from tests.cli.cli_making import msrisk

ROOT = Path(__file__).resolve().parents[2]
MONTHS = ROOT / "samples" / "months"


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three months, screened into a register of figures."""
    folder = tmp_path_factory.mktemp("quarter")
    done = msrisk("screen", MONTHS, "-o", "quarter.json", "--as-of", "2026-11-22", cwd=folder)
    assert done.returncode == 0, done.stderr
    (folder / "said.txt").write_text(done.stderr, encoding="utf-8")
    return folder


def test_a_folder_is_screened_as_one_list_and_each_file_is_told(quarter: Path) -> None:
    said = " ".join((quarter / "said.txt").read_text(encoding="utf-8").split())
    assert "Read 3 files as one list: 17 rows below the headings, 7 suppliers, 5 rows left out." in said
    assert "june.xlsx, 'June 26': headings in rows 1 and 2, 4 rows below" in said
    assert "2 × the same payment as in april.csv (£19,140)" in said


def test_every_row_of_a_supplier_is_addressed_by_file_sheet_and_cell(quarter: Path) -> None:
    held = json.loads((quarter / "quarter.json").read_text(encoding="utf-8"))
    waste = next(each for each in held["suppliers"] if each["name"].startswith("Copperfold"))
    assert waste["rows"] == ["april.csv!A4", "june.xlsx!'June 26'!A3", "june.xlsx!'June 26'!A4", "may.csv!A4"]
    assert [each["file"] for each in held["run"]["inputs"]] == ["april.csv", "june.xlsx", "may.csv"]


def test_one_supplier_is_explained_over_several_files() -> None:
    done = msrisk("explain", MONTHS / "april.csv", MONTHS / "may.csv", "Tamarisk Linen Hire Ltd")
    assert done.returncode == 0, done.stderr
    assert "In may.csv!C6" in done.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--header-row", "99"), "--header-row 99: there is no such row", id="no such row"),
        pytest.param(("--range", "top"), "Write it as B3:H200", id="no range"),
        pytest.param(("--encoding", "latin-99"), "latin-99", id="no such encoding"),
        pytest.param(("--map-file", "none.csv"), "no such file", id="no such map"),
    ],
)
def test_an_option_of_reading_that_cannot_be_used_says_why(options: tuple[str, ...], said: str) -> None:
    done = msrisk("check", MONTHS / "april.csv", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
