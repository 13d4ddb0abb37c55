"""Companies are found by number, by name, by a former name and by names near theirs; the same way every time."""

import sqlite3
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from msrisk.errors import InputError
from msrisk.read.company_index import company_index
from msrisk.values.name import key, keys
from tests.read.companies_making import ALDER, BIRCH, CEDAR, index_of, row, saved


def test_a_company_is_found_by_its_number_and_others_are_not(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, ALDER, BIRCH)) as index:
        assert index.by_numbers(["SC000002", "00000009"]) == {"SC000002": 2}


def test_a_company_is_found_by_its_name_however_it_is_written_and_by_its_former_name(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, ALDER, BIRCH, CEDAR)) as index:
        found = index.by_keys(keys(["Alder Care Ltd.", "Old Birch Ltd", "Cedar & Sons Limited", "Nobody Ltd"]))
        assert found == {"alder care ltd": (1,), "old birch ltd": (2,), "cedar and sons ltd": (3,)}


def test_two_companies_of_one_name_are_both_found(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, ALDER, row("Alder Care Ltd", "00000009"))) as index:
        assert index.by_keys([key("ALDER CARE LIMITED")]) == {"alder care ltd": (1, 2)}


def test_what_the_register_says_comes_back_as_it_stands_in_the_file(tmp_path: Path) -> None:
    odd = row("\tBIRCH  LTD", "sc000002", Accounts_LastMadeUpDate=" 31/03/2025 ", previous="BIRCH ")
    with index_of(saved(tmp_path, odd)) as index:
        (company,) = index.rows([1, 1])
        assert company.number == "SC000002"
        assert [company.cell(name) for name in ("CompanyName", "CompanyNumber", "Accounts.LastMadeUpDate")] == [
            "\tBIRCH  LTD",
            "sc000002",
            " 31/03/2025 ",
        ]
        assert company.cell("PreviousName_1.CompanyName") == "BIRCH "


def test_an_index_that_was_closed_is_still_there_for_the_next_run(tmp_path: Path) -> None:
    path = saved(tmp_path, ALDER)
    with index_of(path) as index:
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        index.by_numbers(["00000001"])
    assert len(list((tmp_path / "cache").glob("companies-*"))) == 1


def test_ids_may_come_from_an_array(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, ALDER, BIRCH)) as index:
        assert [each.number for each in index.rows(np.array([2], np.int32))] == ["SC000002"]


def test_a_number_without_its_zeros_is_found_by_the_whole_number(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, row("ALDER CARE LIMITED", "4830352"))) as index:
        assert index.by_numbers(["04830352"]) == {"04830352": 1}


def test_of_a_number_that_stands_twice_the_first_row_counts_and_the_other_is_listed(tmp_path: Path) -> None:
    again = row("ALDER HOLDINGS LIMITED", "00000001", previous="ALDER OLD LIMITED")
    with index_of(saved(tmp_path, ALDER, BIRCH, again, again)) as index:
        assert index.by_numbers(["00000001"]) == {"00000001": 1}
        assert index.by_keys(keys(["Alder Holdings Ltd", "Alder Old Ltd"])) == {}
        assert index.register.remarks == ("2 rows repeat a company number: the first row of each number is used.",)
        (file,) = index.register.files
        assert [(each.where, each.said) for each in file.left_out] == [
            ("BasicCompanyData-2026-11-01.csv!B4", "00000001"),
            ("BasicCompanyData-2026-11-01.csv!B5", "00000001"),
        ]


@pytest.mark.parametrize(
    "name", ["Birch Claening Services Ltd", "BIRCH CLEANING SERVICE LIMITED", "Birch Cleaning Services"]
)
def test_a_name_near_that_of_a_company_finds_it(name: str, tmp_path: Path) -> None:
    with index_of(saved(tmp_path, ALDER, BIRCH, CEDAR)) as index:
        assert index.near([key(name), "birch works plc"]) == {key(name): (2,)}


def test_a_name_cut_at_35_characters_finds_those_it_is_the_beginning_of(tmp_path: Path) -> None:
    name = "BIRCH CLEANING AND FACILITIES MANAGEMENT SERVICES (NORTHERN ENGLAND) LIMITED"
    with index_of(saved(tmp_path, ALDER, row(name, "00000007"))) as index:
        assert index.near([key(name[:35])]) == {key(name[:35]): (2,)}


def test_the_likest_come_first_and_no_more_than_asked_for(tmp_path: Path) -> None:
    names = [f"BIRCH CLEANING {word} LIMITED" for word in ("SERVICES", "SERVICE", "SUPPLIES", "SERVICESX")]
    companies = [row(name, f"0000000{at}") for at, name in enumerate(names, 1)]
    with index_of(saved(tmp_path, *companies)) as index:
        wanted = key("Birch Cleaning Services Ltd")
        assert index.near([wanted])[wanted][0] == 1
        assert len(index.near([wanted], most=2)[wanted]) == 2


def test_a_name_of_a_few_letters_is_near_nobody(tmp_path: Path) -> None:
    with index_of(saved(tmp_path, row("A1 B", "00000007"))) as index:
        assert index.near(["a1 b", "a1 c", ""]) == {}


def test_the_same_file_gives_the_same_answers_from_an_index_built_anew(tmp_path: Path) -> None:
    path = saved(tmp_path, ALDER, BIRCH, CEDAR, ALDER)
    seen = []
    for cache in ("one", "two"):
        with index_of(path, cache=tmp_path / cache) as index:
            seen.append((index.rows(range(9)), index.near([key("Birch Cleaning Servces")]), index.register))
        (file,) = (tmp_path / cache).glob("companies-*")
        seen.append(file.read_bytes())
    assert seen[:2] == seen[2:]


def test_many_companies_are_read_in_little_memory(tmp_path: Path) -> None:
    path = saved(tmp_path, *(row(f"COMPANY {at} LIMITED", f"{at:08}") for at in range(1, 30_001)))
    tracemalloc.start()
    try:
        with index_of(path) as index:
            assert len(index.by_numbers(f"{at:08}" for at in range(0, 30_002, 2))) == 15_000
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


def test_progress_is_told_while_the_index_is_built_and_only_then(tmp_path: Path) -> None:
    path, told = saved(tmp_path, ALDER, BIRCH), list[int]()
    for _ in range(2):
        company_index([path], tmp_path / "cache", told.append).close()
    assert told == [2]


def test_no_file_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        company_index([], tmp_path)


def test_a_real_register_is_indexed_whole(real_inputs: Path, tmp_path: Path) -> None:
    folder = real_inputs / "d-companies-house"
    with index_of(folder / "ch__CH_data_test.csv", cache=tmp_path) as plain:
        companies = plain.rows(range(999))
        assert len(companies) == 200
        assert plain.register.files[0].left_out == ()
        found = plain.by_keys(keys([each.cell("CompanyName") for each in companies]))
        assert sorted(company for ids in found.values() for company in ids) == list(range(1, 201))
    with index_of(folder / "ch__CH_data_test.zip", cache=tmp_path) as packed:
        assert [each.cells for each in packed.rows(range(999))] == [each.cells for each in companies]
