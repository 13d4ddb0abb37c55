"""Files that are given with the wrong option, and how the company register is asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import PublicFiles, read_suppliers
from msrisk.errors import InputError
from msrisk.ruleset.award import load_award_tables
from msrisk.write.award import Award
from msrisk.write.award_words import run_lines
from msrisk.write.files import check_outputs, write_output
from msrisk.write.kinds import AWARD_WRITERS, MATCH_WRITERS, WRITERS
from msrisk.write.match import Matches
from tests.joining_making import ROW, registry_in, run
from tests.read.companies_making import row as company
from tests.read.companies_making import saved


@pytest.fixture
def registry(tmp_path: Path) -> PublicFiles:
    return registry_in(tmp_path)


WORKBOOK = [["Supplier", "Amount"], ["Cedar Homes Ltd", "50000"]]


@pytest.mark.parametrize("option", ["watchlists", "tables"])
def test_the_supplier_list_is_no_list_to_look_suppliers_up_in(tmp_path: Path, option: str) -> None:
    path, copy = tmp_path / "suppliers.csv", tmp_path / "names.csv"
    for each in (path, copy):
        each.write_text("\n".join(map(",".join, WORKBOOK)), encoding="utf-8")
    with pytest.raises(InputError, match="this is the supplier list itself, not a") as caught:
        read_suppliers(path, public=PublicFiles(**{option: (copy,)}))
    assert caught.value.where == "names.csv"


@pytest.mark.parametrize("option", ["watchlists", "tables"])
def test_a_registry_file_makes_nobody_an_identity_to_check(registry: PublicFiles, option: str) -> None:
    with pytest.raises(InputError, match="statement registry") as caught:
        run(ROW, PublicFiles(**{option: registry.registry}))
    assert "--registry" in caught.value.hint


@pytest.fixture
def results(tmp_path: Path, registry: PublicFiles) -> dict[str, Path]:
    """Every table msrisk writes, by its name."""
    report = run(ROW, registry)
    writers = {
        "register.xlsx": (report, WRITERS),
        "run.csv": (report, WRITERS),
        "decisions.xlsx": (Matches(report.suppliers, ()), MATCH_WRITERS),
        "award.xlsx": (Award(report, load_award_tables("uk-public-procurement")), AWARD_WRITERS),
    }
    for name, (result, known) in writers.items():
        (output,) = check_outputs([tmp_path / name], writers=known)
        write_output(result, output)
    return {name: tmp_path / name for name in writers}


@pytest.mark.parametrize("name", ["register.xlsx", "run.csv", "decisions.xlsx", "award.xlsx"])
@pytest.mark.parametrize("option", ["watchlists", "tables", "registry"])
def test_what_msrisk_wrote_is_named_and_not_looked_up_in(
    results: Mapping[str, Path], name: str, option: str
) -> None:
    with pytest.raises(InputError, match="a result that msrisk wrote") as caught:
        run(ROW, PublicFiles(**{option: (results[name],)}))
    assert caught.value.where == name
    assert "folder of their own" in caught.value.hint


def test_a_result_that_somebody_saved_again_is_still_known(results: Mapping[str, Path]) -> None:
    book = openpyxl.load_workbook(results["register.xlsx"])
    book["Register"]["B8"] = "edited"
    book.save(results["register.xlsx"])
    with pytest.raises(InputError, match="a result that msrisk wrote"):
        run(ROW, PublicFiles(watchlists=(results["register.xlsx"],)))


def test_of_payees_set_aside_not_even_the_number_is_asked_of_the_company_register(tmp_path: Path) -> None:
    companies = saved(
        tmp_path, company("CEDAR HOMES LIMITED", "01234567"), company("MOULD TOWN LIMITED", "07654321")
    )
    payees = [
        {**ROW, "Company number": "01234567"},
        {"Supplier": "Mould Town Ltd", "Amount": "9000", "Company number": "07654321"},
    ]
    source, public = pandas.DataFrame(payees), PublicFiles(companies=(companies,))
    asked = [
        set(read_suppliers(source, kinds={"Mould Town Ltd": kind}, public=public).joins[0].entries.numbers)
        for kind in ("supplier", "public body")
    ]
    assert asked == [{"01234567", "07654321"}, {"01234567"}]


def test_the_first_reading_of_the_company_register_is_told_as_it_goes(tmp_path: Path) -> None:
    public = PublicFiles(
        companies=(saved(tmp_path, company("CEDAR HOMES LIMITED", "01234567"), company("ELM LTD", "7")),)
    )
    told: list[list[str]] = [[], []]
    for each in told:
        read_suppliers(pandas.DataFrame([ROW]), public=public, progress=each.append)
    assert told == [["Reading the company register: 2 companies", ""], [""]]


def test_the_award_page_names_each_file_that_was_joined_with_its_digest(registry: PublicFiles) -> None:
    lines = dict(run_lines(Award(run(ROW, registry), load_award_tables("uk-public-procurement"))))
    assert lines["Joined"] == "Modern slavery statement registry: StatementSummaries2026.csv, 1 row"
    assert len(lines["Joined, sha256"]) == 64
