"""How phrases are found in a text: the longest wins, and words that only look alike are not taken (T52)."""

from __future__ import annotations

import pytest

from msrisk.enrich.phrases import Phrases
from tests.enrich.enrich_making import sectors_of


def phrases(*rows: tuple[str, str] | str) -> Phrases:
    """A table of phrases, each alone or with its use."""
    pairs = [(row, "") if isinstance(row, str) else row for row in rows]
    return Phrases([{"words": words, "use": use} for words, use in pairs], "words")


def test_the_longest_phrase_wins_wherever_it_stands_in_the_table() -> None:
    for order in (("care", "care home food"), ("care home food", "care")):
        held = phrases(*order)
        assert held.rows_in("Care home food") == (order.index("care home food"),)


def test_a_shorter_phrase_is_not_found_inside_a_longer_one_but_beside_it_it_is() -> None:
    held = phrases("care home", "home")
    assert held.rows_in("care home") == (0,)
    assert held.rows_in("care home, home") == (0, 1)


def test_phrases_that_overlap_are_not_both_found() -> None:
    assert phrases("school meal", "meal delivery").rows_in("school meal delivery") == (0,)


def test_all_phrases_of_a_text_are_kept_in_the_order_of_the_table() -> None:
    assert phrases("waste", "cleaning", "security").rows_in("Security, cleaning") == (1, 2)


def test_a_phrase_said_twice_counts_each_time_it_is_listed() -> None:
    assert set(phrases("waste").rows_in("Waste and waste")) == {0}


def test_a_stop_phrase_hides_the_shorter_ones_in_it_and_says_nothing_itself() -> None:
    held = phrases("society", ("building society", "stop"))
    assert held.rows_in("Building society") == ()
    assert held.rows_in("Building society, another society") == (0,)


def test_a_stop_phrase_does_not_hide_a_longer_one() -> None:
    assert phrases(("food safety", "stop"), "food safety boots").rows_in("food safety boots") == (1,)


def test_a_head_speaks_for_the_whole_text_on_either_side_of_it() -> None:
    held = phrases("care home", ("software", "head"), "cleaning")
    assert held.rows_in("Software for a care home") == (1,)
    assert held.rows_in("Care home software, cleaning") == (1,)


def test_several_heads_are_all_kept() -> None:
    assert phrases(("software", "head"), ("audit", "head"), "care").rows_in("Audit of care software") == (0, 1)


def test_a_phrase_that_counts_alone_counts_only_where_nothing_else_is_said() -> None:
    held = phrases(("it", "alone"))
    assert held.rows_in("IT") == held.rows_in(" (it) ") == (0,)
    assert held.rows_in("Repair it") == ()


def test_a_stem_stands_for_every_word_that_begins_so_and_for_no_other() -> None:
    held = phrases("janit*")
    assert [held.rows_in(text) for text in ("Janitorial", "JANITORS", "janit")] == [(0,)] * 3
    assert [held.rows_in(text) for text in ("jan", "a ninja nit", "Rejanitor")] == [()] * 3


@pytest.mark.parametrize("text", ["Clean of school", "cleaning of schools", "Cleaners of school"])
def test_a_stem_stands_anywhere_in_a_phrase(text: str) -> None:
    assert phrases("clean* of school").rows_in(text) == (0,)


def test_of_two_stems_the_one_with_more_letters_wins() -> None:
    for order in (("construct*", "constructive*"), ("constructive*", "construct*")):
        assert phrases(*order).rows_in("constructive") == (order.index("constructive*"),)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("laundry", "Laundries"),
        ("laundries", "Laundry"),
        ("boxes", "a box"),
        ("children's home", "Children’s Homes"),
        ("nurses", "NURSE"),
        ("bus", "Buses"),
    ],
)
def test_plurals_are_equal_to_their_singular(phrase: str, text: str) -> None:
    assert phrases(phrase).rows_in(text) == (0,)


@pytest.mark.parametrize("text", ["Work", "Waterworks", "road-worker"])
def test_works_is_not_work(text: str) -> None:
    assert phrases("works").rows_in(text) == ()


@pytest.mark.parametrize(
    "text", ["Home/Care", "HOME-CARE", "home  care", "Home: care", "home & care", "home_care"]
)
def test_punctuation_only_divides_words(text: str) -> None:
    assert phrases("home care").rows_in(text) == (0,)


def test_of_account_and_details_the_account_speaks_first() -> None:
    held = phrases("cleaning", "laundry")
    assert held.rows_in("Cleaning - laundry bags and nets") == (0,)
    assert held.rows_in("Contracts - laundry bags and nets") == (1,)
    assert held.rows_in("Cleaning-laundry") == (0, 1)


