"""Goods as the two lists write them, as buyers type them, and words that only look like goods."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from msrisk.enrich.phrases import Phrases
from msrisk.ruleset.tables import parts_of
from tests.enrich.enrich_making import exposure, found

KNOWN = {"services", "other goods", "building materials", "medical goods"}
NO_LIST_HAS = {"face masks", "gowns"}  # named by guidance, and on neither list


@cache
def _phrases() -> Phrases:
    return Phrases(exposure().tables["goods"].rows, "words")


def groups_of(text: str) -> set[str]:
    """The groups of goods that a text is read as."""
    rows = exposure().tables["goods"].rows
    return {part for row in _phrases().rows_in(text) for part in parts_of(rows[row]["goods_group"])}


def said_of(table: str, word: str) -> dict[tuple[str, str], set[str]]:
    """What is found of every goods and origin of a list, its own words typed into a supplier list."""
    gives = next(iter(exposure().tables[table].gives))
    country = {row["code"]: row["country"] for row in exposure().tables["origins"].rows}
    rows = exposure().tables[table].rows
    held = found(
        [
            {"Supplier": f"Alder {number} Ltd", "Goods": row[word], "Country of origin": country[row["origin"]]}
            for number, row in enumerate(rows)
        ],
        exposure(),
    )
    said = {}
    for line, owner in enumerate(held.line_owner.tolist()):
        row = rows[int(held.names[owner].split()[1])]
        value = held.columns[gives].reading(line).value
        said[row[word], row["origin"]] = set(value) if isinstance(value, tuple) else set()
    return said


def listed_in(table: str, word: str) -> dict[tuple[str, str], set[str]]:
    """What the list says of every goods and origin; of goods that share a group, what it says of any of them."""
    gives = next(iter(exposure().tables[table].gives))
    rows = exposure().tables[table].rows
    of_group: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        of_group[row["goods_group"], row["origin"]].update(parts_of(row[gives]))
    return {(row[word], row["origin"]): of_group[row["goods_group"], row["origin"]] for row in rows}


@pytest.mark.parametrize(("table", "word"), [("listed", "good"), ("imported", "product")])
def test_goods_typed_as_a_list_writes_them_are_listed_as_it_says(table: str, word: str) -> None:
    assert said_of(table, word) == listed_in(table, word)


@pytest.mark.parametrize(("table", "word"), [("listed", "good"), ("imported", "product")])
def test_goods_typed_as_a_list_writes_them_are_of_their_group(table: str, word: str) -> None:
    rows = exposure().tables[table].rows
    assert {row[word] for row in rows if row["goods_group"] not in groups_of(row[word])} == set()


def test_every_group_of_the_words_is_on_a_list_or_known_to_be_on_none() -> None:
    tables = exposure().tables
    listed = {row["goods_group"] for name in ("listed", "imported") for row in tables[name].rows}
    used = {part for row in tables["goods"].rows for part in parts_of(row["goods_group"])}
    assert used - listed - KNOWN == NO_LIST_HAS


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("Nitrile gloves", "gloves"),
        ("Tinned tomatoes", "tomatoes"),
        ("King prawns, frozen", "fish"),
        ("Corned beef", "meat"),
        ("Workwear", "garments"),
        ("Li-ion batteries", "batteries"),
        ("PV modules", "solar panels"),
        ("Granite setts", "stone"),
        ("Indian sandstone paving", "stone"),
        ("Hardwood", "timber"),
        ("Aubergines", "eggplants"),
        ("Chilli powder", "chile peppers"),
        ("Sweetcorn", "corn"),
        ("Oranges", "citrus fruits"),
        ("Plums and peaches", "fruit (pome and stone)"),
        ("Runner beans", "beans (green beans)"),
        ("Baked beans", "beans"),
        ("Black pepper", "pepper"),
        ("Red peppers", "peppers"),
        ("Hazelnut", "nuts"),
        ("Rump steak and minced beef", "meat"),
        ("Cotton yarn", "textiles"),
        ("Tea towels", "textiles"),
        ("Crockery", "ceramics"),
        ("Padlocks", "locks"),
        ("Plasterboard", "gypsum (mineral)"),
        ("Wigs", "hair products"),
        ("Leather boots", "leather"),
        ("Gold jewellery", "gold"),
        ("Safety matches", "matches"),
    ],
)
def test_goods_as_a_buyer_types_them(typed: str, group: str) -> None:
    assert group in groups_of(typed)


TRAPS = [
    ("Stone fruit", {"fruit (pome and stone)"}),
    ("Fish tank", {"other goods"}),
    ("Coffee machine rental", {"other goods"}),
    ("Tea urns", {"other goods"}),
    ("Tea lights", {"other goods"}),
    ("Rice cooker", {"other goods"}),
    ("Salt cellars", {"other goods"}),
    ("Rubber stamps", {"other goods"}),
    ("Leather bound books", {"other goods"}),
    ("Nuts and bolts", {"other goods"}),
    ("Paper towels", {"other goods"}),
    ("Sunflower lanyards", {"other goods"}),
    ("Coffee table", {"furniture"}),
    ("Coffee beans", {"coffee"}),
    ("Garlic cloves", {"garlic"}),
    ("Rubber gloves", {"gloves"}),
    ("Glass bangles", {"glass bangles"}),
    ("Sweet potatoes", {"sweet potatoes"}),
    ("Precious stones", {*"gems diamonds emeralds rubies sapphires jade amber".split(), "tanzanite (gems)"}),
    ("Carpet cleaning", {"services"}),
    ("Tobacco services", {"services"}),
    ("Computer software", {"services"}),
    ("Virtual servers", {"services"}),
    ("School uniform grant", {"services"}),
    ("Gold standard award", set()),
    ("A glass of water", set()),
    ("Timber yard rent", set()),
    ("Peppercorn rent", set()),
    ("Corn Exchange hire", set()),
    ("Building fabric", set()),
    ("Match funding", set()),
    ("Football club", set()),
    ("Stepping Stones nursery", set()),
    ("Orange mobile contract", set()),
    ("Vice chair allowance", set()),
    ("Blanket order", set()),
    ("Nail bar inspection", set()),
    ("Overall programme costs", set()),
    ("Coal Authority report", set()),
    ("Wood Street car park", set()),
    ("Electronic records", set()),
]


@pytest.mark.parametrize(("typed", "groups"), [pytest.param(*trap, id=f"trap {trap[0]}") for trap in TRAPS])
def test_words_that_only_look_like_goods(typed: str, groups: set[str]) -> None:
    assert groups_of(typed) == groups
