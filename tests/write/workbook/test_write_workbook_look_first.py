"""Look first: whom to look at, why they stand there, and what to ask."""

from __future__ import annotations

from msrisk.model import Queue
from msrisk.write.workbook.look_first import look_first, tops
from tests.write.workbook.sheets_making import ROWS, report, table

MANY = [
    {**ROWS[2], "Supplier": f"Cleaner {number:02} Ltd", "Annual spend": f"£{number + 30},000"}
    for number in range(20)
]
TINY = [
    {
        **ROWS[1],
        "Supplier": f"Tiny {number:02}",
        "Category": "Stationery",
        "Country of origin": "",
        "Annual spend": "£50",
    }
    for number in range(12)
]


def test_those_to_look_at_first_stand_in_the_order_they_are_taken_with_a_reason_and_a_question() -> None:
    made = report()
    rows = [row for row in table(look_first(made)) if row["Queue"] == "look first"]
    assert [row["Supplier"] for row in rows] == [
        made.suppliers.names[number] for number in made.first_to_look_at(len(rows))
    ]
    assert [row["No."] for row in rows] == list(range(1, len(rows) + 1))
    assert all(row["Why"] and row["What to do first"] for row in rows)


def test_what_to_do_first_is_the_step_of_the_gravest_flag() -> None:
    made = report()
    steps = {made.suppliers.names[each.number]: each.flags[0].next_step for each in made.ranked() if each.flags}
    rows = {str(row["Supplier"]): row["What to do first"] for row in table(look_first(made))}
    flagged = steps.keys() & rows.keys()
    assert flagged
    assert {name: rows[name] for name in flagged} == {name: steps[name] for name in flagged}


def test_why_says_whose_turn_it_was_across_what_we_buy() -> None:
    made = report([*ROWS, *MANY])
    rows = [row for row in table(look_first(made)) if row["What we buy"] == "cleaning"]
    held = [str(row["Why"]) for row in rows if row["Queue"] == "look first"]
    assert [each.split(". ")[1] for each in held] == [f"{place} of cleaning" for place in range(1, len(held) + 1)]
    assert len(held) == made.rules.worklist.per_category


def test_of_the_other_queues_only_the_first_stand_here_and_a_line_says_how_many_there_are() -> None:
    made = report([*ROWS, *MANY])
    plan = look_first(made)
    waiting = int(made.in_queue(Queue.NEXT).sum())
    assert waiting > 10
    assert len([row for row in table(plan) if row["Queue"] == "next"]) == 10
    assert f"Next: the first 10 of {waiting}" in " ".join(plan.lines)


def test_parked_suppliers_stand_last_and_their_money_is_told() -> None:
    made = report([*ROWS, *TINY])
    shown = tops(made)[Queue.PARKED]
    assert len(shown) == min(10, int(made.in_queue(Queue.PARKED).sum()))
    if shown:
        assert "Parked:" in " ".join(look_first(made).lines)
        assert table(look_first(made))[-1]["Queue"] == "parked"
