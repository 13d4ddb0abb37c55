"""The page that goes to the supplier: what may be told, and nothing by which it could learn the rest."""

import re
from pathlib import Path
from typing import Any

import pytest

from msrisk.errors import InputError
from msrisk.tellable import HELD, MAY_BE_ASKED, TOLD
from msrisk.write.page import for_supplier
from msrisk.write.told_sources import told_sources
from tests.page_checks import assert_page_is_sound, is_tagged, printed
from tests.write.page.page_making import OURS, PAYLOADS, RULES, WORDS, Seen, ours, seen_by_them, theirs, watchlist

# From these the list derives what may be told: the turnover, and which statement is whose.
FEED_WHAT_IS_TOLD = {
    *("turnover_own", "turnover_subsidiaries", "turnover_group"),
    *("statement_document", "statement_by", "statement_areas", "statement_six_areas"),
}
NEVER_TOLD = [
    field
    for field in RULES.fields.values()
    if field.name not in TOLD | FEED_WHAT_IS_TOLD and field.headers and field.name != "spend"
]
WEIGHING = re.compile(
    r"scor|\brank|\bband\b|priorit|\bspend|\bspent|could.reach|look first|parked|set aside|queue|worst|watchlist|"
    r"exclu|debar|sanction|convict|possible match|accepted|98,?765|"
    r"(?-i:\b(Critical|High|Medium|Low(?! pay)|Refer)\b)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("answer", ["yes", "no", "2020-01-01", "9", "a worker told us, ref CANARY"])
def test_nothing_that_is_not_told_changes_a_byte_of_the_page(answer: str) -> None:
    """All at once: exclusions, assurance, workers, licences, prices, notes and records, each in its own column."""
    secrets = {field.headers[0]: answer for field in NEVER_TOLD}
    told = {field.name: field.headers[0] for field in NEVER_TOLD}
    assert {"slavery_conviction", "recruitment_fees", "price_low", "sa8000_date", "parent"} <= set(told)
    read = seen_by_them([OURS | secrets], told=told).report
    assert not set(told) & set(read.suppliers.columns)
    assert theirs([OURS | secrets], told=told) == theirs([OURS])


def test_what_is_kept_back_was_read_and_stands_in_our_file() -> None:
    row = OURS | {"Slavery conviction": "yes", "Recruitment fees": "yes", "Price": "abnormally low"}
    told = {"slavery_conviction": "Slavery conviction", "recruitment_fees": "Recruitment fees"}
    text = Seen(ours([row], told=told)).text
    assert "exclusion-conviction" in text
    assert "Workers had to pay for the job (workforce-recruitment-fees" in text
    assert theirs([row], told=told) == theirs([OURS])


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(each, id=each.name)
        for each in NEVER_TOLD
        if each.name in MAY_BE_ASKED or "ground" in each.name
    ],
)
def test_a_yes_that_we_hold_is_asked_in_the_words_of_a_blank(field: Any) -> None:
    row = OURS | {field.headers[0]: "yes"}
    assert theirs([row], told={field.name: field.headers[0]}) == theirs([OURS])


def test_a_name_on_a_watchlist_changes_no_byte_of_the_page(tmp_path: Path) -> None:
    listed = watchlist(tmp_path, OURS["Supplier"])
    assert theirs([OURS], listed) == theirs([OURS])


def test_what_we_pay_changes_no_byte_of_the_page() -> None:
    assert theirs([OURS | {"Annual spend": "4"}]) == theirs([OURS])


def test_no_other_supplier_and_no_other_spelling_stands_on_it() -> None:
    also = OURS | {"Supplier": "ACME CLEANING LIMITED (old account)", "Company number": "01234567"}
    page = Seen(theirs([OURS | {"Company number": "01234567"}, also, {"Supplier": "Rival Cleaning Ltd"}])).text
    assert "Rival" not in page
    assert "old account" not in page


@pytest.mark.parametrize(
    "heading", ["Category", "Description", "Turnover", "MS statement", "Place of work", "Legal form"]
)
def test_what_was_typed_around_a_value_stays_with_us(heading: str) -> None:
    row = OURS | {"Description": "Cleaning"}
    assert "CANARY" not in theirs([row | {heading: f"{row[heading]} (CANARY said so)"}])


