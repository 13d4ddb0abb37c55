"""The award page: bidders in their own order, one list of questions, nothing that weighs anybody."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pandas
import pytest
from rich.console import Console

from msrisk import InputError, write_report
from msrisk.joining import PublicFiles
from msrisk.model import Decision
from msrisk.model.sides import our_side_of, their_side_of
from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.load import load_rules
from msrisk.screening import read_suppliers, report_on
from msrisk.taken import DecisionsFile
from msrisk.write import check_outputs, write_output
from msrisk.write.award import Award
from msrisk.write.award_html import whole
from msrisk.write.award_questions import question_for_rule
from msrisk.write.award_terminal import award_page
from msrisk.write.award_words import STAMP, STAMP_WHOLE
from msrisk.write.files import AWARD_WRITERS

RULES = "uk-public-procurement"
AS_OF = date(2026, 11, 22)
FACTS = {"UK business": "yes", "Legal form": "company", "Category": "Cleaning services"}
SMALL = {**FACTS, "Turnover": "2000000", "Place of work": "United Kingdom", "Country": "United Kingdom"}
FLAGGED = {**FACTS, "Turnover": "51000000", "MS statement": "no", "Statement covers this supplier": "no"}
BARE = {"Category": "Cleaning services"}
HOSTILE = [
    "<script>alert(1)</script> Ltd",
    '=HYPERLINK("http://evil.example","x") Ltd',
    "[/foo] [bold]Studios Ltd",
    "Esc \x1b[31m Ltd",
    "</td></table><img src=x onerror=alert(1)> & \"Sons' Ltd",
]
WEIGHING = re.compile(
    r"scor|\brank|\bband|priorit|\bspend|\bspent|could.reach|look first|parked|set aside|queue|worst|"
    r"(?-i:\b(Critical|High|Medium|Low|Refer|Not cleared)\b)",
    re.IGNORECASE,
)


def award(rows: list[dict[str, str]]) -> Award:
    read = read_suppliers(pandas.DataFrame(rows).fillna(""), bidders=True)
    return Award(report_on(read, load_rules(RULES), AS_OF), load_award_tables(RULES))


def bids(*each: tuple[str, dict[str, str]]) -> Award:
    return award([{"Bidder": name, "Annual value": "98765.43", **facts} for name, facts in each])


def written(seen: Award, folder: Path, ending: str) -> Path:
    (output,) = check_outputs([folder / f"award{ending}"], force=True, writers=AWARD_WRITERS)
    write_output(seen, output)
    return output.path


class _Texts(HTMLParser):
    """The words of a page and its tags, apart."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.words.append(data)


def parsed(path: Path) -> _Texts:
    found = _Texts()
    found.feed(path.read_text(encoding="utf-8"))
    return found


def on_terminal(seen: Award, width: int = 100) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
    for part in award_page(seen):
        console.print(part)
    return stream.getvalue()


def said(seen: Award, form: str, folder: Path) -> str:
    """All that a reader sees of one form, on one line."""
    if form == "terminal":
        text = on_terminal(seen)
    elif form == ".html":
        text = " ".join(parsed(written(seen, folder, form)).words)
    else:
        book = openpyxl.load_workbook(written(seen, folder, form))
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        text = " ".join([*book.sheetnames, *cells])
    return " ".join(text.split())


FORMS = pytest.mark.parametrize("form", ["terminal", ".xlsx", ".html"])
LISTS = pytest.mark.parametrize(
    "seen",
    [
        pytest.param(bids(("Zeta Ltd", SMALL), ("Alder Ltd", SMALL)), id="nothing but the category"),
        pytest.param(bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL), ("Mu Ltd", BARE)), id="flags and blanks"),
        pytest.param(bids(("Only Ltd", FLAGGED)), id="one bidder"),
    ],
)


