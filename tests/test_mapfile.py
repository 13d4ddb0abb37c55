"""A map file keeps what headings mean, opens in Excel, and says which of its lines no longer fits a list."""

from pathlib import Path

import pandas
import pytest

from msrisk.errors import InputError
from msrisk.mapfile import read_map, write_map
from msrisk.model import Suppliers, Told
from msrisk.normalise.heading.mapping import HeadingGone
from msrisk.screening import read_suppliers
from tests.cli.cli_making import msrisk

LIST = {"Firm X": ["Alder Ltd", "Birch Ltd"], "=Size": ["£40m", "£2m"], "Amount": ["1", "2"], "Id": ["", ""]}
TOLD = {"supplier_name": "Firm X", "turnover": "=Size"}


def read(headings: dict[str, list[str]], told: dict[str, str]) -> Suppliers:
    return read_suppliers(pandas.DataFrame(headings), told=Told(told))


def written(path: Path, *lines: str) -> Path:
    path.write_text("Field,Heading in the list,What it is\n" + "".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_a_map_is_read_back_as_it_was_written_and_holds_no_value(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    assert write_map(read(LIST, TOLD), path) == ()
    assert read_map(path).mapping == {**TOLD, "spend": "Amount"}
    text = path.read_text("utf-8-sig")
    assert "Alder" not in text
    assert "supplier_name,Firm X,Supplier" in text
    assert "turnover,'=Size," in text  # a spreadsheet would run it


def test_a_map_is_never_written_over_anything_unasked(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text("mine", "utf-8")
    with pytest.raises(InputError, match="exists and says something else"):
        write_map(read(LIST, TOLD), path)
    assert path.read_text("utf-8") == "mine"
    path.unlink()
    for _ in range(2):  # the same again is no loss
        write_map(read(LIST, TOLD), path)
    assert read_map(path).mapping["supplier_name"] == "Firm X"


def test_a_map_is_a_csv(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not end in"):
        write_map(read(LIST, TOLD), tmp_path / "map.yaml")


def test_what_excel_makes_of_a_map_is_read(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_bytes(
        "Field;Heading in the list;What it is\r\nsupplier_name;Firm X;Supplier\r\n;;\r\n".encode("cp1252")
    )
    assert read_map(path).mapping == {"supplier_name": "Firm X"}


def test_a_heading_that_stands_twice_cannot_be_named_and_is_told(tmp_path: Path) -> None:
    frame = pandas.DataFrame([["Alder Ltd", "Works", "Care"]], columns=["Supplier", "Category", "Category"])
    path = tmp_path / "map.csv"
    assert write_map(read_suppliers(frame), path) == ("Category",)
    assert read_map(path).mapping == {"supplier_name": "Supplier"}


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        pytest.param(["turnovr,Size,"], "line 2", "Did you mean 'turnover'", id="an unknown field"),
        pytest.param(["turnover,Size,", "turnover,T/O,"], "line 3", "here and in line 2", id="a field twice"),
        pytest.param(["turnover,Size,", "spend,size,"], "line 3", "in line 2, to turnover", id="a heading twice"),
        pytest.param(["turnover,,"], "line 2", "no heading is given", id="no heading"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, lines: list[str], place: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_map(written(tmp_path / "map.csv", *lines))
    assert refused.value.where == f"map.csv, {place}"
    assert said in str(refused.value)


def test_another_file_is_no_map(tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("Supplier,Amount\nAlder Ltd,1\n", "utf-8")
    with pytest.raises(InputError, match="is no map file"):
        read_map(path)


def test_a_map_that_no_longer_fits_says_which_line_and_what_the_list_has_now(tmp_path: Path) -> None:
    held = read_map(written(tmp_path / "map.csv", "supplier_name,Firm X,", "turnover,Annual turnover,"))
    with pytest.raises(HeadingGone) as gone:
        read({"Firm X": ["Alder Ltd"], "Anual turnover": ["£2m"]}, dict(held.mapping))
    said = held.explained(gone.value)
    assert said.where == "map.csv, line 3"
    assert said.problem == (
        "'Annual turnover' was to be Turnover with subsidiaries, and the list has no heading of that name now"
    )
    assert "Did you mean 'Anual turnover'?" in said.hint
    assert "take it out" in said.hint


def test_a_map_is_saved_and_taken_by_every_command(tmp_path: Path) -> None:
    first, later, path = tmp_path / "april.csv", tmp_path / "may.csv", tmp_path / "map.csv"
    first.write_text("Firm X,Amount\nAlder Ltd,5\n", "utf-8")
    later.write_text("Firm X,Amount\nBirch Ltd,7\n", "utf-8")
    done = msrisk("check", first, "--map", "supplier_name=Firm X", "--save-map", path)
    assert done.returncode == 0, done.stderr
    assert "Wrote map.csv" in done.stderr
    checked = msrisk("check", later, "--map-file", path, COLUMNS="200")
    assert "'Firm X': Supplier (as your map file says)" in checked.stdout
    screened = msrisk("screen", later, "--map-file", path)
    assert "Birch Ltd" in screened.stdout
    assert "--map-file" in screened.stderr  # the command to copy reads the same


def test_a_list_that_a_saved_map_no_longer_fits_is_refused_with_the_line(tmp_path: Path) -> None:
    path = written(tmp_path / "map.csv", "supplier_name,Firm X,")
    listed = tmp_path / "june.csv"
    listed.write_text("Firm Xy,Supplier\nAlder Ltd,Birch Ltd\n", "utf-8")
    done = msrisk("check", listed, "--map-file", path, COLUMNS="200")
    assert done.returncode == 2
    assert (
        "map.csv, line 2: 'Firm X' was to be Supplier, and the list has no heading of that name now" in done.stderr
    )
    assert "Did you mean 'Firm Xy'?" in done.stderr