def test_it_weighs_nothing_and_names_no_list() -> None:
    text = Seen(theirs([OURS | {"MS statement": "yes", "Statement no steps": "yes"}])).text
    assert not WEIGHING.findall(text)
    assert "!" not in text  # no cell


def test_it_says_what_we_hold_where_it_is_from_and_how_to_put_it_right() -> None:
    text = Seen(theirs([OURS])).text
    assert "A screening question list, not a finding." in text
    assert "Turnover with subsidiaries £50,000,000 Our own records" in text
    assert "What we buy from you Cleaning Our own records, as we read them" in text
    assert "If a line is wrong, tell your contact its number" in text
    assert "20 working days" in text
    assert "we note that no reply came, and may ask again" in text


def test_what_was_found_comes_with_the_law_and_when_it_is_no_problem() -> None:
    page = Seen(theirs([OURS]))
    assert "of £36 million or more), and we did not find one" in page.text
    assert "a parent's statement covers you" in page.text
    assert "must prepare a slavery and human trafficking statement" in page.text
    assert "https://www.legislation.gov.uk/ukpga/2015/30/section/54" in page.links


NOT_OURS_TO_SAY = re.compile(
    r"nothing (?:we know|else|more|open)|no more than|that is enough|counts as|will do\b|"
    r"(?<!some of )what we hold about you|no indicator|nothing is asked|leaves nothing|we will correct it",
    re.IGNORECASE,
)
ROWS = [
    pytest.param(OURS, id="flagged"),
    pytest.param(OURS | {"Category": "Home care", "Turnover": "£4.2m", "MS statement": ""}, id="care"),
    pytest.param(OURS | {"Category": "External audit", "Turnover": "£2m"}, id="nothing"),
]


@pytest.mark.parametrize("row", ROWS)
def test_it_neither_says_that_nothing_is_kept_back_nor_promises_what_a_buyer_may_not_keep(
    row: dict[str, str],
) -> None:
    text = Seen(theirs([row])).text
    assert "This page shows what we may tell you of what we hold" in text
    assert not NOT_OURS_TO_SAY.findall(text)


def test_no_words_in_the_table_say_that_nothing_else_is_held() -> None:
    said = [f"{each.found} {each.no_problem_when} {each.question}" for each in WORDS.values()]
    assert not [each for each in said if NOT_OURS_TO_SAY.search(each)]


def test_it_has_blanks_for_who_writes_and_says_who_else_may_read_and_whom_to_call() -> None:
    text = Seen(theirs([OURS])).text
    assert "Dear [name, office]," in text
    assert "We are [our organisation" in text
    assert "may be disclosed under freedom of information law. We keep it for [how long]." in text
    assert "do not question workers about this in a way that could put them at risk" in text
    assert "Modern Slavery & Exploitation Helpline, 08000 121 700" in text
    assert "its threshold of £36 million (turnover with subsidiaries)" in text


HOW_WE_READ_IT = re.compile(
    r"\bFAQ\b|as reported|summarised|by others|own choice|\bmsrisk, |\.csv|left out", re.IGNORECASE
)


@pytest.mark.parametrize(
    "category", [row["sector"] for table in RULES.tables.values() for row in table.rows if row.get("why")]
)
def test_a_letter_names_publications_and_not_how_we_read_them(category: str) -> None:
    sector = next(row for row in RULES.tables["sectors"].rows if row["sector"] == category)
    said = told_sources(RULES, sector["published"])
    assert len(said) == len(sector["published"].split("; ") if sector["published"] else [])
    assert not HOW_WE_READ_IT.search(" ".join(said))


@pytest.mark.parametrize("rule", WORDS)
def test_each_source_of_what_is_told_is_a_publication_or_our_own_assessment(rule: str) -> None:
    said = " ".join(told_sources(RULES, RULES.rules[rule].source))
    assert said
    assert not HOW_WE_READ_IT.search(said)