@FORMS
def test_bidders_keep_the_order_of_the_file_whatever_their_rows_say(form: str, tmp_path: Path) -> None:
    names = ["Zeta Ltd", "Alder Ltd", "Mu Ltd", "Beech Ltd"]
    for facts in ([SMALL, FLAGGED, BARE, SMALL], [FLAGGED, SMALL, SMALL, BARE], [BARE, BARE, FLAGGED, FLAGGED]):
        text = said(bids(*zip(names, facts, strict=True)), form, tmp_path)
        places = [text.index(name) for name in names]
        assert places == sorted(places)


def test_a_bidder_on_two_rows_stands_once_at_its_first_row() -> None:
    seen = bids(("Zeta Ltd", SMALL), ("Alder Ltd", SMALL), ("Zeta Ltd", SMALL))
    assert [each.name for each in seen.bidders] == ["Zeta Ltd", "Alder Ltd"]


@FORMS
@LISTS
def test_nothing_weighs_a_bidder_and_no_money_of_ours_is_shown(seen: Award, form: str, tmp_path: Path) -> None:
    text = said(seen, form, tmp_path)
    assert STAMP_WHOLE in text
    assert WEIGHING.findall(text.replace(STAMP_WHOLE, "")) == []
    assert "98765" not in text.replace(",", "")
    # The only money on the page is what section 54 turns on: a bidder's own turnover, and the threshold.
    assert set(re.findall(r"£[\d,.]*\d\w*", text)) <= {"£51,000,000", "£36m"}


@FORMS
def test_a_list_without_turnover_has_no_pound_sign_at_all(form: str, tmp_path: Path) -> None:
    assert "£" not in said(bids(("Zeta Ltd", BARE), ("Mu Ltd", BARE)), form, tmp_path)


@pytest.mark.parametrize("form", [".xlsx", ".html"])
def test_every_sheet_and_every_printed_page_is_stamped(form: str, tmp_path: Path) -> None:
    path = written(bids(("Zeta Ltd", FLAGGED), ("Mu Ltd", BARE)), tmp_path, form)
    if form == ".xlsx":
        for sheet in openpyxl.load_workbook(path):
            assert sheet["A2"].value == STAMP_WHOLE
            assert sheet.oddHeader.center.text == STAMP
    else:
        text = path.read_text(encoding="utf-8")
        assert f'@top-left {{ content: "{STAMP}"' in text
        sections = text.split("<section")[1:]
        assert all(f'class="tag">{STAMP}<' in each or 'class="stamp"' in each for each in sections)
        assert len(sections) == 5


def test_the_questions_are_one_list_that_names_no_bidder() -> None:
    seen = bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL), ("Mu Ltd", BARE))
    texts = [each.text for each in seen.questions]
    assert len(set(texts)) == len(texts)
    assert not any(each.name in text for each in seen.bidders for text in texts)
    assert [each for each in seen.questions if each in seen.first or each in seen.if_relevant] == [*seen.questions]


def test_a_question_that_one_bidder_calls_for_is_put_to_all() -> None:
    statement = "Have you published a modern slavery statement"
    without = bids(("Alder Ltd", SMALL), ("Birch Ltd", SMALL))
    one_more = bids(("Alder Ltd", SMALL), ("Birch Ltd", SMALL), ("Zeta Ltd", FLAGGED))
    assert not any(each.text.startswith(statement) for each in without.questions)
    assert any(each.text.startswith(statement) for each in one_more.questions)


