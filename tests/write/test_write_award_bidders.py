"""Who bids, who may be on a list, and the award as a file."""

import re
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import InputError, write_report
from msrisk.joining import PublicFiles
from msrisk.model import Decision
from msrisk.model.sides import our_side_of, their_side_of
from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.load import load_rules
from msrisk.screening import read_suppliers, report_on
from msrisk.taken import DecisionsFile
from msrisk.write import check_outputs
from msrisk.write.award import Award
from msrisk.write.award_words import STAMP_WHOLE
from msrisk.write.kinds import AWARD_WRITERS
from msrisk.write.page.award import whole
from tests.write.award_making import (
    AS_OF,
    BARE,
    FLAGGED,
    FORMS,
    HOSTILE,
    RULES,
    WEIGHING,
    award,
    bids,
    on_terminal,
    parsed,
    said,
    written,
)

LEDGER = [
    {"Bidder": "Holly County Council", "Expense type": "Services", "Amount": "5"},
    {"Bidder": "HM Revenue & Customs", "Expense type": "PAYE", "Amount": "5"},
    {"Bidder": "Mrs J Hollingbery", "Expense type": "FOSTER ALLOWANCES", "Amount": "5"},
]


def test_whoever_bids_is_a_bidder_even_who_would_be_set_aside_in_a_ledger() -> None:
    assert read_suppliers(pandas.DataFrame(LEDGER)).set_aside.all()
    seen = award(LEDGER)
    assert [each.name for each in seen.bidders] == [row["Bidder"] for row in LEDGER]
    assert seen.alike.not_known


def test_a_bidder_told_to_be_a_person_is_not_named_and_is_asked_all_the_same() -> None:
    told = {"Mrs J Hollingbery": "person"}
    read = read_suppliers(pandas.DataFrame(LEDGER), bidders=True, kinds=told)
    seen = Award(report_on(read, load_rules(RULES), AS_OF), load_award_tables(RULES))
    assert seen.bidders[2].name == "Person (row 4)"
    assert seen.alike.not_known


BIDDERS = "Bidder\nAcme Trading Ltd\nBeta Widgets Ltd\nCedar Care Ltd\nJohn Smith\n"
LISTED = "Name,Company number\nOther Ltd,01234567\nAcme Trading Ltd,\nBeta Widgets Ltd,\nJohn Smith,\n"
NOTHING = "No indicator found in what we hold."


def watched(folder: Path, decided: DecisionsFile | None = None) -> Award:
    """Four bidders, of whom three share their name with somebody on a list; the last is told to be a person."""
    (folder / "bidders.csv").write_text(BIDDERS, encoding="utf-8")
    (folder / "names.csv").write_text(LISTED, encoding="utf-8")
    public = PublicFiles(watchlists=(folder / "names.csv",), decided=decided)
    told = {"John Smith": "person"}
    read = read_suppliers(folder / "bidders.csv", bidders=True, kinds=told, public=public)
    return Award(report_on(read, load_rules(RULES), AS_OF), load_award_tables(RULES))


@FORMS
def test_a_bidder_that_may_be_on_a_list_is_named_for_our_file_with_its_cells_and_never_called_clear(
    form: str, tmp_path: Path
) -> None:
    text = said(watched(tmp_path), form, tmp_path)
    for name, ours, listed in (("Acme Trading Ltd", "A2", "A3"), ("Beta Widgets Ltd", "A3", "A4")):
        assert f"May be listed: '{name}' on names.csv, undated; look before award." in text
        assert re.search(rf"\b{ours}\b.{{0,20}}names.csv!{listed}\b", text)
    assert text.count(NOTHING) == 2  # of Cedar Care Ltd, and of the person, who is not looked for by name
    assert "Smith" not in text
    assert WEIGHING.findall(text.replace(STAMP_WHOLE, "")) == []


def test_who_may_be_on_a_list_is_not_in_the_questions_that_are_sent(tmp_path: Path) -> None:
    seen = watched(tmp_path)
    assert not any(re.search(r"\blist(ed|ing)?\b", each.text) for each in seen.questions)
    page = whole(seen)
    sent = page[page.index('id="questions"') : page.index('id="our-list"')]
    assert "Acme" not in sent
    assert "names.csv" not in sent
    book = openpyxl.load_workbook(written(seen, tmp_path, ".xlsx"))
    assert not any("Acme" in str(cell.value) for row in book["Questions"].iter_rows() for cell in row)


