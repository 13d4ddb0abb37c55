"""What no run may lose sight of: a listed name once confirmed, turned down, or only like one of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import PublicFiles, Report, read_suppliers
from msrisk.errors import InputError
from msrisk.model import Band, Outcome, Queue
from msrisk.write.match import Matches
from msrisk.write.workbook.matches import fill
from tests.joining_making import ROW, run

LISTED = "Cedar Homess Ltd"  # a letter more than our supplier


def watchlist(folder: Path, *lines: str, name: str = "list.csv") -> PublicFiles:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(["Name,Company number,Country", *lines]) + "\n", encoding="utf-8")
    return PublicFiles(watchlists=(path,))


def decided(public: PublicFiles, row: Mapping[str, str], **answers: str) -> PublicFiles:
    """The files, with decisions typed into what ``match`` writes.  answers: by listed name, _ for a space."""
    path = public.watchlists[0].parent / "decisions.xlsx"
    fill(Matches(read_suppliers(pandas.DataFrame([row]), public=public)), path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        headings: dict[str, int] = {}
        for line in sheet.iter_rows():
            if any(cell.value == "Decision" for cell in line):
                headings = {str(cell.value): cell.column for cell in line}
            elif headings:
                listed = str(sheet.cell(line[0].row, headings["Listed name"]).value).replace(" ", "_")
                if listed in answers:
                    sheet.cell(line[0].row, headings["Decision"]).value = answers[listed]
    book.save(path)
    return replace(public, decisions=path)


def identity(report: Report) -> str:
    return report.suppliers.columns["watchlist_identity"].text(0).partition(":")[0].partition(";")[0]


@pytest.mark.parametrize("change", ["our country", "our number", "the file's name"])
def test_t75_a_confirmed_identity_that_no_longer_holds_is_to_check(tmp_path: Path, change: str) -> None:
    row = {**ROW, "Company number": "", "Country": ""}
    confirmed = decided(watchlist(tmp_path, f"{LISTED},,Cyprus"), row, Cedar_Homess_Ltd="accept")
    assert run(row, confirmed).assessment(0).band is Band.REFER
    if change == "our country":
        row["Country"] = "United Kingdom"
    elif change == "our number":
        row["Company number"] = "01234567"
    else:
        confirmed = replace(confirmed, watchlists=(confirmed.watchlists[0].rename(tmp_path / "december.csv"),))
    report = run(row, confirmed)
    assert identity(report) == "to check"
    assert report.assessment(0).queue is Queue.IDENTITY_TO_CHECK


def test_capitals_in_the_list_make_no_decision_lapse(tmp_path: Path) -> None:
    confirmed = decided(watchlist(tmp_path, f"{LISTED},,Cyprus"), ROW, Cedar_Homess_Ltd="accept")
    watchlist(tmp_path, f"{LISTED.upper()},,Cyprus")
    assert run(ROW, confirmed).assessment(0).band is Band.REFER


def test_t75_a_rejection_lapses_when_our_number_turns_out_to_be_the_listed_one(tmp_path: Path) -> None:
    row = {**ROW, "Company number": ""}
    rejected = decided(watchlist(tmp_path, "Cedar Homes Ltd,01234567,"), row, Cedar_Homes_Ltd="reject")
    assert identity(run(row, rejected)) == "rejected"
    assert identity(run({**row, "Company number": "01234567"}, rejected)) == "to check"


def test_what_our_own_list_says_graver_stands(tmp_path: Path) -> None:
    report = run({**ROW, "Watchlist identity": "confirmed"}, watchlist(tmp_path, "Umber Ltd,,"))
    assert report.assessment(0).band is Band.REFER


def test_two_lists_of_one_name_are_refused_for_a_decision_would_count_for_both(tmp_path: Path) -> None:
    first, second = (watchlist(tmp_path / each, "Umber Ltd,,").watchlists[0] for each in ("a", "b"))
    with pytest.raises(InputError, match=r"two lists are called 'Watchlist: list\.csv'"):
        run(ROW, PublicFiles(watchlists=(first, second)))


def test_a_sole_trader_is_not_found_among_organisations_and_that_clears_nobody(tmp_path: Path) -> None:
    row = {"Supplier": "John Ostrin Joinery", "Amount": "5", "Legal form": "sole trader"}
    report = run(row, watchlist(tmp_path, "Umber Ltd,,"))
    place = [rule.id for rule in report.asked].index("exclusion-listed")
    assert report.outcomes[place, 0] == Outcome.NOT_KNOWN


def test_a_name_only_like_a_listed_one_changes_nothing_and_is_said(tmp_path: Path) -> None:
    column = run(ROW, watchlist(tmp_path, f"{LISTED},,")).suppliers.columns["watchlist_identity"]
    assert column.reading(0).parts == ("not found",)
    assert column.text(0) == "not found; a possible match waits for a decision"
    assert LISTED in column.reading(0).note


def test_of_many_like_names_the_next_is_offered_when_some_are_turned_down(tmp_path: Path) -> None:
    lines = [f"Cedar {each} Ltd,," for each in ("Homess", "Homez", "Hommes", "Homesz")]
    public = watchlist(tmp_path, *lines)
    offered = run(ROW, public).suppliers.joins[0]
    names = {offered.entries.names[each.entry].replace(" ", "_"): "reject" for each in offered.candidates}
    assert len(names) == 3
    rest = run(ROW, decided(public, ROW, **names)).suppliers.joins[0]
    assert len(rest.candidates) == 1


@pytest.mark.parametrize("name", ["Cedar Homes Limited (In Administration)", "Cedar Homes Ltd - in liquidation"])
def test_a_firm_in_trouble_is_the_firm(tmp_path: Path, name: str) -> None:
    assert identity(run({**ROW, "Supplier": name}, watchlist(tmp_path, "Cedar Homes Ltd,,"))) == "to check"