def test_questions_do_not_change_with_the_order_of_the_bidders() -> None:
    rows = [("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL), ("Mu Ltd", BARE)]
    assert bids(*rows).questions == bids(*reversed(rows)).questions
    assert bids(*rows).first == bids(*reversed(rows)).first


def test_at_most_five_questions_come_first_and_labour_is_among_them() -> None:
    seen = bids(("Zeta Ltd", FLAGGED), ("Mu Ltd", BARE))
    assert len(seen.first) == 5
    assert len(seen.questions) > 5
    assert any("recruited, paid and housed" in each.text for each in seen.first)


def test_what_is_for_us_is_never_asked_of_a_bidder() -> None:
    seen = award([{"Bidder": "Zeta Ltd", **FACTS, "Category": ""}, {"Bidder": "Mu Ltd", **FACTS, "Category": ""}])
    ask = "What do we buy from this supplier?"
    assert not any(each.text == ask for each in seen.questions)
    assert all(ask in each.for_us for each in seen.bidders)


def test_a_rule_the_table_does_not_know_is_asked_in_its_own_words_or_left_to_us() -> None:
    rule = next(iter(load_rules(RULES).rules.values()))
    asks = replace(rule, id="new-rule", next_step="Ask who drives the vans; look at one van.")
    looks = replace(rule, id="new-rule", next_step="Look at one van.")
    assert question_for_rule(asks, {}) == "We ask every bidder who drives the vans."
    assert question_for_rule(looks, {}) == ""


def test_what_every_bidder_has_alike_is_said_once() -> None:
    seen = bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL))
    (alike,) = seen.alike
    assert alike.because.startswith("What we buy is read as cleaning, mostly labour done here")
    assert [len(each.says) for each in seen.bidders] == [1, 0]


def test_a_flag_comes_with_its_cells_grade_and_when_it_is_no_problem() -> None:
    (flag,) = bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL)).bidders[0].says
    assert (
        flag.because
        == "Section 54 applies (turnover £51,000,000, threshold £36m) and no statement was found by us."
    )
    assert any("51,000,000 in F2" in cell for cell in flag.cells)
    assert flag.grade == "stated"
    assert "parent's statement" in flag.not_a_problem_when


LEDGER = [
    {"Bidder": "Holly County Council", "Expense type": "Services", "Amount": "5"},
    {"Bidder": "HM Revenue & Customs", "Expense type": "PAYE", "Amount": "5"},
    {"Bidder": "Mrs J Hollingbery", "Expense type": "FOSTER ALLOWANCES", "Amount": "5"},
]


def test_whoever_bids_is_a_bidder_even_who_would_be_set_aside_in_a_ledger() -> None:
    assert read_suppliers(pandas.DataFrame(LEDGER)).set_aside.all()
    seen = award(LEDGER)
    assert [each.name for each in seen.bidders] == [row["Bidder"] for row in LEDGER]
    assert all(each.not_known for each in seen.bidders)


def test_a_bidder_told_to_be_a_person_is_not_named_and_is_asked_all_the_same() -> None:
    told = {"Mrs J Hollingbery": "person"}
    read = read_suppliers(pandas.DataFrame(LEDGER), bidders=True, kinds=told)
    seen = Award(report_on(read, load_rules(RULES), AS_OF), load_award_tables(RULES))
    assert seen.bidders[2].name == "Person (row 4)"
    assert seen.bidders[2].not_known


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
    path.write_bytes(path.read_bytes().replace(b"msrisk award seal ", b"msrisk award seal 0"))
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        check_outputs([path], writers=AWARD_WRITERS)


def test_an_award_and_a_register_never_replace_each_other_unasked(tmp_path: Path) -> None:
    seen = bids(("Zeta Ltd", FLAGGED))
    ours = written(seen, tmp_path, ".xlsx")
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        write_report(seen.report, ours)
    register = write_report(seen.report, tmp_path / "register.xlsx")
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        check_outputs([register], writers=AWARD_WRITERS)


def test_the_endings_of_an_award_and_of_a_register_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.xlsx, \.html"):
        check_outputs([tmp_path / "award.csv"], writers=AWARD_WRITERS)
    with pytest.raises(InputError, match=r"\.xlsx, \.json, \.csv"):
        check_outputs([tmp_path / "board.html"])


@pytest.mark.parametrize("width", [60, 80, 120])
def test_fault_155_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = on_terminal(bids(("Zeta Ltd", FLAGGED), ("Mu Ltd", BARE)), width).splitlines()
    # A digest is one word of 64 letters; it is folded, never cut.
    assert max(map(len, lines)) <= width
    assert not any(line.rstrip().endswith("…") for line in lines)
