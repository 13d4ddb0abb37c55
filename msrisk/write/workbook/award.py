"""``award.xlsx``: Read first, Questions, What our list says, Steps for us, Run record; every sheet is stamped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from msrisk.write.award import Award, Bidder, Said
from msrisk.write.award_words import (
    ALIKE,
    COVER,
    DONE,
    FIRST,
    FOR_OUR_FILE,
    IF_RELEVANT,
    NOT_IT_WHEN,
    STAMP,
    STAMP_WHOLE,
    STEPS_LINE,
    TITLE,
    TO_FILL_IN,
    TO_SEND,
    may_be_said,
    nothing_said,
    open_of,
    opening,
    run_lines,
)
from msrisk.write.workbook import book
from msrisk.write.workbook.plan import NONE, Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]
_NO_MORE = (NONE, NONE, NONE)  # how it is known, when it is no problem, source


def fill(award: Award, path: Path) -> None:
    book.save(path, TITLE, STAMP_WHOLE, award.report.as_of, (make(award) for make in SHEETS))


def check(path: Path) -> None:
    book.check(path, len(SHEETS))


def bidders(award: Award) -> SheetPlan:
    headings = (Heading("No.", 7, "number"), Heading("Bidder", 50), Heading("Where it stands", 60))
    rows: Rows = ([number, each.name, each.where] for number, each in enumerate(award.bidders, start=1))
    return _stamped("Read first", TITLE, opening(award), headings, rows)


def questions(award: Award) -> SheetPlan:
    headings = (Heading("No.", 7, "number"), Heading("When", 22), Heading("Question", 80), Heading("Source", 50))
    return _stamped(
        "Questions", "Questions to every bidder", [TO_SEND, TO_FILL_IN, *COVER], headings, _question_rows(award)
    )


def _question_rows(award: Award) -> Rows:
    for number, each in enumerate((*award.first, *award.if_relevant), start=1):
        yield [number, FIRST if number <= len(award.first) else IF_RELEVANT, each.text, each.source]


def our_list(award: Award) -> SheetPlan:
    headings = (
        Heading("Bidder", 22),
        Heading("Is", 9),
        Heading("What our list says", 40),
        Heading("Cells", 32),
        Heading("How it is known", 11),
        Heading("Not a problem when", 30),
        Heading("Source", 26),
    )
    rows = (row for bidder in award.bidders for row in _bidder_rows(award, bidder))
    return _stamped(
        "What our list says", "What our list says", [FOR_OUR_FILE], headings, chain(_alike_rows(award), rows)
    )


def _alike_rows(award: Award) -> Rows:
    alike = award.alike
    yield from (_flag_row(ALIKE, each) for each in alike.says)
    if alike.not_known:
        yield [ALIKE, "not known", "; ".join(alike.not_known), NONE, *_NO_MORE]
    if alike.for_us:
        yield [ALIKE, "for us", "\n".join(alike.for_us), NONE, *_NO_MORE]


def _flag_row(name: str, said: Said) -> list[Cell]:
    cells = "\n".join(said.cells)
    told = [said.because, cells, said.grade, said.not_a_problem_when, said.source]
    return [name, "flag", *(each or NONE for each in told)]


def _bidder_rows(award: Award, bidder: Bidder) -> Rows:
    for each in bidder.says:
        yield _flag_row(bidder.name, each)
    for may_be in bidder.may_be:
        cells, listing = "\n".join(may_be.cells), may_be.listing
        yield [
            bidder.name,
            "to look at",
            may_be_said(may_be),
            cells or NONE,
            may_be.way.words,
            NOT_IT_WHEN,
            listing,
        ]
    nothing = nothing_said(award, bidder)
    if nothing:
        yield [bidder.name, "flag", nothing, bidder.where, *_NO_MORE]
    yield [bidder.name, "not known", open_of(award, bidder), bidder.where, *_NO_MORE]
    if bidder.for_us:
        yield [bidder.name, "for us", "\n".join(bidder.for_us), bidder.where, *_NO_MORE]


def steps(award: Award) -> SheetPlan:
    done = Heading(DONE, 24, "entry")
    headings = (Heading("Step", 56), Heading("Why", 46), Heading("Source", 44), done)
    rows: Rows = ([each.step, each.why or NONE, each.source or NONE, ""] for each in award.steps)
    return _stamped("Steps for us", "What we do before award", [STEPS_LINE], headings, rows)


def run_sheet(award: Award) -> SheetPlan:
    headings = (Heading("Item", 34), Heading("Value", 110))
    rows: Rows = ([name, said] for name, said in run_lines(award))
    return _stamped("Run record", "Run record", ["All that is needed to repeat this run."], headings, rows)


def _stamped(name: str, title: str, lines: list[str], headings: tuple[Heading, ...], rows: Rows) -> SheetPlan:
    return SheetPlan(name, title, [STAMP_WHOLE, *lines], headings, rows, stamp=STAMP)


SHEETS: tuple[Callable[[Award], SheetPlan], ...] = (bidders, questions, our_list, steps, run_sheet)
