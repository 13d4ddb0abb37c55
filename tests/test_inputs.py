"""Several inputs are one list: files, folders, the same file twice, two files of one name."""

from pathlib import Path

import pandas
import pytest

from msrisk import InputError, Told, read_suppliers, screen, write_report
from msrisk.cli.paths import passed_over, written_out
from msrisk.model.company import NEEDED

APRIL = "Supplier,Amount\nAlder Ltd,5\n"
MAY = "Vendor name,Net amount\nAlder Limited,3\nBirch Ltd,7\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"april.csv": APRIL, "may.csv": MAY, "~$may.csv": "x", "notes.pdf": "x"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spend(folder: Path, *names: str) -> list[float]:
    return (read_suppliers([folder / name for name in names]).spend / 100).tolist()


def test_several_files_are_added_up(folder: Path) -> None:
    assert spend(folder, "april.csv", "may.csv") == [8.0, 7.0]


def test_a_folder_stands_for_the_lists_in_it_and_fault_12_not_for_lock_files(folder: Path) -> None:
    assert [path.name for path in written_out([str(folder)])] == ["april.csv", "may.csv"]


def test_a_register_of_ours_in_the_folder_is_left_and_named(folder: Path) -> None:
    write_report(screen(folder / "april.csv"), folder / "register.xlsx")
    assert [path.name for path in written_out([str(folder)])] == ["april.csv", "may.csv"]
    assert passed_over([str(folder)]) == ["notes.pdf", "register.xlsx"]


def test_fault_18_a_pattern_is_written_out_where_the_shell_does_not(folder: Path) -> None:
    assert [path.name for path in written_out([str(folder / "*.csv")])] == ["april.csv", "may.csv"]
    with pytest.raises(InputError, match="no list is there"):
        written_out([str(folder / "*.xlsx")])


def test_fault_16_the_same_file_twice_is_read_once_and_said(folder: Path) -> None:
    (folder / "copy.csv").write_text(APRIL, encoding="utf-8")
    read = read_suppliers([folder / "april.csv", folder / "copy.csv"])
    assert read.spend.tolist() == [500]
    assert "copy.csv is the same file as april.csv; it was read once." in read.book.tables[0].sheet.remarks


def test_two_files_of_one_name_are_told_apart_by_their_folders(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "april.csv").write_text("Supplier,Amount\nAlder Ltd,9\n", encoding="utf-8")
    read = read_suppliers([folder / "april.csv", folder / "old" / "april.csv"])
    assert read.book.address(read.rows_of(0)[1], "spend") == "old/april.csv!B2"


def test_a_file_and_a_data_frame_make_one_list(folder: Path) -> None:
    read = read_suppliers([folder / "april.csv", pandas.DataFrame({"Supplier": ["Cedar Ltd"], "Amount": ["1"]})])
    assert sorted(read.names) == ["Alder Ltd", "Cedar Ltd"]


def test_no_input_at_all_is_refused() -> None:
    with pytest.raises(InputError, match="no supplier list was given"):
        read_suppliers([])


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        pytest.param("Rank,Priority for checks,Could reach", "a result that msrisk wrote", id="our own register"),
        pytest.param("Name 6,Name 1,Group Type", "the UK sanctions list", id="a sanctions list"),
        pytest.param("id,schema,name,aliases", "a list of sanctioned or excluded names", id="a watchlist"),
    ],
)
def test_what_is_certainly_no_supplier_list_is_refused_by_its_headings(
    folder: Path, headings: str, said: str
) -> None:
    (folder / "other.csv").write_text(f"{headings}\n1,2,3\n", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_suppliers([folder / "april.csv", folder / "other.csv"])


def test_a_public_register_is_screened_for_itself_but_not_mixed_into_a_list(folder: Path) -> None:
    (folder / "companies.csv").write_text(f"{','.join(NEEDED)}\nAlder Ltd,1,Ltd,Active\n", encoding="utf-8")
    assert len(read_suppliers(folder / "companies.csv")) == 1
    with pytest.raises(InputError, match="--companies-house") as refused:
        read_suppliers([folder / "april.csv", folder / "companies.csv"])
    assert refused.value.where == "companies.csv"


def test_what_was_told_holds_for_every_file_that_has_such_a_heading(folder: Path) -> None:
    (folder / "june.csv").write_text("Firm,Amount\nCedar Ltd,4\n", encoding="utf-8")
    read = read_suppliers(
        [folder / "april.csv", folder / "june.csv"], told=Told(mapping={"supplier_name": "Firm"})
    )
    assert sorted(read.names) == ["Alder Ltd", "Cedar Ltd"]