def test_what_is_said_of_a_sector_is_introduced_as_published_work() -> None:
    text = Seen(theirs([OURS | {"Category": "Home care"}])).text
    assert "Adult care. In this sector, published work describes: low margins" in text
    assert "updated 25 March 2024, for procurements begun before 24 February 2025, and followed by PPN 009" in text
    assert "Source: Our own assessment, informed by published guidance" in text


def test_a_sector_that_no_publication_we_read_names_is_our_own_assessment() -> None:
    text = Seen(theirs([OURS | {"Category": "Laundry services"}])).text
    assert "In this sector, our own assessment, informed by published guidance, looks at: low pay, heat" in text
    assert "published work describes" not in text


@pytest.mark.parametrize(
    ("category", "said"),
    [
        pytest.param("Cleaning services", "Did anybody who does this work pay to get the job", id="work"),
        pytest.param("Laptops", "Did anybody who makes these goods pay to get the job", id="goods"),
        pytest.param("Food", "Did anybody who does this work, or makes these goods, pay", id="both"),
    ],
)
def test_it_speaks_of_work_or_of_goods_as_one_of_them_is_bought(category: str, said: str) -> None:
    assert said in " ".join(seen_by_them([OURS | {"Category": category}]).questions)


def test_a_tax_paid_to_a_company_is_not_printed_as_what_we_buy() -> None:
    seen = seen_by_them([OURS | {"Supplier": "Sutton Waste Ltd", "Category": "Pension contributions"}])
    assert seen.report.suppliers.columns["sector"].reading(0).parts == ("tax and pensions",)
    text = Seen(for_supplier.whole(seen)).text
    assert "What we buy from you" not in text
    assert "pensions" not in text.lower()


def test_at_most_five_questions_come_first_and_none_is_asked_twice() -> None:
    seen = seen_by_them([OURS | {"MS statement": "", "Turnover": "tbc", "Place of work": ""}])
    assert 0 < len(seen.first) <= 5
    assert seen.more
    assert len(set(seen.questions)) == len(seen.questions)


def test_who_is_asked_nothing_is_told_so() -> None:
    row = OURS | {"Category": "External audit", "Turnover": "£2m", "Country of registration": "United Kingdom"}
    text = Seen(theirs([row])).text
    assert "This page asks you nothing" in text
    assert "This page lists no particular reason." in text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param({"Supplier": "Various", "Contract": "CT-1"}, "names no single supplier", id="a contract"),
        pytest.param({"Supplier": "Borchester Pension Fund"}, "set aside", id="no supplier"),
    ],
)
def test_there_is_no_page_for_whom_nothing_is_asked(row: dict[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        theirs([{"Category": "Pension contributions", "Annual spend": "900000", **row}])


def test_every_rule_that_is_said_to_suppliers_rests_on_what_may_be_told() -> None:
    assert set(WORDS) <= set(RULES.rules)
    assert not [name for name in WORDS if RULES.rules[name].track.value not in ("law", "exposure")]
    assert set(HELD) <= set(RULES.fields)
    assert set(MAY_BE_ASKED) <= set(RULES.fields)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_fault_172_a_hostile_name_is_text(payload: str) -> None:
    row = dict.fromkeys(("Description", "Place of work", "Statement link"), payload)
    page = Seen(theirs([OURS | row | {"Supplier": payload}]))
    assert not {tag for tag, _ in page.tags} & {"script", "img", "svg", "iframe", "b", "i", "object"}
    assert not [held for _, held in page.tags for key in held if key.startswith("on")]
    assert all(link.startswith("https://") for link in page.links)
    assert [tag for tag, _ in page.tags].count("style") == 1


def test_it_is_sound_in_a_browser_and_prints_tagged(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    row = OURS | {"Supplier": f"{'Unbrokenname' * 20} Ltd", "MS statement link": f"https://a.example/{'x' * 900}"}
    path.write_text(theirs([row]), encoding="utf-8")
    assert_page_is_sound(browser, path)
    assert is_tagged(printed(browser, path, tmp_path / "page.pdf"))
