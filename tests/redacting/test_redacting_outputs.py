"""Nothing that names a supplier is in any byte of what is shared; what was found is as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk import write_report
from msrisk.accepted import Accepted
from msrisk.model import PERSON, Outcome
from msrisk.model.register_id import register_ids
from msrisk.redacting import redacted
from msrisk.taken import DecisionsTaken
from tests.evaluate.evaluate_making import screened
from tests.redacting.redacting_making import KEY, LISTS, listed, secrets, shared, written


@pytest.mark.parametrize("name", LISTS)
def test_t94_no_name_number_link_or_text_of_the_list_is_in_a_redacted_file(name: str, tmp_path: Path) -> None:
    hidden = secrets(listed(name).suppliers)
    assert len(hidden) > 10
    for part, text in written(shared(name, "orange-5x5"), tmp_path):
        assert [each for each in sorted(hidden) if each in text] == [], part


@given(seed=st.integers(0, 10**6))
@settings(max_examples=4, deadline=None)
def test_t94_whatever_a_list_says_in_any_column_is_not_repeated(seed: int) -> None:
    chance = Random(seed)
    said = [f"qz{chance.randrange(10**9)}vx" for _ in range(12)]
    headings = (
        "Supplier", "Vendor ID", "Company number", "Category", "Country", "Turnover", "MS statement",
        "Statement link", "Legal form", "Description", "Contract reference", "UK business",
    )  # fmt: skip
    rows = [dict(zip(headings, chance.sample(said, len(headings)), strict=True)) for _ in range(3)]
    shown = redacted(screened(rows, "uk-public-procurement"), KEY)
    for one in shown:
        told = [one.name, *(each.because for each in one.answers)]
        told += [f"{piece.shown} {piece.note} {piece.address}" for each in one.answers for piece in each.evidence]
        assert not [each for each in said if each in " ".join(told)]
    columns = shown.suppliers.columns.values()
    held = {text for column in columns for text in column.texts} | set(shown.suppliers.keys)
    assert not [each for each in said for text in held if each in text]


@pytest.mark.parametrize("name", ["suppliers", "payments"])
def test_what_was_found_is_the_same(name: str) -> None:
    before, after = listed(name), shared(name)
    assert np.array_equal(before.outcomes, after.outcomes)
    for column in ("score", "could_reach", "band", "so_far", "queue"):
        assert np.array_equal(getattr(before.scores, column), getattr(after.scores, column))
    assert [after.scores.band[number] for number in after.scores.order] == [
        before.scores.band[number] for number in before.scores.order
    ]


def test_a_finding_keeps_its_sentence_and_loses_what_tells_who_is_meant() -> None:
    report = shared("suppliers")
    answers = [each for one in report.ranked() for each in one.ended(Outcome.FLAGGED)]
    pieces = [piece for one in report.ranked() for each in one.answers for piece in each.evidence]
    shown = {piece.shown for piece in pieces if piece.field == "turnover"}
    assert "about £180,000,000" in shown
    assert "£182,400,000" not in shown
    assert any(each.because.startswith("What we buy is read as adult care") for each in answers)
    assert not [each.rule.id for each in answers if "[redacted]" in each.because]
    assert {piece.address for piece in pieces} == {""}


def test_t69_no_amount_is_known_to_more_than_two_figures() -> None:
    report = shared("payments")
    for amount in np.abs(report.suppliers.spend).tolist():
        assert len(str(amount).rstrip("0")) <= 2


def test_a_private_person_has_no_token(tmp_path: Path) -> None:
    suppliers = shared("suppliers").suppliers
    persons = [number for number in range(len(suppliers)) if suppliers.kind(number) == PERSON]
    assert persons
    assert {suppliers.shown_name(number) for number in persons} == {"[a person]"}


def test_the_file_says_that_it_is_redacted_and_what_can_still_be_told(tmp_path: Path) -> None:
    report = shared("suppliers")
    book = openpyxl.load_workbook(write_report(report, tmp_path / "a.xlsx"))
    assert book.sheetnames[0] == "Redacted"
    said = "\n".join(str(cell) for row in book["Redacted"].iter_rows(values_only=True) for cell in row if cell)
    assert "What can still tell who is meant" in said
    run = json.loads(write_report(report, tmp_path / "a.json").read_text(encoding="utf-8"))["run"]
    assert run["options"]["redact"] == "with a shared key"
    assert "A token is a pseudonym" in run["redacted"]["What can still tell who is meant"]
    assert run["inputs"] == []


def test_options_that_name_somebody_are_not_in_the_run_record() -> None:
    told = {"map": "spend=Paid by J Bloggs", "kind": "Acme Ltd=supplier", "sheet": "Bloggs", "stage": "award"}
    shown = redacted(replace(listed("suppliers"), options=told), KEY)
    assert shown.options == {"stage": "award", "redact": "with a shared key"}


def test_what_people_accepted_and_decided_is_left_out() -> None:
    before = replace(
        listed("suppliers"),
        decisions=DecisionsTaken("by J Bloggs.xlsx", "0" * 64, 1, {}),
        accepted=Accepted("by J Bloggs.xlsx", "0" * 64),
    )
    after = redacted(before, KEY)
    assert (after.decisions, after.accepted) == (None, None)


def test_t94_a_register_id_in_a_redacted_file_rests_on_the_key_and_cannot_be_tried_out() -> None:
    """Of a name or a company number alone, an ID could be made by whoever guesses them."""
    suppliers, ours, theirs = (
        report.suppliers
        for report in (listed("suppliers"), shared("suppliers"), redacted(listed("suppliers"), KEY + b" other"))
    )
    persons = {number for number in range(len(suppliers)) if suppliers.kind(number) == PERSON}
    said = list(zip(*map(register_ids, (suppliers, ours, theirs)), strict=True))
    named = [ids for number, ids in enumerate(said) if number not in persons]
    assert len(named) > 10
    assert [ids for ids in named if len(set(ids)) < 3] == []
