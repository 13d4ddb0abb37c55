"""The board page: what it says, whom it never names, and that it stays two sheets of A4."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest

from msrisk import InputError, screen, write_report
from msrisk.joining import PublicFiles
from msrisk.report import Report
from msrisk.screening import read_suppliers
from msrisk.view import View
from msrisk.write.board import Board
from msrisk.write.board_notes import not_checked
from msrisk.write.page.board import whole
from tests.conftest import ROOT
from tests.page_checks import assert_page_is_sound, fetched, is_tagged, printed
from tests.since.since_making import ALDER, BEECH, ELM, fill, of, register
from tests.since.since_making import screened as screened_since
from tests.write.page.board_making import PAYLOADS, listed, parsed, screened, words_of, written

SAMPLE = ROOT / "samples" / "suppliers.xlsx"


@pytest.fixture(scope="module")
def sample() -> Report:
    return screen(SAMPLE)


def named_in(sample: Report, text: str) -> list[str]:
    return [name for name in sample.suppliers.names if name in text]


# -- what it says


def test_the_headline_says_how_many_how_much_and_of_what_share(tmp_path: Path) -> None:
    rows = [
        {"Supplier": "Alder Ltd", "Category": "Agency staff", "Spend": "300"},
        {"Supplier": "Beech Ltd", "Category": "Unheard of", "Spend": "700"},
    ]
    said = words_of(written(screened(rows), tmp_path))
    assert (
        "2 suppliers screened (£1,000): 0 Critical and 1 High priority for checks, together 30 % of the spend; "
        "1 Not cleared, 70 % of the spend." in said
    )


def test_every_number_of_a_picture_stands_in_the_table_beside_it(sample: Report, tmp_path: Path) -> None:
    raw = written(sample, tmp_path).read_text(encoding="utf-8")
    for picture in ("bands", "topics"):
        section = re.search(rf'<section aria-labelledby="{picture}".*?</section>', raw, re.DOTALL)
        assert section is not None
        drawn = re.findall(r'class="said">(.*?)<', section[0])
        cells = re.findall(r"<td[^>]*>(.*?)</td>", section[0])
        figures = {figure for said in drawn for figure in re.findall(r"£?[\d,]+(?! %)(?=\b)", said.split(" (")[0])}
        assert figures
        assert figures <= set(cells)


def test_the_bands_add_up_to_all_and_so_do_the_categories(sample: Report, tmp_path: Path) -> None:
    raw = written(sample, tmp_path).read_text(encoding="utf-8")
    whole = int(sample.screened.sum())
    for picture in ("bands", "topics"):
        section = re.search(rf'<section aria-labelledby="{picture}".*?</section>', raw, re.DOTALL)
        assert section is not None
        counts = re.findall(r'<td data-is="Suppliers">([\d,]+)</td>', section[0])
        assert sum(int(each.replace(",", "")) for each in counts) == whole


def test_exclusions_that_nobody_checked_are_not_shown_as_nought(tmp_path: Path) -> None:
    said = words_of(written(screened(listed(3)), tmp_path))
    assert "Refer: legal review not checked" in said
    assert "Exclusions were not checked." in said


def test_a_list_without_amounts_has_no_shares_and_no_pounds(tmp_path: Path) -> None:
    rows = [{"Supplier": "Alder Ltd", "Category": "Agency staff"}]
    said = words_of(written(screened(rows), tmp_path))
    assert "The list has no amounts, so no spend is told." in said
    assert "£" not in said
    assert "of the spend" not in said


def test_a_list_of_which_everybody_is_set_aside_says_so(tmp_path: Path) -> None:
    said = words_of(written(screened([{"Supplier": "HMRC", "Spend": "100"}]), tmp_path))
    assert "0 suppliers screened: nobody in this list is a supplier for this purpose." in said


def test_without_a_register_of_last_time_it_says_that_nothing_was_compared(tmp_path: Path) -> None:
    said = words_of(written(screened(listed(3)), tmp_path))
    assert "Nothing was compared: no register of last time was given to this run." in said
    assert "Not told: actions stand in the register" in said


def test_with_one_it_says_what_changed_and_what_is_open(tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER, BEECH, ELM])
    fill(path, "Alder Ltd", Priority_for_checks="Low", Action="Ask", Status="Open", Due_date="2026-10-01")
    said = words_of(written(screened_since([ALDER, BEECH, of("Fir Ltd")], path), tmp_path))
    assert "Since the register of 22 August 2026: 1 worse, 0 better, 1 new, 1 gone; 1 the same." in said
    assert "High or above now: 1 of the new, and 1 that stood below it then." in said
    assert "Open 1 Of these overdue on 22 November 2026 1" in said
    assert "Of 3 suppliers now of High priority or above: 1 with an open action in that register" in said
    assert "0 with closed ones only, 2 without any action." in said


def test_what_was_closed_is_told_apart_from_what_was_never_begun(tmp_path: Path) -> None:
    path = fill(register(tmp_path, [ALDER, BEECH]), "Alder Ltd", Action="Ask", Status="Done")
    said = words_of(written(screened_since([ALDER, BEECH], path), tmp_path))
    assert "0 with an open action in that register, 1 with closed ones only, 1 without any action." in said


def test_the_open_action_of_a_supplier_that_left_is_said(tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER, BEECH])
    fill(path, "Beech Ltd", Action="Ask", Status="Open", Due_date="2026-10-01")
    said = words_of(written(screened_since([ALDER], path), tmp_path))
    assert "Of these, of suppliers no longer in this list 1 (1 overdue)" in said


@pytest.mark.parametrize(
    ("record", "row"),
    [(True, "Refer not checked not checked Critical"), (False, "Then Now Critical")],
    ids=["the-record-tells", "no-record"],
)
def test_refer_is_no_nought_of_then_where_nobody_asked(record: bool, row: str, tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER])
    if not record:
        book = openpyxl.load_workbook(path)
        del book["Run record"]
        book.save(path)
    assert row in words_of(written(screened_since([ALDER], path), tmp_path))


def test_the_board_is_asked_for_three_things_and_told_why(tmp_path: Path) -> None:
    said = words_of(written(screened(listed(15)), tmp_path))
    assert "Note the categories to deal with first: agency labour, cleaning." in said
    assert "Agree who is responsible" in said
    assert "Agree on which day the next register is due" in said
    assert "Procurement Act 2023" in said


def test_what_is_not_known_reads_as_not_known_in_its_own_row(sample: Report, tmp_path: Path) -> None:
    raw = written(sample, tmp_path).read_text(encoding="utf-8")
    found = re.search(r'<section aria-labelledby="open".*?</section>', raw, re.DOTALL)
    assert found is not None
    rows = re.findall(r"<tr><t[hd][^>]*>(Not known.*?|.*?)</t[hd]><td", found[0])
    assert rows
    assert all(row.startswith("Not known") for row in rows)
    assert "Not known whether: workers had to pay for the job" in rows


def test_who_is_not_known_at_all_is_told_from_who_is_in_part(sample: Report, tmp_path: Path) -> None:
    said = words_of(written(sample, tmp_path))
    assert "not known what we buy 5 £1,218,900" in said
    assert "Not known what we buy: not at all (5), or not enough or in part (1) 6" in said


def test_a_board_reads_of_no_option(sample: Report, tmp_path: Path) -> None:
    assert "--" not in words_of(written(sample, tmp_path))
    assert "--" not in words_of(written(screened(listed(9)), tmp_path))


def test_the_page_says_that_it_is_for_members_and_no_website(sample: Report, tmp_path: Path) -> None:
    assert "For members, and not for a website" in words_of(written(sample, tmp_path))


def test_each_filling_of_a_bar_is_named(tmp_path: Path) -> None:
    raw = written(screened(listed(3)), tmp_path).read_text(encoding="utf-8")
    assert re.findall(r'class="key">(.*?)<', raw) == ["suppliers", "spend", "spend"]


def test_where_nothing_is_known_of_any_supplier_itself_the_page_says_so(tmp_path: Path) -> None:
    said = words_of(written(screened(listed(3)), tmp_path))
    assert "Every flag here rests on what we buy; nothing is known yet of any supplier itself." in said


def test_a_register_without_columns_to_fill_in_says_nothing_of_actions(tmp_path: Path) -> None:
    path = register(tmp_path, [ALDER])
    book = openpyxl.load_workbook(path)
    sheet = book["Register"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in ("Owner", "Response", "Action", "Due date", "Status", "Last contact", "Notes"):
                cell.value = None
    book.save(path)
    said = words_of(written(screened_since([ALDER], path), tmp_path))
    assert "The register that was given has no columns for actions" in said


# -- whom it names


def test_no_supplier_is_named_unless_it_is_asked_for(sample: Report, tmp_path: Path) -> None:
    assert named_in(sample, written(sample, tmp_path).read_text(encoding="utf-8")) == []


def test_with_names_ten_at_most_stand_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    page = written(screened(listed(60), names=True), tmp_path)
    assert 1 < len(set(re.findall(r"Firm \d{5} Ltd", words_of(page)))) <= 10
    assert "Names suppliers: for the part of the meeting that is not public" in words_of(page)


def test_what_is_published_names_nobody_whatever_else_is_asked(tmp_path: Path) -> None:
    page = tmp_path / "board.html"
    page.write_text(whole(screened(listed(9), names=True, publish=True)), encoding="utf-8")
    assert "Firm 0" not in words_of(page)


@pytest.mark.parametrize(
    "row",
    [
        {"Supplier": "Rowan Whitlock", "Legal form": "sole trader"},
        {"Supplier": "Whitlock Works", "Legal form": "Sole trader"},
        {"Supplier": "Mr J Whitlock", "Legal form": ""},
        {"Supplier": "John Whitlock t/a Whitlock Works", "Legal form": ""},
        {"Supplier": "Whitlock and Daughter", "Legal form": ""},
    ],
    ids=lambda row: row["Supplier"],
)
def test_who_may_be_a_sole_trader_is_never_named(row: dict[str, str], tmp_path: Path) -> None:
    rows = [{**row, "Category": "Agency staff", "Spend": "90000"}, *listed(2)]
    said = words_of(written(screened(rows, names=True), tmp_path))
    assert "Firm 00000 Ltd" in said
    assert "Whitlock" not in said


def test_who_may_be_on_a_list_is_counted_and_never_named(tmp_path: Path) -> None:
    watchlist = tmp_path / "list.csv"
    watchlist.write_text("id,schema,name,aliases\n1,Company,Firm 00001 Ltd,\n", encoding="utf-8")
    public = PublicFiles(watchlists=[watchlist])
    read = read_suppliers(pandas.DataFrame(listed(5)), public=public)
    said = words_of(written(replace(screen(read), view=View(names=True)), tmp_path))
    assert "Identity to check: 1 supplier" in said
    assert "Firm 00000 Ltd" in said
    assert "Firm 00001 Ltd" not in said


# -- that it is safe


@pytest.mark.parametrize("field", ["Supplier", "Category", "Country", "Description"])
def test_fault_172_payloads_in_every_field_do_nothing(field: str, browser: Any, tmp_path: Path) -> None:
    plain = {"Category": "Agency staff", "Spend": "90000"}
    rows = [{"Supplier": f"Firm {at} Ltd"} | plain | {field: text} for at, text in enumerate(PAYLOADS)]
    page = written(screened(rows, names=True), tmp_path)
    tags = {tag for tag, _ in parsed(page).tags}
    assert tags.isdisjoint({"script", "img", "iframe", "link", "b", "object", "embed"})
    assert [attrs for _, attrs in parsed(page).tags if any(name.startswith("on") for name in attrs)] == []
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in parsed(page).tags)
    assert "default-src &#x27;none&#x27;" in page.read_text(encoding="utf-8")
    assert fetched(browser, page) == []


def test_fault_173_twenty_thousand_suppliers_make_no_longer_page(tmp_path: Path) -> None:
    few, many = (written(screened(listed(count)), tmp_path, f"{count}.html") for count in (50, 20_000))
    assert many.stat().st_size < few.stat().st_size + 2_000
    assert many.stat().st_size < 60_000


def test_a_page_of_ours_is_known_and_nobody_elses_is_written_over(tmp_path: Path) -> None:
    report = screened(listed(3))
    page = write_report(report, tmp_path / "board.html")
    first = page.read_bytes()
    assert write_report(report, page).read_bytes() == first  # the same bytes, and our own may be replaced
    page.write_bytes(first.replace(b"suppliers screened", b"suppliers screened, all good"))
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        write_report(report, page)


# -- that it can be read and printed


def test_the_page_is_sound_for_everybody_on_a_wide_window_and_a_narrow_one(
    sample: Report, browser: Any, tmp_path: Path
) -> None:
    assert_page_is_sound(browser, written(sample, tmp_path))


def test_so_is_the_page_with_names_and_a_register_of_last_time(browser: Any, tmp_path: Path) -> None:
    path = fill(register(tmp_path, [ALDER, BEECH, ELM]), "Alder Ltd", Action="Ask", Status="Open")
    report = replace(screened_since([ALDER, BEECH], path), view=View(names=True))
    assert_page_is_sound(browser, written(report, tmp_path))


@pytest.mark.parametrize("count", [1, 50, 1_000])
def test_fault_174_it_prints_on_two_sheets_of_a4_and_is_tagged(count: int, browser: Any, tmp_path: Path) -> None:
    pdf = printed(browser, written(screened(listed(count)), tmp_path), tmp_path / "board.pdf")
    assert len(pdf.pages) == 2
    assert is_tagged(pdf)
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]


def test_fault_174_with_all_there_is_to_say_it_is_still_two_sheets(browser: Any, tmp_path: Path) -> None:
    public = ROOT / "samples" / "public"
    joined = PublicFiles(
        registry=[public / "StatementSummaries2025.csv", public / "StatementSummaries2026.csv"],
        companies=[public / "BasicCompanyData-sample.csv"],
        watchlists=[public / "watchlist.csv"],
        tables=[public / "our-checks.csv"],
    )
    before = register(tmp_path, [ALDER])
    messy = ROOT / "samples" / "suppliers-messy.xlsx"
    report = screen(messy, rules=ROOT / "samples" / "overlay.yaml", public=joined, last_register=before)
    assert len(printed(browser, written(report, tmp_path), tmp_path / "board.pdf").pages) == 2


LONG_NAME = "a-list-of-suppliers-under-a-name-that-people-give-their-files-in-the-second-quarter"


@pytest.mark.parametrize("compared", [True, False])
def test_fault_174_with_more_notes_than_a_sheet_holds_it_says_how_many_more(
    compared: bool, browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = [f"Note {at}: {'of what was not looked at in this run; ' * (1 + at % 5)}" for at in range(30)]
    monkeypatch.setattr("msrisk.write.board_notes._notes", lambda _: iter(notes))
    before = register(tmp_path, [ALDER, BEECH, ELM])
    fill(before, "Alder Ltd", Action="Ask", Status="", Due_date="soon")
    fill(before, "Beech Ltd", Action="Ask", Status="Open", Due_date="2026-10-01")
    lists = [tmp_path / f"{LONG_NAME}-{number}.csv" for number in range(5)]
    for number, path in enumerate(lists):
        path.write_text(f"Supplier,Category,Spend\nFirm {number} Ltd,Agency staff,{number + 1}000\n", "utf-8")
    report = screen(lists, last_register=before if compared else None)
    page = written(report, tmp_path)
    assert len(printed(browser, page, tmp_path / "board.pdf").pages) == 2
    shown = words_of(page).count("of what was not looked at in this run; Note") + 1
    assert re.search(rf"And {30 - shown} more notes of this kind: the register has them\.", words_of(page))


def test_what_a_board_must_know_first_is_among_the_notes_that_stay(sample: Report) -> None:
    notes = not_checked(Board(sample), 3)
    assert notes[0] == "Exclusions were not checked."
    assert notes[1].startswith("Not cleared for want of answers")
    assert re.fullmatch(r"And \d more notes of this kind: the register has them\.", notes[-1])
    assert len(not_checked(Board(sample), 30)) > len(notes)


def test_fault_174_the_names_are_a_third_sheet(sample: Report, browser: Any, tmp_path: Path) -> None:
    named = replace(sample, view=View(names=True))
    pages = printed(browser, written(named, tmp_path), tmp_path / "board.pdf").pages
    assert len(pages) == 3
    texts = [page.extract_text() for page in pages]
    assert [bool(named_in(sample, " ".join(text.split()))) for text in texts] == [False, False, True]


@pytest.mark.parametrize("start", ["trafford", "salford"])
def test_real_lists_print_on_two_sheets(start: str, real_inputs: Path, browser: Any, tmp_path: Path) -> None:
    (file,) = (real_inputs / "a-council-and-public-spend").glob(f"{start}*.csv")
    report = screen(file)
    assert len(printed(browser, written(report, tmp_path), tmp_path / "board.pdf").pages) == 2
