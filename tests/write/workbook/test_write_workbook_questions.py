"""Questions: only to those to look at first, and how to get the others."""

from __future__ import annotations

from msrisk.model import Queue
from msrisk.write.workbook.questions import questions
from tests.write.workbook.sheets_making import ROWS, report, table

MANY = [
    {**ROWS[2], "Supplier": f"Cleaner {number:02} Ltd", "Annual spend": f"£{number + 30},000"}
    for number in range(20)
]


def test_only_those_to_look_at_first_are_asked_and_a_line_says_how_to_ask_the_others() -> None:
    made = report([*ROWS, *MANY])
    plan = questions(made)
    first = {made.suppliers.names[number] for number in made.in_queue(Queue.LOOK_FIRST).nonzero()[0].tolist()}
    asked = {str(row["Supplier"]) for row in table(plan)}
    assert asked
    assert asked <= first
    assert len(first) < len(made)
    assert "python -m msrisk explain" in " ".join(plan.lines)


def test_the_priority_stands_in_every_row_so_that_filters_work_and_shouts_in_none() -> None:
    plan = questions(report())
    assert all(row["Priority for checks"] for row in table(plan))
    assert "band" not in {heading.style for heading in plan.headings}
