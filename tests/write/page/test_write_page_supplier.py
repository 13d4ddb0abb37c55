"""One supplier for our own file: everything, with the arithmetic; never to be taken for the page that is sent."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from msrisk.ruleset.load import load_rules
from msrisk.write.in_short import in_short
from msrisk.write.page import supplier
from msrisk.write.page.links import host_of, linked
from tests.page_checks import assert_page_is_sound, is_tagged, printed
from tests.write.page.page_making import OURS, PAYLOADS, Seen, in_our_file, ours, watchlist


def test_it_says_where_the_supplier_stands_and_adds_up_the_score() -> None:
    seen = in_our_file([OURS])
    text = Seen(supplier.whole(seen)).text
    assert f"{seen.one.band.phrase}: rank 1 of 1." in text
    assert f"Score = law {seen.one.law} + exposure {seen.one.exposure} less relief 0 {seen.one.score}" in text
    points = [int(points) for part, points in seen.sum() if not part.startswith(("Score", "With"))]
    assert sum(points) == seen.one.score


def test_it_begins_with_priority_sum_reasons_next_step_and_what_is_not_known() -> None:
    text = Seen(ours([OURS])).text
    told = ("priority for checks", "Score ", "Why , each a question:", "Next.", "Not known:", "How it was weighed")
    places = [text.index(each) for each in told]
    assert places == sorted(places)
    assert "For the supplier: Ask for the statement and where it is published" in text[: places[-1]]
    assert len(text[: places[-1]]) < 1_800  # half a page


def test_it_gives_at_most_five_reasons_and_what_is_for_legal_review_comes_first() -> None:
    facts = {"Recruitment fees": "yes", "Subcontracted": "yes", "Price": "abnormally low", "Conviction": "yes"}
    told = {"recruitment_fees": "Recruitment fees", "subcontracted": "Subcontracted", "price_low": "Price"}
    seen = in_our_file([OURS | facts], told=told | {"slavery_conviction": "Conviction"})
    short = in_short(seen.one)
    assert len(short.reasons) <= 5
    assert "exclusion" in seen.report.rules.rules["exclusion-conviction"].track.value
    assert short.reasons[0] == seen.report.rules.rules["exclusion-conviction"].title


def test_what_it_rests_on_is_said_without_programmers_words() -> None:
    text = Seen(ours([OURS])).text
    assert "As stated; compared with at least £36m: yes" in text
    assert "compared with sole trader or unincorporated: no" in text
    assert not re.search(r"is it \w+\?|\? (?:yes|no)\b|one of \[", text)


def test_a_flag_has_its_reason_cells_law_next_step_and_when_it_is_no_problem() -> None:
    page = Seen(ours([OURS]))
    assert "No modern slavery statement found (s54-no-statement, 40 points)" in page.text
    assert "no statement was found by us" in page.text
    assert "Not a problem when: A parent's statement" in page.text
    assert "Next, for the supplier: Ask for the statement" in page.text
    assert "https://www.legislation.gov.uk/ukpga/2015/30/section/54" in page.links


def test_what_is_not_known_says_what_it_could_add_and_what_was_clear_is_named_by_its_id() -> None:
    text = Seen(ours([OURS])).text
    assert re.search(r"workforce-agency-workers.*?agency workers do the work.*?points if it were flagged", text)
    assert "s54-statement-not-covering" in text or "s54-" in text
    assert "What was clear, and what does not apply" in text


def test_a_possible_match_is_named_for_us_alone(tmp_path: Path) -> None:
    text = Seen(ours([OURS], watchlist(tmp_path, OURS["Supplier"]))).text
    assert "May be listed: 'Acme Cleaning Ltd' on secret-list.csv" in text
    assert "another organisation goes by that name" in text


def test_it_is_marked_as_not_to_be_sent_on_the_screen_and_on_paper() -> None:
    page = ours([OURS])
    assert "For our own file. Not to be sent to the supplier" in Seen(page).text
    assert '@top-left { content: "A screening question list, not a finding. For our own file"' in page


def test_what_is_not_law_stands_apart_and_is_not_scored() -> None:
    row = OURS | {"Supplier": "Borchester Borough Council", "Contract": "C1"}
    seen = in_our_file([row], rules=load_rules("pending-bill-105"))
    headings = [said for said in Seen(supplier.whole(seen)).words if said.startswith("What if")]
    assert "What if (not law)" in headings


def test_a_payee_set_aside_gets_a_page_that_says_so() -> None:
    row = {"Supplier": "Borchester Pension Fund", "Category": "Pension contributions", "Annual spend": "900000"}
    page = Seen(ours([row]))
    assert "Set aside:" in page.text
    assert "Flagged" not in page.text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_fault_172_hostile_texts_stay_text(payload: str) -> None:
    row = dict.fromkeys(("Description", "Place of work", "Statement link", "Legal form", "Category"), payload)
    page = Seen(ours([OURS | row | {"Supplier": payload}]))
    assert not {tag for tag, _ in page.tags} & {"script", "img", "svg", "iframe", "b", "i", "object"}
    assert not [held for _, held in page.tags for key in held if key.startswith("on")]
    assert all(link.startswith("https://") for link in page.links)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://plain.example/x",
        "https://gov.uk@evil.example/x",
        "https://user:pass@evil.example/",
        "file:///c:/x",
        "\\\\host\\share",
        "https://evil.example\\@gov.uk",
        "https://a.example/x y",
        "https://a.example/\u202ex",
        "https://аpple.example/",
        "https://a.example:8443/",
        "https://[::1]/",
        f"https://a.example/{'x' * 2_050}",
        "see our website",
        "",
    ],
)
def test_only_a_plain_address_by_https_becomes_a_link(address: str) -> None:
    assert host_of(address) == ""
    assert "<a" not in linked(address, "said")


def test_a_link_shows_its_host() -> None:
    assert "(www.example.org)" in linked("https://www.example.org/x", "A statement")
    assert ">https://www.example.org/x<" in linked("https://www.example.org/x")


def test_headings_go_down_one_step_at_a_time() -> None:
    headings = Seen(ours([OURS])).headings
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_the_same_list_gives_the_same_bytes() -> None:
    page = ours([OURS])
    assert page == ours([OURS])


def test_it_is_sound_in_a_browser_and_prints_tagged(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    row = OURS | {"Supplier": f"{'Unbrokenname' * 20} Ltd", "Description": "words " * 500}
    path.write_text(ours([row], watchlist(tmp_path, OURS["Supplier"])), encoding="utf-8")
    assert_page_is_sound(browser, path)
    assert is_tagged(printed(browser, path, tmp_path / "page.pdf"))
