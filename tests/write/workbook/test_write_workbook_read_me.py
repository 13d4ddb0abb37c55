"""Read me: what an officer must know, and nothing that was not read."""

from __future__ import annotations

import re

from msrisk.write.workbook.plan import Link
from tests.write.workbook.sheets_making import plan_of, report, said, table

ONLY_READ = {"999", "08000 121 700", "0345 161 6000"}


def test_every_sheet_is_named_with_what_it_answers_and_a_link_that_says_where_it_leads() -> None:
    rows = table(plan_of(report(), "Read me"))
    links = [(row["Sheet or step"], row["What to know"]) for row in rows if row["Part"] == "The sheets"]
    assert [link.text for link, _ in links if isinstance(link, Link)][:3] == [
        "Summary",
        "By category",
        "Look first",
    ]
    assert all(isinstance(link, Link) and link.url == f"sheet:{link.text}" and answer for link, answer in links)


def test_a_sheet_that_this_workbook_does_not_have_is_not_named() -> None:
    assert "What if" not in said(plan_of(report(), "Read me"))
    assert "What if" in said(plan_of(report(rules="pending-bill-105"), "Read me"))


def test_on_suspicion_of_a_victim_danger_comes_first_and_the_first_screen_says_so() -> None:
    plan = plan_of(report(), "Read me")
    steps = [row["What to know"] for row in table(plan) if row["Part"] == "If you suspect a victim"]
    assert "call 999" in str(steps[0])
    assert "Do not confront" in str(steps[1])
    assert any("call 999" in line for line in plan.lines)
    assert "08000 121 700" in " ".join(map(str, steps))
    assert "safeguarding lead" in " ".join(map(str, steps))


def test_only_telephone_numbers_that_were_read_stand_among_the_steps_on_suspicion() -> None:
    rows = table(plan_of(report(), "Read me"))
    steps = " ".join(str(row["What to know"]) for row in rows if row["Part"] == "If you suspect a victim")
    assert set(re.findall(r"\d[\d ]{1,}\d", steps)) == ONLY_READ
    assert "not verified" not in steps


def test_it_says_what_not_to_do_with_the_register() -> None:
    steps = [row for row in table(plan_of(report(), "Read me")) if row["Part"] == "What not to do"]
    text = " ".join(f"{row['Sheet or step']} {row['What to know']}" for row in steps)
    for word in ("Exclude nobody", "ranked list", "freedom of information", "retention", "A flag is a question"):
        assert word in text
