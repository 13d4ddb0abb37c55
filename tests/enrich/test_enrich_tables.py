"""What tables say of a line: which key decides, what a blank or an unlisted value is, and how well it is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.model import Suppliers
from msrisk.ruleset.rules import RuleSet
from msrisk.values.reading import Grade
from tests.enrich.enrich_making import asked_about, exposure, found, looked_up, with_tables

PURCHASES = """\
  purchases:
    file: tables/bought.csv
    by: [account words, proclass prefix, category words, sic prefix]
    gives: [sector]
    unlisted: ask
    asks: category
    basis: sector_basis
    disputed: sector_disputed
    source: act
"""
BOUGHT = """\
words,proclass,sic,sector
care,,,adult care
home care,,,adult care
care home food,,,food
cleaning,,,cleaning
laundry,,,laundry
,32,,adult care
,3298,,cleaning
,10,,food
,,812,cleaning
,,81,grounds
"""
GRADED = """\
  graded:
    file: tables/graded.csv
    by: [sector]
    gives: [sector_grade]
    unlisted: not known
    source: act
"""
GRADES = "sector,sector_grade\nadult care,labour here\ncleaning,goods chain\nfood,\n"


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    return with_tables(tmp_path, PURCHASES + GRADED, bought=BOUGHT, graded=GRADES)


def sector(rules: RuleSet, **cells: str) -> object:
    return looked_up("sector", rules, **cells).value


# -- which key decides


def test_the_first_key_decides_whatever_the_others_say(rules: RuleSet) -> None:
    assert sector(rules, Expense_type="Laundry", ProClass_code="100000", Category="Cleaning") == ("laundry",)
    assert sector(rules, ProClass_code="100000", Category="Cleaning") == ("food",)


@pytest.mark.parametrize("account", ["", "tbc", "Sundry items"])
def test_a_key_that_is_blank_or_not_listed_leaves_it_to_the_next(rules: RuleSet, account: str) -> None:
    assert sector(rules, Expense_type=account, Category="Cleaning") == ("cleaning",)


def test_a_code_that_is_not_listed_leaves_it_to_the_label(rules: RuleSet) -> None:
    assert sector(rules, ProClass_code="110000", Category="Laundry") == ("laundry",)


def test_a_key_the_list_has_no_column_for_is_passed_over(rules: RuleSet) -> None:
    assert sector(rules, SIC_code="81210") == ("cleaning",)


def test_the_longest_prefix_wins(rules: RuleSet) -> None:
    assert sector(rules, ProClass_code="321000") == ("adult care",)
    assert sector(rules, ProClass_code="329800") == ("cleaning",)
    assert sector(rules, SIC_code="81300") == ("grounds",)


def test_an_account_stands_for_the_category_too_where_the_list_has_no_other(rules: RuleSet) -> None:
    assert looked_up("sector_basis", rules, Expense_type="Laundry").value == ("account words",)
    assert looked_up("category", rules, Expense_type="Laundry").value == ("Laundry",)


def test_the_second_column_of_a_field_speaks_where_the_first_is_silent(rules: RuleSet) -> None:
    row = {"Category": "Sundry items", "Procurement category": "Laundry"}
    list_ = found([row], rules)
    column = list_.columns["sector"]
    assert (column.reading(0).value, column.spoken_by(0)) == (("laundry",), "category_2")


def test_the_key_that_decided_is_named_as_the_rule_file_writes_it(rules: RuleSet) -> None:
    assert looked_up("sector_basis", rules, Expense_type="Laundry", Category="Sundries").value == (
        "account words",
    )
    assert looked_up("sector_basis", rules, ProClass_code="321000", Category="Food").value == ("proclass prefix",)
    assert looked_up("sector_basis", rules, Category="Sundry items").value is None


# -- several values


def test_t53_several_values_of_a_cell_are_all_kept(rules: RuleSet) -> None:
    assert sector(rules, Category="Laundry and cleaning") == ("cleaning", "laundry")
    assert sector(rules, SIC_code="81210; 81300") == ("cleaning", "grounds")


def test_t53_what_is_looked_up_by_several_values_keeps_what_each_gives(rules: RuleSet) -> None:
    graded = looked_up("sector_grade", rules, Category="Home care, cleaning")
    assert graded.value == ("labour here", "goods chain")
    assert graded.complete


def test_t53_one_of_several_values_without_an_answer_leaves_the_rest_open(rules: RuleSet) -> None:
    graded = looked_up("sector_grade", rules, ProClass_code="329800", Category="Home care; food", Expense_type="")
    assert (graded.value, graded.complete) == (("goods chain",), True)
    for label in ("Home care; care home food", "Care home food; home care"):
        graded = looked_up("sector_grade", rules, Category=label)
        assert (graded.value, graded.complete) == (("labour here",), False)


def test_what_to_ask_is_what_the_table_says_and_else_its_own_key(rules: RuleSet) -> None:
    row = {"Expense type": "Sundry items", "Category": "More sundries"}
    assert asked_about(row, rules, "sector", "food") == {"category"}
    assert asked_about(row, rules, "sector_grade", "labour here") == {"category"}


# -- how well it is known


def test_words_only_estimate_and_codes_look_up(rules: RuleSet) -> None:
    assert looked_up("sector", rules, Category="Cleaning").grade is Grade.ESTIMATED
    assert looked_up("sector", rules, ProClass_code="321000").grade is Grade.LOOKED_UP
    assert looked_up("sector", rules, SIC_code="81210").grade is Grade.LOOKED_UP


def test_a_chain_is_as_strong_as_its_weakest_link(rules: RuleSet) -> None:
    assert looked_up("sector_grade", rules, Category="Cleaning").grade is Grade.ESTIMATED
    assert looked_up("sector_grade", rules, ProClass_code="321000").grade is Grade.LOOKED_UP


# -- where it came from


def cell(suppliers: Suppliers, field: str, line: int = 0) -> str:
    column = suppliers.columns[field]
    return suppliers.book.address(int(column.rows[line]), column.spoken_by(line))


def test_the_cell_that_spoke_is_named_also_through_a_chain(rules: RuleSet) -> None:
    """Columns: Supplier A, Amount B, Expense type C, ProClass code D, Category E."""
    rows = [
        {"Supplier": "Alder", "Expense type": "Laundry", "ProClass code": "321000", "Category": "Cleaning"},
        {"Supplier": "Birch", "Expense type": "Sundries", "ProClass code": "321000", "Category": "Cleaning"},
        {"Supplier": "Cedar", "Expense type": "", "ProClass code": "", "Category": "Cleaning"},
    ]
    held = found(rows, rules)
    line = {held.names[owner]: number for number, owner in enumerate(held.line_owner.tolist())}
    assert [cell(held, "sector", line[name]) for name in ("Alder", "Birch", "Cedar")] == ["C2", "D3", "E4"]
    assert [cell(held, "sector_grade", line[name]) for name in ("Birch", "Cedar")] == ["D3", "E4"]


# -- keys that disagree


def test_a_disagreement_is_said_with_its_cell_and_the_first_answer_stands_as_an_estimate(rules: RuleSet) -> None:
    row = {"ProClass code": "321000", "Category": "Cleaning"}
    held = found([row], rules)
    sector, disputed = held.columns["sector"].reading(0), held.columns["sector_disputed"].reading(0)
    assert (sector.value, sector.grade, disputed.value) == (("adult care",), Grade.ESTIMATED, ("yes",))
    (note,) = [each for each in held.notes if "different things" in each.problem]
    assert (note.where, note.said, note.understood) == ("C2", "321000", True)
    assert "321000" in note.problem
    assert "Cleaning" in note.problem


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"ProClass code": "321000", "Category": "Home care"}, id="the same"),
        pytest.param({"ProClass code": "321000", "Category": "Home care; cleaning"}, id="one of several the same"),
        pytest.param({"ProClass code": "321000", "Category": "Sundries"}, id="one is not listed"),
        pytest.param({"ProClass code": "321000", "Category": ""}, id="one is blank"),
        pytest.param(
            {"ProClass code": "321000", "SIC code": "81210"}, id="what the supplier is: a fact of its own"
        ),
    ],
)
def test_what_does_not_contradict_is_no_disagreement(rules: RuleSet, row: dict[str, str]) -> None:
    held = found([row], rules)
    assert held.columns["sector"].reading(0).grade is Grade.LOOKED_UP
    assert held.columns["sector_disputed"].reading(0).value == ("no",)
    assert not [each for each in held.notes if "different things" in each.problem]


def test_whether_keys_disagree_is_not_known_where_none_is_listed(rules: RuleSet) -> None:
    assert looked_up("sector_disputed", rules, Category="Sundries").value is None


def test_the_same_disagreement_on_many_lines_is_one_note_that_counts_them(rules: RuleSet) -> None:
    rows = [
        {"Supplier": f"Alder {chr(65 + number)} Ltd", "ProClass code": "321000", "Category": "Cleaning"}
        for number in range(5)
    ]
    (note,) = [each for each in found(rows, rules).notes if "different things" in each.problem]
    assert "and on 4 more lines" in note.problem


def test_every_line_of_a_supplier_is_looked_up_for_itself(rules: RuleSet) -> None:
    rows = [{"Category": "Cleaning"}, {"Category": "Laundry"}, {"Category": ""}]
    column = found(rows, rules).columns["sector"]
    assert sorted(str(column.reading(line).value) for line in range(3)) == [
        "('cleaning',)",
        "('laundry',)",
        "None",
    ]


# -- in the rule set itself: account text before codes, codes before labels (decided in rules/exposure.yaml)


def test_account_text_comes_before_the_code_and_the_code_before_the_label() -> None:
    three = {"Expense_type": "Homecare block", "CPV_code": "45000000", "Purchase_category": "Cleaning"}
    assert sector(exposure(), **three) == ("adult care",)
    assert sector(exposure(), **{**three, "Expense_type": ""}) == ("works",)
    assert sector(exposure(), **{**three, "Expense_type": "", "CPV_code": ""}) == ("cleaning",)


def test_what_the_supplier_is_speaks_only_where_what_we_buy_does_not() -> None:
    assert sector(exposure(), SIC_code="81210", Purchase_category="Legal fees") == ("professional services",)
    assert sector(exposure(), SIC_code="81210", Purchase_category="Sundries") == ("cleaning",)
