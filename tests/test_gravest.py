"""The specific indicator is said before the flag of a category, wherever flags are said."""

from __future__ import annotations

import pandas
import pytest

from msrisk import Report, read_suppliers
from msrisk.gravest import place_among_flags, sole_gravest
from msrisk.model import Track
from msrisk.ruleset.load import load_rules
from msrisk.screening import report_on
from msrisk.write.first_step import first_step
from msrisk.write.in_short import in_short
from msrisk.write.supplier_file import SupplierFile
from msrisk.write.words import flagged
from msrisk.write.workbook.findings import findings
from msrisk.write.workbook.look_first import look_first
from msrisk.write.workbook.register import register
from tests.write.workbook.sheets_making import AS_OF, ROWS, report, table

CATEGORY = "Labour done here, in a sector often named"
FEES = {"Supplier": "Fir Care Ltd", "Category": "Home care", "Recruitment fees paid by workers": "Yes"}
AGENCY = {
    "Supplier": "Gorse Recruitment Ltd",
    "Category": "Agency staff",
    "Turnover": "£120m",
    "Legal form": "Limited company",
    "Carries on business in the UK": "Yes",
    "Modern slavery statement": "yes",
    "Statement covers this supplier": "No",
    "Supplies labour to licensed sectors": "Yes",
    "Gangmaster's licence": "No",
}
EXPIRED = {
    **{"Supplier": "Heather Foods Ltd", "Category": "Food packing labour", "Gangmaster's licence": "Yes"},
    **{"Gangmaster's licence valid until": "2026-06-30", "Supplies labour to licensed sectors": "Yes"},
}
FIRST = {
    "Fir Care Ltd": "Workers had to pay for the job",
    "Gorse Recruitment Ltd": "Workers are supplied for licensed work, and no licence is held",
    "Heather Foods Ltd": "The gangmaster's licence we hold is past its day",
}


@pytest.fixture(scope="module")
def made() -> Report:
    return report([*ROWS, FEES, AGENCY, EXPIRED])


@pytest.mark.parametrize("name", FIRST)
def test_what_is_known_of_the_supplier_itself_is_said_before_its_category_everywhere(
    made: Report, name: str
) -> None:
    one, title = made.assessment(made.suppliers.names.index(name)), FIRST[name]
    assert one.flags[0].title == title
    assert CATEGORY in [rule.title for rule in one.flags]
    assert flagged(one).startswith(title)
    assert in_short(one).reasons[0] == title
    assert SupplierFile(made, one).flagged()[0].rule.title == title
    (row,) = [row for row in table(look_first(made)) if row["Supplier"] == name]
    assert title in str(row["Why"])
    assert row["What to do first"] == first_step(one).said == one.flags[0].next_step
    (row,) = [row for row in table(register(made)) if row["Supplier"] == name]
    assert str(row["Why"]).startswith(title)
    found = [row["What was found"] for row in table(findings(made)) if row["Supplier"] == name]
    assert found == [rule.title for rule in one.flags]


def test_look_first_counts_every_flag_that_stands_on_findings(made: Report) -> None:
    found = [row["Supplier"] for row in table(findings(made))]
    (row,) = [row for row in table(look_first(made)) if row["Supplier"] == "Gorse Recruitment Ltd"]
    assert f"and {found.count('Gorse Recruitment Ltd') - 1} other flags" in str(row["Why"])


def test_of_all_rules_those_for_legal_review_come_first_and_then_the_points_decide() -> None:
    rules = load_rules("uk-public-procurement")
    in_turn = sorted(rules.rules.values(), key=place_among_flags(rules))
    exclusions = [rule.track is Track.EXCLUSION for rule in in_turn]
    assert exclusions == sorted(exclusions, reverse=True)
    points = [rules.points(rule) for rule in in_turn if rule.track is not Track.EXCLUSION]
    assert points == sorted(points, reverse=True)


def test_a_sum_is_said_only_of_a_flag_that_is_the_gravest_alone() -> None:
    lines = [{**FEES, "Annual spend": "£9,000"}, {**FEES, "Category": "Stationery", "Annual spend": "£70,000"}]
    alone = [{name: text for name, text in line.items() if not name.startswith("Recruitment")} for line in lines]
    for rows, said in ((lines, False), (alone, True)):
        made = report_on(read_suppliers(pandas.DataFrame(rows)), load_rules("uk-public-procurement"), AS_OF)
        one = made.assessment(0)
        assert sole_gravest(one.flags) is said
        assert ("(£9,000 of the £79,000)" in flagged(one)) is said
