from __future__ import annotations

import csv
import importlib
import importlib.util
import json
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from msrisk import screen
from msrisk.assessment import Assessment
from msrisk.model import Outcome, Queue
from msrisk.report import Report
from tests.cli.cli_making import msrisk

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "samples"
DAY = ("--as-of", "2026-11-22")
HOSTILE = [
    "[/foo] Studios Ltd",
    '=HYPERLINK("https://click.example","Invoice") Ltd',
    "O'Marrow & Pyle's Bakery Ltd",
]

# Suppliers whose band may differ between the two lists, each with the reason. There is none: the messy list holds
# the same facts, only typed otherwise.
DIFFERENT_IN_THE_MESSY_LIST: dict[str, str] = {}


@cache
def making() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", Path(__file__).with_name("make_samples.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SUPPLIERS = making().SUPPLIERS
STRAYS = importlib.import_module("sample_messy").strays()  # making() has put its folder on the path
MAKERS = {"suppliers.xlsx": making().write_tidy, "suppliers-messy.xlsx": making().write_messy}


LAW, DEFAULT = "section-54", "uk-public-procurement"


@cache
def report(name: str, rules: str = LAW) -> Report:
    return screen(FOLDER / name, rules=rules, as_of=making().AS_OF)


@cache
def by_id(name: str, rules: str = LAW) -> dict[str, Assessment]:
    held = report(name, rules)
    ids = held.suppliers.columns["supplier_id"]
    return {ids.text(number): held.assessment(number) for number in range(len(held))}


def named(name: str) -> Assessment:
    """A sample supplier under the default rules."""
    return by_id("suppliers.xlsx", DEFAULT)[next(each.id for each in SUPPLIERS if each.name == name)]


def shown_band(assessment: Assessment) -> str:
    """The band, which those set aside do not have."""
    return "Set aside" if assessment.queue is Queue.SET_ASIDE else assessment.band.word


def cells(path: Path) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            [(cell.value, cell.data_type, cell.number_format) for cell in row] for row in sheet.iter_rows()
        ]
        for sheet in book.worksheets
    }


@pytest.mark.parametrize("name", MAKERS)
def test_the_committed_sample_is_what_the_script_makes(name, tmp_path):
    MAKERS[name](tmp_path / name)
    assert cells(FOLDER / name) == cells(tmp_path / name)


@pytest.mark.parametrize("name", MAKERS)
def test_the_script_makes_the_same_bytes_twice(name, tmp_path):
    MAKERS[name](tmp_path / "one.xlsx")
    MAKERS[name](tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_the_committed_readme_of_the_samples_is_what_the_script_writes():
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == making().readme(SUPPLIERS)


@pytest.mark.parametrize("name", MAKERS)
def test_every_sample_supplier_is_read_once(name):
    assert sorted(by_id(name)) == [supplier.id for supplier in SUPPLIERS]
    assert len(report(name)) == len(SUPPLIERS)


@pytest.mark.parametrize("supplier", SUPPLIERS, ids=lambda supplier: supplier.name)
def test_a_sample_supplier_comes_out_under_section_54_in_the_band_its_row_says(supplier):
    assert shown_band(by_id("suppliers.xlsx")[supplier.id]) == supplier.law_band


@pytest.mark.parametrize("supplier", SUPPLIERS, ids=lambda supplier: supplier.name)
def test_a_sample_supplier_comes_out_under_the_default_rules_in_the_band_its_row_says(supplier):
    assert shown_band(by_id("suppliers.xlsx", DEFAULT)[supplier.id]) == supplier.band


@pytest.mark.parametrize("rules", [LAW, DEFAULT])
@pytest.mark.parametrize("supplier", SUPPLIERS, ids=lambda supplier: supplier.name)
def test_the_messy_list_gives_a_supplier_the_same_answers_as_the_tidy_one(supplier, rules):
    if supplier.id in DIFFERENT_IN_THE_MESSY_LIST:
        pytest.skip(DIFFERENT_IN_THE_MESSY_LIST[supplier.id])
    tidy, messy = (by_id(name, rules)[supplier.id] for name in MAKERS)
    assert (messy.band, messy.score, messy.could_reach) == (tidy.band, tidy.score, tidy.could_reach)
    assert messy.queue == tidy.queue
    assert messy.spend == tidy.spend
    assert outcomes(messy) == outcomes(tidy)


def outcomes(assessment: Assessment) -> dict[str, Outcome]:
    return {answer.rule.id: answer.outcome for answer in assessment.answers}


@pytest.mark.parametrize("rules", [LAW, DEFAULT])
def test_the_tidy_list_shows_every_outcome_of_every_rule(rules):
    shown = defaultdict(set)
    for assessment in by_id("suppliers.xlsx", rules).values():
        for rule, outcome in outcomes(assessment).items():
            shown[rule].add(outcome)
    held, no_list_given = report("suppliers.xlsx", rules), {Outcome.NOT_APPLICABLE, Outcome.NOT_KNOWN}
    assert shown == {
        rule.id: set(Outcome) if held.rules.put_to(rule, held.suppliers.columns) else no_list_given
        for rule in held.asked
    }


@pytest.mark.parametrize("of", ["law_band", "band"])
def test_the_tidy_list_shows_every_band_these_rules_can_reach(of):
    every = {"Critical", "High", "Not cleared", "Medium", "Low", "Set aside"}
    assert {getattr(supplier, of) for supplier in SUPPLIERS} == every


def test_a_small_supplier_without_papers_is_low_and_scores_nothing():
    number = next(each.id for each in SUPPLIERS if each.name == "Pipit Lane Window Cleaning Ltd")
    small = by_id("suppliers.xlsx")[number]
    assert (small.band.word, small.score, small.could_reach, small.questions) == ("Low", 0, 0, ())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Quarrendale Pension Fund", "tax or pension"),
        ("Thornbeck Vale Primary School", "school"),
        ("Fernhallow District Council", "public body"),
        ("Ms Odile Farthingwell", "person"),
    ],
)
def test_a_payee_that_is_no_supplier_is_set_aside_and_asked_nothing(name, kind):
    payee = named(name)
    assert report("suppliers.xlsx", DEFAULT).suppliers.kind(payee.number) == kind
    assert payee.queue is Queue.SET_ASIDE
    assert set(outcomes(payee).values()) == {Outcome.NOT_APPLICABLE}


