"""Who is found without guessing, who waits for a person, and who is not found."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.enrich.join import join
from msrisk.model import Entries, Join, Suppliers, Way
from tests.enrich.join_making import listed, source

LOOK_ALIKES = Path(__file__).with_name("lookalike_names.csv")


def joined(suppliers: Suppliers, entries: Entries) -> Join:
    return join(suppliers, entries).joins[-1]


def way(ours: str, *theirs: str, number: str = "", numbers: tuple[str, ...] = ()) -> Way:
    suppliers = listed(ours, Company_number=[number]) if number else listed(ours)
    return Way(int(joined(suppliers, source(*theirs, numbers=numbers)).way[0]))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Brightwash Laundry Ltd", "BRIGHTWASH LAUNDRY LIMITED"),
        ("Harrow & Pine PLC", "Harrow and Pine Public Limited Company"),
        ("The Alder Trust", "Alder Trust (The)"),
        ("Ember Foods UK Ltd", "EMBER FOODS (U.K.) LIMITED"),
        ("Home Care Cedar Ltd", "Homecare Cedar Limited"),
        ("Ember + Elm Ltd", "Ember & Elm Limited"),
        ("Harrow Pine P L C", "Harrow Pine PLC"),
        ("Brightwash Laundry", "BRIGHTWASH LAUNDRY LIMITED"),
        ("Café Lumière Ltd", "CAFE LUMIERE LIMITED"),
        ("Kestrel Ltd t/a The Corner Shop", "KESTREL LIMITED"),
        ("Askew and Holt Library Services L", "ASKEW AND HOLT LIBRARY SERVICES LIMITED"),
        ("Linden Care (204517)", "LINDEN CARE LTD"),
        ("Linden Care Ltd C/o Maple Agents", "LINDEN CARE LTD"),
    ],
    ids=lambda text: text[:24],
)
def test_t71_t85_spellings_of_one_name_are_found_without_a_person(ours: str, theirs: str) -> None:
    assert way(ours, theirs, "Somebody Else Ltd") is Way.NAME


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Vale Services Ltd", "VALE SERVICES LLP"),
        ("Ember Foods (UK) Ltd", "EMBER FOODS LIMITED"),
        ("Apex", "APEX LIMITED"),
        ("Kestrel Ltd t/a Corner Shop", "CORNER SHOP LIMITED"),
        ("Brightwash Laundry Ltd", "BRIGHTWASH LAUNDERY LIMITED"),
        ("Konica Umber Business Solutions U", "Konica Umber Business Solutions (UK) Limited"),
    ],
    ids=[
        "another legal form",
        "UK on one side",
        "a short word",
        "T77 a trading name",
        "T74 a letter more",
        "cut short",
    ],
)
def test_what_is_only_like_waits_for_a_person(ours: str, theirs: str) -> None:
    found = joined(listed(ours), source(theirs, "Somebody Else Ltd"))
    assert found.entry[0] == -1
    assert [each.entry for each in found.waiting[0]] == [0]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Maple Care Ltd", "Cedar Foods Limited"),
        ("Capital Business Services Ltd", "Capital Property and Infrastructure Ltd"),
        ("Emma", "Emma Daniels Trading Limited"),
    ],
)
def test_unlike_names_are_neither_found_nor_suggested(ours: str, theirs: str) -> None:
    found = joined(listed(ours), source(theirs))
    assert found.entry[0] == -1
    assert found.candidates == ()


def test_t72_a_company_number_is_believed_when_the_name_bears_it_out() -> None:
    assert way("Brightwash", "BRIGHTWASH LAUNDRY LTD", number="1234567", numbers=("01234567",)) is Way.NUMBER


def test_t72_a_company_number_under_an_unlike_name_waits_for_a_person() -> None:
    suppliers = listed("Brightwash Laundry Ltd", Company_number=["01234567"])
    found = joined(suppliers, source("Umber Quarries Ltd", numbers=["01234567"]))
    assert found.entry[0] == -1
    (only,) = found.waiting[0]
    assert {each.what: each.agrees for each in only.reasons} == {"name": False, "company number": True}


def test_t28_the_same_name_with_another_company_number_waits_for_a_person() -> None:
    suppliers = listed("Vale Care Homes Ltd", Company_number=["01234567"])
    found = joined(suppliers, source("Vale Care Homes Ltd", numbers=["07654321"]))
    assert found.entry[0] == -1
    assert found.waiting[0][0].confidence < 60


def test_a_name_that_two_entries_have_waits_for_a_person() -> None:
    found = joined(listed("Vale Care Homes Ltd"), source("Vale Care Homes Ltd", "VALE CARE HOMES LIMITED"))
    assert found.entry[0] == -1
    assert len(found.waiting[0]) == 2


def test_t76_a_previous_name_finds_the_company_and_says_so() -> None:
    entries = source("Cedar Group Ltd", others=[(0, "Old Cedar Trading Ltd", "previous name")])
    found = joined(listed("Old Cedar Trading Ltd"), entries)
    assert Way(int(found.way[0])) is Way.PREVIOUS_NAME


def test_a_name_somebody_has_now_goes_before_one_somebody_had() -> None:
    entries = source("Cedar Group Ltd", "Old Cedar Ltd", others=[(0, "Old Cedar Ltd", "previous name")])
    found = joined(listed("Old Cedar Ltd"), entries)
    assert found.entry[0] == 1


def test_a_parent_that_our_list_names_is_only_suggested() -> None:
    found = joined(listed("Cedar Homes Ltd", Parent_company=["Cedar Group plc"]), source("Cedar Group PLC"))
    assert found.entry[0] == -1
    assert found.waiting[0][0].way is Way.PARENT


def test_countries_that_contradict_make_the_same_name_wait() -> None:
    suppliers = listed("Umber Trading Ltd", Country=["France"])
    found = joined(suppliers, source("Umber Trading Ltd", countries=[("RU",)]))
    assert found.entry[0] == -1
    assert found.waiting[0]


def test_payees_that_are_set_aside_are_not_looked_for() -> None:
    suppliers = read = listed("Vale Pension Fund", "Vale Care Ltd", Account=["Pension contributions", "Care"])
    assert read.kind(0) != "supplier"
    assert joined(suppliers, source("Vale Pension Fund", "Vale Care Ltd")).entry.tolist() == [-1, 1]


@pytest.mark.skipif(not LOOK_ALIKES.exists(), reason="no list of look-alike names")
def test_t78_look_alike_letters_and_unseen_marks_do_not_dodge_a_match() -> None:
    with LOOK_ALIKES.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    wrong = [pair for pair in pairs if (way(pair["ours"], pair["theirs"]) is Way.NAME) != (pair["same"] == "yes")]
    assert wrong == []
    assert sum(pair["same"] == "yes" for pair in pairs) >= 15


names = st.text("abcdeé &-.'()ltdЕ", max_size=14).map(lambda text: f"Vale {text}")


@given(st.lists(names, min_size=1, max_size=6, unique_by=str.casefold))
def test_the_order_of_the_entries_does_not_matter(theirs: list[str]) -> None:
    ours = [f"{theirs[0]} Ltd", theirs[-1]]
    shuffled = sorted(theirs, reverse=True)
    found = [joined(listed(*ours), source(*order)) for order in (theirs, shuffled)]
    named = [[each.entries.names[entry] if entry >= 0 else "" for entry in each.entry.tolist()] for each in found]
    assert named[0] == named[1]


@pytest.mark.parametrize("theirs", ["Ash Cleaning Services Ltd", "Midland Catering Services Ltd"])
def test_t72_words_that_many_firms_share_bear_no_number_out(theirs: str) -> None:
    ours = "Birch Cleaning Services Ltd" if "Ash" in theirs else "Norland Care Services Ltd"
    suppliers = listed(ours, Company_number=["01234567"])
    found = joined(suppliers, source(theirs, numbers=["01234567"]))
    assert found.entry[0] == -1
    assert found.waiting[0]
