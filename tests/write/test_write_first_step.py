"""What comes first for a supplier is the same wherever it is said."""

import pandas
import pytest

from msrisk import Report, read_suppliers
from msrisk.model import Queue, Track
from msrisk.screening import report_to_tell
from msrisk.write.first_step import by_whom, first_step
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.in_short import in_short
from msrisk.write.page.supplier import whole
from msrisk.write.supplier_file import SupplierFile
from msrisk.write.supplier_terminal import explanation
from msrisk.write.workbook.look_first import look_first, tops
from msrisk.write.workbook.questions import questions
from tests.write.page.page_making import AS_OF, RULES, WORDS, Seen
from tests.write.workbook.sheets_making import ROWS, report, table

BARE = {"Supplier": "Dogwood Ltd", "Country": "United Kingdom", "Annual spend": "£900,000"}
EXCLUDED = {**ROWS[1], "Supplier": "Elder Uniforms Ltd", "Mandatory exclusion grounds": "yes"}


@pytest.fixture(scope="module")
def made() -> Report:
    return report([*ROWS, BARE, EXCLUDED])


def looked_at_first(made: Report) -> list[int]:
    found = tops(made)[Queue.LOOK_FIRST]
    assert len(found) > 3
    return found


def test_look_first_and_the_half_page_say_one_first_step_and_who_does_it(made: Report) -> None:
    rows = {str(row["Supplier"]): row for row in table(look_first(made))}
    for number in looked_at_first(made):
        one = made.assessment(number)
        step, row = first_step(one), rows[one.name]
        assert (row["What to do first"], row["Who acts"]) == (step.said, step.who)
        assert in_short(one).next_step == f"For {'us' if step.who == 'us' else 'the supplier'}: {step.said}"


def test_the_first_question_of_the_sheet_the_terminal_and_the_page_is_one(made: Report) -> None:
    rows = table(questions(made))
    ours = 0
    for number in looked_at_first(made):
        one = made.assessment(number)
        asks = [each.ask for each in one.questions]
        assert [row["Question"] for row in rows if row["Supplier"] == one.name] == asks
        terminal = "\n".join(str(getattr(each, "plain", each)) for each in explanation(made, one, ()))
        page = " ".join(Seen(whole(SupplierFile(made, one))).words)
        for said in (terminal, page):
            section = said[said.rindex("What would change it") :]
            assert min(asks, key=section.index) == asks[0]
        ours += one.questions[0].ours
    assert ours  # some begin with what our own records answer


def test_whoever_has_the_first_question_comes_first_and_each_keeps_the_order(made: Report) -> None:
    asked = made.questions(looked_at_first(made)[-1])
    groups = by_whom(asked)
    assert {who for who, _ in groups} == {"us", "supplier"}
    assert groups[0][1][0] == asked[0]
    for _, held in groups:
        assert held == [each for each in asked if each in held]


def test_what_is_for_legal_review_comes_before_every_flag_with_points(made: Report) -> None:
    number = made.suppliers.names.index("Elder Uniforms Ltd")
    one = made.assessment(number)
    first, *others = one.flags
    assert first.track is Track.EXCLUSION
    assert others
    (row,) = [row for row in table(look_first(made)) if row["Supplier"] == one.name]
    assert row["What to do first"] == first.next_step
    assert first.title in str(row["Why"])


def test_the_page_for_a_supplier_asks_about_the_gravest_finding_first() -> None:
    rows = [{**ROWS[1], "Statement approved": "no", "Modern slavery statement": "yes", "Statement covers": "yes"}]
    read = read_suppliers(pandas.DataFrame(rows))
    seen = ForSupplier(report_to_tell(read, RULES, AS_OF, 0), 0, WORDS)
    flags = [each.id for each in seen.report.assessment(0).flags if each.id in WORDS]
    assert len(flags) > 2
    assert seen.matters[0].rule.id == flags[0]
    points = [RULES.points(each.rule) for each in seen.matters]
    assert points == sorted(points, reverse=True)
    assert seen.questions[0] == WORDS[flags[0]].question
