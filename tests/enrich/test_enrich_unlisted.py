"""What a table says where it has no row, or one that says nothing; the highest of several figures (T46, T49)."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.ruleset.rules import RuleSet
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Grade
from tests.enrich.enrich_making import asked_about, found, looked_up, with_tables

PLACES = """\
  origins:
    file: tables/places.csv
    by: [origin in code]
    gives: {{origin_tier: tier, origin_vulnerability: vulnerability}}
    unlisted: {unlisted}
    source: act
"""
LISTED = "code,tier,vulnerability\nCN,3,46\nIN,2,56\nGB,1,14\nMT,,\n"


def places(folder: Path, unlisted: str = "not known") -> RuleSet:
    table = PLACES.format(unlisted=unlisted).replace(", origin_vulnerability: vulnerability", "")
    return with_tables(
        folder, PLACES.format(unlisted=unlisted) if unlisted == "not known" else table, places=LISTED
    )


@pytest.mark.parametrize(
    ("unlisted", "value", "asked"),
    [
        pytest.param("not known", None, set(), id="a gap of the table: nobody is asked"),
        pytest.param("ask", None, {"origin"}, id="a question"),
        pytest.param("1", ("1",), set(), id="the value to take"),
    ],
)
@pytest.mark.parametrize("country", ["France", "Malta"])
def test_a_value_that_is_not_listed_or_listed_blank(
    tmp_path: Path, country: str, unlisted: str, value: object, asked: set[str]
) -> None:
    """Malta has a row that says nothing: a gap in a table of gaps, in any other a question, never the value."""
    rules = places(tmp_path, unlisted)
    listed_blank = country == "Malta"
    row = {"Country of origin": country}
    assert looked_up("origin_tier", rules, Country_of_origin=country).value == (None if listed_blank else value)
    expected = {"origin"} if listed_blank and unlisted == "1" else asked
    assert asked_about(row, rules, "origin_tier", "3") == expected


def test_a_blank_or_unread_country_is_a_question_and_no_gap(tmp_path: Path) -> None:
    rules = places(tmp_path)
    for text in ("", "tbc", "Ruritania"):
        assert asked_about({"Country of origin": text}, rules, "origin_tier", "3") == {"origin"}


def test_t49_a_gap_is_noted_once_with_its_cell(tmp_path: Path) -> None:
    rows = [{"Supplier": name, "Country of origin": "Malta"} for name in ("Alder", "Birch")]
    notes = [note for note in found(rows, places(tmp_path)).notes if "tier" in note.problem.lower()]
    assert [note.where for note in notes] == ["C2"]


def test_a_part_that_was_not_read_is_never_no(tmp_path: Path) -> None:
    rules = places(tmp_path)
    assert looked_up("origin_tier", rules, Country_of_origin="UK, Ruritania").complete is False
    assert asked_about({"Country of origin": "UK, Ruritania"}, rules, "origin_tier", "3") == {"origin"}
    assert asked_about({"Country of origin": "China, Ruritania"}, rules, "origin_tier", "3") == set()


# -- amounts


@pytest.mark.parametrize(
    ("origins", "low", "high"),
    [
        ("China", 46, 46),
        ("China, India", 56, 56),
        ("India; UK; China", 56, 56),
        ("UK, Ruritania", 14, None),
        ("UK, Malta", 14, None),
    ],
)
def test_t46_of_several_countries_the_highest_figure_is_taken(
    tmp_path: Path, origins: str, low: int, high: int | None
) -> None:
    value = looked_up("origin_vulnerability", places(tmp_path), Country_of_origin=origins).value
    assert isinstance(value, Interval)
    assert value.low == low * 1000
    assert value.high == (LIMIT if high is None else high * 1000)


def test_a_country_taken_for_one_of_two_is_no_better_known_for_being_looked_up(tmp_path: Path) -> None:
    rules = with_tables(tmp_path, PLACES.format(unlisted="not known"), places="code,tier,vulnerability\nKR,1,9\n")
    assert looked_up("origin_tier", rules, Country_of_origin="Korea").grade < Grade.LOOKED_UP
    assert looked_up("origin_tier", rules, Country_of_origin="South Korea").grade is Grade.LOOKED_UP
