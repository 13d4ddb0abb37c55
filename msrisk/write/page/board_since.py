"""The part of the board page that holds the register of last time against today: what changed, and its actions."""

from __future__ import annotations

from msrisk.last_register import LastRegister
from msrisk.model import Band
from msrisk.report import Report
from msrisk.write.board import Board
from msrisk.write.board_words import CANNOT_BE_TOLD, WORSE_IS, stood_said, who_is_high, without_action
from msrisk.write.last_said import ACTIONS_NOT_TOLD, NOT_COMPARED, beside_the_change, since_line
from msrisk.write.page.html import Html, element
from msrisk.write.page.parts import section, table
from msrisk.write.words import day


def since(report: Report) -> Html:
    last = report.last
    heading = "What changed since last time"
    if last is None:
        return section("since", heading, element("p", NOT_COMPARED), kind="sheet half")
    said = f"{since_line(last)}; {last.same:,} the same."
    rest = " ".join([*beside_the_change(report, last), *who_is_high(report, last), WORSE_IS])
    parts = [element("p", element("strong", said)), element("p", rest), _then_and_now(report, last)]
    return section("since", heading, *parts, kind="sheet half notes")


def _then_and_now(report: Report, last: LastRegister) -> Html:
    now = Board(report).bands
    stood = ((band.word, stood_said(last, line, band)) for band, line in zip(Band, now, strict=True))
    rows = [(word, *said) for word, said in stood if said]
    headings = ("Priority for checks", "Then", "Now")
    return table("Suppliers in each priority then and now", headings, rows, kind="figures")


def actions(report: Report) -> Html:
    heading = "Actions"
    held = report.last.actions if report.last else None
    if report.last is None:
        return section("actions", heading, element("p", ACTIONS_NOT_TOLD), kind="half")
    if held is None:
        said = "The register that was given has no columns for actions, so nothing is told of them."
        return section("actions", heading, element("p", said), kind="half")
    overdue = f" ({held.gone_overdue:,} overdue)" if held.gone_overdue else ""
    gone = f"{held.gone:,}{overdue}"
    rows = [
        ("Open", f"{held.open_:,}"),
        (f"Of these overdue on {day(report.as_of)}", f"{held.overdue:,}"),
        *([("Of these, of suppliers no longer in this list", gone)] if held.gone else []),
        *_if_any("Of these without a due date that can be read", held.undated),
        *_if_any("Of these without a status to choose from", held.unstated),
        ("Closed: done, accepted or closed", f"{held.closed:,}"),
    ]
    figures = table("Actions written into that register", ("Action", "Rows"), rows, kind="figures")
    parts = [element("p", without_action(report)), element("p", CANNOT_BE_TOLD)]
    return section("actions", heading, figures, *parts, kind="half notes")


def _if_any(said: str, count: int) -> list[tuple[str, str]]:
    """A row of what seldom is; none for nought, since the sheet of paper has an end."""
    return [(said, f"{count:,}")] if count else []
