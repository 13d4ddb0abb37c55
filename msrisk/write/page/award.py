"""``award.html``: one self-contained page; the questions stand on a sheet of their own that can be sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from msrisk.errors import OutputError
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
    NOTHING_OPEN,
    STAMP,
    STAMP_WHOLE,
    STEPS_LINE,
    TITLE,
    TO_FILL_IN,
    TO_SEND,
    may_be_said,
    nothing_said,
    opening,
    run_lines,
)
from msrisk.write.identities import MayBe
from msrisk.write.page.html import Html, element, lines, page, together
from msrisk.write.page.style import STYLE

_SEAL, _END = b"<!-- msrisk award seal ", b" -->\n"
_SECTIONS = (
    ("bidders", "The bidders"),
    ("questions", "Questions to every bidder"),
    ("our-list", "What our list says"),
    ("steps", "What we do before award"),
    ("run", "Run record"),
)


def fill(award: Award, path: Path) -> None:
    """The page, and after it a seal by which msrisk knows its own untouched file again."""
    raw = (whole(award) + "\n").encode("utf-8")
    path.write_bytes(raw + _SEAL + hashlib.sha256(raw).hexdigest().encode() + _END)


def check(path: Path) -> None:
    if not is_ours(path.read_bytes()):
        raise OutputError("did not read back as it was written", where=path.name)


def is_ours(raw: bytes) -> bool:
    """Whether msrisk wrote these bytes as an award page and nobody changed them."""
    body, found, rest = raw.rpartition(_SEAL)
    return bool(found) and rest == hashlib.sha256(body).hexdigest().encode() + _END


def whole(award: Award) -> Html:
    """The page from its opening to the run record."""
    contents = element("ul", *(element("li", element("a", said, href=f"#{id_}")) for id_, said in _SECTIONS))
    main = lines(
        element("h1", TITLE),
        _stamp(),
        *(element("p", line) for line in opening(award)),
        element("nav", contents, aria_label="On this page"),
        _section("bidders", lines(_bidders_table(award)), follows=True),
        _section("questions", _questions(award)),
        _section(
            "our-list",
            lines(element("p", FOR_OUR_FILE), _alike(award), *(_bidder(award, each) for each in award.bidders)),
        ),
        _section("steps", _steps(award)),
        _section(
            "run", _table("What is needed to repeat this page", ("Item", "Value"), run_lines(award)), follows=True
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
    said = dict(_SECTIONS)[id_]
    stamp = _stamp() if id_ == "questions" else element("p", STAMP, class_="tag")
    parts = (element("h2", said, id=id_), stamp, body)
    named = {"class_": "follows"} if follows else {}
    return element("section", Html("\n"), lines(*parts), Html("\n"), aria_labelledby=id_, **named)


def _bidders_table(award: Award) -> Html:
    rows = ((str(number), each.name, each.where) for number, each in enumerate(award.bidders, start=1))
    return _table("Bidders in the order of the file", ("No.", "Bidder", "Where it stands"), rows, named=1)


def _questions(award: Award) -> Html:
    if not award.questions:
        return element("p", NO_QUESTIONS)
    parts = [element("p", TO_SEND), element("p", TO_FILL_IN, class_="fill")]
    parts += [element("h3", FIRST), _numbered(award.first, 1)]
    if award.if_relevant:
        parts += [element("h3", IF_RELEVANT), _numbered(award.if_relevant, len(award.first) + 1)]
    parts += [element("h3", "About these questions"), element("ul", *(element("li", line) for line in COVER))]
    return lines(*parts)


def _numbered(questions: Sequence[Asked], start: int) -> Html:
    items = (element("li", each.text, element("span", each.source, class_="source")) for each in questions)
    return element("ol", *items, start=str(start))


def _alike(award: Award) -> Html:
    """What is said of all of them, once."""
    if not award.alike:
        return together()
    return element("article", lines(element("h3", ALIKE), _says(ALIKE, award.alike)))


def _bidder(award: Award, bidder: Bidder) -> Html:
    parts = [element("h3", one_line(bidder.name)), element("p", f"In {bidder.where}.", class_="where")]
    if bidder.says:
        parts.append(_says(one_line(bidder.name), bidder.says))
    if bidder.may_be:
        parts.append(_may_be(one_line(bidder.name), bidder.may_be))
    nothing = nothing_said(award, bidder)
    if nothing:
        parts.append(element("p", nothing))
    open_ = "; ".join(bidder.not_known)
    parts.append(element("p", element("strong", "Not known: "), open_ or NOTHING_OPEN))
    if bidder.for_us:
        parts.append(element("p", element("strong", "For us: "), " ".join(bidder.for_us)))
    return element("article", lines(*parts))


def _may_be(name: str, may_be: Sequence[MayBe]) -> Html:
    headings = ("To look at before award", "Cells", "Found by", "Not a problem when")
    rows = ((may_be_said(each), _cells(each.cells), each.way.words, NOT_IT_WHEN) for each in may_be)
    return _table(f"{name}: listed names it may be, each a question", headings, rows, kind="flags")


def _says(name: str, says: Sequence[Said]) -> Html:
    headings = ("What our list says", "Cells", "How it is known", "Not a problem when")
    return _table(f"{name}: flags, each a question", headings, map(_said, says), kind="flags")


def _said(said: Said) -> tuple[str, ...]:
    because = together(said.because, element("span", said.source, class_="source"))
    return because, _cells(said.cells), said.grade, said.not_a_problem_when


def _cells(cells: Iterable[str]) -> Html:
    return element("ul", *(element("li", each) for each in cells))


def _steps(award: Award) -> Html:
    rows = ((each.step, each.why, each.source, "") for each in award.steps)
    table = _table("Steps for us as the buyer", ("Step", "Why", "Source", DONE), rows, kind="steps")
    return lines(element("p", STEPS_LINE), table)


def _table(
    caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]], named: int = 0, kind: str = "plain"
) -> Html:
    """A table whose rows are headed by the cell numbered ``named``; on a narrow screen its cells stack."""
    head = element("tr", *(element("th", each, scope="col") for each in headings))
    made = []
    for row in rows:
        cells = [
            element("th", cell, scope="row", data_is=heading)
            if at == named
            else element("td", cell, data_is=heading)
            for at, (cell, heading) in enumerate(zip(row, headings, strict=True))
        ]
        made.append(element("tr", *cells))
    body = element("tbody", Html("\n"), lines(*made), Html("\n"))
    table = element("table", element("caption", caption), element("thead", head), body, class_=f"stacks {kind}")
    return element("div", table, class_="wide")