def test_a_rejected_identity_is_no_longer_named(tmp_path: Path) -> None:
    report = watched(tmp_path).report
    (join,) = report.suppliers.joins
    sides = our_side_of(report.suppliers, 0), their_side_of(join.entries, 1)
    no = Decision(join.entries.title, *sides, join.entries.ids[1], False, where="d.xlsx!A4")
    acme, beta = watched(tmp_path, DecisionsFile("d.xlsx", "0" * 64, (no,))).bidders[:2]
    assert (len(acme.may_be), len(beta.may_be)) == (0, 1)


@FORMS
def test_hostile_names_come_out_as_text(form: str, tmp_path: Path) -> None:
    seen = bids(*((name, FLAGGED) for name in HOSTILE))
    text = said(seen, form, tmp_path)
    for name in HOSTILE:
        assert " ".join(name.replace("\x1b", "\\u001b").split()) in text
    assert "\x1b" not in text
    if form == ".xlsx":
        book = openpyxl.load_workbook(written(seen, tmp_path, form))
        assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    if form == ".html":
        assert not {"script", "img"} & set(parsed(written(seen, tmp_path, form)).tags)


def test_the_page_is_one_file_that_fetches_and_runs_nothing(tmp_path: Path) -> None:
    raw = written(bids(("Zeta Ltd", FLAGGED)), tmp_path, ".html").read_text(encoding="utf-8")
    assert '<html lang="en-GB">' in raw
    assert "default-src &#x27;none&#x27;" in raw
    assert not re.search(
        r"<(script|link|img|iframe|object|form|svg)\b|\b(src|srcset|style|on\w+)=|url\(|@import", raw
    )
    assert {link for link in re.findall(r'href="([^"]*)"', raw) if not link.startswith("#")} == set()
    assert raw.count("<table") == raw.count("<caption")
    assert not re.search(r"<th(?![^>]*scope=)[ >]", raw.replace("<thead>", ""))


@pytest.mark.parametrize("form", [".xlsx", ".html"])
def test_t96_the_same_award_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    rows = [("Zeta Ltd", FLAGGED), ("Mu Ltd", BARE)]
    first = written(bids(*rows), tmp_path, form).read_bytes()
    assert written(bids(*rows), tmp_path, form).read_bytes() == first


@pytest.mark.parametrize("form", [".xlsx", ".html"])
def test_fault_125_an_untouched_award_is_replaced_and_an_edited_one_is_not(form: str, tmp_path: Path) -> None:
    path = written(bids(("Zeta Ltd", FLAGGED)), tmp_path, form)
    check_outputs([path], writers=AWARD_WRITERS)
    path.write_bytes(path.read_bytes().replace(b"msrisk seal: an", b"msrisk seal: an old"))
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        check_outputs([path], writers=AWARD_WRITERS)


def test_an_award_and_a_register_never_replace_each_other_unasked(tmp_path: Path) -> None:
    seen = bids(("Zeta Ltd", FLAGGED))
    ours = written(seen, tmp_path, ".xlsx")
    with pytest.raises(InputError, match=r"is an award workbook; a register \(not redacted\) would replace it"):
        write_report(seen.report, ours)
    register = write_report(seen.report, tmp_path / "register.xlsx")
    with pytest.raises(InputError, match=r"is a register \(not redacted\); an award workbook would replace it"):
        check_outputs([register], writers=AWARD_WRITERS)


def test_the_endings_of_an_award_and_of_a_register_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.xlsx, \.html"):
        check_outputs([tmp_path / "award.csv"], writers=AWARD_WRITERS)
    with pytest.raises(InputError, match=r"\.xlsx, \.json, \.csv, \.html"):
        check_outputs([tmp_path / "register.pdf"])


@pytest.mark.parametrize("width", [60, 80, 120])
def test_fault_155_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = on_terminal(bids(("Zeta Ltd", FLAGGED), ("Mu Ltd", BARE)), width).splitlines()
    # A digest is one word of 64 letters; it is folded, never cut.
    assert max(map(len, lines)) <= width
    assert not any(line.rstrip().endswith("…") for line in lines)
