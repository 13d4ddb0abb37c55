"""A file that was given with another option than its own is told from what was asked for, and nothing is taken."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from msrisk.errors import InputError
from msrisk.read.looks import JOIN, WATCHLIST, read_list
from msrisk.read.registry import read_registry
from tests.enrich.registry_making import registry_csv, registry_text
from tests.read.companies_making import ALDER, BIRCH, HEADINGS, refused, saved, text, zipped

SIMPLE = "id,schema,name,aliases,birth_date,countries,dataset\nQ1,Company,Elm Ltd,,,gb,Sanctions\n"
UK_LIST = "Report Date: 28-Jan-2026\nLast Updated,Unique ID,OFSI Group ID,Name 6,Name 1\n,RUS1,1,Elm Ltd,\n"
OFSI = "Last Updated,02/04/2014\nName 6,Name 1,Name 2,Group Type,Group ID\nElm Ltd,,,Entity,7\n"


def refusal(path: Path, option: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_list(path, option)
    assert caught.value.where == path.name
    return caught.value


def written(folder: Path, content: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("option", [WATCHLIST, JOIN])
def test_a_registry_file_is_for_registry(tmp_path: Path, option: str) -> None:
    plain = registry_csv(tmp_path / "StatementSummaries2026.csv", [{}])
    packed = zipped(tmp_path, "StatementSummaries2026.zip", part=registry_text([{}]))
    for path in (plain, packed):
        error = refusal(path, option)
        assert "this is a file of the modern slavery statement registry, not a" in error.problem
        assert "--registry" in error.hint


@pytest.mark.parametrize("option", [WATCHLIST, JOIN])
def test_the_company_register_is_for_companies_house(tmp_path: Path, option: str) -> None:
    for path in (saved(tmp_path, ALDER), zipped(tmp_path, part1=text(ALDER), part2=text(BIRCH))):
        error = refusal(path, option)
        assert "this is the company register of Companies House, not a" in error.problem
        assert "--companies-house" in error.hint


def test_a_register_too_large_to_read_is_told_by_its_first_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msrisk.read.source.MAX_BYTES", 1_000)
    assert "--companies-house" in refusal(saved(tmp_path, *[ALDER] * 50), JOIN).hint


@pytest.mark.parametrize("content", [SIMPLE, UK_LIST, OFSI], ids=["OpenSanctions", "UK", "OFSI"])
def test_a_sanctions_list_is_for_watchlist_and_no_table_of_ours(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content)
    assert "--watchlist" in refusal(path, JOIN).hint
    assert read_list(path, WATCHLIST)


def test_a_list_is_told_in_any_sheet_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Read first"])
    sheet = book.create_sheet("Companies")
    sheet.append(["from Companies House"])
    sheet.append(list(HEADINGS))
    book.save(tmp_path / "companies.xlsx")
    assert "--companies-house" in refusal(tmp_path / "companies.xlsx", WATCHLIST).hint


@pytest.mark.parametrize(
    "headings",
    [
        "Company name,Company number,Company status,Turnover",
        "CompanyName,CompanyNumber,CompanyCategory,CompanyStatus",
        "Organisation name,Statement URL,Statement year",
        "Name,Aliases,Country",
        "Supplier,Decision,Rank",
    ],
)
def test_a_table_that_only_shares_some_headings_is_taken(tmp_path: Path, headings: str) -> None:
    path = written(tmp_path, f"{headings}\n{','.join('x' for _ in headings.split(','))}\n")
    assert read_list(path, JOIN)
    assert read_list(path, WATCHLIST)


def test_the_company_register_option_names_what_it_was_given(tmp_path: Path) -> None:
    error = refused(registry_csv(tmp_path / "a.csv", [{}]), "a file of the modern slavery statement registry")
    assert "--registry" in error.hint
    assert "--watchlist" in refused(written(tmp_path, SIMPLE), "not the company register").hint


def test_the_registry_option_says_that_msrisk_wrote_a_file(tmp_path: Path) -> None:
    path = written(tmp_path, "Rank,Supplier,Priority for checks,Could reach\n1,Elm,High,40\n", "run.csv")
    with pytest.raises(InputError, match="a result that msrisk wrote"):
        read_registry(path)


def test_what_cannot_be_read_at_all_is_told_as_ever(tmp_path: Path) -> None:
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7\n")
    assert "PDF" in refusal(tmp_path / "list.pdf", WATCHLIST).problem
    assert "no such file" in refusal(tmp_path / "list.csv", JOIN).problem


def test_the_real_lists_are_told_apart(real_inputs: Path) -> None:
    registry = real_inputs / "c-modern-slavery-registers" / "uk_registry__data_final.xlsx"
    assert "--registry" in refusal(registry, WATCHLIST).hint
    for name in ("ofsi__sanctionsconlist_2014-04.csv", "opensanctions__targets.simple_ua.csv"):
        assert "--watchlist" in refusal(real_inputs / "g-sanctions" / name, JOIN).hint
    assert "--companies-house" in refusal(real_inputs / "d-companies-house" / "ch__CH_data_test.zip", JOIN).hint