def test_details_of_one_or_two_words_belong_to_the_account() -> None:
    held = phrases("care", "care supplies children")
    assert held.rows_in("Care Supplies - Children") == (1,)


def test_an_account_that_is_stopped_leaves_the_details_to_speak() -> None:
    assert phrases("cleaning", ("materials", "stop")).rows_in("Materials - cleaning") == (0,)


def test_t53_what_semicolons_divide_is_searched_apart_so_that_a_head_hides_nothing() -> None:
    held = phrases("cleaning", ("audit", "head"))
    assert held.rows_in("Audit fees; Cleaning") == (0, 1)
    assert held.rows_in("Audit of cleaning") == (1,)


def test_nothing_is_found_in_nothing() -> None:
    for text in ("", " ", " - ", ";", "12345", "\u200b"):
        assert phrases("care", "it").rows_in(text) == ()


def test_a_blank_phrase_is_found_nowhere() -> None:
    assert phrases("", " ", "care").rows_in("care") == (2,)


# -- the words of our own table


@pytest.mark.parametrize(
    ("text", "not_these"),
    [
        ("Cyber security", "guarding"),
        ("cyber-security services", "guarding"),
        ("Information security audit", "guarding"),
        ("IT security", "guarding"),
        ("Social security", "guarding"),
        ("Security deposit", "guarding"),
        ("Safeguarding board", "guarding"),
        ("Data cleaning", "cleaning"),
        ("Data cleansing services", "cleaning"),
        ("Cleaning materials", "cleaning"),
        ("Day nursery", "farming grounds"),
        ("Day nursery fees", "farming grounds"),
        ("Constructive dismissal advice", "works"),
        ("Constructive dialogue", "works"),
        ("Building society", "works"),
        ("Building control fees", "works"),
        ("Capacity building", "works"),
        ("Team building", "works"),
        ("Healthcare software", "healthcare adult-care"),
        ("Care home software", "adult-care"),
        ("Customer care", "adult-care"),
        ("Skin care", "adult-care"),
        ("Scare tactics", "adult-care"),
        ("Software for refuse collection", "waste"),
        ("Waste disposal levy", "waste"),
        ("Catering equipment repairs", "catering"),
        ("Food hygiene", "food catering"),
        ("Food safety training", "food catering"),
        ("Travel agency", "agency-labour"),
        ("Environment Agency", "agency-labour"),
        ("Estate agency", "agency-labour"),
        ("Recruitment advertising", "agency-labour"),
        ("Do it yourself", "ICT-equipment"),
        ("Ironmongery, locks", "ICT-equipment"),
        ("Legal opinion on a care home", "adult-care"),
        ("Waste management consultancy", "waste"),
        ("Car park", "car-wash transport"),
    ],
)
def test_t52_words_that_only_look_alike(text: str, not_these: str) -> None:
    wrong = {each.replace("-", " ") for each in not_these.split(" ")}
    assert not sectors_of(text) & wrong


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Security guards", "guarding"),
        ("Window cleaning", "cleaning"),
        ("Construction", "works"),
        ("Constructions", "works"),
        ("Plant nursery", "grounds"),
        ("Hand car wash", "car wash"),
        ("Agency staff", "agency labour"),
        ("staff, agency", "agency labour"),
        ("IT hardware", "ICT equipment"),
        ("Day nurseries", "childcare"),
    ],
)
def test_t52_and_the_words_they_look_like_are_found(text: str, sector: str) -> None:
    assert sectors_of(text) == {sector}


@pytest.mark.parametrize(
    "text", ["nursery stock", "stone", "building", "delivery", "monitor", "tablet", "phone", "shop"]
)
def test_a_bare_word_of_many_meanings_is_no_labour_sector_inside_a_longer_text(text: str) -> None:
    labour = {"farming", "works", "logistics", "grounds"} - ({"grounds"} if text == "nursery stock" else set())
    assert not sectors_of(f"Charges for {text} and such") & labour


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("EXT DOM CARE SPOT", "adult care"),
        ("EXT DOM CARE SPOT COS", "adult care"),
        ("EMERGENCY ACCOM", "accommodation"),
        ("EMERGENCY ACCOMMODAT", "accommodation"),
        ("CONT HIRE HOME TO SCHOOL", "transport"),
        ("A&M PAY TO CONTRACTOR", "works"),
        ("Waste Disposal Treatment", "waste"),
    ],
)
def test_names_cut_at_twenty_letters_are_found_however_far_they_go(text: str, sector: str) -> None:
    assert sectors_of(text) == {sector}