def test_the_person_of_the_sample_is_shown_by_her_row_only():
    assert named("Ms Odile Farthingwell").name == "Person (row 70)"


def test_a_public_body_in_a_list_that_asks_for_turnover_stays_among_the_suppliers():
    assert named("Quarrendale Borough Council").queue is not Queue.SET_ASIDE


def test_various_with_a_contract_is_kept_under_the_contract():
    assert named("Various").name == "Contract CT-0417: no single supplier named"


def test_a_small_caterer_is_parked_and_a_small_hand_car_wash_is_looked_at_first():
    assert named("Tuppenny Lane Caterers Ltd").queue is Queue.PARKED
    assert named("Hobbin Lane Hand Car Wash").queue is Queue.LOOK_FIRST


def test_an_ordinary_firm_with_nothing_open_is_low_with_no_points():
    audit = named("Ledgerholm Audit LLP")
    assert (audit.band.word, audit.score, audit.could_reach, audit.questions) == ("Low", 0, 0, ())


def test_no_sample_supplier_is_critical_by_its_category_alone():
    critical = [each for each in by_id("suppliers.xlsx", DEFAULT).values() if each.band.word == "Critical"]
    assert critical
    assert all(each.law for each in critical)


@pytest.mark.parametrize("name", MAKERS)
def test_no_column_of_a_sample_is_read_as_something_it_is_not(name):
    (table,) = report(name).suppliers.book.tables
    expected = {field: heading[name != "suppliers.xlsx"] for field, heading in making().COLUMNS.items()}
    assert {field: heading.text for field, heading in table.mapping.items()} == expected


def test_nothing_is_left_out_of_the_tidy_list():
    assert report("suppliers.xlsx").suppliers.left_out == ()


def test_the_messy_list_leaves_out_its_strays_each_with_its_reason():
    held = report("suppliers-messy.xlsx").suppliers.left_out
    left_out = [each for each in held if each.reason != "above the headings"]
    assert [each.reason for each in left_out] == [stray.reason for stray in STRAYS]
    assert [each.said for each in left_out] == [stray.cells.get("supplier_name", "") for stray in STRAYS]


def test_the_total_of_the_messy_list_is_what_its_suppliers_add_up_to():
    held = report("suppliers-messy.xlsx").suppliers
    total = next(stray.cells["spend"] for stray in STRAYS if stray.cells.get("supplier_name") == "TOTAL")
    assert held.spend.sum() == round(total * 100)


def test_rows_that_disagree_are_noted_with_both_cells():
    for name in MAKERS:
        assert any("its rows disagree: '" in note.problem for note in report(name).suppliers.notes)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_explained_without_a_fault(name):
    done = msrisk("explain", FOLDER / "suppliers.xlsx", name, *DAY, COLUMNS="200")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert name in done.stdout


def test_hostile_names_reach_every_output_as_they_are_and_are_never_formulas(tmp_path):
    targets = [tmp_path / f"out.{ending}" for ending in ("xlsx", "json", "csv")]
    outputs = [part for target in targets for part in ("-o", target)]
    done = msrisk("screen", FOLDER / "suppliers.xlsx", "--top", "100", *outputs, *DAY, COLUMNS="200")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert all(name in done.stdout.replace("\n", " ") or name.startswith("=") for name in HOSTILE)
    book = openpyxl.load_workbook(targets[0])
    values = {cell.value: cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert all(values.get(name) == "s" for name in HOSTILE)
    names = {each["name"] for each in json.loads(targets[1].read_text(encoding="utf-8"))["suppliers"]}
    assert names.issuperset(HOSTILE)
    with targets[2].open(encoding="utf-8-sig", newline="") as file:
        fields = {field for row in csv.reader(file) for field in row}
    assert not any(field.startswith("=") for field in fields)


def test_the_committed_bidders_are_what_the_script_makes_and_the_same_twice(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        making().write_bidders(tmp_path / name)
    assert cells(FOLDER / "bidders.xlsx") == cells(tmp_path / "one.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("name", "department"),
    [
        pytest.param("Emberlea Recruitment Ltd", "Human Resources", id="agency staff"),
        pytest.param("Withybrook Highways Ltd", "Highways and Waste", id="road repairs"),
        pytest.param("Zephyr Hill Nursing Ltd", "Adult Social Care", id="residential care"),
        pytest.param("Quillmere Computers Ltd", "IT", id="laptops"),
    ],
)
def test_the_department_that_buys_is_one_that_would(name: str, department: str) -> None:
    held = report("suppliers.xlsx")
    assert held.suppliers.departments[held.suppliers.names.index(name)] == department
