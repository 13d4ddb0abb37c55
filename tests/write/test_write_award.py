"""The award page: bidders in their own order, one list of questions, nothing that weighs anybody."""

import re
from dataclasses import replace
from html import escape
from pathlib import Path

import openpyxl
import pytest

from msrisk.ruleset.load import load_rules
from msrisk.write.award import Award
from msrisk.write.award_questions import question_for_rule
from msrisk.write.award_words import STAMP, STAMP_WHOLE
from tests.write.award_making import (
    BARE,
    FACTS,
    FLAGGED,
    FORMS,
    LISTS,
    RULES,
    SMALL,
    WEIGHING,
    award,
    bids,
    said,
    written,
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
            lines = " ".join(str(sheet.cell(row, 1).value) for row in range(2, 6))
            assert lines.startswith(STAMP_WHOLE)
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
    assert ask in seen.alike.for_us


def test_what_only_a_bidder_can_say_is_not_for_us() -> None:
    seen = bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL))
    assert not [said for each in (seen.alike, *seen.bidders) for said in each.for_us if "convicted" in said]


def test_the_first_five_are_those_on_which_most_hangs() -> None:
    wide = {**SMALL, "Category": "Food packing labour", "Country": "", "Turnover": ""}
    seen = award(
        [
            {"Bidder": "Zeta Ltd", **FLAGGED},
            {"Bidder": "Mu Ltd", **wide},
            {"Bidder": "Nu Ltd", "Category": "Agency staff"},
        ]
    )
    groups = {each.group: each for each in reversed(seen.questions)}
    others = [each.points for each in groups.values() if each not in seen.first]
    assert others
    assert min(each.points for each in seen.first) >= max(others)


def test_a_rule_the_table_does_not_know_is_asked_in_its_own_words_or_left_to_us() -> None:
    rule = next(iter(load_rules(RULES).rules.values()))
    asks = replace(rule, id="new-rule", next_step="Ask who drives the vans; look at one van.")
    looks = replace(rule, id="new-rule", next_step="Look at one van.")
    assert question_for_rule(asks, {}) == "We ask every bidder who drives the vans."
    assert question_for_rule(looks, {}) == ""


def test_what_every_bidder_has_alike_is_said_once() -> None:
    seen = bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL))
    (alike,) = seen.alike.says
    assert alike.because.startswith("What we buy is read as cleaning, mostly labour done here")
    assert [len(each.says) for each in seen.bidders] == [1, 0]


def test_what_we_have_to_do_or_do_not_know_of_every_bidder_is_written_once(tmp_path: Path) -> None:
    bare = {**FACTS, "Category": ""}
    seen = award([{"Bidder": "Zeta Ltd", **bare}, {"Bidder": "Mu Ltd", **bare}])
    once = [*seen.alike.for_us, *seen.alike.not_known]
    assert seen.alike.for_us
    assert seen.alike.not_known
    assert not any(said in once for each in seen.bidders for said in (*each.for_us, *each.not_known))
    page = written(seen, tmp_path, ".html").read_text(encoding="utf-8")
    assert page.count(escape(seen.alike.for_us[0])) == 1


def test_a_flag_comes_with_its_cells_grade_and_when_it_is_no_problem() -> None:
    (flag,) = bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL)).bidders[0].says
    assert (
        flag.because
        == "Section 54 applies (turnover £51,000,000, threshold £36m) and no statement was found by us."
    )
    assert any("51,000,000 in F2" in cell for cell in flag.cells)
    assert flag.grade == "stated"
    assert "parent's statement" in flag.not_a_problem_when
