"""Which fields keep an answer open: those, and only those, become questions."""

from __future__ import annotations

from msrisk.logic.answer import Answers
from msrisk.logic.condition import Asks, Condition, Either, Not, TermIs, Unless, children, one_by_one
from msrisk.logic.truth import NO, NOT_KNOWN
from msrisk.model import Column, Flags

Open = dict[str, Flags]


def open_fields(answers: Answers, condition: Condition, among: Flags) -> Open:
    """For each field, the subjects (among those given) whose answer it keeps not known.

    In an *and* or an *or* that is not known, every part that is not known could still settle it.
    """
    found: Open = {}
    _visit(answers, condition, among & (answers.of(condition) == NOT_KNOWN), found)
    return found


def assumed_fields(answers: Answers, condition: Condition, among: Flags) -> Open:
    """The fields whose blanks a claim survives only because a blank exception changes nothing."""
    found: Open = {}
    _visit_exceptions(answers, condition, among, found)
    return found


def _visit(answers: Answers, condition: Condition, among: Flags, found: Open) -> None:
    if not among.any():
        return
    if isinstance(condition, Asks):
        _add_line(answers, condition, among, found)
        return
    if isinstance(condition, TermIs):
        behind = answers.facts.terms.get(condition.term)
        if behind is not None and condition.term not in answers.facts.given:
            _visit(answers, behind, among, found)
        return
    for child in children(condition):
        _visit(answers, child, among & (answers.of(child) == NOT_KNOWN), found)


def _visit_exceptions(answers: Answers, condition: Condition, among: Flags, found: Open) -> None:
    if not among.any():
        return
    if isinstance(condition, TermIs):
        behind = answers.facts.terms.get(condition.term)
        if behind is not None and condition.term not in answers.facts.given and condition.wanted:
            _visit_exceptions(answers, behind, among, found)
    elif isinstance(condition, Unless):
        held = among & (answers.of(condition.claim) != NO)
        _visit(answers, condition.exception, held & (answers.of(condition.exception) == NOT_KNOWN), found)
        _visit_exceptions(answers, condition.claim, held, found)
    elif not isinstance(condition, Not):
        for child in children(condition):
            _visit_exceptions(answers, child, _supporting(answers, condition, child, among), found)


def _supporting(answers: Answers, parent: Condition, child: Condition, among: Flags) -> Flags:
    """In an *or*, only the parts that are not no carry the claim."""
    return among & (answers.of(child) != NO) if isinstance(parent, Either) else among


def _add_line(answers: Answers, line: Asks, among: Flags, found: Open) -> None:
    """The line's field, unless it is fully known and only the field it is compared with is not."""
    facts = answers.facts
    compared = facts.compared_fields(line.phrase)
    if compared and len(line.phrase.operands) > 1:
        _visit(answers, one_by_one(line), among, found)
        return
    left = among
    for name in (line.field, *compared):
        column = facts.column(name)
        unsettled = among & ~column.settled[column.codes]
        left = left & ~unsettled
        _ask_about(column, unsettled, found)
    if left.any():
        _add(found, line.field, left)


def _ask_about(column: Column, subjects: Flags, found: Open) -> None:
    """The field itself; of a looked-up one what it was looked up by, and nothing where the table has a gap."""
    if not subjects.any():
        return
    if not column.behind:
        _add(found, column.field.name, subjects)
        return
    subjects = subjects & ~column.gap[column.codes]
    left = subjects
    for each in column.behind:
        open_ = subjects & ~each.settled[each.codes]
        _ask_about(each, open_, found)
        left = left & ~open_
    _ask_about(column.behind[0], left, found)


def _add(found: Open, field: str, subjects: Flags) -> None:
    found[field] = found[field] | subjects if field in found else subjects
