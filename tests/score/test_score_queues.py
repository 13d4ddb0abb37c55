"""Whom to look at first, who is parked and who is set aside (T70: spend orders and parks, it never scores)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import pandas
import pytest

from msrisk import load_rules, screen
from msrisk.model import Band, Queue
from msrisk.report import Report
from msrisk.ruleset.rules import RuleSet, Worklist
from msrisk.write.words import flagged
from tests.enrich.enrich_making import exposure
from tests.evaluate.evaluate_making import DAY, every_track, screened

Row = Mapping[str, str]
LARGE, SMALL = "500000", "900"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def firms(number: int, category: str, amount: str = LARGE, **more: str) -> list[dict[str, str]]:
    """So many suppliers of one purchase; each is named by it and by a letter."""
    return [
        {
            "Supplier": f"{category or 'Nameless'} {LETTERS[each]} Ltd",
            "Amount": amount,
            "Purchase category": category,
        }
        | {heading.replace("_", " "): text for heading, text in more.items()}
        for each in range(number)
    ]


def names_in(report: Report, queue: Queue) -> list[str]:
    return [each.name for each in report if each.queue is queue]


def first(report: Report) -> list[str]:
    """The purchases of the look-first queue, in the order it is taken."""
    return [report.suppliers.names[number].rsplit(" ", 2)[0] for number in report.first_to_look_at(25)]


# -- look first


def test_look_first_goes_in_turn_across_what_we_buy_with_five_of_each_at_most() -> None:
    report = screened([*firms(9, "Homecare"), *firms(7, "Cleaning"), *firms(2, "Laundry")], exposure())
    queue = names_in(report, Queue.LOOK_FIRST)
    assert Counter(name.rsplit(" ", 2)[0] for name in queue) == {"Homecare": 5, "Cleaning": 5, "Laundry": 2}
    taken = first(report)[:12]
    assert [Counter(taken[at : at + 3]) for at in (0, 3)] == [Counter(["Homecare", "Cleaning", "Laundry"])] * 2
    assert Counter(taken[6:]) == {"Homecare": 3, "Cleaning": 3}


def test_a_higher_band_comes_first_whatever_its_turn() -> None:
    """Homecare is High by its sector, laptops of unknown origin are not cleared."""
    report = screened([*firms(5, "Laptops"), *firms(5, "Homecare")], exposure())
    assert first(report)[:10] == ["Homecare"] * 5 + ["Laptops"] * 5


def test_what_we_buy_being_unknown_comes_last_in_its_band() -> None:
    report = screened([*firms(6, ""), *firms(2, "Laptops", SMALL + "00")], exposure())
    assert first(report)[:7] == ["Laptops"] * 2 + ["Nameless"] * 5


def test_whoever_is_only_not_cleared_takes_no_turn_from_those_of_whom_something_was_found() -> None:
    rules = load_rules("nhs-england")
    report = screened([*firms(3, "Electricity"), *firms(3, "Bank charges"), *firms(3, "Laptops")], rules)
    assert {each.band for each in report} == {Band.NOT_CLEARED}
    assert [each.score > 0 for each in map(report.assessment, report.first_to_look_at(9))] == [True] * 3 + [
        False
    ] * 6
    short = replace(rules, worklist=replace(rules.worklist, look_first=3))
    assert first(screened([*firms(3, "Electricity"), *firms(3, "Laptops")], short))[:3] == ["Laptops"] * 3


def parted(name: str, small: str, *, of: str = "Taxis") -> list[dict[str, str]]:
    """A supplier paid 90,000 for one thing, and a little for building works."""
    rows = [("90000", of), (small, "Building works")]
    return [{"Supplier": name, "Amount": amount, "Purchase category": category} for amount, category in rows]


def test_a_flag_on_a_small_part_of_the_spend_comes_after_the_others_of_its_band_and_says_so() -> None:
    report = screened([*parted("Alder Cabs Ltd", "217"), *firms(2, "Homecare", "30000")], exposure())
    assert [each.name for each in map(report.assessment, report.first_to_look_at(3))][2] == "Alder Cabs Ltd"
    alder = next(each for each in report if each.name == "Alder Cabs Ltd")
    assert alder.band is Band.HIGH, "the worst line still decides the band"
    assert "Labour done here, in a sector often named (£217 of the £90,217)" in flagged(alder)


@pytest.mark.parametrize(
    ("small", "why"), [("40000", "it is more than the spend floor"), ("91000", "it is more than half")]
)
def test_a_flag_on_no_small_part_keeps_its_turn(small: str, why: str) -> None:
    report = screened([*parted("Alder Cabs Ltd", small), *firms(2, "Homecare", "30000")], exposure())
    assert "Alder Cabs Ltd" in [each.name for each in map(report.assessment, report.first_to_look_at(2))], why


def test_a_small_supplier_whose_every_line_is_flagged_keeps_its_turn() -> None:
    report = screened([*firms(1, "Hand car wash", "500"), *parted("Alder Cabs Ltd", "217")], exposure())
    assert report.assessment(report.first_to_look_at(1)[0]).name == "Hand car wash A Ltd"


def test_there_are_no_more_than_the_work_list_says() -> None:
    bought = ["Homecare", "Cleaning", "Laundry", "Waste", "Food", "Agency staff", "Grounds maintenance"]
    rows = [row for category in bought for row in firms(5, category)]
    assert len(names_in(screened(rows, exposure()), Queue.LOOK_FIRST)) == 25
    short = replace(exposure(), worklist=replace(exposure().worklist, look_first=3, per_category=1))
    assert len(names_in(screened(rows, short), Queue.LOOK_FIRST)) == 3


def test_of_one_purchase_the_larger_spend_is_looked_at_first() -> None:
    rows = firms(3, "Homecare")
    for row, amount in zip(rows, ("60000", "90000", "30000"), strict=True):
        row["Amount"] = amount
    report = screened(rows, exposure())
    assert [report.suppliers.names[number] for number in report.first_to_look_at(3)] == [
        "Homecare B Ltd",
        "Homecare A Ltd",
        "Homecare C Ltd",
    ]


def test_nobody_who_is_medium_or_low_is_looked_at_first() -> None:
    rows = [*firms(2, "Insurance", Country="UK", Place_of_work="UK"), *firms(1, "Homecare")]
    report = screened(rows, exposure())
    assert names_in(report, Queue.LOOK_FIRST) == ["Homecare A Ltd"]
    assert {each.band for each in report if "Insurance" in each.name} == {Band.LOW}


# -- parked


def test_below_the_floor_with_nothing_found_but_the_category_is_parked() -> None:
    report = screened([*firms(1, "Cleaning", SMALL), *firms(1, "Laundry", LARGE)], exposure())
    assert names_in(report, Queue.PARKED) == ["Cleaning A Ltd"]


@pytest.mark.parametrize(("amount", "queue"), [("24999.99", Queue.PARKED), ("25000", Queue.LOOK_FIRST)])
def test_the_floor_itself_is_not_below_the_floor(amount: str, queue: Queue) -> None:
    (each,) = screened(firms(1, "Cleaning", amount), exposure())
    assert each.queue is queue


@pytest.mark.parametrize(
    ("last_day", "amount", "queue"),
    [
        pytest.param(
            "2026-06-29", "4109.58", Queue.PARKED, id="sixty days: a sixth of the year's floor, and below"
        ),
        pytest.param("2026-06-29", "4109.59", Queue.LOOK_FIRST, id="sixty days: a sixth of the year's floor"),
        pytest.param("2028-05-01", "24999", Queue.PARKED, id="two years: never more than a year's floor"),
        pytest.param("2028-05-01", "25000", Queue.LOOK_FIRST, id="two years, and the whole floor"),
    ],
)
def test_the_floor_is_that_of_the_days_the_list_covers(last_day: str, amount: str, queue: Queue) -> None:
    rows = [
        {**firms(1, "Cleaning", amount)[0], "Payment date": "2026-05-01"},
        {**firms(1, "Laundry", LARGE)[0], "Payment date": last_day},
    ]
    report = screened(rows, exposure())
    assert next(each.queue for each in report if each.name == "Cleaning A Ltd") is queue


def test_a_supplier_whose_spend_is_not_given_is_not_parked() -> None:
    report = screened([*firms(1, "Cleaning", ""), *firms(1, "Laundry", LARGE)], exposure())
    assert names_in(report, Queue.PARKED) == []


@pytest.mark.parametrize(
    ("category", "sector"),
    [
        ("Agency staff", "agency labour"),
        ("Homecare", "adult care"),
        ("Foster agency", "children's care"),
        ("Hand car wash", "car wash"),
        ("Bed and breakfast", "accommodation"),
    ],
)
def test_some_sectors_have_no_floor(category: str, sector: str) -> None:
    assert sector in exposure().worklist.never_parked
    report = screened(firms(1, category, "5"), exposure())
    assert report.topics == (sector,)
    assert names_in(report, Queue.PARKED) == []


def test_one_line_of_a_sector_without_a_floor_is_enough() -> None:
    rows = [
        {"Supplier": "Alder Ltd", "Amount": "5", "Purchase category": each} for each in ("Cleaning", "Homecare")
    ]
    assert names_in(screened(rows, exposure()), Queue.PARKED) == []


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"Country": "China"}, id="its country of registration"),
        pytest.param({"Country_of_origin": "China"}, id="the origin of its goods"),
        pytest.param({"Place_of_work": "Eritrea"}, id="its place of work"),
    ],
)
def test_who_has_a_flag_beyond_the_category_is_not_parked(more: dict[str, str]) -> None:
    bought = "Laptops" if "Country_of_origin" in more else "Cleaning"
    assert names_in(screened(firms(1, bought, SMALL), exposure()), Queue.PARKED)
    assert names_in(screened(firms(1, bought, SMALL, **more), exposure()), Queue.PARKED) == []


def with_floor(rules: RuleSet) -> RuleSet:
    return replace(rules, worklist=Worklist(floor=2_500_000))


def test_who_is_referred_is_never_parked() -> None:
    row = {**firms(1, "Audit", SMALL)[0], "No steps taken": "yes"}
    (each,) = screened([row], with_floor(every_track()))
    assert (each.band, each.queue) == (Band.REFER, Queue.LOOK_FIRST)


def test_who_is_critical_is_never_parked() -> None:
    """Cleaning, and of a large turnover: the flag of law is beyond the category too."""
    row = {**firms(1, "Cleaning", SMALL)[0], "Turnover": "£90m"}
    (each,) = screened([row], with_floor(every_track()))
    assert (each.band, each.queue) == (Band.CRITICAL, Queue.LOOK_FIRST)


def test_without_a_floor_nobody_is_parked() -> None:
    rules = replace(exposure(), worklist=replace(exposure().worklist, floor=0))
    assert names_in(screened(firms(3, "Cleaning", "1"), rules), Queue.PARKED) == []


def test_t70_parking_changes_no_band_and_no_score() -> None:
    dear, cheap = (screened(firms(4, "Cleaning", amount), exposure()) for amount in (LARGE, "1"))
    assert names_in(cheap, Queue.PARKED)
    assert [(each.band, each.score, each.could_reach) for each in cheap] == [
        (each.band, each.score, each.could_reach) for each in dear
    ]


# -- set aside


def with_one_set_aside(rows: Sequence[Row]) -> Report:
    """The list, and before all others a payee that was told to be no supplier."""
    aside = {"Supplier": "Aardvark Pension Fund", "Amount": "9999999", "Purchase category": "Homecare"}
    frame = pandas.DataFrame([aside, *rows])
    return screen(frame, rules=exposure(), as_of=DAY, kinds={"Aardvark Pension Fund": "tax or pension"})


def test_who_is_set_aside_ranks_last_and_is_in_no_count_of_the_headline() -> None:
    report = with_one_set_aside([*firms(2, "Homecare"), *firms(1, "Insurance", SMALL)])
    assert [each.name for each in report][-1] == "Aardvark Pension Fund"
    assert names_in(report, Queue.SET_ASIDE) == ["Aardvark Pension Fund"]
    assert sum(report.count(band) for band in Band) == 3
    assert sum(topic.suppliers for topic in report.by_topic) == 3
    assert "Aardvark Pension Fund" not in [each.name for each in report.ranked()]


def test_who_is_set_aside_is_asked_nothing_and_never_called_low() -> None:
    report = with_one_set_aside(firms(1, "Homecare"))
    each = list(report)[-1]
    assert (each.score, each.questions) == (0, ())
    assert each.band not in (Band.LOW, Band.MEDIUM)


# -- any list


@pytest.mark.parametrize("seed", range(3))
def test_every_supplier_is_in_one_queue_and_no_high_priority_is_hidden(seed: int) -> None:
    chance = Random(seed)
    bought = ["Homecare", "Cleaning", "Laptops", "PPE gloves", "Insurance", "Meat", "Sundries", ""]
    origins = ["", "China", "Thailand", "UK", "Ruritania"]
    rows = [
        {
            "Supplier": f"Firm {LETTERS[number % 26]}{number}",
            "Amount": chance.choice(["5", "20000", "90000"]),
            "Purchase category": chance.choice(bought),
            "Country of origin": chance.choice(origins),
        }
        for number in range(150)
    ]
    report = screened(rows, exposure())
    assert sum(int(report.in_queue(queue).sum()) for queue in Queue) == 150
    for each in report:
        if each.queue is Queue.PARKED:
            assert each.band > Band.CRITICAL
            assert (each.spend or 0) < 2_500_000
        if each.queue is Queue.LOOK_FIRST:
            assert each.band <= Band.NOT_CLEARED
    chosen = Counter((report.topics[each.number], each.band) for each in report if each.queue is Queue.LOOK_FIRST)
    assert sum(chosen.values()) <= 25
    assert max(chosen.values()) <= 5
