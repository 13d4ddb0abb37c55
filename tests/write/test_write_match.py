"""The decisions workbook: what a person writes there is read back, carried over, and never lost."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from msrisk import InputError
from msrisk.model import SourceKind, letters
from msrisk.write import check_outputs
from msrisk.write.kinds import AWARD_WRITERS, MATCH_WRITERS, WRITERS
from tests.enrich.join_making import listed, source
from tests.write.match_making import HEAD, OURS, THEIRS, column_of, fill_in, our_list, read_back, rows, written

DOGWOOD, FIR = OURS[1:]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "decisions.xlsx")


def test_t74_each_possible_match_is_a_row_with_its_reasons_and_waits(path: Path) -> None:
    likely, parent = rows(path, "To decide")
    assert (likely["Our supplier"], likely["Listed name"]) == (DOGWOOD, THEIRS[1])
    assert likely["Suggested by"] == "a name like it"
    assert "company number '07654321' and not given cannot be compared" in str(
        likely["What agrees and what does not"]
    )
    assert likely["Decision"] is None
    assert parent["Accept means"] == "it is our supplier's parent"
    assert int(str(likely["Confidence (0-100)"])) >= int(str(parent["Confidence (0-100)"]))
    assert read_back(path) == ()


def test_what_was_settled_without_guessing_is_listed_so_that_it_can_be_rejected(path: Path) -> None:
    (row,) = rows(path, "Found")
    assert (row["Our supplier"], row["Suggested by"], row["Decision"]) == (OURS[0], "the same name", None)


def test_decisions_are_chosen_from_a_list_and_days_are_checked(path: Path) -> None:
    for sheet in ("To decide", "Found"):
        checks = openpyxl.load_workbook(path)[sheet].data_validations.dataValidation
        assert [(each.type, each.allow_blank) for each in checks] == [("list", True), ("date", True)]
        assert checks[0].formula1 == '"accept,reject"'


def test_on_paper_stands_what_is_needed_to_decide_and_no_more_than_can_be_read(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for name in ("To decide", "Found", "Decided", "Lapsed"):
        page = book[name]
        last = column_of(page, "What agrees and what does not")
        assert page.print_area.split("$")[3] == letters(last)
        printed = [page.cell(HEAD, column).value for column in range(1, last + 1)]
        needed = ("Decision", "Decided by", "On", "Why", "Accept means", "Source", "Our supplier", "Listed name")
        assert {*needed, "Confidence (0-100)"} <= set(printed)
        widths = sum(page.column_dimensions[letters(column)].width for column in range(1, last + 1))
        assert widths <= 240  # more would be printed at less than two thirds of the size of the letters
        assert not any(each.hidden for each in page.column_dimensions.values())


def test_t96_the_same_matches_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    assert path.read_bytes() == written(tmp_path / "again.xlsx").read_bytes()


def test_an_edited_file_is_not_replaced_and_no_other_output_replaces_it(path: Path) -> None:
    check_outputs([path], writers=MATCH_WRITERS)
    for writers in (WRITERS, AWARD_WRITERS):
        with pytest.raises(InputError, match="is a workbook of matches to decide"):
            check_outputs([path], writers=writers)
    fill_in(path, "To decide", DOGWOOD, Decision="accept")
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        check_outputs([path], writers=MATCH_WRITERS)


def test_t79_a_name_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    name = "=HYPERLINK(1) Acme Trading Services Ltd"
    path = written(
        tmp_path / "decisions.xlsx", suppliers=listed(name), entries=source("HYPERLINK 1 Acme Trading Service Ltd")
    )
    page = openpyxl.load_workbook(path)["To decide"]
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == name]
    assert cell.data_type == "s"


def test_persons_are_not_listed(tmp_path: Path) -> None:
    suppliers = listed("Mrs Wilhelmina Quickfoot", OURS[0], Category=["Fostering allowances", "Cleaning"])
    path = written(
        tmp_path / "decisions.xlsx", suppliers=suppliers, entries=source("Mrs Wilhelmina Quickfoot", OURS[0])
    )
    said = str([row for name in ("To decide", "Found") for row in rows(path, name)])
    assert "Quickfoot" not in said
    assert OURS[0] in said


def test_t75_what_was_decided_is_carried_over_with_who_when_and_why(path: Path, tmp_path: Path) -> None:
    day = datetime.date(2026, 11, 22)
    fill_in(path, "To decide", DOGWOOD, Decision="accept", Decided_by="+AB", On=day, Why="Their invoice")
    fill_in(path, "Found", OURS[0], Decision="reject", My_note="rang them")
    again = written(tmp_path / "again.xlsx", read_back(path))
    kept = {row["Our supplier"]: row for row in rows(again, "Decided")}
    assert [kept[DOGWOOD][each] for each in ("Decision", "Decided by", "Why")] == [
        "accept",
        "+AB",
        "Their invoice",
    ]
    assert kept[DOGWOOD]["On"] == datetime.datetime(2026, 11, 22)
    assert [kept[OURS[0]][each] for each in ("Decision", "My note")] == ["reject", "rang them"]
    assert kept[DOGWOOD]["Spend with us"] == 10
    assert [row["Our supplier"] for row in rows(again, "To decide")] == [FIR]
    assert rows(again, "Found") == rows(again, "Lapsed") == []
    once_more = written(tmp_path / "third.xlsx", read_back(again))
    assert once_more.read_bytes() == again.read_bytes()


def test_t75_a_lapsed_decision_is_kept_with_the_reason_and_asked_again(path: Path, tmp_path: Path) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision="accept", Decided_by="AB")
    moved = our_list(dogwood=("01111111", "United Kingdom"))
    again = written(tmp_path / "again.xlsx", read_back(path), suppliers=moved)
    (row,) = rows(again, "Lapsed")
    assert (row["Decision"], row["Decided by"]) == ("accept", "AB")
    assert row["Why it lapsed"] == ("our row has changed (company number was 07654321, is 01111111); decide again")
    assert [row["Our supplier"] for row in rows(again, "To decide")] == [DOGWOOD, FIR]
    assert rows(written(tmp_path / "third.xlsx", read_back(again), suppliers=moved), "Lapsed") == [row]


def test_what_is_written_beside_a_pair_that_waits_is_kept(path: Path, tmp_path: Path) -> None:
    fill_in(path, "To decide", DOGWOOD, Why="asked them on Monday")
    fill_in(path, "To decide", FIR, Why="theirs too")
    again = written(tmp_path / "again.xlsx", read_back(path))
    assert [row["Why"] for row in rows(again, "To decide")] == ["asked them on Monday", "theirs too"]
    assert rows(again, "Lapsed") == []
    gone = written(tmp_path / "gone.xlsx", read_back(path), suppliers=our_list(OURS[0]))
    lapsed = rows(gone, "Lapsed")
    assert [row["Why"] for row in lapsed] == ["asked them on Monday", "theirs too"]
    assert all("no longer a possible match" in str(row["Why it lapsed"]) for row in lapsed)


def test_decisions_on_a_source_that_was_not_given_are_kept(path: Path, tmp_path: Path) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision="accept", Source="another register")
    again = written(tmp_path / "again.xlsx", read_back(path))
    (row,) = rows(again, "Decided")
    assert (row["Source"], row["Decision"], row["Listed name"]) == ("another register", "accept", THEIRS[1])


@pytest.mark.parametrize(
    ("word", "accepted"), [("Yes", True), (" SAME ", True), ("n", False), ("Different", False)]
)
def test_plain_words_are_understood(path: Path, word: str, accepted: bool) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision=word)
    assert [each.accepted for each in read_back(path)] == [accepted]


def test_any_other_word_is_named_with_its_cell_and_the_words_allowed(path: Path) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision="maybe")
    with pytest.raises(InputError) as raised:
        read_back(path)
    assert raised.value.where == "decisions.xlsx!'To decide'!A5"
    assert "'maybe'" in raised.value.problem
    assert "accept or reject" in raised.value.hint


@pytest.mark.parametrize("means", ["our supplier's parents", "parent", None])
def test_what_a_decision_means_is_one_of_two_texts_and_any_other_is_named_with_its_cell(
    path: Path, means: str | None
) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision="accept", Accept_means=means)
    with pytest.raises(InputError) as raised:
        read_back(path)
    assert raised.value.where == f"decisions.xlsx!{cell_of(path, 'Accept means')}"
    assert "it is our supplier's parent" in raised.value.hint
    fill_in(path, "To decide", DOGWOOD, Accept_means="It is our supplier's parent")
    assert [each.parent for each in read_back(path)] == [True]


def cell_of(path: Path, heading: str) -> str:
    column = column_of(openpyxl.load_workbook(path)["To decide"], heading)
    return f"'To decide'!{letters(column)}{HEAD + 1}"


def test_one_supplier_accepted_as_two_of_one_source_names_both_cells(tmp_path: Path) -> None:
    entries = source("Dogwood Facilities Management Limited", "Dogwood Facility Management Ltd")
    path = written(tmp_path / "decisions.xlsx", entries=entries)
    book = openpyxl.load_workbook(path)
    for cell in ("A5", "A6"):
        book["To decide"][cell] = "accept"
    book.save(path)
    with pytest.raises(InputError, match="accepted as two of one source") as raised:
        read_back(path)
    assert raised.value.where == "decisions.xlsx!'To decide'!A5 and decisions.xlsx!'To decide'!A6"


def test_moved_added_and_filtered_columns_and_rows_do_no_harm(path: Path) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision="accept", Decided_by="AB")
    before = read_back(path)
    book = openpyxl.load_workbook(path)
    page = book["To decide"]
    held = [list(row) for row in page.iter_rows(min_row=4, values_only=True)]
    page.delete_rows(4, len(held))
    for row in (held[0], held[2], held[1]):
        page.append([None, *reversed(row), "x"])
    page.row_dimensions[page.max_row].hidden = True
    book.save(path)
    (after, _) = sorted(read_back(path), key=lambda each: each.accepted is None)
    assert (after.ours, after.theirs, after.by, after.accepted) == (
        before[0].ours,
        before[0].theirs,
        "AB",
        True,
    )


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(
            "delete a column", "a column is missing on sheet 'To decide': 'Listed id'", id="a column deleted"
        ),
        pytest.param(
            "rename a heading", "a column is missing on sheet 'Found': 'Decision'", id="a heading renamed"
        ),
        pytest.param("hide a sheet", "because hidden", id="a sheet hidden"),
        pytest.param("another file", "not a decisions file", id="another file"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(path: Path, spoil: str, said: str) -> None:
    book = openpyxl.load_workbook(path)
    if spoil == "delete a column":
        page = book["To decide"]
        page.delete_cols(column_of(page, "Listed id"))
    elif spoil == "rename a heading":
        page = book["Found"]
        page.cell(HEAD, column_of(page, "Decision")).value = "My decision"
    elif spoil == "hide a sheet":
        book["Decided"].sheet_state = "hidden"
    else:
        book = openpyxl.Workbook()
        book.active.append(["Supplier", "Spend"])
    book.save(path)
    with pytest.raises(InputError, match=said):
        read_back(path)


@pytest.mark.skipif(shutil.which("libreoffice") is None, reason="LibreOffice is not on this machine")
def test_a_file_saved_by_libreoffice_reads_the_same(path: Path, tmp_path: Path) -> None:
    fill_in(path, "To decide", DOGWOOD, Decision="accept", On=datetime.date(2026, 11, 22), Why="7 calls")
    fill_in(path, "To decide", FIR, Decision="reject")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = ["libreoffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved", path]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    assert read_back(tmp_path / "saved" / "decisions.xlsx") == read_back(path)
    assert len(read_back(path)) == 2


def test_an_identity_with_a_listed_name_is_to_decide_and_not_settled(tmp_path: Path) -> None:
    watchlist = source(OURS[0], kind=SourceKind.WATCHLIST)
    path = written(tmp_path / "decisions.xlsx", entries=watchlist)
    assert [row["Our supplier"] for row in rows(path, "To decide")] == [OURS[0]]
    assert rows(path, "Found") == []
