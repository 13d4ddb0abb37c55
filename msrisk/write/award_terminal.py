"""The award page on a terminal of any width: paragraphs and lists, nothing that could be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from msrisk.files import one_line, safe_text
from msrisk.write.award import Alike, Award, Bidder, Said
from msrisk.write.award_questions import Asked
from msrisk.write.award_words import (
    ALIKE,
    FIRST,
    FOR_OUR_FILE,
    IF_RELEVANT,
    NO_QUESTIONS,
    NOT_IT_WHEN,
    STAMP,
    STAMP_WHOLE,
    TITLE,
    TO_SEND,
    may_be_said,
    nothing_said,
    open_of,
    opening,
    run_lines,
)
from msrisk.write.grid import indented
from msrisk.write.terminal import Part


def award_page(award: Award) -> list[Part]:
    """The stamp, the bidders, the questions, what our list says of each, the steps, the run."""
    parts: list[Part] = ["", Text(TITLE, "bold"), Text(STAMP_WHOLE), "", *map(Text, opening(award))]
    parts += ["", Text(f"The bidders ({len(award.bidders)})", "bold")]
    parts += [indented(f"{number}. {one_line(each.name)}", 2) for number, each in enumerate(award.bidders, 1)]
    parts += ["", *_questions(award)]
    parts += ["", Text("What our list says", "bold"), Text(FOR_OUR_FILE)]
    if award.alike:
        parts += ["", Text(ALIKE, "bold"), *_alike(award.alike)]
    for bidder in award.bidders:
        parts += ["", *_bidder(award, bidder)]
    parts += ["", Text("What we do before award", "bold")]
    for step in award.steps:
        parts += [indented(f"- {safe_text(step.step)}", 2), indented(f"Source: {safe_text(step.source)}", 6)]
    parts += ["", Text("Run record", "bold")]
    parts += [indented(f"{name}: {safe_text(said)}", 2) for name, said in run_lines(award)]
    return [*parts, "", Text(f"{STAMP}.", "bold")]


def _questions(award: Award) -> Iterator[Part]:
    yield Text("Questions to every bidder", "bold")
    if not award.questions:
        yield Text(NO_QUESTIONS)
        return
    yield Text(TO_SEND)
    yield from _numbered(FIRST, award.first, 1)
    if award.if_relevant:
        yield from _numbered(IF_RELEVANT, award.if_relevant, len(award.first) + 1)


def _numbered(title: str, questions: Sequence[Asked], start: int) -> Iterator[Part]:
    yield indented(title, 2)
    for number, each in enumerate(questions, start):
        yield indented(f"{number}. {safe_text(each.text)}", 4)


def _bidder(award: Award, bidder: Bidder) -> Iterator[Part]:
    yield Text(one_line(bidder.name), "bold")
    yield indented(f"In {safe_text(bidder.where)}", 2)
    nothing = nothing_said(award, bidder)
    if nothing:
        yield indented(nothing, 2)
    yield from _flags(bidder.says)
    for each in bidder.may_be:
        yield indented(f"- {may_be_said(each)}", 2)
        yield indented(f"ours in {safe_text(each.cells[0])}, listed in {safe_text(each.cells[1])}", 6)
        yield indented(f"Found by: {each.way.words}. Not a problem when: {NOT_IT_WHEN}", 6)
    yield from _open(open_of(award, bidder), bidder.for_us)


def _alike(alike: Alike) -> Iterator[Part]:
    yield from _flags(alike.says)
    yield from _open("; ".join(alike.not_known), alike.for_us)


def _open(not_known: str, for_us: Sequence[str]) -> Iterator[Part]:
    if not_known:
        yield indented(f"Not known: {safe_text(not_known)}", 2)
    if for_us:
        yield indented(f"For us: {safe_text(' '.join(for_us))}", 2)


def _flags(says: Sequence[Said]) -> Iterator[Part]:
    for each in says:
        yield indented(f"- {safe_text(each.because)}", 2)
        for cell in each.cells:
            yield indented(safe_text(cell), 6)
        yield indented(
            f"How it is known: {each.grade}. Not a problem when: {safe_text(each.not_a_problem_when)}", 6
        )
