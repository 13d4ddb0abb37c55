"""What the board page says was not checked, or could not be assessed: in as many lines as its sheet has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

import numpy as np

from msrisk.chase import Chase
from msrisk.files import one_line
from msrisk.model import Band, Queue, SourceKind
from msrisk.report import Report
from msrisk.topics import NOT_KNOWN
from msrisk.write.board import Board, Line
from msrisk.write.joins import old_said
from msrisk.write.words import (
    NO_EXCLUSIONS,
    counted,
    exclusions_not_checked,
    in_sentence,
    left_out_said,
    pounds,
    set_aside_said,
    watchlists,
)

_NAMED, _GROUNDS, _OLD = 4, 3, 2
_REASONS = 120  # letters of why rows were left out
_ACROSS = 120  # letters in a line, about
_SOURCES = {
    SourceKind.REGISTRY: "the modern slavery statement registry",
    SourceKind.COMPANIES: "the company register",
    SourceKind.WATCHLIST: "lists of sanctioned or debarred names",
}


def not_checked(board: Board, room: int) -> list[str]:
    """As many notes as stand in that many lines, what bears on the yardstick first; the register has them all."""
    notes = list(_notes(board))
    lines = [ceil(len(note) / _ACROSS) for note in notes]
    if sum(lines) <= room:
        return notes
    kept = 0
    while sum(lines[: kept + 1]) < room:
        kept += 1
    return [*notes[:kept], f"And {counted(len(notes) - kept, 'more note')} of this kind: the register has them."]


def still_to_find_out(board: Board, open_: Chase) -> str:
    """A row that reads as not known by itself: the label of a yes or no question says a thing as if it were so."""
    field = open_.field
    if field.name == "category":
        return _not_known_what_we_buy(board, open_)
    whether = " whether" if field.kind.name == "yes_no" else ""
    return f"Not known{whether}: {in_sentence(field.label)}"


def _not_known_what_we_buy(board: Board, open_: Chase) -> str:
    """Told apart from those in the table of categories, who are fewer: of them nothing of it is known."""
    report = board.report
    open_here = np.flatnonzero(report.open_fields[open_.field.name] & report.screened).tolist()
    wholly = sum(not report.topics[number] for number in open_here)
    partly = open_.open_for - wholly
    split = f": not at all ({wholly:,}), or not enough or in part ({partly:,})" if partly > 0 and wholly else ""
    return f"{NOT_KNOWN[:1].upper()}{NOT_KNOWN[1:]}{split}"


def _notes(board: Board) -> Iterator[str]:
    report, open_ = board.report, board.of("", Band.NOT_CLEARED)
    yield _exclusions(report)
    yield f"Not cleared for want of answers: {counted(open_.suppliers, 'supplier')}{_spend_with(open_)}."
    yield from filter(None, [_not_looked_at(report), _identity(report)])
    yield from _own_choices(report)
    yield from filter(None, [_left_out(report), _parked(report, board), _aside(report)])
    yield from _old(report)


def _spend_with(line: Line) -> str:
    return f", {pounds(line.spend)}" if line.spend is not None and line.suppliers else ""


def _exclusions(report: Report) -> str:
    """That exclusions were not checked; or against which lists, and all that was not."""
    if not report.exclusions_asked:
        return NO_EXCLUSIONS
    lists = [entries.dated_title.removeprefix("Watchlist: ") for entries in watchlists(report)]
    checked = f"Checked against: {_first_of(lists)}. " if lists else ""
    not_asked = list(map(in_sentence, exclusions_not_checked(report)))
    more = len(not_asked) - _GROUNDS
    others = f"; and {more:,} more that the register names" if more > 0 else ""
    return f"{checked}Exclusions not checked: {'; '.join(not_asked[:_GROUNDS])}{others}."


def _not_looked_at(report: Report) -> str:
    joined = {join.entries.kind for join in report.suppliers.joins}
    missing = [said for kind, said in _SOURCES.items() if kind not in joined]
    return f"Not looked at in this run: {', '.join(missing)}." if missing else ""


def _old(report: Report) -> list[str]:
    said = old_said(report)
    more = len(said) - _OLD
    return [*said[:_OLD], *([f"Old too: {counted(more, 'other source')}."] if more > 0 else [])]


def _left_out(report: Report) -> str:
    """The rows in no supplier, with the reasons unless there are many."""
    said = left_out_said(report)
    short = said if len(said) <= _REASONS else said.partition(" (")[0]
    return f"{short}." if report.suppliers.left_out else ""


def _aside(report: Report) -> str:
    said = set_aside_said(report)
    return f"{said}." if said else ""


def _identity(report: Report) -> str:
    count = int(report.in_queue(Queue.IDENTITY_TO_CHECK).sum())
    said = f"Identity to check: {counted(count, 'supplier')}, each possibly on a list; a person has still to look."
    return said if count else ""


def _parked(report: Report, board: Board) -> str:
    parked = board.among(report.in_queue(Queue.PARKED))
    said = f"Parked for their small spend: {counted(parked.suppliers, 'supplier')}{_spend_with(parked)}."
    return f"{said} Nobody looks at them now, whatever their risk." if parked.suppliers else ""


def _own_choices(report: Report) -> Iterator[str]:
    """How far the yardstick is our own; the reasons stand in the register, however many there are."""
    rules = report.rules
    if rules.off:
        yield f"Not asked, by our own choice: {_first_of(list(rules.off))}. The register gives the reasons."
    if rules.changed:
        names = list(dict.fromkeys(each.name for each in rules.changed))
        yield f"Changed by our own choice: {_first_of(names)}. The register says how."
    accepted = report.accepted
    if accepted is not None and accepted.held:
        findings = counted(len(accepted.held), "finding")
        yield f"Accepted by people for a while: {findings}; no priority changes by it."


def _first_of(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(map(one_line, names[:_NAMED])) + more
