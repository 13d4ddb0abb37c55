"""Tables entered by goods and origin together: what one blank side leaves open (T44, T46, T47)."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.ruleset.rules import RuleSet
from msrisk.values.reading import Grade
from tests.enrich.enrich_making import asked_about, found, looked_up, with_tables

TABLES = """\
  goods:
    file: tables/words.csv
    by: [goods words]
    gives: [goods_group]
    unlisted: ask
    source: act
  listed:
    file: tables/pairs.csv
    by: [goods_group + origin]
    gives: [goods_listed]
    unlisted: not listed
    source: act
"""
WORDS = "words,goods_group\ngloves,gloves\ncotton,cotton\ncars,cars\nanything,anything\nmany,many\n"
PAIRS = """\
goods_group,origin,goods_listed
gloves,MY,forced labour
gloves,CN,forced labour; child labour
cotton,CN,forced labour
cotton,IN,child labour
anything,,child labour
many,,
"""


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    return with_tables(tmp_path, TABLES, words=WORDS, pairs=PAIRS)


def listed(rules: RuleSet, goods: str, origin: str) -> object:
    return looked_up("goods_listed", rules, Goods=goods, Country_of_origin=origin).value


@pytest.mark.parametrize(
    ("goods", "origin", "expected"),
    [
        pytest.param("Gloves", "Malaysia", ("forced labour",), id="listed"),
        pytest.param("Gloves", "China", ("forced labour", "child labour"), id="a row that says two things"),
        pytest.param("Gloves", "India", ("not listed",), id="the goods listed, of another origin"),
        pytest.param("Cars", "China", ("not listed",), id="the origin listed, of other goods"),
        pytest.param(
            "Gloves and cotton", "India, Malaysia", ("forced labour", "child labour"), id="T46 every pair"
        ),
        pytest.param("Gloves", "", None, id="T44 origin blank, and the goods are listed of some origin"),
        pytest.param("", "China", None, id="goods blank, and the origin is listed for some goods"),
        pytest.param("Cars", "", ("not listed",), id="origin blank, and no origin is listed for the goods"),
        pytest.param("", "", None, id="both blank"),
        pytest.param("Anything", "", ("child labour",), id="listed of whatever origin"),
        pytest.param("Anything", "France", ("child labour",), id="listed of whatever origin, which is known"),
        pytest.param("Many", "China", None, id="a row that leaves open what it says"),
        pytest.param("Many", "", None, id="the same without an origin"),
        pytest.param("Widgets", "China", None, id="goods nobody knows"),
        pytest.param("Gloves", "Ruritania", None, id="T47 an origin nobody knows"),
    ],
)
def test_a_pair(rules: RuleSet, goods: str, origin: str, expected: object) -> None:
    assert listed(rules, goods, origin) == expected


def test_goods_blank_of_an_origin_of_which_nothing_is_listed(tmp_path: Path) -> None:
    without = PAIRS.replace("anything,,child labour\nmany,,\n", "")
    assert listed(with_tables(tmp_path, TABLES, words=WORDS, pairs=without), "", "France") == ("not listed",)
    assert listed(with_tables(tmp_path, TABLES, words=WORDS, pairs=PAIRS), "", "France") is None


@pytest.mark.parametrize("origin", ["India, Ruritania", "Congo, India", "India or elsewhere"])
def test_t47_an_origin_that_was_read_in_part_is_never_no(rules: RuleSet, origin: str) -> None:
    reading = looked_up("goods_listed", rules, Goods="Gloves", Country_of_origin=origin)
    assert reading.value is None or not reading.complete
    assert asked_about({"Goods": "Gloves", "Country of origin": origin}, rules, "goods_listed", "forced labour")


def test_a_listed_part_settles_it_whatever_else_was_not_read(rules: RuleSet) -> None:
    row = {"Goods": "Gloves", "Country of origin": "Malaysia, Ruritania"}
    assert listed(rules, row["Goods"], row["Country of origin"]) == ("forced labour",)
    assert asked_about(row, rules, "goods_listed", "forced labour") == set()
    assert asked_about(row, rules, "goods_listed", "child labour") == {"origin"}


def test_only_the_blank_side_is_asked_about(rules: RuleSet) -> None:
    def asked(goods: str, origin: str) -> set[str]:
        return asked_about({"Goods": goods, "Country of origin": origin}, rules, "goods_listed", "forced labour")

    assert asked("Gloves", "") == {"origin"}
    assert asked("", "China") == {"goods"}
    assert asked("", "") == {"goods", "origin"}
    assert asked("Cars", "") == set()
    assert asked("Many", "China") == {"goods"}


def test_words_on_one_side_make_the_pair_an_estimate(rules: RuleSet) -> None:
    reading = looked_up("goods_listed", rules, Goods="Gloves", Country_of_origin="Malaysia")
    assert reading.grade is Grade.ESTIMATED


def test_the_cell_of_the_second_field_is_named_and_else_that_of_the_first(rules: RuleSet) -> None:
    """Columns: Supplier A, Amount B, Goods C, Country of origin D."""
    rows = [
        {"Supplier": "Alder", "Goods": "Gloves", "Country of origin": "Malaysia"},
        {"Supplier": "Birch", "Goods": "Cars", "Country of origin": ""},
    ]
    held = found(rows, rules)
    column = held.columns["goods_listed"]
    cells = [held.book.address(int(column.rows[line]), column.spoken_by(line)) for line in range(2)]
    assert [cells[held.names.index(name)] for name in ("Alder", "Birch")] == ["D2", "C3"]
