"""What would change a supplier's band, and the data to chase, in words all outputs share."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.changes import MOST_LOOKED_AT, Change
from msrisk.chase import Chase
from msrisk.report import Report
from msrisk.write.words import counted, in_sentence, pounds

NO_ANSWER, NOTHING_TO_ASK = "[no single answer would]", "[nothing is left to ask]"
NOT_TOLD = "[cannot be told]"
_TOLD = 2  # answers that are as good as each other; more of them are counted


def known_in_words(change: Change) -> str:
    """``turnover is less than £36m``, two of them with *and* between."""
    return " and ".join(f"{in_sentence(known.label)} is {known.words}" for known in change.known)


def change_in_words(change: Change) -> str:
    """``If turnover is less than £36m: Low``."""
    return f"If {known_in_words(change)}: {change.band.word} (score {change.score})"


def shortest_said(changes: Sequence[Change]) -> str:
    """The shortest answers in one direction, each of which will do; '' where there is none."""
    if not changes:
        return ""
    told = "; or ".join(known_in_words(change) for change in changes[:_TOLD])
    more = len(changes) - _TOLD
    others = f"; or {counted(more, 'other answer')}" if more > 0 else ""
    return f"{changes[0].band.word} if {told}{others}"


def how_tried(report: Report) -> str:
    """For whom which answers were tried, so that nobody takes a blank for more than it is."""
    alone = report.screened & ~report.moves.paired
    far = bool((alone & (report.scores.rank > MOST_LOOKED_AT)).any())
    others = f"those parked or after the first {MOST_LOOKED_AT:,} by rank" if far else "those parked"
    floor = f", and for {others} one alone" if bool(alone.any()) else ""
    return (
        "What would lower or raise it: the shortest answer to what is not known that leads to another priority; "
        f"tried alone and two together{floor}. {NO_ANSWER} means that none of those tried leads to another "
        "priority, not that the supplier was asked. Where tables are entered by it, one example of such an answer."
    )


def chase_line(chase: Chase) -> str:
    """One thing to chase as a line of the terminal."""
    could = "" if chase.could_move is None else f", could move {chase.could_move:,}"
    money = "" if chase.spend is None else f", {pounds(chase.spend)}"
    who = " or ".join(chase.field.answered_by)
    return f"{chase.field.label}: not known of {chase.open_for:,}{money}{could}. Who can say: {who}."
