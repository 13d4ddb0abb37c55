"""Findings: who, what and why are printed; what to do and what it rests on are for the screen."""

from __future__ import annotations

from msrisk.write.workbook.findings import findings
from tests.write.workbook.sheets_making import report, table


def test_who_what_and_why_are_printed_and_the_evidence_stands_behind() -> None:
    plan = findings(report())
    titles = [heading.title for heading in plan.headings]
    assert titles[: plan.printed] == ["Supplier", "What was found", "Because", "Points", "Who answers"]
    assert {"Evidence", "Rule", "Next step", "Accepted"} <= set(titles[plan.printed :])


def test_each_cell_stands_under_its_own_heading() -> None:
    made = report()
    rows = table(findings(made))
    rules = {rule.id: rule for rule in made.asked}
    assert rows
    for row in rows:
        rule = rules[str(row["Rule"])]
        assert row["Next step"] == rule.next_step
        assert row["Track"] == rule.track.value
        assert row["Accepted"] == "[not accepted]"
