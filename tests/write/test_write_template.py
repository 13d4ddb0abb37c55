"""The supplier list to fill in: msrisk reads each of its columns, and each is worth asking."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from msrisk import load_rules
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Outcome
from msrisk.ruleset.load import built_in
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.screening import answered, read_suppliers
from msrisk.write.template import ALWAYS, GROUPS, Asked, columns_asked, prompt_of
from msrisk.write.workbook.template import choices, template

DAY = date(2026, 11, 22)
every_rule_set = pytest.mark.parametrize("name", built_in())
FILLED = {
    "yes_no": "Yes", "date": date(2026, 3, 31), "country": "France", "money": 40_000_000, "percent": "62%",
    "number": 58, "company_number": "01234567", "text": "Cleaning", "name": "Alder Ltd",
    "link": "https://example.com/statement",
}  # fmt: skip


def written(folder: Path, rules: RuleSet, fill: bool = False) -> Path:
    path = folder / "suppliers.xlsx"
    path.write_bytes(template(columns_asked(rules), DAY))
    if fill:
        book = openpyxl.load_workbook(path)
        for column, asked in enumerate(columns_asked(rules), start=1):
            choice = next((each for _, each in asked.field.choices), "")
            book["Suppliers"].cell(2, column).value = choice or FILLED[asked.field.kind.name]
        book.save(path)
    return path


@every_rule_set
def test_read_back_every_column_is_the_field_it_was_made_for(tmp_path: Path, name: str) -> None:
    rules = load_rules(name)
    read = read_suppliers(written(tmp_path, rules))
    (table,) = read.book.tables
    assert table.sheet.name == "Suppliers"
    assert [each.field for each in table.headings] == [each.field.name for each in columns_asked(rules)]


def test_filled_in_from_its_drop_downs_every_cell_is_understood(tmp_path: Path) -> None:
    read = read_suppliers(written(tmp_path, load_rules("uk-public-procurement"), fill=True))
    assert list(read.names) == ["Alder Ltd"]
    assert [note for note in read.notes if "not known" in note.problem] == []


def blanks_of_the_first(outcomes: Outcomes, rule: Rule) -> tuple[str, ...]:
    sets, which = outcomes.blanks(rule)
    return sets[which[0]]


def test_with_every_column_filled_in_no_rule_waits_for_one_of_them(tmp_path: Path) -> None:
    """What then keeps a rule open is what nobody types, such as what a registry declares."""
    rules = load_rules("uk-public-procurement")
    outcomes = answered(read_suppliers(written(tmp_path, rules, fill=True)), rules, DAY)
    ended = zip(outcomes.asked, outcomes.worst[:, 0].tolist(), strict=True)
    still_open = [rule for rule, outcome in ended if outcome == Outcome.NOT_KNOWN]
    waits_for = {name for rule in still_open for name in blanks_of_the_first(outcomes, rule)}
    assert waits_for & {each.field.name for each in columns_asked(rules)} == set()


@every_rule_set
def test_a_column_is_there_because_a_rule_reads_it_and_somebody_can_answer(name: str) -> None:
    columns = columns_asked(load_rules(name))
    assert [each.field.name for each in columns if not each.rules and each.field.name not in ALWAYS] == []
    assert [each.field.name for each in columns if each.field.ask == "never"] == []
    assert [each.group for each in columns] == sorted((each.group for each in columns), key=GROUPS.index)


def test_what_the_rules_do_not_read_has_no_column() -> None:
    law = {each.field.name for each in columns_asked(load_rules("section-54"))}
    whole = {each.field.name for each in columns_asked(load_rules("uk-public-procurement"))}
    assert {"turnover", "statement_published", "legal_form"} <= law
    assert law.isdisjoint({"category", "origin", "agency_workers", "msat_date"})
    assert {"category", "origin", "agency_workers", "msat_date"} <= whole
    assert whole.isdisjoint({"sector", "msat_held", "msat_expiry", "place_of_work"})


def test_answers_are_chosen_from_lists_and_days_are_checked(tmp_path: Path) -> None:
    rules = load_rules("uk-public-procurement")
    book = openpyxl.load_workbook(BytesIO(template(columns_asked(rules), DAY)))
    held = book["Suppliers"].data_validations.dataValidation
    checks = {str(each.sqref).split(":")[0].rstrip("0123456789"): each for each in held}
    fields = {asked.field.name: asked.field for asked in columns_asked(rules)}
    by_field = {
        asked.field.name: checks[openpyxl.utils.get_column_letter(number)]
        for number, asked in enumerate(columns_asked(rules), start=1)
    }
    assert by_field["statement_published"].formula1 == '"Yes,No"'
    assert by_field["legal_form"].formula1.startswith('"company,llp,')
    assert (by_field["statement_year_end"].type, by_field["statement_year_end"].errorStyle) == ("date", "warning")
    offered = by_field["country"].formula1.removeprefix("Lists!").replace("$", "")
    assert [row[0].value for row in book["Lists"][offered]] == list(choices(fields["country"]))
    assert by_field["turnover"].prompt.startswith("What was your total turnover")


def test_company_numbers_keep_their_zeros_and_the_help_names_every_column(tmp_path: Path) -> None:
    rules = load_rules("uk-public-procurement")
    book = openpyxl.load_workbook(written(tmp_path, rules, fill=True))
    heads = [cell.value for cell in book["Suppliers"][1]]
    assert book["Suppliers"].cell(2, heads.index("Company number") + 1).number_format == "@"
    said = [str(row[1]) for row in book["Help"].iter_rows(values_only=True) if row[1]]
    assert [each.partition(": ")[2] for each in said[1:]] == heads


def test_the_same_rules_and_day_give_the_same_bytes() -> None:
    columns = columns_asked(load_rules("section-54"))
    assert template(columns, DAY) == template(columns, DAY)


@cache
def columns_of_all() -> dict[str, Asked]:
    return {each.field.name: each for name in built_in() for each in columns_asked(load_rules(name))}


def test_every_column_is_headed_as_our_other_sheets_call_it() -> None:
    assert [name for name, each in columns_of_all().items() if each.heading != each.field.label] == []


def test_beside_the_name_of_the_supplier_stands_no_question_about_a_contract() -> None:
    columns = columns_of_all()
    assert prompt_of(columns["supplier_name"]) == "The supplier's name, as on its invoices."


def test_beside_a_yes_or_no_stands_one_question_that_yes_or_no_answers() -> None:
    said = {name: prompt_of(each) for name, each in columns_of_all().items() if each.field.kind.name == "yes_no"}
    assert said["statement_published"].endswith("statement for your last financial year?")
    assert said["gangmaster_licence_held"].endswith("(before, of the GLAA)?")
    assert "Yes where the statement says that no steps" in said.pop("statement_no_steps")
    for prompt in said.values():
        assert prompt.count("?") == 1
        assert not re.search(r", (and|under|of|to|from) (where|when|whom|which)\b", prompt), prompt
