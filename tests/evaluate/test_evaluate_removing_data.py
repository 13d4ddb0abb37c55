"""Removing data never helps a supplier: cells of which that once was not so, and the one kind exempt from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msrisk.assessment import Assessment
from msrisk.model import Band, Outcome
from tests.evaluate.evaluate_making import answer, every_track, only, screened
from tests.logic.logic_making import parsed
from tests.ruleset.ruleset_making import changed, loaded


def never_helps(before: Assessment, after: Assessment) -> None:
    """What is said once a cell was blanked, and what was said before."""
    assert after.could_reach >= before.could_reach
    assert after.band < Band.MEDIUM or before.band >= Band.MEDIUM


def test_blanking_a_no_beside_a_link_that_then_speaks_for_a_statement() -> None:
    row = {"Supplier": "Alder", "UK business": "yes", "Turnover": "£50m", "Statement URL": "https://example.com"}
    never_helps(only([{**row, "Statement published": "no"}]), only([{**row, "Statement published": ""}]))


def test_of_two_rows_that_disagree_neither_is_believed_and_one_alone_is() -> None:
    """The one exemption: a cell that another contradicts says nothing, and taking it away lets the other speak."""
    row = {"Supplier": "Alder", "UK business": "yes", "Statement published": "no"}
    large, small, blank = ({**row, "Turnover": each} for each in ("£50m", "£2m", ""))
    lists = [screened(rows) for rows in ([large, small], [large, blank], [blank, small])]
    found = [answer(each, "s54-no-statement").outcome for (each,) in lists]
    assert found == [Outcome.NOT_KNOWN, Outcome.FLAGGED, Outcome.NOT_APPLICABLE]
    (note,) = lists[0].suppliers.notes
    assert "£50m" in note.problem
    assert "turnover" in {question.field for each in lists[0] for question in each.questions}


def test_blanking_the_exception_of_a_term_that_is_asked_no(tmp_path: Path) -> None:
    """A sole trader is out of scope and flagged; whether a blank legal form is one stays open, and is asked."""
    rules = loaded(
        tmp_path,
        changed(
            "at least {threshold}\n    source",
            "at least {threshold}\n    unless:\n      legal_form: sole trader\n    source",
            "    applies_when:\n      in_scope: yes\n    flag_when:\n      statement_published: no\n",
            "    flag_when:\n      in_scope: no\n",
        ),
    )
    row = {"Supplier": "Alder", "UK business": "yes", "Turnover": "£50m"}
    never_helps(only([{**row, "Legal form": "sole trader"}], rules), only([{**row, "Legal form": ""}], rules))


def test_blanking_what_says_that_no_relief_is_open_to_a_supplier() -> None:
    """Signed, but of a rule that does not apply to it; while that is open, its signature relieves nothing."""
    base = every_track()
    relieving = replace(
        base.rules["assurance-signed"], applies_when=parsed({"statement_no_steps": "yes"}, fields=base.fields)
    )
    rules = replace(base, rules={**base.rules, relieving.id: relieving})
    row = {"Supplier": "Alder", "Purchase category": "Cleaning", "Statement signed": "yes"}
    no, blank, yes = (only([{**row, "No steps taken": each}], rules) for each in ("no", "", "yes"))
    assert [each.relief for each in (no, blank, yes)] == [0, 0, 10]
    held = answer(blank, relieving.id)
    assert (held.outcome, held.blanks) == (Outcome.NOT_KNOWN, ("statement_no_steps",))
    never_helps(no, blank)


def test_blanking_the_one_cell_by_which_an_exclusion_column_was_understood() -> None:
    row = {"Turnover": "£2m", "Purchase category": "Audit", "Country of origin": "UK"}
    unclear = {"Supplier": "Birch", **row, "No steps taken": "tbc"}
    lists = [[{"Supplier": "Alder", **row, "No steps taken": each}, unclear] for each in ("no", "")]
    before, after = ({each.name: each for each in screened(rows, every_track())} for rows in lists)
    never_helps(before["Birch"], after["Birch"])
