"""Findings that are accepted for a while: which acceptances hold, when they lapse, and what they never change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from msrisk.model import Band, Queue, Severity, Track
from msrisk.report import Report
from tests.accepting_making import (
    ALDER,
    BEECH,
    ELM,
    LABOUR,
    LIST,
    Rows,
    accept,
    accepted_ones,
    default_rules,
    reasons,
    rows_of,
    screened,
    written,
)

ALDER_ACCEPTED = {("Alder Ltd", LABOUR)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Alder's finding is accepted."""
    return accept(written(tmp_path / "acceptances.xlsx"), "Alder Ltd")


def test_an_acceptance_with_name_days_and_reason_holds(file: Path) -> None:
    report = screened(path=file)
    assert accepted_ones(report) == ALDER_ACCEPTED
    assert reasons(report) == []


def test_neither_score_nor_priority_nor_rank_changes(file: Path) -> None:
    before, after = screened().scores, screened(path=file).scores
    for name in ("score", "could_reach", "law", "exposure", "relief", "band", "so_far", "order"):
        assert np.array_equal(getattr(before, name), getattr(after, name)), name


def test_without_its_acceptances_no_supplier_looks_safer(file: Path) -> None:
    with_, without = screened(path=file), screened()
    assert (without.scores.band <= with_.scores.band).all()
    assert (without.scores.queue <= with_.scores.queue).all()


def test_a_supplier_whose_every_finding_is_accepted_stands_after_the_others(file: Path) -> None:
    report = screened(path=file)
    alder = report.suppliers.names.index("Alder Ltd")
    assert Queue(int(report.scores.queue[alder])) is Queue.NEXT
    assert report.first_to_look_at(3)[-1] == alder
    assert screened().in_queue(Queue.LOOK_FIRST)[alder]


def test_a_supplier_with_one_finding_left_stays_where_it_is(tmp_path: Path) -> None:
    file = accept(written(tmp_path / "acceptances.xlsx"), "Elm plc")
    report = screened(path=file)
    assert accepted_ones(report) == {("Elm plc", LABOUR)}
    assert report.in_queue(Queue.LOOK_FIRST)[report.suppliers.names.index("Elm plc")]


def test_the_next_in_turn_takes_the_place_of_one_that_left_look_first(file: Path) -> None:
    rules = default_rules()
    short = replace(rules, worklist=replace(rules.worklist, look_first=2))
    before, after = screened(rules=short), screened(rules=short, path=file)
    assert _look_first(before) == {"Elm plc", "Alder Ltd"}
    assert _look_first(after) == {"Elm plc", "Beech Ltd"}


def _look_first(report: Report) -> set[str]:
    return {one.name for one in report if one.queue is Queue.LOOK_FIRST}


# -- it lapses


def test_it_holds_on_its_last_day_and_lapses_on_the_next(file: Path) -> None:
    assert accepted_ones(screened(path=file, as_of=date(2027, 5, 20))) == ALDER_ACCEPTED
    report = screened(path=file, as_of=date(2027, 5, 21))
    assert accepted_ones(report) == set()
    assert reasons(report) == ["it lapsed: it ended on 2027-05-20"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param([{**ALDER, "Category": "Contract cleaning"}], id="another category"),
        pytest.param([ALDER, {**ALDER, "Category": "Agency staff"}], id="one line more that is flagged"),
    ],
)
def test_it_lapses_when_a_cell_it_rests_on_changes(file: Path, changed: Rows) -> None:
    report = screened([*changed, BEECH, ELM], file)
    assert accepted_ones(report) == set()
    assert len(reasons(report)) == 1
    assert "what it rests on has changed since" in reasons(report)[0]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param([BEECH, ELM, ALDER], id="the order of rows"),
        pytest.param([{**ALDER, "Spend": "123"}, BEECH, ELM], id="what is spent"),
        pytest.param([ALDER, ALDER, BEECH, ELM], id="one more row that says the same"),
        pytest.param([{**ALDER, "Supplier": "ALDER LIMITED"}, BEECH, ELM], id="how the name is written"),
    ],
)
def test_it_holds_when_only_something_else_changes(file: Path, changed: Rows) -> None:
    assert len(accepted_ones(screened(changed, file))) == 1


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"title": "Labour done here"}, id="its title"),
        pytest.param({"because": "Another reason ({sector})."}, id="its reason"),
        pytest.param({"law": "Another law."}, id="its law"),
        pytest.param({"severity": Severity.CRITICAL}, id="its weight"),
    ],
)
def test_it_lapses_when_the_rule_changes(file: Path, changed: dict[str, object]) -> None:
    held = default_rules()
    other = replace(held.rules[LABOUR], **changed)  # type: ignore[arg-type]
    report = screened(path=file, rules=replace(held, rules={**held.rules, LABOUR: other}))
    assert accepted_ones(report) == set()
    assert "what it rests on has changed since" in reasons(report)[0]


def test_it_lapses_when_a_threshold_changes(tmp_path: Path) -> None:
    file = accept(written(tmp_path / "acceptances.xlsx"), "Elm plc", "s54-no-statement")
    held = default_rules()
    assert accepted_ones(screened(path=file)) == {("Elm plc", "s54-no-statement")}
    parameter = held.parameters["turnover_threshold"]
    lower = replace(parameter, values=((parameter.values[0][0], "£40m"),))
    report = screened(path=file, rules=replace(held, parameters={**held.parameters, "turnover_threshold": lower}))
    assert accepted_ones(report) == set()


# -- it is not used, and the list says why


