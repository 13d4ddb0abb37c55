"""The register: what prints, what is worked out, and the columns that are ours."""

from __future__ import annotations

from msrisk.model import Band
from msrisk.write.workbook.links import lead_of
from msrisk.write.workbook.plan import Link
from msrisk.write.workbook.register import register
from tests.write.workbook.sheets_making import ROWS, STATEMENT, report, table
from tests.write.workbook.test_write_workbook_look_first import MANY

OURS = (
    "Owner, Response, Action, Due date, Status, Priority set by us, Reason for it, Until, Residual likelihood, "
    "Residual impact, MSAT score of ours, Last contact, Notes"
).split(", ")


def test_what_an_officer_needs_on_paper_stands_first_and_only_that_is_printed() -> None:
    plan = register(report())
    assert [heading.title for heading in plan.headings[: plan.printed]] == [
        "Register ID",
        "Supplier",
        "Priority for checks",
        "Spend",
        "What we buy",
        "Why",
        "Who acts",
    ]


def test_our_columns_stand_last_together_blank_to_fill_in_and_the_lines_say_so() -> None:
    plan = register(report())
    assert [heading.title for heading in plan.headings if heading.to_fill_in] == OURS
    assert [heading.title for heading in plan.headings][-len(OURS) :] == OURS
    assert {cell for row in table(plan) for title, cell in row.items() if title in OURS} == {None}
    assert "from Owner on, are ours" in plan.lines[0]


def test_what_may_be_chosen_is_offered_and_days_are_days() -> None:
    headings = {heading.title: heading for heading in register(report()).headings}
    assert headings["Response"].choices == ("Treat", "Tolerate", "Transfer", "Terminate")
    assert headings["Priority set by us"].choices == tuple(band.word for band in Band)
    assert headings["Residual impact"].choices == ("1", "2", "3", "4", "5")
    assert {title for title, heading in headings.items() if heading.style == "day"} == {
        "Due date",
        "Until",
        "Last contact",
    }
    assert all(len(heading.hint) <= 255 and len(",".join(heading.choices)) <= 255 for heading in headings.values())


def test_the_score_of_an_assessment_is_not_asked_of_us_where_our_list_has_one() -> None:
    plan = register(report([{**row, "MSAT score": "62%"} for row in ROWS]))
    assert "MSAT score of ours" not in [heading.title for heading in plan.headings]


def test_a_statement_is_a_link_that_names_its_host_and_what_is_missing_says_so() -> None:
    rows = {str(row["Supplier"]): row for row in table(register(report()))}
    link = rows["Alder Laundry Ltd"]["Statement"]
    assert isinstance(link, Link)
    assert (link.url, lead_of(link).text) == (STATEMENT, "Statement (alder.example)")
    assert rows["Beech Uniforms Ltd"]["Statement"] == "[none, by our list]"
    assert rows["Cedar Cleaning"]["Statement"] == "[not given]"
    assert rows["Cedar Cleaning"]["Company number"] == "[not given]"
    assert rows["Alder Laundry Ltd"]["Country"] == "United Kingdom"


def test_a_supplier_keeps_its_register_id_whoever_else_is_on_the_list() -> None:
    alone = table(register(report(ROWS[:1])))[0]
    among = {row["Supplier"]: row for row in table(register(report(ROWS)))}
    assert among["Alder Laundry Ltd"]["Register ID"] == alone["Register ID"]


def test_the_first_rows_are_those_of_look_first_and_no_priority_stands_above_a_higher_one() -> None:
    made = report([*ROWS, *MANY])
    rows = table(register(made))
    first = [made.suppliers.names[number] for number in made.first_to_look_at(len(rows))]
    bands = [next(band for band in Band if band.word == row["Priority for checks"]) for row in rows]
    assert bands == sorted(bands)
    highest = [
        row["Supplier"]
        for row, band in zip(rows, bands, strict=True)
        if row["Queue"] == "look first" and band is bands[0]
    ]
    assert highest == [name for name in first if name in highest]
    assert [row["Supplier"] for row in rows[: len(highest)]] == highest
    assert len(rows) == len({row["Supplier"] for row in rows})
