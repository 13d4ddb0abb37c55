"""What we buy, from whom and for how much: the sums are the suppliers', and a category alone is no Critical."""

from __future__ import annotations

from random import Random

import pytest

from msrisk.model import Band, Outcome
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.topics import NOT_KNOWN, Topic
from tests.enrich.enrich_making import exposure, sectors_of
from tests.evaluate.evaluate_making import screened

SECTORS = tuple(row["sector"] for row in exposure().tables["sectors"].rows)


def word_for(sector: str) -> str:
    """A phrase of the table that stands for a sector and, where there is one, for its goods too."""
    rows = exposure().tables["purchases"].rows
    held = [row["words"].replace("*", "") for row in rows if row["sector"] == sector and row.get("words")]
    return next(words for words in held if sectors_of(words) == {sector})


WORDS = {sector: word_for(sector) for sector in SECTORS}


def row(name: str, category: str, amount: str = "100", **more: str) -> dict[str, str]:
    cells = {heading.replace("_", " "): text for heading, text in more.items()}
    return {"Supplier": name, "Amount": amount, "Purchase category": category, **cells}


# -- category alone


def test_there_are_38_sectors() -> None:
    assert len(SECTORS) == len(set(SECTORS)) == 38


@pytest.mark.parametrize("rules", ["exposure", "uk-public-procurement"])
def test_a_category_alone_never_makes_critical(rules: str) -> None:
    rows = [row(f"Firm {sector}", words) for sector, words in WORDS.items()]
    report = screened(rows, load_rules(rules))
    assert set(report.topics) == set(SECTORS)
    critical = {each.name for each in report if each.band <= Band.CRITICAL}
    assert critical == set()


def test_nor_does_every_phrase_for_goods_that_guidance_names() -> None:
    words = {each["words"].replace("*", "") for each in exposure().tables["goods"].rows if each["words"]}
    rows = [row(f"Firm {number} {each}", each) for number, each in enumerate(sorted(words))]
    assert {each.name for each in screened(rows, exposure()) if each.band <= Band.CRITICAL} == set()


def test_nor_do_all_categories_at_once_nor_the_same_in_two_columns() -> None:
    every = "; ".join([*WORDS.values(), "PPE gloves", "Cotton towels", "Solar PV"])
    for cells in ({"Purchase category": every}, {"Purchase category": every, "Expense type": every}):
        (each,) = screened([{"Supplier": "Alder Ltd", **cells}], exposure())
        assert each.band is Band.HIGH
        assert each.score < 60


def test_nor_do_many_lines_of_one_supplier() -> None:
    (each,) = screened([row("Alder Ltd", words) for words in WORDS.values()], exposure())
    assert each.band is Band.HIGH
    assert each.score < 60


# -- the sums


def random_report(seed: int) -> Report:
    chance = Random(seed)
    bought = ["Homecare", "Cleaning", "Laptops", "Insurance", "Sundry items", "", "Legal fees; cleaning"]
    rows = [
        row(
            f"Firm {chr(65 + chance.randrange(26))}{chance.randrange(20)}",
            chance.choice(bought),
            chance.choice(["", "10.01", "-3", "99999"]),
        )
        for _ in range(200)
    ]
    return screened(rows, exposure())


@pytest.mark.parametrize("seed", range(3))
def test_topics_add_up_to_the_suppliers_screened_and_their_spend(seed: int) -> None:
    report = random_report(seed)
    topics = report.by_topic
    assert sum(topic.suppliers for topic in topics) == int(report.screened.sum())
    assert sum(topic.spend or 0 for topic in topics) == int(report.suppliers.spend[report.screened].sum())
    assert sum(topic.high for topic in topics) == sum(
        report.count(band) for band in (Band.REFER, Band.CRITICAL, Band.HIGH)
    )
    assert sum(topic.not_cleared for topic in topics) == report.count(Band.NOT_CLEARED)
    assert len({topic.name for topic in topics}) == len(topics)


def test_several_topics_together_are_their_sums() -> None:
    topics = random_report(9).by_topic
    whole = Topic.together(topics)
    assert (whole.suppliers, whole.spend) == (
        sum(topic.suppliers for topic in topics),
        sum(topic.spend or 0 for topic in topics),
    )
    assert Topic.together([]).spend is None


def test_the_spend_of_a_list_without_amounts_is_not_nought() -> None:
    (topic,) = screened([{"Supplier": "Alder Ltd", "Purchase category": "Homecare"}], exposure()).by_topic
    assert (topic.name, topic.suppliers, topic.spend, topic.high) == ("adult care", 1, None, 1)


# -- which topic


@pytest.mark.parametrize(
    ("categories", "topic"),
    [
        pytest.param(["Insurance", "Homecare"], "adult care", id="the gravest line, the money being equal"),
        pytest.param(["Laptops", "Taxis"], "transport", id="work here before goods"),
        pytest.param(["Insurance; homecare"], "adult care", id="T53 the gravest of several in one cell"),
        pytest.param(["", "Insurance"], "finance", id="a known line before an unknown one"),
        pytest.param(["Sundry items"], "", id="a label nobody can read is no topic"),
        pytest.param(["DIRECT PAYMENTS"], "grants and people", id="a sector without a grade is a topic"),
    ],
)
def test_what_is_bought_from_a_supplier_in_a_word(categories: list[str], topic: str) -> None:
    report = screened([row("Alder Ltd", each) for each in categories], exposure())
    assert report.topics == (topic,)


def test_one_odd_line_names_no_supplier_but_still_gives_its_band() -> None:
    rows = [
        row("Alder", "Insurance", "1570000"),
        row("Alder", "Agency staff", "1419"),
        row("Alder", "Banking", "1570000"),
    ]
    report = screened(rows, exposure())
    assert report.topics == ("finance",)
    (each,) = report
    assert each.band is Band.HIGH
    (flag,) = each.ended(Outcome.FLAGGED)
    assert flag.rule.id == "sector-labour-here"
    assert flag.because.endswith("(£1,419 of the £3,141,419 in this list is for such lines.)")


def test_a_flag_on_all_that_is_bought_says_no_share() -> None:
    (each,) = screened([row("Alder", "Agency staff", "10"), row("Alder", "Homecare", "20")], exposure())
    (flag,) = each.ended(Outcome.FLAGGED)
    assert "such lines" not in flag.because


def test_the_kind_with_most_money_over_several_lines_is_the_topic() -> None:
    rows = [row("Alder", "Cleaning", "60"), row("Alder", "Insurance", "50"), row("Alder", "Banking", "40")]
    assert screened(rows, exposure()).topics == ("finance",)


def test_without_money_the_gravest_line_is_the_topic() -> None:
    rows = [{"Supplier": "Alder", "Purchase category": each} for each in ("Insurance", "Banking", "Homecare")]
    assert screened(rows, exposure()).topics == ("adult care",)


def test_the_topics_with_most_of_high_priority_come_first_and_the_unknown_after_the_known() -> None:
    rows = [
        row("Alder", "Laptops", "900000"),
        row("Birch", "Homecare", "10"),
        row("Cedar", "Cleaning", "20"),
        row("Dogwood", "Sundry items", "5000"),
    ]
    topics = screened(rows, exposure()).by_topic
    assert [topic.name for topic in topics] == ["cleaning", "adult care", "ICT equipment", ""]
    assert topics[-1].shown == NOT_KNOWN


def test_without_tables_the_lists_own_category_is_the_topic() -> None:
    assert screened([row("Alder Ltd", "Odds and ends")], "section-54").topics == ("Odds and ends",)
