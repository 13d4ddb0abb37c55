"""Which fields keep an answer open: those, and only those, become questions."""

from __future__ import annotations

from msrisk.logic.answer import Answers
from msrisk.logic.condition import Asks, Condition, Not, TermIs, Unless, children, one_by_one
from msrisk.logic.truth import NO, NOT_KNOWN, YES
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
    _visit_exceptions(answers, condition, among, NO, found)
    return found


def _visit(answers: Answers, condition: Condition, among: Flags, found: Open) -> None:
    if not among.any():
        return
    if isinstance(condition, Asks):
        _add_line(answers, condition, among, found)
        return
    behind = answers.behind(condition) if isinstance(condition, TermIs) else None
    if behind is not None:
        _visit(answers, behind, among, found)
    for child in children(condition):
        _visit(answers, child, among & (answers.of(child) == NOT_KNOWN), found)


def _visit_exceptions(answers: Answers, condition: Condition, among: Flags, harmless: int, found: Open) -> None:
    """harmless: the answer that counts for the supplier here; only a part with any other carries the claim."""
    carried = among & (answers.of(condition) != harmless)
    if not carried.any():
        return
    parts, other = children(condition), YES - harmless
    match condition:
        case TermIs(_, wanted):
            behind = answers.behind(condition)
            if behind is not None:
                _visit_exceptions(answers, behind, carried, harmless if wanted else other, found)
        case Not():
            _visit_exceptions(answers, parts[0], carried, other, found)
        case Unless(in_favour=in_favour):
            claim, exception = parts
            _visit_exceptions(answers, claim, carried, harmless, found)
            _visit_exceptions(answers, exception, carried, other, found)
            if not in_favour:
                _visit(answers, exception, carried & (answers.of(exception) == NOT_KNOWN), found)
        case _:
            for part in parts:
                _visit_exceptions(answers, part, carried, harmless, found)


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
        unsettled = among & column.unsettled
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
    if column.gap.any():
        subjects = subjects & ~column.gap[column.codes]
    left = subjects
    for each in column.behind:
        open_ = subjects & each.unsettled
        _ask_about(each, open_, found)
        left = left & ~open_
    _ask_about(column.behind[0], left, found)


def _add(found: Open, field: str, subjects: Flags) -> None:
    found[field] = found[field] | subjects if field in found else subjects