@pytest.mark.parametrize("heading", ["Accepted_by", "Accepted_on", "Until", "Why"])
def test_one_with_a_blank_is_not_used_and_the_cell_is_named(tmp_path: Path, heading: str) -> None:
    file = accept(written(tmp_path / "acceptances.xlsx"), "Alder Ltd", **{heading: None})
    report = screened(path=file)
    assert accepted_ones(report) == set()
    assert reasons(report) == [f"the cell under '{heading.replace('_', ' ')}' is blank"]
    assert report.accepted is not None
    column = {"Accepted_by": "A", "Accepted_on": "B", "Until": "C", "Why": "D"}[heading]
    assert report.accepted.not_used[0].where.startswith(f"acceptances.xlsx!'To accept'!{column}")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"Accepted_on": "2026-05-19", "Until": "2027-05-20"}, "more than 12 months after"),
        ({"Until": "2026-11-19"}, "before it was accepted"),
        ({"Accepted_on": "2026-11-23"}, "after the day of this run"),
        ({"Until": "next spring"}, "'next spring' under 'Until' is not a day"),
        ({"Accepted_on": "2026"}, "'2026' under 'Accepted on' is not a day"),
    ],
)
def test_days_that_do_not_do_are_refused(tmp_path: Path, said: dict[str, str], reason: str) -> None:
    file = accept(written(tmp_path / "acceptances.xlsx"), "Alder Ltd", **said)
    report = screened(path=file)
    assert accepted_ones(report) == set()
    assert reason in reasons(report)[0]


@pytest.mark.parametrize(
    "said",
    [
        {"Accepted_on": "2026-11-20", "Until": "2027-11-20"},
        {"Accepted_on": "20/11/2026", "Until": "20/05/2027"},
        {"Accepted_on": date(2026, 11, 20), "Until": date(2027, 5, 20)},
    ],
)
def test_twelve_months_and_days_as_people_write_them_do(tmp_path: Path, said: dict[str, object]) -> None:
    file = accept(written(tmp_path / "acceptances.xlsx"), "Alder Ltd", **said)
    assert accepted_ones(screened(path=file)) == ALDER_ACCEPTED


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        pytest.param([BEECH, ELM], "its supplier is not in this list", id="the supplier is gone"),
        pytest.param([{**ALDER, "Company number": "01234567"}], "company number", id="another company"),
        pytest.param([{**ALDER, "Category": "Legal advice"}], "does not flag", id="the flag is gone"),
    ],
)
def test_one_of_which_there_is_nothing_to_accept_is_listed_as_not_used(
    file: Path, rows: Rows, reason: str
) -> None:
    report = screened(rows, file)
    assert accepted_ones(report) == set()
    assert reason in reasons(report)[0]


def test_of_two_rows_on_one_finding_the_second_is_not_used(file: Path, tmp_path: Path) -> None:
    twice = written(tmp_path / "next.xlsx", screened(path=file))
    (row,) = [each for each in rows_of(twice) if each["Supplier"] == "Alder Ltd"]
    accept(twice, "Beech Ltd", Supplier="Alder Ltd", Rule=LABOUR, Facts=row["Facts"])
    report = screened(path=twice)
    assert accepted_ones(report) == ALDER_ACCEPTED
    assert "the same finding is accepted in" in reasons(report)[0]


# -- exclusions


def test_an_exclusion_is_not_offered_and_cannot_be_accepted(tmp_path: Path) -> None:
    held = default_rules()
    rule = replace(held.rules[LABOUR], track=Track.EXCLUSION, severity=None)
    rules = replace(held, rules={**held.rules, LABOUR: rule})
    before = screened(rules=rules)
    offered = rows_of(written(tmp_path / "other.xlsx", before))
    assert LABOUR not in {each["Rule"] for each in offered}
    after = screened(path=accept(written(tmp_path / "acceptances.xlsx"), "Alder Ltd"), rules=rules)
    assert accepted_ones(after) == set()
    assert "legal review" in reasons(after)[0]
    assert np.array_equal(after.scores.queue, before.scores.queue)
    assert Band(int(after.scores.band[0])) is Band.REFER


# -- carried over


def test_an_earlier_file_is_carried_over_with_what_was_written_beside(tmp_path: Path) -> None:
    first = accept(written(tmp_path / "first.xlsx"), "Alder Ltd", Our_reference="CM/17")
    second = written(tmp_path / "second.xlsx", screened(path=first), everybody=False)
    (alder,) = [each for each in rows_of(second) if each["Supplier"] == "Alder Ltd"]
    assert (alder["Accepted by"], alder["Our reference"]) == ("Jo Field", "CM/17")
    assert accepted_ones(screened(path=second)) == ALDER_ACCEPTED


def test_one_that_lapsed_stands_on_a_sheet_of_its_own_as_it_was_written(file: Path, tmp_path: Path) -> None:
    changed = [{**ALDER, "Category": "Contract cleaning"}, BEECH, ELM]
    second = written(tmp_path / "second.xlsx", screened(changed, file))
    (kept,) = rows_of(second, "Not used")
    assert (kept["Accepted by"], kept["Why"]) == ("Jo Field", "Audited on site in October")
    assert "has changed since" in str(kept["Why it is not used"])
    (fresh,) = [each for each in rows_of(second) if each["Supplier"] == "Alder Ltd"]
    assert fresh["Accepted by"] is None


def test_only_the_look_first_queue_is_offered_unless_all_are_asked_for(tmp_path: Path) -> None:
    rules = default_rules()
    short = replace(rules, worklist=replace(rules.worklist, look_first=1))
    report = screened(rules=short)
    few = rows_of(written(tmp_path / "few.xlsx", report, everybody=False))
    every = rows_of(written(tmp_path / "all.xlsx", report))
    assert len({each["Supplier"] for each in few}) == 1
    assert {each["Supplier"] for each in every} == {each["Supplier"] for each in LIST}
