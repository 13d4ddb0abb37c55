"""``award.html``: one self-contained page; the questions stand on a sheet of their own that can be sent."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.files import one_line
from msrisk.write.award import Award, Bidder, Said
from msrisk.write.award_questions import Asked
from msrisk.write.award_words import (
    ALIKE,
    COVER,
    DONE,
    FIRST,
    FOR_OUR_FILE,
    IF_RELEVANT,
    NO_QUESTIONS,
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
from msrisk.write.identities import MayBe
from msrisk.write.page.award_style import STYLE
from msrisk.write.page.html import Html, element, lines, page, together
from msrisk.write.page.parts import bulleted, contents, section, table

_SECTIONS = (
    ("bidders", "The bidders"),
    ("questions", "Questions to every bidder"),
    ("our-list", "What our list says"),
    ("steps", "What we do before award"),
    ("run", "Run record"),
)


def whole(award: Award) -> Html:
    """The page from its opening to the run record."""
    main = lines(
        element("h1", TITLE),
        _stamp(),
        *(element("p", line) for line in opening(award)),
        contents(_SECTIONS),
        _section("bidders", _bidders_table(award), follows=True),
        _section("questions", _questions(award)),
        _section(
            "our-list",
            lines(element("p", FOR_OUR_FILE), _alike(award), *(_bidder(award, each) for each in award.bidders)),
        ),
        _section("steps", _steps(award)),
        _section(
            "run",
            table("What is needed to repeat this page", ("Item", "Value"), run_lines(award), kind="run"),
            follows=True,
        ),
    )
    skip = element("a", "Skip to the questions", href="#questions", class_="skip")
    return page(f"{TITLE}. {STAMP}", STYLE, skip, element("main", Html("\n"), main, Html("\n"), id="main"))


def _stamp() -> Html:
    head, rest = STAMP_WHOLE[: len(STAMP) + 1], STAMP_WHOLE[len(STAMP) + 1 :]
    return element("p", element("strong", head), rest, class_="stamp")


def _section(id_: str, body: Html, follows: bool = False) -> Html:
    """A section with its heading and the stamp, on a new sheet of paper unless it follows the one before.

    The questions are sent out by themselves, so they bear the whole sentence.
    """
    stamp = _stamp() if id_ == "questions" else element("p", STAMP, class_="tag")
    return section(id_, dict(_SECTIONS)[id_], stamp, body, kind="follows" if follows else "")


def _bidders_table(award: Award) -> Html:
    rows = ((str(number), each.name, each.where) for number, each in enumerate(award.bidders, start=1))
    return table("Bidders in the order of the file", ("No.", "Bidder", "Where it stands"), rows, named=1)


def _questions(award: Award) -> Html:
    if not award.questions:
        return element("p", NO_QUESTIONS)
    parts = [element("p", TO_SEND), element("p", TO_FILL_IN, class_="fill")]
    parts += [element("h3", FIRST), _numbered(award.first, 1)]
    if award.if_relevant:
        parts += [element("h3", IF_RELEVANT), _numbered(award.if_relevant, len(award.first) + 1)]
    parts += [element("h3", "About these questions"), bulleted(COVER)]
    return lines(*parts)


def _numbered(questions: Sequence[Asked], start: int) -> Html:
    items = (element("li", each.text, element("span", each.source, class_="source")) for each in questions)
    return element("ol", *items, start=str(start))


def _alike(award: Award) -> Html:
    """What is so of all of them, once."""
    alike = award.alike
    if not alike:
        return together()
    parts = [element("h3", ALIKE)]
    if alike.says:
        parts.append(_says(ALIKE, alike.says))
    return element("article", lines(*parts, *_open("; ".join(alike.not_known)), *_for_us(alike.for_us)))


def _bidder(award: Award, bidder: Bidder) -> Html:
    parts = [element("h3", one_line(bidder.name)), element("p", f"In {bidder.where}.", class_="where")]
    if bidder.says:
        parts.append(_says(one_line(bidder.name), bidder.says))
    if bidder.may_be:
        parts.append(_may_be(one_line(bidder.name), bidder.may_be))
    nothing = nothing_said(award, bidder)
    if nothing:
        parts.append(element("p", nothing))
    return element("article", lines(*parts, *_open(open_of(award, bidder)), *_for_us(bidder.for_us)))


def _open(said: str) -> list[Html]:
    return [element("p", element("strong", "Not known: "), said)] if said else []


def _for_us(said: Sequence[str]) -> list[Html]:
    return [element("p", element("strong", "For us: "), " ".join(said))] if said else []


def _may_be(name: str, may_be: Sequence[MayBe]) -> Html:
    headings = ("To look at before award", "Cells", "Found by", "Not a problem when")
    rows = ((may_be_said(each), bulleted(each.cells), each.way.words, NOT_IT_WHEN) for each in may_be)
    return table(f"{name}: listed names it may be, each a question", headings, rows, kind="flags")


def _says(name: str, says: Sequence[Said]) -> Html:
    headings = ("What our list says", "Cells", "How it is known", "Not a problem when")
    return table(f"{name}: flags, each a question", headings, map(_said, says), kind="flags")


def _said(said: Said) -> tuple[str, ...]:
    because = together(said.because, element("span", said.source, class_="source"))
    return because, bulleted(said.cells), said.grade, said.not_a_problem_when


def _steps(award: Award) -> Html:
    rows = ((each.step, each.why, each.source, "") for each in award.steps)
    steps = table("Steps for us as the buyer", ("Step", "Why", "Source", DONE), rows, kind="steps")
    return lines(element("p", STEPS_LINE), steps)
